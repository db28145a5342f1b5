import HTTPTypes

/// The rules of the HTTP Observatory on one answer over HTTPS (MDN, « Tests & Scoring »). What it looks at beyond the answer
/// is left out: whether the host is on the browsers' preload list, and where plain HTTP leads.
struct Observatory {
    let headers: HTTPFields
    let body: String

    /// From 100, what is lost; what is won counts from 90 on only.
    var score: Int {
        let points = [cookies, sharing, policy, transport, referrer, integrity, sniffing, framing, resources]
        let base = 100 + points.filter { $0 < 0 }.reduce(0, +)
        return max(0, base < 90 ? base : base + points.filter { $0 > 0 }.reduce(0, +))
    }

    private func value(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }?.lowercased()
    }

    private var cookies: Int {
        let set = headers[values: .setCookie].map { $0.lowercased().replacing(" ", with: "").split(separator: ";") }
        if set.isEmpty { return 0 }
        if set.contains(where: { !$0.contains("secure") }) { return -20 }
        if set.contains(where: { !$0.contains("httponly") }) { return -30 }
        return set.allSatisfy { $0.contains("samesite=lax") || $0.contains("samesite=strict") } ? 5 : 0
    }

    private var sharing: Int { value("Access-Control-Allow-Origin") == "*" ? -50 : 0 }

    /// The sources that the content security policy allows, by directive; nil where there is none.
    private var directives: [String: [Substring]]? {
        guard let policy = value("Content-Security-Policy") else { return nil }
        let parts = policy.split(separator: ";").map { $0.split(separator: " ") }.filter { !$0.isEmpty }
        return Dictionary(parts.map { (String($0[0]), Array($0.dropFirst())) }) { first, _ in first }
    }

    private var policy: Int {
        guard let directives else { return -25 }
        guard let scripts = directives["script-src"] ?? directives["default-src"],
            let objects = directives["object-src"] ?? directives["default-src"]
        else { return -20 }
        let broad: [Substring] = ["'unsafe-inline'", "data:", "https:", "http:", "*"]
        if (scripts + objects).contains(where: broad.contains) { return -20 }
        if scripts.contains("'unsafe-eval'") { return -10 }
        let styles = directives["style-src"] ?? directives["default-src"] ?? []
        if styles.contains(where: broad.contains) { return 0 }
        return directives["default-src"] == ["'none'"] ? 10 : 5
    }

    private var transport: Int {
        let age = value("Strict-Transport-Security")?.firstMatch(of: /max-age=(\d+)/).flatMap { Int($0.1) }
        return age.map { $0 >= 15_768_000 ? 0 : -10 } ?? -20
    }

    private var referrer: Int {
        switch value("Referrer-Policy") {
        case "no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin": 5
        case "no-referrer-when-downgrade", nil: 0
        default: -5
        }
    }

    private var integrity: Int {
        let scripts = body.matches(of: /<script\b[^>]*\bsrc="([^"]*)"[^>]*>/)
        let areOurs = scripts.allSatisfy { $0.1.hasPrefix("/") && !$0.1.hasPrefix("//") }
        if !areOurs { return -50 }
        return !scripts.isEmpty && scripts.allSatisfy { $0.0.contains("integrity=") } ? 5 : 0
    }

    private var sniffing: Int { value("X-Content-Type-Options") == "nosniff" ? 0 : -5 }

    private var framing: Int {
        if directives?["frame-ancestors"] != nil { return 5 }
        return ["deny", "sameorigin"].contains(value("X-Frame-Options")) ? 0 : -20
    }

    private var resources: Int {
        switch value("Cross-Origin-Resource-Policy") {
        case "same-origin", "same-site", nil: 0
        default: -20
        }
    }
}
