import Complaints
import Pages
public import Registry

/// What another program is sent: type, identifier and time of what happened, and where the case file is read by programs, with
/// a token and under its rights. Nothing of anybody is in it (docs/decisions/0029).
public struct AnnouncementBody: Sendable {
    private let json: JSON

    /// - Parameter address: what the addresses of the organisation's pages begin with.
    public init(_ announcement: OutgoingAnnouncement, of organisation: Organisation, at address: String) {
        let data: JSON
        if announcement.event == nil {
            data = .members(["organisme": .string(organisation.id)])
        } else {
            let number = announcement.number.isEmpty ? nil : announcement.number
            let path = Path.apiCase(number ?? announcement.reference)
            data = .members([
                "organisme": .string(organisation.id), "reference": .string(announcement.reference),
                "numero": number.map { .string($0) }, "etape": .string(announcement.stage),
                "url": .string(address + path),
            ])
        }
        json = .members([
            "type": .string(Self.type(of: announcement.event)), "id": .string(announcement.id),
            "timestamp": .string(announcement.happenedAt.description), "data": data,
        ])
    }

    /// As it is sent, the same at each attempt.
    public var bytes: [UInt8] { json.bytes }

    /// What happened, as programs are told it.
    static func type(of event: AnnouncedEvent?) -> String { event.map { "dossier.\($0.rawValue)" } ?? "essai" }
}
