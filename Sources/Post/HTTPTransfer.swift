internal import CCurl

/// One parcel, from the host's name to its answer. It blocks, and stays on the thread that made it.
final class HTTPTransfer {
    /// Bytes of an answer, its head included, that are listened to: only its status means something, and a program that talks
    /// on is cut short.
    private static let longestAnswer = 64 * 1024

    private let parcel: Parcel
    private let settings: CourierSettings
    private let isSecure: Bool
    private let gate: SocketGate
    private var heard = 0

    init(_ parcel: Parcel, _ settings: CourierSettings) {
        self.parcel = parcel
        self.settings = settings
        isSecure = parcel.address.hasPrefix("https://")
        gate = SocketGate(to: parcel.host, isSecure: isSecure, privateHosts: settings.privateHosts)
    }

    func run() -> Handover {
        do throws(CurlFailure) {
            let handle = try CurlHandle()
            try direct(handle)
            try fill(handle)
            try listen(handle)
            do throws(CurlFailure) {
                try handle.perform()
            } catch {
                let status = Int(ccurl_status(handle.raw))
                // The answer was there, and what followed is nothing to us.
                guard error.code == CURLE_WRITE_ERROR, status >= 200 else { return .failed(obstacle(error)) }
                return .answered(status: status)
            }
            return .answered(status: Int(ccurl_status(handle.raw)))
        } catch {
            return .failed(.misconfigured)
        }
    }

    private func direct(_ handle: CurlHandle) throws(CurlFailure) {
        try handle.speakWeb(
            to: parcel.address,
            isClear: !isSecure && settings.privateHosts.contains(parcel.host),
            trusting: settings.certificateAuthorityFile,
            within: settings.timeout,
            connecting: 10
        )
        try handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        try handle.set(CURLOPT_POST, 1)
        try gate.watch(handle)
    }

    private func fill(_ handle: CurlHandle) throws(CurlFailure) {
        let lines = parcel.headers.map { "\($0.name): \($0.value)" }
        // An empty line takes away what libcurl would say by itself: it waits for no leave to send so little.
        let own = ["Content-Type: application/json", "User-Agent: Doleances", "Accept:", "Expect:"]
        try handle.set(CURLOPT_HTTPHEADER, own + lines)
        try handle.check(
            parcel.body.withUnsafeBytes { ccurl_set_body(handle.raw, $0.baseAddress, curl_off_t($0.count)) }
        )
    }

    private func listen(_ handle: CurlHandle) throws(CurlFailure) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let hear: curl_write_callback = { _, size, count, context in
            guard let context else { return 0 }
            let transfer = Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.hear(size * count) ? size * count : 0
        }
        try handle.check(ccurl_set_listener(handle.raw, hear, context))
        try handle.check(ccurl_set_taker(handle.raw, hear, context))
    }

    /// Whether to go on listening.
    private func hear(_ count: Int) -> Bool {
        heard += count
        return heard <= Self.longestAnswer
    }

    private func obstacle(_ failure: CurlFailure) -> Handover.Obstacle {
        if gate.isShut { return .forbidden }
        return switch failure.code {
        case CURLE_UNSUPPORTED_PROTOCOL: .forbidden
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_PROXY: .unreachable
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
            .insecure
        case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_URL_MALFORMAT, CURLE_FAILED_INIT,
            CURLE_OUT_OF_MEMORY, CURLE_SSL_ENGINE_NOTFOUND:
            .misconfigured
        default: .interrupted
        }
    }
}
