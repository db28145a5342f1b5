import Mail

/// Reads in a child that can do nothing else (S-77).
struct ConfinedReadingRoom: MailReadingRoom {
    let child: ReadingChild

    func read(_ raw: [UInt8]) async throws -> ReadMail? {
        switch await child.read(raw) {
        case .read(let mail): return mail
        case .unreadable(.unavailable): throw ReadingUnavailable()
        case .unreadable: return nil
        }
    }
}
