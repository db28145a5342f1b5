internal import CCurl
internal import Mail

/// One conversation with a relay, from greeting to goodbye. It blocks, and stays on the thread that made it.
final class SMTPTransfer {
    private let message: [UInt8]
    private let envelope: Envelope
    private let settings: SMTPSettings
    private var sent = 0
    private var reply = SMTPReply()

    init(_ message: [UInt8], _ envelope: Envelope, _ settings: SMTPSettings) {
        self.message = message
        self.envelope = envelope
        self.settings = settings
    }

    func run() -> Delivery {
        do throws(CurlFailure) {
            let handle = try CurlHandle()
            try secure(handle)
            try limit(handle)
            try signIn(handle)
            try address(handle)
            try listenAndFeed(handle)
            try handle.perform()
            return .accepted(reply: reply.text(hiding: envelope))
        } catch {
            return Delivery(failure: error, reply: reply, letterBegun: sent > 0, envelope: envelope)
        }
    }

    /// Whom to speak to, and what must hold before anything is said (S-79).
    private func secure(_ handle: CurlHandle) throws(CurlFailure) {
        try handle.check(ccurl_allow(handle.raw, "smtp,smtps", Int(CURLPROTO_SMTP | CURLPROTO_SMTPS)))
        try handle.set(CURLOPT_URL, settings.url)
        try handle.keepToSettings(trusting: settings.certificateAuthorityFile)
        let mode = settings.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        try handle.set(CURLOPT_USE_SSL, Int(mode.rawValue))
    }

    private func limit(_ handle: CurlHandle) throws(CurlFailure) {
        // Signals belong to the process, not to a library.
        try handle.set(CURLOPT_NOSIGNAL, 1)
        try handle.set(CURLOPT_CONNECTTIMEOUT, min(settings.timeout, 20))
        try handle.set(CURLOPT_TIMEOUT, settings.timeout)
        // The one limit that also holds while libcurl waits for the answer to QUIT; 120 s unless told.
        try handle.check(ccurl_set_reply_timeout(handle.raw, settings.timeout))
    }

    private func signIn(_ handle: CurlHandle) throws(CurlFailure) {
        guard let username = settings.username, let password = settings.password else { return }
        try handle.set(CURLOPT_USERNAME, username)
        try handle.set(CURLOPT_PASSWORD, password)
    }

    private func address(_ handle: CurlHandle) throws(CurlFailure) {
        // An empty text is the null sender: libcurl writes `MAIL FROM:<>`.
        try handle.set(CURLOPT_MAIL_FROM, envelope.sender.map { "<\($0)>" } ?? "")
        try handle.set(CURLOPT_MAIL_RCPT, ["<\(envelope.recipient)>"])
    }

    private func listenAndFeed(_ handle: CurlHandle) throws(CurlFailure) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try handle.set(CURLOPT_UPLOAD, 1)
        try handle.check(ccurl_set_size(handle.raw, CURLOPT_INFILESIZE_LARGE, curl_off_t(message.count)))
        try handle.check(
            ccurl_set_reader(
                handle.raw,
                { buffer, size, count, context in
                    guard let buffer, let context else { return Int(CURL_READFUNC_ABORT) }
                    let room = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
                    return Unmanaged<SMTPTransfer>.fromOpaque(context).takeUnretainedValue().feed(room)
                },
                context
            )
        )
        try handle.check(
            ccurl_set_listener(
                handle.raw,
                { line, size, count, context in
                    guard let line, let context else { return 0 }
                    let bytes = UnsafeRawBufferPointer(start: line, count: size * count)
                    Unmanaged<SMTPTransfer>.fromOpaque(context).takeUnretainedValue().reply.hear(bytes)
                    return size * count
                },
                context
            )
        )
    }

    /// The next bytes of the letter. Dots at the head of a line are libcurl's to double.
    private func feed(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let next = message[sent...].prefix(room.count)
        room.copyBytes(from: next)
        sent += next.count
        return next.count
    }
}

extension SMTPSettings {
    /// The path of an SMTP URL is the name that libcurl greets with.
    fileprivate var url: String {
        let scheme = security == .implicitTLS ? "smtps" : "smtp"
        let bracketed = host.contains(":") ? "[\(host)]" : host
        return "\(scheme)://\(bracketed):\(port)/\(helloName ?? "")"
    }
}
