public import Complaints

/// Due dates as a calendar reads them (RFC 5545): numbers and kinds of date alone, a whole day each. Neither a name nor a word
/// of a complaint.
public struct CalendarFeed: Sendable {
    /// The file: lines end with CRLF, and none is longer than 75 bytes.
    public let text: String

    /// - Parameters:
    ///   - cases: those that its owner may see.
    ///   - wait: how long what a complaint lacks is waited for.
    ///   - address: what the site's own addresses begin with, without a slash at the end.
    ///   - now: when it is made.
    public init(
        _ cases: [WatchedCase],
        _ wait: CompletionWait,
        address: String,
        provider: String,
        now: Instant,
        press: Press
    ) {
        let stamp = Self.compact(now.description)
        let title = press.words("export.agenda.title", ["provider": provider])
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Doleances//Echeances//FR", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(title))", "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
            "X-PUBLISHED-TTL:PT6H",
        ]
        let events = cases.flatMap { watched in
            watched.dues(wait).flatMap { due in
                let kind = press.words("export.agenda.\(due.step.rawValue)")
                let summary = press.words("export.agenda.event", ["number": watched.identifier, "kind": kind])
                return [
                    "BEGIN:VEVENT", "UID:\(due.step.rawValue)-\(watched.id)@doleances", "DTSTAMP:\(stamp)",
                    "DTSTART;VALUE=DATE:\(Self.compact(due.day.description))",
                    "DTEND;VALUE=DATE:\(Self.compact(due.day.adding(days: 1).description))",
                    "SUMMARY:\(Self.escaped(summary))", "URL:\(address)\(Path.caseFile(watched.identifier))",
                    "TRANSP:TRANSPARENT", "END:VEVENT",
                ]
            }
        }
        text = (head + events + ["END:VCALENDAR"]).map { Self.folded($0) + "\r\n" }.joined()
    }

    /// A day or a moment as the format writes them: without its marks.
    private static func compact(_ written: String) -> String { written.filter { $0 != "-" && $0 != ":" } }

    /// A text as the format holds it (RFC 5545, 3.3.11).
    static func escaped(_ text: String) -> String {
        text.allLines.joined(separator: " ").replacing("\\", with: "\\\\").replacing(";", with: "\\;")
            .replacing(",", with: "\\,")
    }

    /// A line in pieces of at most 75 bytes, of which all but the first begin with a blank (RFC 5545, 3.1). No character is
    /// cut in two.
    static func folded(_ line: String) -> String {
        var pieces = [""]
        var length = 0
        for character in line.unicodeScalars {
            let size = String(character).utf8.count
            if length + size > 75 {
                pieces.append(" ")
                length = 1
            }
            pieces[pieces.count - 1].unicodeScalars.append(character)
            length += size
        }
        return pieces.joined(separator: "\r\n")
    }
}
