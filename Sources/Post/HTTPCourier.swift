private import Dispatch

/// The real courier: other programs spoken to by libcurl. It blocks, so each attempt has a thread of its own meanwhile; who
/// sends sees to it that there are few at a time.
public struct HTTPCourier: Courier {
    private let settings: CourierSettings
    private let queue = DispatchQueue(label: "doleances.courier", attributes: .concurrent)

    /// Nothing is connected before the first parcel.
    public init(_ settings: CourierSettings) {
        self.settings = settings
    }

    public func carry(_ parcel: Parcel) async -> Handover {
        await withCheckedContinuation { continuation in
            queue.async { [settings] in
                continuation.resume(returning: HTTPTransfer(parcel, settings).run())
            }
        }
    }
}
