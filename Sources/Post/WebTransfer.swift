internal import CCurl

/// One question to a server and its answer. It blocks, and stays on the thread that made it.
final class WebTransfer {
    /// Bytes of an answer; a longer one is none.
    private static let most = 262_144

    private let request: WebRequest
    private let certificateAuthorityFile: String?
    private let timeout: Int
    private var body: [UInt8] = []

    init(_ request: WebRequest, _ certificateAuthorityFile: String?, _ timeout: Int) {
        self.request = request
        self.certificateAuthorityFile = certificateAuthorityFile
        self.timeout = timeout
    }

    func run() -> Result<WebReply, WebFailure> {
        do throws(CurlFailure) {
            let handle = try CurlHandle()
            try secure(handle)
            try limit(handle)
            try write(handle)
            try listen(handle)
            try handle.perform()
            return .success(WebReply(status: ccurl_status(handle.raw), body: body))
        } catch {
            return .failure(WebFailure(words: error.words))
        }
    }

    private func secure(_ handle: CurlHandle) throws(CurlFailure) {
        let isClear = request.address.hasPrefix("http://")
        guard !isClear || Self.isHere(request.address) else {
            throw CurlFailure(code: CURLE_UNSUPPORTED_PROTOCOL, words: "clear text to another machine")
        }
        try handle.check(ccurl_allow_web_only(handle.raw, isClear ? 1 : 0))
        try handle.set(CURLOPT_URL, request.address)
        // Whoever sends elsewhere is not the server that the settings name.
        try handle.set(CURLOPT_FOLLOWLOCATION, 0)
        try handle.set(CURLOPT_PROXY, "")
        try handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        try handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = certificateAuthorityFile {
            try handle.set(CURLOPT_CAINFO, file)
            try handle.set(CURLOPT_CAPATH, nil)
        }
    }

    /// Whether an address in clear text is one of this machine's.
    private static func isHere(_ address: String) -> Bool {
        let authority = address.dropFirst("http://".count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return ["127.0.0.1", "localhost", "[::1]"].contains { host in
            authority == host
                || (authority.hasPrefix(host + ":") && authority.dropFirst(host.count + 1).allSatisfy(\.isNumber))
        }
    }

    private func limit(_ handle: CurlHandle) throws(CurlFailure) {
        try handle.set(CURLOPT_NOSIGNAL, 1)
        try handle.set(CURLOPT_CONNECTTIMEOUT, min(timeout, 5))
        try handle.set(CURLOPT_TIMEOUT, timeout)
    }

    private func write(_ handle: CurlHandle) throws(CurlFailure) {
        var headers = ["Accept: application/json"]
        if let authorization = request.authorization { headers.append("Authorization: \(authorization)") }
        try handle.set(CURLOPT_HTTPHEADER, headers)
        // libcurl copies it, and sends a form.
        if let form = request.form { try handle.set(CURLOPT_COPYPOSTFIELDS, form) }
    }

    private func listen(_ handle: CurlHandle) throws(CurlFailure) {
        try handle.check(
            ccurl_set_taker(
                handle.raw,
                { bytes, size, count, context in
                    guard let bytes, let context else { return 0 }
                    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return Unmanaged<WebTransfer>.fromOpaque(context).takeUnretainedValue().hear(piece)
                },
                Unmanaged.passUnretained(self).toOpaque()
            )
        )
    }

    /// How much of it was taken: nothing, once it is too much, and libcurl stops.
    private func hear(_ piece: UnsafeRawBufferPointer) -> Int {
        guard body.count + piece.count <= Self.most else { return 0 }
        body += piece
        return piece.count
    }
}
