/// The kinds of file that we take, each known by its content *and* by its name (S-33). Nothing of a case is ever unpacked,
/// converted or shown by the server (S-36).
public enum FileKind: String, Sendable, CaseIterable, Codable {
    case pdf
    case jpeg
    case png
    case heic
    case txt
    case docx
    case odt
    case xlsx
    case ods
    case eml

    /// Why a file is not of a kind that we take.
    public enum Refusal: Error, Sendable, Equatable {
        /// Its name ends in none of the extensions that we take.
        case notTaken
        /// Its content is not what its name says.
        case contentDiffers(from: FileKind)
    }

    /// The kind of a file.
    ///
    /// - Parameters:
    ///   - name: its name as sent; only the extension counts.
    ///   - head: its first bytes, 512 where it has as many.
    ///   - isText: whether no byte of the whole is one that text does not have.
    public init(name: String, head: some Collection<UInt8>, isText: Bool) throws(Refusal) {
        let suffix = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased()
        guard let kind = Self.allCases.first(where: { $0.extensions.contains(suffix ?? "") }) else { throw .notTaken }
        guard FileSignature(head: Array(head), isText: isText).agrees(with: kind) else {
            throw .contentDiffers(from: kind)
        }
        self = kind
    }

    /// How its names may end, in lower case.
    public var extensions: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .heic: ["heic", "heif"]
        default: [rawValue]
        }
    }

    /// The type it is served with, always beside `nosniff` and as an attachment (S-35): none that a browser runs.
    public var contentType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .heic: "image/heic"
        case .txt: "text/plain; charset=utf-8"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .eml: "message/rfc822"
        }
    }
}
