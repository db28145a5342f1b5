import Storage
import Synchronization

/// The registers of this server, by the host name that a request was sent to. Read from the database again every few
/// seconds, since another server, or a command, may have added an organisation.
///
/// An organisation whose books are out of order is set aside, tried again each time, and keeps nobody else from being
/// served.
public final class RegisterDirectory: Sendable {
    /// How long what was read is good for.
    private static let freshness = Duration.seconds(5)

    private struct Shelf {
        var registers: [Register] = []
        var outOfOrder: [OutOfOrder] = []
        var readAt: ContinuousClock.Instant?
        /// How often somebody has asked for it.
        var asked = 0
        /// Whose question it was read for.
        var reading = 0
        /// How often each organisation's books have been doubted.
        var doubts: [String: Int] = [:]
    }

    let organisations: Organisations
    private let tell: @Sendable (OutOfOrder) -> Void
    private let compose: @Sendable (Organisation) -> LetterComposer
    private let shelf = Mutex(Shelf())

    /// - Parameters:
    ///   - tell: told once of each organisation that is out of order, as long as the reason stays the same.
    ///   - compose: how an organisation's letters are worded.
    public init(
        organisations: Organisations,
        tell: @escaping @Sendable (OutOfOrder) -> Void = { _ in },
        compose: @escaping @Sendable (Organisation) -> LetterComposer
    ) {
        self.organisations = organisations
        self.tell = tell
        self.compose = compose
    }

    /// The register that a host name designates: its own, or the only one there is. Nil where there is none.
    ///
    /// - Throws: `OutOfOrder` where that one is; `StorageError`.
    public func register(host: String?) async throws -> Register? {
        let shelf = try await current()
        if let host {
            if let own = shelf.registers.first(where: { $0.organisation.host == host }) { return own }
            if let own = shelf.outOfOrder.first(where: { $0.organisation.host == host }) { throw own }
        }
        guard shelf.registers.count + shelf.outOfOrder.count == 1 else { return nil }
        if let only = shelf.outOfOrder.first { throw only }
        return shelf.registers.first
    }

    /// Every register that is in order; `fresh` ones are read from the database now. - Throws: `StorageError`.
    public func all(fresh: Bool = false) async throws -> [Register] { try await current(fresh: fresh).registers }

    /// Reads all of them anew, since something was written: every request after it sees that. Where they cannot be read
    /// now, the next request reads them, and what was written stands all the same.
    public func refresh() async {
        do {
            _ = try await current(fresh: true)
        } catch {
            shelf.withLock { shelf in
                // What somebody has asked for before, and may yet read, is too old.
                shelf.asked += 1
                shelf.reading = shelf.asked
                shelf.readAt = nil
            }
        }
    }

    /// The organisations that are not.
    public func outOfOrder() async throws -> [OutOfOrder] { try await current().outOfOrder }

    /// Every organisation, in order or not. - Throws: `StorageError`.
    public func everyOrganisation() async throws -> [Organisation] {
        let shelf = try await current()
        return shelf.registers.map(\.organisation) + shelf.outOfOrder.map(\.organisation)
    }

    /// Whether there is no organisation yet.
    public func isEmpty() async throws -> Bool { try await everyOrganisation().isEmpty }

    /// Whether an organisation, in order or not, has this host name.
    public func knows(host: String) async throws -> Bool {
        try await everyOrganisation().contains { $0.host == host }
    }

    /// Looks at an organisation's books anew before anybody uses them again: something was wrong with them.
    public func doubt(_ organisation: Organisation) {
        shelf.withLock { shelf in
            shelf.registers.removeAll { $0.organisation == organisation }
            shelf.readAt = nil
            shelf.doubts[organisation.id, default: 0] += 1
        }
    }

    private func current(fresh: Bool = false) async throws -> Shelf {
        let known = shelf.withLock { shelf in
            shelf.asked += 1
            return shelf
        }
        if !fresh, let readAt = known.readAt, readAt.duration(to: .now) < Self.freshness { return known }
        var next = Shelf(reading: known.asked, doubts: known.doubts)
        let kept = Dictionary(known.registers.map { ($0.organisation, $0) }) { first, _ in first }
        for organisation in try await organisations.all() {
            if let register = kept[organisation] {
                next.registers.append(register)
                continue
            }
            do {
                next.registers.append(try await open(organisation))
            } catch  where error.concernsOneOrganisation {
                next.outOfOrder.append(
                    OutOfOrder(organisation: organisation, reference: organisations.freshReference(), reason: error)
                )
            }
        }
        next.readAt = .now
        return put(next)
    }

    /// A register whose key is right and whose head may be signed.
    private func open(_ organisation: Organisation) async throws -> Register {
        let register = try organisations.register(of: organisation, compose: compose(organisation))
        _ = try await register.checkpoint()
        return register
    }

    /// Puts what was read on the shelf, unless what was asked for later is there already, and tells what is new of those
    /// that are out of order. Books doubted meanwhile stay in doubt.
    private func put(_ next: Shelf) -> Shelf {
        let (shelf, news) = shelf.withLock { shelf in
            var next = next
            let known = shelf.outOfOrder
            next.outOfOrder = next.outOfOrder.map { one in known.first { $0.isSame(as: one) } ?? one }
            guard next.reading > shelf.reading else { return (next, [] as [OutOfOrder]) }
            let doubts = shelf.doubts
            shelf.registers = next.registers.filter { register in
                doubts[register.organisation.id] == next.doubts[register.organisation.id]
            }
            shelf.outOfOrder = next.outOfOrder
            shelf.reading = next.reading
            shelf.readAt = shelf.registers.count == next.registers.count ? next.readAt : nil
            return (next, next.outOfOrder.filter { one in !known.contains { $0.reference == one.reference } })
        }
        news.forEach(tell)
        return shelf
    }
}

extension Organisations {
    /// Eight characters that a person can read out.
    fileprivate func freshReference() -> String { Crockford.encode(world.bytes(5)) }
}

extension Error {
    /// Whether an organisation's own books are at fault, rather than the database that all of them are in.
    fileprivate var concernsOneOrganisation: Bool {
        switch self as any Error {
        case StorageError.failed: true
        case is StorageError, is CancellationError: false
        default: true
        }
    }
}
