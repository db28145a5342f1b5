private import Dispatch

/// The real post office: a mail relay spoken to by libcurl, one letter at a time.
///
/// libcurl blocks, so each delivery runs on a queue of its own and never on a thread that serves pages. A delivery that
/// has begun is not cut short when its task is cancelled, for that is how letters get sent twice; it ends by itself
/// within the limits of `SMTPSettings.timeout`.
public struct SMTPPostOffice: PostOffice {
    private let settings: SMTPSettings
    private let queue = DispatchQueue(label: "doleances.post")

    /// A post office for the relay of `settings`. Nothing is connected before the first letter.
    public init(_ settings: SMTPSettings) {
        self.settings = settings
    }

    /// Hands `message` to the relay, after the letters that came before it.
    public func deliver(_ message: [UInt8], envelope: Envelope) async -> Delivery {
        await withCheckedContinuation { continuation in
            queue.async { [settings] in
                continuation.resume(returning: SMTPTransfer(message, envelope, settings).run())
            }
        }
    }
}
