private import Dispatch

/// One request to a server that the host's settings name.
public struct WebRequest: Sendable, Hashable {
    /// `https://…`; `http://…` on this very machine alone.
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

/// Asks servers that the settings name, by libcurl: TLS verified, no proxy of the environment's, no redirection, and limits of
/// time and size (S-29). One question after the other, on a thread of its own.
public struct WebClient: Sendable {
    private let certificateAuthorityFile: String?
    private let timeout: Int
    private let queue = DispatchQueue(label: "doleances.web")

    /// - Parameters:
    ///   - certificateAuthorityFile: a PEM file of the only authorities to trust; nil for those of the machine.
    ///   - timeout: the longest that an answer may take, in seconds.
    public init(certificateAuthorityFile: String? = nil, timeout: Int = 10) {
        self.certificateAuthorityFile = certificateAuthorityFile
        self.timeout = timeout
    }

    /// Puts a question. - Throws: `WebFailure` where nothing is answered in time, or not by the one who was asked.
    public func ask(_ request: WebRequest) async throws(WebFailure) -> WebReply {
        let outcome: Result<WebReply, WebFailure> = await withCheckedContinuation { continuation in
            queue.async { [certificateAuthorityFile, timeout] in
                let transfer = WebTransfer(request, certificateAuthorityFile, timeout)
                continuation.resume(returning: transfer.run())
            }
        }
        return try outcome.get()
    }
}
