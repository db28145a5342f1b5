import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

@Suite struct `The site's cookies` {
    private func request(_ cookies: String...) -> Request {
        var head = HTTPRequest(method: .get, scheme: "https", authority: "localhost", path: "/")
        head.headerFields[values: .cookie] = cookies
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }

    // Shows: S-07
    @Test func `are for this host alone, and for no script`() {
        var response = Response(status: .ok)
        SiteCookies(isSecure: true).set("session", to: "abc", for: 60, on: &response)
        SiteCookies(isSecure: true).clear("suivi", on: &response)
        #expect(
            response.headers[values: .setCookie] == [
                "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure",
                "__Host-suivi=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure",
            ]
        )
    }

    // Shows: S-07
    @Test func `go by their bare names where there is no TLS`() {
        var response = Response(status: .ok)
        SiteCookies(isSecure: false).set("session", to: "abc", on: &response)
        #expect(response.headers[.setCookie] == "session=abc; Path=/; HttpOnly; SameSite=Lax")
        #expect(SiteCookies(isSecure: false).value("session", of: request("session=abc")) == "abc")
    }

    // Shows: S-07
    @Test func `are read by their full name, and not at all where there are two`() {
        let cookies = SiteCookies(isSecure: true)
        #expect(cookies.value("session", of: request("a=b; __Host-session=abc=; c=d")) == "abc=")
        #expect(cookies.value("session", of: request("a=b", "__Host-session=abc")) == "abc")
        #expect(cookies.value("session", of: request("session=abc; x__Host-session=abc")) == nil)
        #expect(cookies.value("session", of: request("__Host-session=abc; __Host-session=def")) == nil)
        #expect(cookies.value("session", of: request("__Host-session=abc", "__Host-session=abc")) == nil)
        #expect(cookies.value("session", of: request()) == nil)
    }
}
