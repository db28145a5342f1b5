import Testing

@testable import Web

@Suite struct `The network of a visitor` {
    // Shows: S-42
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1/32"), ("::ffff:192.0.2.1", "192.0.2.1/32"),
        ("2001:db8:1:2:3:4:5:6", "20010db800010002/64"), ("2001:DB8:1:2::9", "20010db800010002/64"),
        ("2001:db8:1:3::9", "20010db800010003/64"), ("::1", "127.0.0.1/32"),
    ]) func `is an address of four bytes, or the first half of a long one`(address: String, network: String) {
        #expect(VisitorNetwork(address)?.description == network)
    }

    @Test(arguments: ["", "localhost", "192.0.2", "192.0.2.256", "1:2", "fe80::1%eth0"])
    func `is none where there is no address`(address: String) {
        #expect(VisitorNetwork(address) == nil)
    }

    // Shows: S-42
    @Test(arguments: [
        ("127.0.0.1", true), ("127.0.1.7", true), ("::1", true), ("::ffff:127.0.0.1", true), ("128.0.0.1", false),
        ("7f00::1", false), ("10.0.0.1", false),
    ]) func `is the machine itself under any of its own addresses`(address: String, isOwn: Bool) {
        #expect(VisitorNetwork(address)?.isThisMachine == isOwn)
    }
}
