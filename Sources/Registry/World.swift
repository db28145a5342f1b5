public import Complaints

/// What the rules must not know: the time and chance. Two closures, so that a test owns both.
public struct World: Sendable {
    /// The time, UTC. Read once per transaction.
    public let now: @Sendable () -> Instant
    /// That many unpredictable bytes, from the system's generator.
    public let bytes: @Sendable (Int) -> [UInt8]

    public init(now: @escaping @Sendable () -> Instant, bytes: @escaping @Sendable (Int) -> [UInt8]) {
        self.now = now
        self.bytes = bytes
    }

    /// 128 bits of chance in lower case hexadecimal: an identifier derived from nothing (S-57).
    public func identifier() -> String { hexadecimal(bytes(16)) }
}

/// Lower case hexadecimal.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
