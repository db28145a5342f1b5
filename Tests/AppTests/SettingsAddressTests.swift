import Foundation
import NIOCore
import NIOPosix
import TestSupport
import Testing
import Web

@testable import App

@Suite struct `An address in the settings` {
    // Shows: S-13, S-17
    @Test(arguments: [
        "reclamations.exemple.fr", "ftp://exemple.fr", "https://", "https:exemple.fr", "//exemple.fr", "",
        "https://moi@exemple.fr", "https://exemple.fr/plaintes", "https://exemple.fr?a=1", "https://exemple.fr#a",
        "https://exemple .fr", "https://exemple.fr:99999", "https://exemple.fr//",
    ]) func `of the site that is none is refused, with its option and its words`(url: String) async throws {
        await #expect {
            _ = try await Settings(given: [.baseURL: url])
        } throws: {
            "\($0)".contains("--base-url") && "\($0)".contains("«\u{A0}\(url)\u{A0}»")
        }
    }

    // Shows: S-17
    @Test(arguments: ["https://exemple.fr", "exemple.fr:8080", "[::1]", "", "exemple.fr/", "127.0.0.1:80", "a b"])
    func `to listen on that is none is refused, with its option and its words`(host: String) async throws {
        await #expect {
            _ = try await Settings(given: [.host: host])
        } throws: {
            "\($0)".contains("--host") && "\($0)".contains("«\u{A0}\(host)\u{A0}»")
        }
    }

    // Shows: S-17
    @Test(arguments: [
        ("127.0.0.1", "http://127.0.0.1:81"), ("0.0.0.0", "http://127.0.0.1:81"), ("::", "http://127.0.0.1:81"),
        ("::1", "http://[::1]:81"), ("exemple.fr", "http://exemple.fr:81"),
    ]) func `to listen on gives the site its own`(host: String, url: String) async throws {
        #expect(try await Settings(given: [.host: host, .port: "81"]).baseURL == url)
    }

    // Shows: S-18
    @Test func `of a proxy is what the site believes, and there is none without it`() async throws {
        for (setting, proxies): ([Settings.Name: String], Set<String>) in [
            ([.proxies: "127.0.0.1, ::1"], ["127.0.0.1", "::1"]), ([:], []),
        ] {
            let place = try await TestPlace(.sqlite, setting)
            try await place.write { warehouse in
                let house = try await place.house(warehouse)
                #expect(house.site.hosts.proxies == proxies)
            }
        }
    }

    // Shows: S-17
    @Test func `of the site loses the slash at its end`() async throws {
        let settings = try await Settings(given: [.baseURL: "https://Exemple.fr:8443/", .host: "::1"])
        #expect(settings.baseURL == "https://Exemple.fr:8443" && settings.host == "::1")
    }

    @Test(arguments: [EADDRINUSE, EACCES, EADDRNOTAVAIL])
    func `to listen on that cannot be had is named, with its options`(code: CInt) async throws {
        let settings = try await Settings(given: [.host: "127.0.0.1", .port: "81"])
        let text = OperatorMessage(settings.unheard(IOError(errnoCode: code, reason: "bind"))).text
        #expect(text.contains("127.0.0.1, port 81") && text.contains("--port") && text.hasSuffix("(C-01)"), "\(text)")
        #expect(settings.unheard(CancellationError()) is CancellationError)
    }

    @Test(arguments: ["127.0.0.1", "localhost"]) func `to listen on is tried, whether it is free or taken`(
        host: String
    ) async throws {
        let taken = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: host, port: 0).get()
        let port = try #require(taken.localAddress?.port)
        let settings = try await Settings(given: [.host: host, .port: String(port)], isSheltered: true)
        #expect {
            try settings.tryPort()
        } throws: {
            "\($0)".contains("\(host), port \(port)") && "\($0)".contains("donnez un autre port")
        }
        try await taken.close()
        let free = try await Settings(given: [.host: host, .port: "0"], isSheltered: true)
        try free.tryPort()
        let elsewhere = try await Settings(given: [.host: "192.0.2.1", .port: "0"], isSheltered: true)
        #expect(throws: Settings.Mistake.self) { try elsewhere.tryPort() }
    }
}
