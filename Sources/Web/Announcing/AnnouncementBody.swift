import Complaints
import Pages
public import Registry

/// What another program is sent: type, identifier and time of what happened, and where the case file is read by programs, with
/// a token and under its rights. Nothing of anybody is in it (docs/decisions/0029).
public struct AnnouncementBody: Sendable {
    private let announcement: OutgoingAnnouncement
    private let organisation: String
    private let address: String

    /// - Parameter address: what the addresses of the organisation's pages begin with.
    public init(_ announcement: OutgoingAnnouncement, of organisation: Organisation, at address: String) {
        self.announcement = announcement
        self.organisation = organisation.id
        self.address = address
    }

    /// As it is sent, the same at each attempt.
    public var bytes: [UInt8] { Self.shape.json(self).bytes }

    /// Of a case file; nil for a trial, which is about none.
    private func ofCase(_ text: String) -> String? { announcement.event == nil ? nil : text }

    /// Where programs read the case file.
    private var url: String {
        address + Path.apiCase(announcement.number.isEmpty ? announcement.reference : announcement.number)
    }

    private static let trial = "essai"

    /// What happened, as programs are told it.
    private static func word(of event: AnnouncedEvent) -> String { "dossier.\(event.rawValue)" }

    /// The names are those of Standard Webhooks, and within `data` those of the interface for programs.
    static let shape = Shape<AnnouncementBody>(
        "Avertissement",
        [
            .always("type", .one(AnnouncedEvent.allCases.map(word) + [trial])) {
                .string($0.announcement.event.map(word) ?? trial)
            },
            .string("id") { $0.announcement.id }, .instant("timestamp") { $0.announcement.happenedAt },
            .always("data", data.schema) {
                data.json($0)
            },
        ]
    )

    private static let data = Shape<AnnouncementBody>(
        "DossierAverti",
        [
            .string("organisme") { $0.organisation }, .maybe("reference") { $0.ofCase($0.announcement.reference) },
            .maybe("numero") { $0.ofCase($0.announcement.number) },
            .perhaps("etape", .oneOf(Stage.self)) { body in body.ofCase(body.announcement.stage).map { .string($0) } },
            .maybe("url") { $0.ofCase($0.url) },
        ]
    )
}
