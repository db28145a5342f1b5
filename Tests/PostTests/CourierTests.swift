import TestSupport
import Testing

@testable import Post

@Suite struct `A parcel for another program` {
    private static let here: Set = ["127.0.0.1", "localhost"]

    private func carry(
        _ address: String,
        host: String = "127.0.0.1",
        _ settings: CourierSettings = CourierSettings(privateHosts: Self.here)
    ) async -> Handover {
        let parcel = Parcel(
            address: address,
            host: host,
            headers: [("webhook-id", "a-b"), ("webhook-signature", "v1,abc= v1,def=")],
            body: Array(#"{"type":"essai"}"#.utf8)
        )
        return await HTTPCourier(settings).carry(parcel)
    }

    @Test func `is posted as it is, with what goes with it, and answered by a status`() async throws {
        try await WebhookServer.run { server in
            for status in [200, 204, 410, 500] {
                #expect(await carry(server.address("\(status)?cle=e")) == .answered(status: status))
            }
            let requests = try server.requests()
            #expect(requests.count == 4)
            let first = try #require(requests.first)
            #expect(first.method == "POST" && first.path == "/200?cle=e" && first.body == #"{"type":"essai"}"#)
            #expect(first.headers["content-type"] == "application/json" && first.headers["webhook-id"] == "a-b")
            #expect(first.headers["webhook-signature"] == "v1,abc= v1,def=" && first.headers["expect"] == nil)
        }
    }

    // Shows: S-29
    @Test func `goes no further than where it was sent`() async throws {
        try await WebhookServer.run { server in
            #expect(await carry(server.address("redirect")) == .answered(status: 302))
            let heard = try server.requests()
            #expect(heard.map(\.path) == ["/redirect"])
        }
    }

    // Shows: S-29
    @Test(arguments: ["127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "[::1]", "0.0.0.0"])
    func `never gets to this machine by whatever name, unless the host allows it`(host: String) async throws {
        try await WebhookServer.run { server in
            for settings in [CourierSettings(), CourierSettings(privateHosts: ["gestion.interne"])] {
                for scheme in ["https", "http"] {
                    let handover = await carry("\(scheme)://\(host):\(server.port)/200", host: host, settings)
                    #expect(handover == .failed(.forbidden), "\(scheme)")
                }
            }
            let heard = try server.requests()
            #expect(heard.isEmpty)
        }
    }

    // Shows: S-29
    @Test func `takes no other way than posting, whatever its address says`() async {
        for address in ["file:///etc/passwd", "smtp://127.0.0.1/", "gopher://127.0.0.1/"] {
            let handover = await carry(address)
            #expect([.failed(.forbidden), .failed(.unreachable)].contains(handover), "\(address)")
        }
    }

    @Test func `goes over TLS to whoever has the certificate, and to nobody else`() async throws {
        try await withTemporaryFolder { folder in
            let certificates = try await Certificates.make(in: folder)
            let ours = CourierSettings(
                privateHosts: Self.here,
                certificateAuthorityFile: certificates.authority,
                timeout: 10
            )
            try await WebhookServer.run(certificate: certificates.right) { server in
                #expect(await carry(server.address("200"), ours) == .answered(status: 200))
                let machines = CourierSettings(privateHosts: Self.here)
                #expect(await carry(server.address("200"), machines) == .failed(.insecure))
                let heard = try server.requests()
                #expect(heard.count == 1)
            }
            for wrong in [certificates.anotherHost, certificates.unknownAuthority] {
                try await WebhookServer.run(certificate: wrong) { server in
                    #expect(await carry(server.address("200"), ours) == .failed(.insecure))
                    let heard = try server.requests()
                    #expect(heard.isEmpty)
                }
            }
        }
    }

    @Test func `is given up where no answer comes, and told of as it went`() async throws {
        try await WebhookServer.run { server in
            let brief = CourierSettings(privateHosts: Self.here, timeout: 1)
            #expect(await carry(server.address("slow"), brief) == .failed(.timedOut))
            #expect(await carry(server.address("drop")) == .failed(.interrupted))
            #expect(await carry("http://127.0.0.1:1/200") == .failed(.unreachable))
        }
    }

    @Test func `is answered by the status alone, however much the other program says`() async throws {
        try await WebhookServer.run { server in
            let begun = ContinuousClock.now
            #expect(await carry(server.address("long")) == .answered(status: 200))
            #expect(ContinuousClock.now - begun < .seconds(10))
        }
    }
}

@Suite struct `The reach of an Internet address` {
    private static let addresses: [(bytes: [UInt8], reach: AddressReach)] = [
        ([8, 8, 8, 8], .everywhere), ([172, 15, 0, 1], .everywhere), ([100, 128, 0, 1], .everywhere),
        ([127, 0, 0, 1], .machine), ([127, 9, 9, 9], .machine), ([10, 1, 2, 3], .network), ([172, 16, 0, 1], .network),
        ([172, 31, 255, 255], .network), ([192, 168, 1, 1], .network), ([100, 64, 0, 1], .network),
        ([169, 254, 169, 254], .nowhere), ([0, 0, 0, 0], .nowhere), ([192, 0, 0, 192], .nowhere),
        ([198, 18, 0, 1], .nowhere), ([203, 0, 113, 9], .nowhere), ([224, 0, 0, 1], .nowhere),
        ([255, 255, 255, 255], .nowhere), ([168, 63, 129, 16], .nowhere), ([168, 63, 129, 17], .everywhere),
    ]

    @Test(arguments: addresses)
    func `of four bytes is that of its network`(bytes: [UInt8], reach: AddressReach) {
        #expect(AddressReach(bytes) == reach)
        // The same in the clothes of IPv6, and through a translator.
        #expect(AddressReach([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes) == reach)
        #expect(AddressReach([0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + bytes) == reach)
        // A tunnel leads to any of them.
        #expect(AddressReach([0x20, 0x02] + bytes + [UInt8](repeating: 0, count: 10)) == .nowhere)
    }

    @Test func `of sixteen bytes is public within 2000::/3 alone`() {
        func reach(_ head: [UInt8], ending end: [UInt8] = [1]) -> AddressReach {
            AddressReach(head + [UInt8](repeating: 0, count: 16 - head.count - end.count) + end)
        }
        #expect(reach([0x2A, 0x01, 0x04, 0xF8]) == .everywhere && reach([0x26, 0x06, 0x47]) == .everywhere)
        #expect(
            reach([]) == .machine && reach([], ending: [0]) == .nowhere
                && reach([], ending: [127, 0, 0, 1]) == .nowhere
        )
        #expect(reach([0xFD, 0x12]) == .network && reach([0xFC]) == .network)
        #expect(reach([0xFD, 0x00, 0x0E, 0xC2], ending: [0x02, 0x54]) == .nowhere)
        #expect(
            reach([0xFE, 0x80]) == .nowhere && reach([0xFF, 0x02]) == .nowhere && reach([0xFE, 0xC0]) == .nowhere
        )
        #expect(reach([0x20, 0x01, 0x0D, 0xB8]) == .nowhere && reach([0x20, 0x01, 0, 0]) == .nowhere)
        #expect(AddressReach([]) == .nowhere && AddressReach([1, 2, 3]) == .nowhere)
    }
}
