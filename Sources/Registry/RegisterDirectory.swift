import Synchronization

/// The registers of this server, by the host name that a request was sent to. Read from the database again every few
/// seconds, since another server, or a command, may have added an organisation.
public final class RegisterDirectory: Sendable {
    /// How long what was read is good for.
    private static let freshness = Duration.seconds(5)

    private struct Shelf {
        var registers: [Register] = []
        var readAt: ContinuousClock.Instant?
    }

    private let organisations: Organisations
    private let compose: @Sendable (Organisation) -> LetterComposer
    private let shelf = Mutex(Shelf())

    /// - Parameter compose: how an organisation's letters are worded.
    public init(organisations: Organisations, compose: @escaping @Sendable (Organisation) -> LetterComposer) {
        self.organisations = organisations
        self.compose = compose
    }

    /// The register that a host name designates: its own, or the only one there is. Nil where there is none.
    public func register(host: String?) async throws -> Register? {
        let registers = try await all()
        if let host, let own = registers.first(where: { $0.organisation.host == host }) { return own }
        return registers.count == 1 ? registers[0] : nil
    }

    /// Every register; `fresh` ones are read from the database now.
    ///
    /// - Throws: `SigningKeys.Failure` where a key is missing or wrong; `StorageError`.
    public func all(fresh: Bool = false) async throws -> [Register] {
        let known = shelf.withLock { shelf in
            let isFresh = shelf.readAt.map { $0.duration(to: .now) < Self.freshness } ?? false
            return isFresh && !fresh ? shelf.registers : nil
        }
        if let known { return known }
        let current = try await organisations.all()
        let kept = shelf.withLock { $0.registers }
        let registers = try current.map { organisation in
            try kept.first { $0.organisation == organisation }
                ?? organisations.register(of: organisation, compose: compose(organisation))
        }
        shelf.withLock { $0 = Shelf(registers: registers, readAt: .now) }
        return registers
    }
}
