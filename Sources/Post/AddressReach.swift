/// From where an Internet address is reached, so that nobody who names a host makes this server speak to what only it can
/// reach.
enum AddressReach: Sendable, Hashable {
    /// The public Internet.
    case everywhere
    /// A network of somebody's own: private addresses, those of carriers, unique local ones.
    case network
    /// This machine.
    case machine
    /// Nothing that is spoken to: link-local addresses, among which clouds serve their machines' secrets, their like
    /// elsewhere, multicast, what is reserved or is only an example.
    case nowhere

    /// - Parameter bytes: 4 or 16, in the order of the network.
    init(_ bytes: [UInt8]) {
        switch bytes.count {
        case 4: self = Self.ofFour(bytes)
        case 16: self = Self.ofSixteen(bytes)
        default: self = .nowhere
        }
    }

    /// IPv4, by the registry of special addresses (RFC 6890).
    private static func ofFour(_ bytes: [UInt8]) -> AddressReach {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (127, _, _): .machine
        case (10, _, _), (172, 16...31, _), (192, 168, _), (100, 64...127, _): .network
        case (0, _, _), (169, 254, _), (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100),
            (203, 0, 113), (224..., _, _):
            .nowhere
        // What Azure serves its machines from.
        case (168, 63, 129): bytes[3] == 16 ? .nowhere : .everywhere
        default: .everywhere
        }
    }

    private static func ofSixteen(_ bytes: [UInt8]) -> AddressReach {
        let isZero = bytes[..<10].allSatisfy { $0 == 0 }
        // IPv4 in IPv6's clothes, and what translates between them (RFC 4291, RFC 6052): the address within counts.
        if isZero, bytes[10] == 0xFF, bytes[11] == 0xFF { return ofFour(Array(bytes[12...])) }
        if bytes[..<12] == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] { return ofFour(Array(bytes[12...])) }
        if isZero, bytes[10..<15].allSatisfy({ $0 == 0 }) { return bytes[15] == 1 ? .machine : .nowhere }
        // What Amazon serves its machines from.
        if bytes == [0xFD, 0, 0x0E, 0xC2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54] { return .nowhere }
        if bytes[0] & 0xFE == 0xFC { return .network }
        return isGlobal(bytes) ? .everywhere : .nowhere
    }

    /// 2000::/3 without protocols of the network's own, tunnels, which lead to any IPv4 address, and examples.
    private static func isGlobal(_ bytes: [UInt8]) -> Bool {
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        return switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0x20, 0x01, 0...1, _), (0x20, 0x01, 0x0D, 0xB8), (0x20, 0x02, _, _), (0x3F, 0xFF, 0...0x0F, _): false
        default: true
        }
    }
}
