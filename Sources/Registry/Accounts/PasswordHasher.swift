import Dispatch

/// Computes passwords, two at a time and the others in turn, on threads of its own: two hundred sign-ins at once cost
/// 64 MiB, and the pages go on (S-52). One for the whole process.
public actor PasswordHasher {
    /// What new passwords cost.
    public nonisolated let cost: PasswordRecord.Cost
    private let queue = DispatchQueue(label: "passwords", attributes: .concurrent)
    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameter places: how many passwords are computed at the same time.
    public init(cost: PasswordRecord.Cost = .current, places: Int = 2) {
        self.cost = cost
        self.places = places
    }

    /// The record of a new password. - Parameter salt: 16 bytes of chance.
    public func record(_ password: String, salt: [UInt8]) async throws -> PasswordRecord {
        let cost = cost
        return try await inTurn { try PasswordRecord(password, salt: salt, cost: cost) }
    }

    /// Whether a password is the one on record. Without a record it takes as long, and says no (S-44).
    public func verify(_ password: String, against record: PasswordRecord?) async throws -> Bool {
        let record = record ?? PasswordRecord(matchingNothingAt: cost)
        return try await inTurn { try record.matches(password) }
    }

    private func inTurn<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        await takePlace()
        defer { leavePlace() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }

    private func takePlace() async {
        guard places == 0 else {
            places -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// A place goes straight to who waited longest.
    private func leavePlace() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}
