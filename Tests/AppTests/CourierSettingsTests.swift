import Post
import Testing

@testable import App

@Suite struct `The settings of what other programs are told` {
    @Test func `name machines of one's own, in whatever case, and none unless they are named`() async throws {
        let settings = try await Settings(given: [.webhookPrivateHosts: "Gestion.interne, 127.0.0.1"])
        #expect(settings.courier == CourierSettings(privateHosts: ["gestion.interne", "127.0.0.1"]))
        #expect(try await Settings(given: [:]).courier == CourierSettings())
    }

    @Test func `name a file of authorities that can be read`() async throws {
        let bundle = "/etc/ssl/certs/ca-certificates.crt"
        let settings = try await Settings(given: [.webhookAuthority: bundle])
        #expect(settings.courier.certificateAuthorityFile == bundle)
        await #expect(throws: Settings.Mistake.self) {
            _ = try await Settings(given: [.webhookAuthority: "/nulle/part"])
        }
    }
}
