import Foundation

/// The network that a visitor comes from, as limits count it: an IPv4 address, or the first 64 bits of an IPv6 address,
/// of which whoever has one has them all (S-42).
struct VisitorNetwork: Hashable, Sendable, CustomStringConvertible {
    /// Four bytes, or eight.
    private let bytes: [UInt8]

    /// Nil where the text is no address: a test, a Unix socket.
    init?(_ address: String) {
        if let bytes = Self.read(address, AF_INET, 4) {
            self.bytes = bytes
            return
        }
        guard let bytes = Self.read(address, AF_INET6, 16) else { return nil }
        // An IPv4 visitor of a server that listens on `::` comes as `::ffff:192.0.2.1`.
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        let isLoopback = bytes == [UInt8](repeating: 0, count: 15) + [1]
        self.bytes = isMapped ? Array(bytes[12...]) : isLoopback ? [127, 0, 0, 1] : Array(bytes[..<8])
    }

    /// Whether it is the machine itself, nobody's proxy: whoever is there needs no form to do harm.
    var isThisMachine: Bool { bytes.count == 4 && bytes[0] == 127 }

    /// `192.0.2.1/32`, `20010db800000000/64`: the same for the same network, however its addresses are written.
    var description: String {
        guard bytes.count == 8 else { return bytes.map(String.init).joined(separator: ".") + "/32" }
        return bytes.map { String(0x100 | Int($0), radix: 16).dropFirst() }.joined() + "/64"
    }

    private static func read(_ address: String, _ family: Int32, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, address, &bytes) == 1 ? bytes : nil
    }
}
