import Testing

@testable import Web

/// A multipart body as a browser writes it, and what a parser makes of one.
struct MultipartBody {
    static let boundary = "----WebKitFormBoundaryq4pXzU7o3kLw9sTe"

    private(set) var bytes: [UInt8] = []

    mutating func add(_ name: String, _ value: String) {
        add("name=\"\(name)\"", Array(value.utf8))
    }

    mutating func add(_ name: String, filename: String, _ content: [UInt8]) {
        add("name=\"\(name)\"; filename=\"\(filename)\"", content)
    }

    private mutating func add(_ parameters: String, _ content: [UInt8]) {
        bytes += "--\(Self.boundary)\r\nContent-Disposition: form-data; \(parameters)\r\n\r\n".utf8
        bytes += content + Array("\r\n".utf8)
    }

    var closed: [UInt8] { bytes + Array("--\(Self.boundary)--\r\n".utf8) }
}

/// A part with its content in one piece.
struct ReadPart: Equatable {
    let head: PartHead
    var content: [UInt8] = []
    var isWhole = false
}

/// What a body amounts to: the parts, and what ended the reading.
struct Reading: Equatable {
    var parts: [ReadPart] = []
    var mistake: MalformedForm?

    init(_ chunks: some Sequence<ArraySlice<UInt8>>, boundary: String, limits: FormLimits = FormLimits()) throws {
        var parser = MultipartParser(boundary: try Boundary(boundary), limits: limits)
        var events: [MultipartParser.Event] = []
        do throws(MalformedForm) {
            for chunk in chunks { try parser.consume(chunk, into: &events) }
            try parser.finish()
        } catch {
            mistake = error
        }
        for event in events {
            switch event {
            case .begin(let head): parts.append(ReadPart(head: head))
            case .content(let bytes): parts[parts.count - 1].content += bytes
            case .end: parts[parts.count - 1].isWhole = true
            }
        }
    }

    init(_ text: String, boundary: String = "b", limits: FormLimits = FormLimits()) throws {
        try self.init([Array(text.utf8)[...]], boundary: boundary, limits: limits)
    }

    /// `name=content` of each whole part.
    var summary: [String] {
        parts.filter(\.isWhole).map { "\($0.head.name)=\(String(decoding: $0.content, as: UTF8.self))" }
    }
}
