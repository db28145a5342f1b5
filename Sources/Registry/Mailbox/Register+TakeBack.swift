public import Complaints
import Storage

extension Register {
    /// A mail system reports that a letter of ours did not arrive: the letter is here again, for somebody to see to, in one
    /// transaction with the ledger's word of it. A report on what is none of ours, or was seen to before, changes nothing.
    public func takeBack(_ mail: PendingMail, _ reading: IncomingMail, _ sorting: MailSorting) async throws {
        let signature = Signature(by: .system, at: world.now())
        let draws = Draws(from: world)
        let words = reading.reports.filter(\.isFinal).map(\.words).first { !$0.isEmpty } ?? ""
        try await database.write(scope) { connection in
            guard try sort(mail.id, as: sorting, in: connection), let id = sorting.caseFile,
                let letter = try returnedLetter(reading, in: connection)
            else { return }
            try note(letter, of: mail, in: connection)
            let standing = try load(id, in: connection)
            guard let event = standing.caseFile.takeBack(letter, saying: words) else { return }
            _ = try record(event, on: standing, signature, draws, in: connection)
        }
    }

    private func note(_ letter: String, of mail: PendingMail, in connection: any Connection) throws {
        try connection.run(
            "UPDATE mail SET letter = \(letter) WHERE organisation = \(organisation.id) AND id = \(mail.id)"
        )
    }
}
