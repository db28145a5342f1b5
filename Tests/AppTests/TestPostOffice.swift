import Mail
import Post
import Synchronization

/// A post office that keeps the envelopes and what was in them, and answers each letter as a test says.
final class TestPostOffice: PostOffice {
    private let kept = Mutex<[(envelope: Envelope, message: [UInt8])]>([])
    private let answer: @Sendable (Int) async -> Delivery

    /// - Parameter answer: given how many letters have come, this one included.
    init(_ answer: @escaping @Sendable (Int) async -> Delivery = { _ in .accepted(reply: "250 Ok") }) {
        self.answer = answer
    }

    func deliver(_ message: [UInt8], envelope: Envelope) async -> Delivery {
        let count = kept.withLock { kept in
            kept.append((envelope, message))
            return kept.count
        }
        return await answer(count)
    }

    /// What was brought so far.
    var envelopes: [Envelope] { kept.withLock { $0.map(\.envelope) } }

    /// What was in them.
    var messages: [[UInt8]] { kept.withLock { $0.map(\.message) } }
}
