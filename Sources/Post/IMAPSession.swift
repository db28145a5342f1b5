internal import CCurl

/// One connection to a mailbox, for a few questions in a row. It blocks, and stays on the thread that made it.
final class IMAPSession {
    private let settings: IMAPSettings
    private let handle: CurlHandle
    private var heard: [UInt8] = []
    private var isTooLong = false

    init(_ settings: IMAPSettings) throws(IMAPFailure) {
        self.settings = settings
        do throws(CurlFailure) {
            handle = try CurlHandle()
        } catch {
            throw IMAPFailure(error)
        }
        try checked { () throws(CurlFailure) in
            try secure()
            try limit()
            try listen()
        }
    }

    func standing() throws(IMAPFailure) -> IMAPStanding {
        // Of all answers this is one that has no literal (K6).
        let answer = try command("STATUS \"\(settings.folder)\" (UIDVALIDITY UIDNEXT)", in: "")
        for line in answer where line.hasPrefix("* STATUS ") {
            let items = line.split { " ()".contains($0) }
            let number = { (name: String) in
                items.firstIndex { $0.uppercased() == name }.flatMap { items[($0 + 1)...].first }.flatMap { Int($0) }
            }
            if let validity = number("UIDVALIDITY"), let next = number("UIDNEXT"), validity > 0, next > 0 {
                return IMAPStanding(validity: validity, next: next)
            }
        }
        throw .refused
    }

    func uids(in range: ClosedRange<Int>, validity: Int) throws(IMAPFailure) -> [Int] {
        let answer = try command(
            "UID SEARCH UID \(range.lowerBound):\(range.upperBound)",
            in: "\(folder);UIDVALIDITY=\(validity)"
        )
        var found = Set<Int>()
        for line in answer where line.hasPrefix("* SEARCH") {
            for word in line.dropFirst(8).split(separator: " ") {
                guard let uid = Int(word), uid > 0 else { throw .refused }
                if range.contains(uid) { found.insert(uid) }
            }
        }
        return found.sorted()
    }

    /// A mail, byte for byte; nil where it is gone.
    func fetch(_ uid: Int, validity: Int) throws(IMAPFailure) -> IMAPMail? {
        do throws(IMAPFailure) {
            try perform(nil, in: "\(folder);UIDVALIDITY=\(validity);UID=\(uid)", atMost: IMAPMailbox.longest)
        } catch {
            if isTooLong { return .tooLarge }
            // Either the mail is gone or UIDVALIDITY is another: a search tells.
            guard error == .changed else { throw error }
            guard try uids(in: uid...uid, validity: validity).isEmpty else { throw .interrupted }
            return nil
        }
        return heard.isEmpty ? nil : .whole(heard)
    }

    func move(_ uids: [Int], to done: String, validity: Int) throws(IMAPFailure) {
        let list = uids.map(String.init).joined(separator: ",")
        _ = try command("UID MOVE \(list) \"\(done)\"", in: "\(folder);UIDVALIDITY=\(validity)")
    }

    /// A command whose answer has no literal, line by line.
    private func command(_ text: String, in path: String) throws(IMAPFailure) -> [String] {
        try perform(text, in: path, atMost: 1 << 20)
        return String(decoding: heard, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    private func perform(_ command: String?, in path: String, atMost most: Int) throws(IMAPFailure) {
        heard = []
        isTooLong = false
        room = most
        try checked { () throws(CurlFailure) in
            try handle.set(CURLOPT_URL, "\(settings.server.address)/\(path)")
            try handle.set(CURLOPT_CUSTOMREQUEST, command)
            try handle.perform()
        }
    }

    private var room = 0

    /// The mailbox as a URL writes it.
    private var folder: String {
        settings.folder.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
    }

    /// Whom to speak to, and what must hold before anything is said (S-79).
    private func secure() throws(CurlFailure) {
        let server = settings.server
        try handle.check(ccurl_allow(handle.raw, "imap,imaps", Int(CURLPROTO_IMAP | CURLPROTO_IMAPS)))
        try handle.keepToSettings(trusting: server.certificateAuthorityFile)
        let mode = server.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        try handle.set(CURLOPT_USE_SSL, Int(mode.rawValue))
        try handle.set(CURLOPT_USERNAME, server.username)
        try handle.set(CURLOPT_PASSWORD, server.password)
    }

    private func limit() throws(CurlFailure) {
        let seconds = settings.server.timeout
        // Signals belong to the process, not to a library.
        try handle.set(CURLOPT_NOSIGNAL, 1)
        try handle.set(CURLOPT_CONNECTTIMEOUT, min(seconds, 20))
        // A large mail may take long, as long as it goes on.
        try handle.set(CURLOPT_TIMEOUT, seconds * 10)
        try handle.set(CURLOPT_LOW_SPEED_LIMIT, 100)
        try handle.set(CURLOPT_LOW_SPEED_TIME, seconds)
        try handle.check(ccurl_set_reply_timeout(handle.raw, seconds))
        // libcurl keeps a line of an answer up to half of this, and cuts longer ones off.
        try handle.set(CURLOPT_BUFFERSIZE, 512 << 10)
    }

    private func listen() throws(CurlFailure) {
        try handle.check(
            ccurl_set_taker(
                handle.raw,
                { bytes, size, count, context in
                    guard let bytes, let context else { return 0 }
                    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return Unmanaged<IMAPSession>.fromOpaque(context).takeUnretainedValue().hear(piece)
                },
                Unmanaged.passUnretained(self).toOpaque()
            )
        )
    }

    /// How much of it was taken: nothing, once it is too much, and libcurl stops.
    private func hear(_ piece: UnsafeRawBufferPointer) -> Int {
        guard heard.count + piece.count <= room else {
            isTooLong = true
            return 0
        }
        heard += piece
        return piece.count
    }

    private func checked(_ body: () throws(CurlFailure) -> Void) throws(IMAPFailure) {
        do throws(CurlFailure) {
            try body()
        } catch {
            throw IMAPFailure(error)
        }
    }
}

extension IMAPFailure {
    init(_ failure: CurlFailure) {
        self =
            switch failure.code {
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT: .unreachable
            case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
                CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
                .insecure
            case CURLE_LOGIN_DENIED: .unauthenticated
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_REMOTE_FILE_NOT_FOUND: .changed
            case CURLE_QUOTE_ERROR, CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_REMOTE_ACCESS_DENIED,
                CURLE_WEIRD_SERVER_REPLY:
                .refused
            default: .interrupted
            }
    }
}

extension SMTPSettings {
    /// Where an IMAP server is, as a URL without a path.
    fileprivate var address: String {
        let scheme = security == .implicitTLS ? "imaps" : "imap"
        let bracketed = host.contains(":") ? "[\(host)]" : host
        return "\(scheme)://\(bracketed):\(port)"
    }
}
