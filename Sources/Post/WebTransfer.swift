internal import CCurl

/// One question to a server and its answer. It blocks, and stays on the thread that made it.
final class WebTransfer {
    /// Bytes of an answer; a longer one is none.
    private static let most = 262_144

    private let request: WebRequest
    private let home: WebAddress?
    private let certificateAuthorityFile: String?
    private let timeout: Int
    private var body: [UInt8] = []

    init(_ request: WebRequest, of home: WebAddress?, _ certificateAuthorityFile: String?, _ timeout: Int) {
        self.request = request
        self.home = home
        self.certificateAuthorityFile = certificateAuthorityFile
        self.timeout = timeout
    }

    func run() -> Result<WebReply, WebFailure> {
        do throws(CurlFailure) {
            let address = try judged()
            // Whoever its document names may be anywhere on the Internet; of this network, only the server itself.
            let gate = SocketGate(
                to: address.host,
                isSecure: !address.isClear,
                privateHosts: home.map { [$0.host] } ?? []
            )
            let handle = try CurlHandle()
            try handle.speakWeb(
                to: request.address,
                isClear: address.isClear,
                trusting: certificateAuthorityFile,
                within: timeout,
                connecting: 5
            )
            try gate.watch(handle)
            try write(handle)
            try listen(handle)
            do throws(CurlFailure) {
                try handle.perform()
            } catch {
                return .failure(WebFailure(words: gate.isShut ? Self.shut : error.words))
            }
            return .success(WebReply(status: ccurl_status(handle.raw), body: body))
        } catch {
            return .failure(WebFailure(words: error.words))
        }
    }

    /// What is said where every address of a host was refused.
    private static let shut = "an address of this network, of a host that the settings do not name"

    /// The address, unless it is none, or one in clear text that leads to another machine, or beside a server that speaks TLS.
    private func judged() throws(CurlFailure) -> WebAddress {
        guard let address = WebAddress(request.address) else {
            throw CurlFailure(code: CURLE_URL_MALFORMAT, words: "no address")
        }
        guard !address.isClear || address.isHere else {
            throw CurlFailure(code: CURLE_UNSUPPORTED_PROTOCOL, words: "clear text to another machine")
        }
        guard !address.isClear || home?.isClear == true else {
            throw CurlFailure(code: CURLE_UNSUPPORTED_PROTOCOL, words: "clear text beside a server that speaks TLS")
        }
        return address
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
