private import Dispatch

/// One request to a server that the host's settings name.
public struct WebRequest: Sendable, Hashable {
    /// `https://…`; `http://…` on this very machine alone, where the server is there.
    public let address: String
    /// The fields of a form that is sent, as forms write them; nil for what is only fetched.
    public let form: String?
    /// What `Authorization` says; nil for nothing.
    public let authorization: String?

    public init(address: String, form: String? = nil, authorization: String? = nil) {
        self.address = address
        self.form = form
        self.authorization = authorization
    }
}

/// What the server answered, whatever its status.
public struct WebReply: Sendable, Hashable {
    public let status: Int
    public let body: [UInt8]
}

/// Why there is no answer: libcurl's words, for the operator.
public struct WebFailure: Error, Sendable, Hashable {
    public let words: String
}

/// Asks the server that the settings name, and others that it names, by libcurl: TLS verified, no proxy of the environment's, no
/// redirection, and limits of time and size (S-29). It blocks, so each question has a thread of its own meanwhile; who asks sees
/// to it that there are few at a time.
public struct WebClient: Sendable {
    private let home: WebAddress?
    private let certificateAuthorityFile: String?
    private let timeout: Int
    private let queue = DispatchQueue(label: "doleances.web", attributes: .concurrent)

    /// - Parameters:
    ///   - home: the address that the settings have. Its host alone may be a machine of this network, or this one; where it
    ///     is by TLS, so is everything.
    ///   - certificateAuthorityFile: a PEM file of the only authorities to trust; nil for those of the machine.
    ///   - timeout: the longest that an answer may take, in seconds.
    public init(of home: String, certificateAuthorityFile: String? = nil, timeout: Int = 10) {
        self.home = WebAddress(home)
        self.certificateAuthorityFile = certificateAuthorityFile
        self.timeout = timeout
    }

    /// Puts a question. - Throws: `WebFailure` where nothing is answered in time, or not by the one who was asked.
    public func ask(_ request: WebRequest) async throws(WebFailure) -> WebReply {
        let outcome: Result<WebReply, WebFailure> = await withCheckedContinuation { continuation in
            queue.async { [home, certificateAuthorityFile, timeout] in
                let transfer = WebTransfer(request, of: home, certificateAuthorityFile, timeout)
                continuation.resume(returning: transfer.run())
            }
        }
        return try outcome.get()
    }
}
