import Synchronization

/// The registers of this server, by the host name that a request was sent to. Read from the database again every few
/// seconds, since another server, or a command, may have added an organisation.
public final class RegisterDirectory: Sendable {
    /// How long what was read is good for.
    private static let freshness = Duration.seconds(5)

    /// An organisation, and its register or why that cannot be opened.
    public struct Entry: Sendable {
        public let organisation: Organisation
        public let register: Result<Register, any Error>
    }

    private struct Shelf {
        var entries: [Entry] = []
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
    ///
    /// - Throws: as `all`, for this one alone.
    public func register(host: String?) async throws -> Register? {
        let entries = try await entries()
        if let host, let own = entries.first(where: { $0.organisation.host == host }) { return try own.register.get() }
        return entries.count == 1 ? try entries[0].register.get() : nil
    }

    /// Every register; `fresh` ones are read from the database now.
    ///
    /// - Throws: `SigningKeys.Failure` where a key is missing or wrong; `StorageError`.
    public func all(fresh: Bool = false) async throws -> [Register] {
        try await entries(fresh: fresh).map { try $0.register.get() }
    }

    /// Every organisation: a key that is missing or wrong closes the books of its own alone.
    ///
    /// - Throws: `StorageError`.
    public func entries(fresh: Bool = false) async throws -> [Entry] {
        let known = shelf.withLock { shelf in
            let isFresh = shelf.readAt.map { $0.duration(to: .now) < Self.freshness } ?? false
            return isFresh && !fresh ? shelf.entries : nil
        }
        if let known { return known }
        let current = try await organisations.all()
        let kept = shelf.withLock { $0.entries.compactMap { try? $0.register.get() } }
        let entries = current.map { organisation in
            Entry(
                organisation: organisation,
                register: Result {
                    try kept.first { $0.organisation == organisation }
                        ?? organisations.register(of: organisation, compose: compose(organisation))
                }
            )
        }
        shelf.withLock { $0 = Shelf(entries: entries, readAt: .now) }
        return entries
    }
}
