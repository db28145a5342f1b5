import Logging

/// Puts the parts of a multipart body where they belong: texts in memory, files on disk, the excess aside. A file that
/// the disk does not take is set aside too: the words that come after it are read all the same.
struct PartCollector {
    /// What becomes of the part under way. Its bytes stand beside it, to be added to in place.
    private enum Part {
        case text(name: String)
        case file(field: String, filename: String)
        case refused
    }

    private let limits: FormLimits
    private let spool: Spool
    private let takesFiles: Bool
    private var part = Part.refused
    private var text: [UInt8] = []
    private var intake: FileIntake
    /// What has been read so far.
    private(set) var form = FormData()

    /// - Parameter takesFiles: whether there is room for any.
    init(limits: FormLimits, spool: Spool, takesFiles: Bool = true) {
        self.limits = limits
        self.spool = spool
        self.takesFiles = takesFiles
        intake = FileIntake(into: spool)
    }

    /// What has been read so far, and of a text that broke off the beginning.
    var interrupted: FormData {
        guard case .text(let name) = part, !text.isEmpty else { return form }
        var (form, text) = (form, text)
        TypedText.trimPartialCharacter(&text)
        form.fields.append(FormData.Field(name: name, bytes: text, limits: limits))
        return form
    }

    /// Takes in the next event of the parser.
    mutating func take(_ event: MultipartParser.Event) async throws {
        switch event {
        case .begin(let head): begin(head)
        case .content(let bytes): try await content(bytes)
        case .end: try await end()
        }
    }

    private mutating func begin(_ head: PartHead) {
        if let filename = head.filename {
            part = .file(field: head.name, filename: filename)
            intake = FileIntake(into: spool)
        } else {
            part = .text(name: head.name)
            text.removeAll(keepingCapacity: true)
        }
    }

    private mutating func content(_ bytes: [UInt8]) async throws {
        switch part {
        case .text:
            // One byte beyond the limit tells that there was more.
            text += bytes.prefix(limits.field + 1 - text.count)
        case .file(let field, let filename):
            if form.files.count == limits.files {
                refuse(field, filename, .tooMany)
            } else if !takesFiles {
                refuse(field, filename, .noRoom)
            } else if intake.size + bytes.count > limits.file {
                refuse(field, filename, .tooLarge)
            } else {
                do {
                    try await intake.append(bytes)
                } catch {
                    setAside(field, filename, because: error)
                }
            }
        case .refused: break
        }
    }

    private mutating func end() async throws {
        switch part {
        case .text(let name): form.fields.append(FormData.Field(name: name, bytes: text, limits: limits))
        case .file(let field, let filename): try await endFile(field, filename)
        case .refused: break
        }
        part = .refused
    }

    private mutating func endFile(_ field: String, _ filename: String) async throws {
        // A browser sends an empty, nameless file for a file field left alone.
        if intake.size == 0 { return filename.isEmpty ? () : refuse(field, filename, .empty) }
        do {
            switch try await intake.finish(field: field, filename: filename, takesTables: limits.tables) {
            case .success(let file): form.files.append(file)
            case .failure(let refusal): refuse(field, filename, .kind(refusal))
            }
        } catch {
            return setAside(field, filename, because: error)
        }
        intake = FileIntake(into: spool)
    }

    /// A file that the disk did not take. Whoever runs the server reads the cause, never the name.
    private mutating func setAside(_ field: String, _ filename: String, because error: any Error) {
        Logger(label: "doleances").error("upload not kept", metadata: ["error": .kind(of: error)])
        refuse(field, filename, .unkept)
    }

    /// Sets the file under way aside: what was written of it goes, what still comes is passed over.
    private mutating func refuse(_ field: String, _ filename: String, _ reason: RefusedFile.Reason) {
        form.refused.append(RefusedFile(field: field, name: FileName(filename), reason: reason))
        intake = FileIntake(into: spool)
        part = .refused
    }
}
