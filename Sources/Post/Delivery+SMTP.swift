internal import CCurl

extension Delivery {
    /// The verdict on a delivery that did not end well.
    ///
    /// Only the relay's own no to *this* letter is final: a 5yz in answer to MAIL, RCPT, DATA or to the letter itself.
    /// A 5yz to the greeting, to STARTTLS or to our password speaks of the relay and of our settings, and letters wait
    /// for those to be mended. `letterBegun`: the relay had asked for the letter and got some of it.
    init(failure: CurlFailure, reply: SMTPReply, letterBegun: Bool, envelope: Envelope) {
        let words = reply.text(hiding: envelope)
        let answersLetter =
            failure.code == CURLE_SEND_ERROR || (failure.code == CURLE_WEIRD_SERVER_REPLY && letterBegun)
        switch reply.code {
        case 530, 534, 535, 538: self = .deferred(.unauthenticated, detail: words)
        case .some(400...499) where answersLetter: self = .deferred(.postponed, detail: words)
        case .some(let code) where answersLetter && (500...599).contains(code):
            self = .refused(code: code, reason: words)
        default:
            let detail = LoggedText.clean(failure.words, hiding: envelope)
            self = .deferred(Obstacle(failure.code, after: reply, letterBegun: letterBegun), detail: detail)
        }
    }
}

extension Delivery.Obstacle {
    fileprivate init(_ code: CURLcode, after reply: SMTPReply, letterBegun: Bool) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: self = .unreachable
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            self = .insecure
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: self = .unauthenticated
        case CURLE_OPERATION_TIMEDOUT: self = .timedOut
        case CURLE_REMOTE_ACCESS_DENIED: self = .postponed
        case CURLE_WEIRD_SERVER_REPLY where reply.isNo: self = .postponed
        case CURLE_WEIRD_SERVER_REPLY where letterBegun: self = .interrupted
        // Words slipped in where TLS should begin, or no SMTP at all: whoever answers is not the relay we know.
        case CURLE_WEIRD_SERVER_REPLY: self = .insecure
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE: self = .interrupted
        default: self = .misconfigured
        }
    }
}
