internal import CCurl

/// An address as libcurl takes it apart, so that whoever is judged is whoever is asked.
struct WebAddress: Sendable, Hashable {
    let scheme: String
    /// In lower case, and between brackets where it is an address of IPv6.
    let host: String

    /// Nil for what is no address to libcurl.
    init?(_ text: String) {
        guard let url = curl_url() else { return nil }
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK, let scheme = Self.part(CURLUPART_SCHEME, of: url),
            let host = Self.part(CURLUPART_HOST, of: url)
        else { return nil }
        self.scheme = scheme.lowercased()
        self.host = host.lowercased()
    }

    var isClear: Bool { scheme == "http" }

    /// Whether it names this machine.
    var isHere: Bool { ["127.0.0.1", "localhost", "[::1]"].contains(host) }

    private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
