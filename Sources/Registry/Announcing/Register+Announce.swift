import Complaints
import Storage

/// What happened, as far as another program is told of it.
struct Announced {
    let event: AnnouncedEvent
    let caseFile: CaseFile.ID
    let reference: ReceptionReference
    let number: RegisterNumber?
    let stage: Stage
}

extension Register {
    /// Writes what every program that asked for it will be told of an event, in the event's own transaction. Of a case that
    /// is open to few nothing leaves, and what has not left by then never does.
    func announce(
        _ event: Event,
        since before: CaseFile,
        _ after: CaseFile,
        _ signature: Signature,
        _ draws: Draws,
        in connection: any Connection
    ) throws {
        guard after.restriction == nil, before.restriction == nil else {
            if before.restriction == nil { try withhold(after.id, in: connection) }
            return
        }
        guard let event = AnnouncedEvent(event) else { return }
        let announced = Announced(
            event: event,
            caseFile: after.id,
            reference: after.reception.reference,
            number: after.number,
            stage: after.stage
        )
        try announce(announced, signature, draws, in: connection)
    }

    func announce(
        _ announced: Announced,
        _ signature: Signature,
        _ draws: Draws,
        in connection: any Connection
    ) throws {
        let (at, event) = (signature.instant.description, announced.event.rawValue)
        try connection.run(
            """
            INSERT INTO announcement (organisation, id, subscriber, event, case_file, reference, number, stage,
                happened_at, state, tried_since, next_attempt_at)
            SELECT s.organisation, s.id || '-' || \(draws.announcement), s.id, \(event),
                \(announced.caseFile.description), \(announced.reference.description),
                \(announced.number?.description ?? ""), \(announced.stage.rawValue), \(at), 'attente', \(at), \(at)
            FROM subscriber s WHERE s.organisation = \(organisation.id) AND s.state = 'actif'
                AND s.events LIKE \("% \(event) %")
            """
        )
    }

    /// Takes back what has not arrived of a case that is now open to few.
    private func withhold(_ id: CaseFile.ID, in connection: any Connection) throws {
        try connection.run(
            """
            DELETE FROM announcement
            WHERE organisation = \(organisation.id) AND case_file = \(id.description) AND state <> 'remis'
            """
        )
    }
}
