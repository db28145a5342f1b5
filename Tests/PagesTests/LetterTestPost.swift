import Complaints

@testable import Pages

/// Letters as the tests send and read them.
enum LetterTestPost {
    static func writer(_ press: Press) -> LetterWriter { LetterSamples.writer(press) }

    static func pen(_ request: LetterRequest, _ press: Press) -> LetterPen {
        LetterPen(request: request, press: press, site: "https://reclamations.cine-atelier.example", isOnPaper: false)
    }

    static func html(_ request: LetterRequest, _ press: Press) -> String {
        LetterHTML(pen(request, press).sheet, colon: press.words("letters.colon")).text
    }
}

extension ComposedLetter {
    /// Subject and text with the line ends of wrapping taken out, to look for sentences.
    var unwrapped: String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return subject + " " + lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
    }

    /// The header lines of the message.
    var headers: [String] {
        let head = String(decoding: message, as: UTF8.self).split(separator: "\r\n\r\n").first ?? ""
        return head.split(separator: "\r\n").map(String.init)
    }
}
