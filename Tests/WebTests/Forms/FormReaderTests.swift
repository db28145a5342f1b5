import Crypto
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import TestSupport
import Testing

@testable import Web

/// A spool in a folder of its own, gone after the test.
private struct TemporarySpool: ~Copyable {
    let spool: Spool

    init() throws {
        spool = Spool(folder: Scratch.newPath("spool")) { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
        try spool.prepare()
    }

    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: spool.folder) }
    }

    deinit { try? FileManager.default.removeItem(atPath: spool.folder) }
}

/// - Parameter length: what the head says of the body's length; nil: nothing, as where it comes in chunks.
private func request(_ body: [UInt8], type: String? = nil, chunk: Int = 1 << 15, length: Int? = nil) -> Request {
    let type = type ?? "multipart/form-data; boundary=\(MultipartBody.boundary)"
    let chunks = stride(from: 0, to: body.count, by: chunk).map { start in
        ByteBuffer(bytes: body[start..<min(start + chunk, body.count)])
    }
    let stream = AsyncStream { continuation in
        for chunk in chunks { continuation.yield(chunk) }
        continuation.finish()
    }
    var fields: HTTPFields = [.contentType: type]
    fields[.contentLength] = length.map(String.init)
    return Request(
        head: .init(method: .post, scheme: "http", authority: "localhost", path: "/", headerFields: fields),
        body: RequestBody(asyncSequence: stream)
    )
}

private let pdf = Array("%PDF-1.7\n".utf8)

@Suite struct `A form` {
    // Shows: S-19, S-34
    @Test func `brings its texts in order and its files on disk, readable by nobody else`() async throws {
        let folder = try TemporarySpool()
        var body = MultipartBody()
        let content = pdf + (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        body.add("nom", "Lefèvre")
        body.add("piece_jointe", filename: #"C:\devis.pdf"#, content)
        body.add("reclamation", "Première ligne\r\nSeconde ligne")
        body.add("piece_jointe", filename: "", [])
        do {
            let form = try await FormReader(spool: folder.spool).read(request(body.closed))
            #expect(form.fields.map(\.name) == ["nom", "reclamation"])
            #expect(try form.field("reclamation") == "Première ligne\nSeconde ligne")
            #expect(try form.field("absent") == nil)
            #expect(form.refused.isEmpty)
            let file = try #require(form.files.first)
            #expect(form.files.count == 1)
            #expect(file.name.display == "devis.pdf")
            #expect(file.kind == .pdf)
            #expect(file.size == content.count)
            #expect(file.digest == Array(SHA256.hash(data: content)))
            var read: [UInt8] = []
            for try await chunk in file.content.chunks(of: 1 << 16) { read += chunk }
            #expect(read == content)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.content.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let name = try #require(file.content.path.split(separator: "/").last)
            #expect(name.prefix { $0.isHexDigit }.count == 32)
            #expect(try folder.files == [String(name)])
        }
        #expect(try folder.files.isEmpty, "the file goes with the form")
    }

    // Shows: S-33, S-19
    @Test func `keeps its texts whatever is wrong with its files`() async throws {
        let folder = try TemporarySpool()
        var body = MultipartBody()
        body.add("f", filename: "grand.pdf", pdf + [UInt8](repeating: 1, count: 3_000))
        body.add("f", filename: "page.html", Array("<script>".utf8))
        body.add("f", filename: "faux.pdf", Array("MZ".utf8))
        body.add("f", filename: "vide.pdf", [])
        body.add("f", filename: "un.pdf", pdf)
        body.add("f", filename: "binaire.txt", Array("abc".utf8) + [0])
        body.add("f", filename: "deux.pdf", pdf)
        body.add("f", filename: "trois.pdf", pdf)
        body.add("reclamation", "Il faisait froid.")
        let limits = FormLimits(files: 2, file: 2_000)
        let form = try await FormReader(limits: limits, spool: folder.spool).read(request(body.closed, chunk: 100))
        #expect(try form.field("reclamation") == "Il faisait froid.")
        #expect(form.files.map(\.name.display) == ["un.pdf", "deux.pdf"])
        let refused: [(String, RefusedFile.Reason)] = [
            ("grand.pdf", .tooLarge), ("page.html", .kind(.notTaken)), ("faux.pdf", .kind(.contentDiffers(from: .pdf))),
            ("vide.pdf", .empty), ("binaire.txt", .kind(.contentDiffers(from: .txt))), ("trois.pdf", .tooMany),
        ]
        #expect(form.refused == refused.map { RefusedFile(field: "f", name: FileName($0), reason: $1) })
        #expect(try folder.files.count == 2)
        form.discard()
        #expect(try folder.files.isEmpty)
    }

    // Shows: S-19
    @Test func `too large gives back what came before`() async throws {
        let folder = try TemporarySpool()
        var body = MultipartBody()
        body.add("reclamation", "Il faisait froid.")
        body.add("f", filename: "a.pdf", pdf + [UInt8](repeating: 1, count: 300_000))
        let reader = FormReader(limits: FormLimits(body: 200_000), spool: folder.spool)
        let rejection = await #expect(throws: FormRejection.self) { try await reader.read(request(body.closed)) }
        #expect(rejection?.reason == .tooLarge)
        #expect(rejection?.status.code == 413)
        #expect(rejection?.read.shown("reclamation") == "Il faisait froid.")
        #expect(try folder.files.isEmpty)
    }

    // Shows: S-19, F-17
    @Test func `that breaks off gives back what came before, however it was cut`() async throws {
        let folder = try TemporarySpool()
        var body = MultipartBody()
        body.add("reclamation", "Il faisait froid.")
        let broken = body.bytes + Array("--\(MultipartBody.boundary)\r\nbroken".utf8)
        for chunk in [1, 50, 10_000] {
            let reader = FormReader(spool: folder.spool)
            let rejection = await #expect(throws: FormRejection.self) {
                try await reader.read(request(broken, chunk: chunk))
            }
            #expect(rejection?.reason == .malformed(.truncated))
            #expect(rejection?.status.code == 400)
            #expect(rejection?.read.shown("reclamation") == "Il faisait froid.")
        }
    }

    // Shows: S-19
    @Test func `with a field too long keeps its beginning, whole letters only`() async throws {
        let folder = try TemporarySpool()
        let text = "x" + String(repeating: "é", count: 100)
        var body = MultipartBody()
        body.add("reclamation", text)
        let limits = FormLimits(field: 50)
        let bodies = [
            request(body.closed), request(Array("reclamation=\(text)".utf8), type: "application/x-www-form-urlencoded"),
        ]
        for request in bodies {
            let form = try await FormReader(limits: limits, spool: folder.spool).read(request)
            #expect(throws: FormData.FieldMistake.tooLong) { try form.field("reclamation") }
            #expect(form.shown("reclamation") == "x" + String(repeating: "é", count: 24))
        }
    }

    // Shows: S-20
    @Test func `with a single-valued field sent twice does not choose`() throws {
        let form = FormData([("nom", "A"), ("prenom", "P"), ("nom", "B")])
        #expect(throws: FormData.FieldMistake.repeated) { try form.field("nom") }
        #expect(try form.field("prenom") == "P")
        #expect(form.values("nom") == ["A", "B"])
    }

    // Shows: S-25
    @Test func `sent urlencoded is read the same`() async throws {
        let folder = try TemporarySpool()
        let body = "nom=Lef%C3%A8vre&a+b=1%2B1&vide=&seul&=x&pour=100%&t=un%0D%0Adeux%00&e=%E9t%e9"
        let type = "application/x-www-form-urlencoded; charset=UTF-8"
        let form = try await FormReader(spool: folder.spool).read(request(Array(body.utf8), type: type, chunk: 3))
        #expect(
            form.fields.map { "\($0.name)→\($0.value)" } == [
                "nom→Lefèvre", "a b→1+1", "vide→", "seul→", "→x", "pour→100%", "t→un\ndeux", "e→été",
            ]
        )
    }

    // Shows: S-19
    @Test func `sent urlencoded has its limits too`() async throws {
        let folder = try TemporarySpool()
        let type = "application/x-www-form-urlencoded"
        let reader = FormReader(limits: FormLimits(urlencoded: 40, parts: 3), spool: folder.spool)
        let many = await #expect(throws: FormRejection.self) {
            try await reader.read(request(Array("a=1&b=2&c=3&d=4".utf8), type: type))
        }
        #expect(many?.reason == .malformed(.tooManyParts))
        #expect(many?.read.fields.map(\.name) == ["a", "b", "c"])
        let long = await #expect(throws: FormRejection.self) {
            try await reader.read(request(Array("a=1&b=\(String(repeating: "x", count: 99))".utf8), type: type))
        }
        #expect(long?.reason == .tooLarge)
        #expect(long?.read.fields.map(\.name) == ["a"])
    }

    // Shows: S-15
    @Test func `sent urlencoded and broken off is not taken for a whole one`() async throws {
        let folder = try TemporarySpool()
        let (body, type) = (Array("nom=Noé&reclamation=Le remb".utf8), "application/x-www-form-urlencoded")
        let reader = FormReader(spool: folder.spool)
        let cut = await #expect(throws: FormRejection.self) {
            try await reader.read(request(body, type: type, length: body.count + 1))
        }
        #expect(cut?.reason == .malformed(.truncated) && cut?.read.shown("reclamation") == "Le remb")
        #expect(try await reader.read(request(body, type: type, length: body.count)).shown("nom") == "Noé")
    }

    @Test(arguments: [
        "text/plain", "application/json", "multipart/mixed; boundary=b", "", "multipart/form-data; =",
        "multipart/form-data",
    ])
    func `of another type is refused`(type: String) async throws {
        let folder = try TemporarySpool()
        let reader = FormReader(spool: folder.spool)
        let rejection = await #expect(throws: FormRejection.self) { try await reader.read(request([1], type: type)) }
        #expect([400, 415].contains(rejection?.status.code))
    }

    @Test func `whose connection breaks leaves nothing on disk`() async throws {
        struct Broken: Error {}
        let folder = try TemporarySpool()
        var body = MultipartBody()
        body.add("f", filename: "a.pdf", pdf + [UInt8](repeating: 1, count: 400_000))
        let (stream, continuation) = AsyncThrowingStream<ByteBuffer, any Error>.makeStream()
        continuation.yield(ByteBuffer(bytes: body.bytes))
        continuation.finish(throwing: Broken())
        var broken = request([])
        broken.body = RequestBody(asyncSequence: stream)
        let reader = FormReader(spool: folder.spool)
        await #expect(throws: Broken.self) { try await reader.read(broken) }
        #expect(try folder.files.isEmpty)
    }

    // Shows: S-34
    @Test func `left behind by a crash is cleared away at the next start`() async throws {
        let folder = try TemporarySpool()
        var body = MultipartBody()
        body.add("f", filename: "a.pdf", pdf)
        let form = try await FormReader(spool: folder.spool).read(request(body.closed))
        #expect(try folder.files.count == 1)
        try folder.spool.prepare()
        #expect(try folder.files.isEmpty)
        form.discard()
    }

    // Shows: S-34
    @Test func `waits in no folder that somebody else laid out`() throws {
        let folder = Scratch.newPath("spool")
        let files = FileManager.default
        try files.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o777]
        )
        let spool = Spool(folder: folder) { [UInt8](repeating: 1, count: $0) }
        try spool.prepare()
        #expect(try files.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
        let link = Scratch.newPath("lien")
        try files.createSymbolicLink(atPath: link, withDestinationPath: folder)
        #expect(throws: Spool.Foreign(folder: link)) { try Spool(folder: link) { _ in [] }.prepare() }
    }
}
