import Foundation
import Mail

/// What goes between a server and its reader of mails: lengths first, four bytes each, the highest first. A mail goes in as
/// it is; what was read comes back as JSON, and the bytes of its files after it, for JSON would make five of each.
enum ReadingFrames {
    /// The most bytes of an answer: those of the files are at most the mail's own.
    static let mostAnswer = 96 << 20

    static func length(_ count: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) }
    }

    static func count(_ bytes: some Collection<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    /// What was read, as it goes over the wire, without its own length.
    static func answer(_ mail: ReadMail) throws -> [UInt8] {
        var words = mail
        for index in words.files.indices { words.files[index].bytes = [] }
        let json = try JSONEncoder().encode(words)
        var answer = length(json.count) + json
        answer.reserveCapacity(mail.files.reduce(answer.count) { $0 + $1.bytes.count + 4 })
        for file in mail.files { answer += length(file.bytes.count) + file.bytes }
        return answer
    }

    /// What a reader says to have read; nil where it makes no sense. Whoever wrote the mail may have written this too.
    static func read(_ answer: [UInt8]) -> ReadMail? {
        var rest = answer[...]
        guard let json = part(&rest), isClean(json),
            var mail = try? JSONDecoder().decode(ReadMail.self, from: Data(json))
        else { return nil }
        for index in mail.files.indices {
            guard let bytes = part(&rest), mail.files[index].bytes.isEmpty else { return nil }
            mail.files[index].bytes = Array(bytes)
        }
        return rest.isEmpty ? mail : nil
    }

    private static func part(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard rest.count >= 4 else { return nil }
        let count = count(rest.prefix(4))
        rest = rest.dropFirst(4)
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// Whether no text has NUL or another control than line feeds and tabs.
    private static func isClean(_ json: ArraySlice<UInt8>) -> Bool {
        var index = json.startIndex
        while index < json.endIndex {
            let byte = json[index]
            if byte < 0x20 || byte == 0x7F { return false }
            let next = index + 1 < json.endIndex ? json[index + 1] : 0
            if byte == 0xC2, next < 0xA0 { return false }
            if byte == UInt8(ascii: "\\") {
                // Our encoder escapes so nothing but controls.
                if [UInt8(ascii: "u"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "r")].contains(next) {
                    return false
                }
                index += 1
            }
            index += 1
        }
        return true
    }
}
