import Testing

@testable import Web

@Suite struct `The address of a client` {
    // Shows: S-18
    @Test(arguments: [
        ("203.0.113.9", [], "203.0.113.9"),
        ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["1.2.3.4, 198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["1.2.3.4", "198.51.100.1 , 10.0.0.2"], "198.51.100.1"),
        ("10.0.0.1", ["10.0.0.2"], "10.0.0.2"),
        ("10.0.0.1", ["2001:db8::1"], "2001:db8::1"),
        ("10.0.0.1", ["1.2.3.4, <script>"], "10.0.0.1"),
        ("10.0.0.1", ["1.2.3.4,"], "10.0.0.1"),
        ("10.0.0.1", ["1.2.3.4, <script>, 10.0.0.2"], "10.0.0.2"),
    ]) func `is the proxy's word only as far as the proxy is ours`(peer: String, forwarded: [String], address: String) {
        #expect(ClientAddress.find(peer: peer, forwardedFor: forwarded, proxies: ["10.0.0.1", "10.0.0.2"]) == address)
    }
}
