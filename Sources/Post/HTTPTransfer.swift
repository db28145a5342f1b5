internal import CCurl

/// One parcel, from the host's name to its answer. It blocks, and stays on the thread that made it.
final class HTTPTransfer {
    /// Bytes of an answer, its head included, that are listened to: only its status means something, and a program that talks
    /// on is cut short.
    private static let longestAnswer = 64 * 1024

    private let parcel: Parcel
    private let settings: CourierSettings
    private let isSecure: Bool
    private var heard = 0
    /// Whether an address was refused.
    private var wasRefused = false
    /// Whether one was not.
    private var wasOpened = false

    init(_ parcel: Parcel, _ settings: CourierSettings) {
        self.parcel = parcel
        self.settings = settings
        isSecure = parcel.address.hasPrefix("https://")
    }

    func run() -> Handover {
        do throws(CurlFailure) {
            let handle = try CurlHandle()
            try secure(handle)
            try limit(handle)
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

    /// Whom to speak to, and what must hold before anything is said.
    private func secure(_ handle: CurlHandle) throws(CurlFailure) {
        try handle.check(ccurl_post_only(handle.raw, !isSecure && settings.privateHosts.contains(parcel.host)))
        try handle.set(CURLOPT_URL, parcel.address)
        try handle.set(CURLOPT_FOLLOWLOCATION, 0)
        // A proxy named in the environment is not in our settings (S-29), and would resolve names by itself.
        try handle.set(CURLOPT_PROXY, "")
        try handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        try handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = settings.certificateAuthorityFile {
            try handle.set(CURLOPT_CAINFO, file)
            try handle.set(CURLOPT_CAPATH, nil)
        }
        let context = Unmanaged.passUnretained(self).toOpaque()
        try handle.check(
            ccurl_set_opener(
                handle.raw,
                { context, _, address in
                    guard let context, let address else { return ccurl_no_socket() }
                    return Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue().open(address)
                },
                context
            )
        )
    }

    private func limit(_ handle: CurlHandle) throws(CurlFailure) {
        // Signals belong to the process, not to a library.
        try handle.set(CURLOPT_NOSIGNAL, 1)
        try handle.set(CURLOPT_CONNECTTIMEOUT, min(settings.timeout, 10))
        try handle.set(CURLOPT_TIMEOUT, settings.timeout)
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

    /// Opens a socket to an address that the host's name has led to, unless nothing may be sent there. It is the very address
    /// that is connected to: whatever the name leads to a moment later, nothing goes there.
    private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(ccurl_address_bytes(address, &bytes))
        let reach = AddressReach(Array(bytes[..<count]))
        guard settings.allow(reach, at: parcel.host, isSecure: isSecure) else {
            wasRefused = true
            return ccurl_no_socket()
        }
        wasOpened = true
        return ccurl_open_socket(address)
    }

    /// Whether to go on listening.
    private func hear(_ count: Int) -> Bool {
        heard += count
        return heard <= Self.longestAnswer
    }

    private func obstacle(_ failure: CurlFailure) -> Handover.Obstacle {
        if wasRefused, !wasOpened { return .forbidden }
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
