internal import CCurl

/// Why libcurl stopped, in its own code and words.
struct CurlFailure: Error {
    let code: CURLcode
    let words: String
}

/// An “easy” handle of libcurl, freed with its owner. Every setting is checked: one that is not taken stops the letter.
final class CurlHandle {
    let raw: UnsafeMutableRawPointer
    private let words: UnsafeMutablePointer<CChar>
    private var recipients: UnsafeMutablePointer<curl_slist>?
    private var headers: UnsafeMutablePointer<curl_slist>?

    /// Once for the process, before the first handle, as libcurl asks.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    init() throws(CurlFailure) {
        guard Self.isReady, let raw = curl_easy_init() else {
            throw CurlFailure(code: CURLE_FAILED_INIT, words: "libcurl cannot start")
        }
        self.raw = raw
        words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try check(ccurl_set_pointer(raw, CURLOPT_ERRORBUFFER, words))
    }

    deinit {
        curl_easy_cleanup(raw)
        curl_slist_free_all(recipients)
        curl_slist_free_all(headers)
        words.deallocate()
    }

    func perform() throws(CurlFailure) {
        try check(curl_easy_perform(raw))
    }

    func set(_ option: CURLoption, _ value: String?) throws(CurlFailure) {
        try check(ccurl_set_text(raw, option, value))
    }

    func set(_ option: CURLoption, _ value: Int) throws(CurlFailure) {
        try check(ccurl_set_number(raw, option, value))
    }

    func setRecipients(_ addresses: [String]) throws(CurlFailure) {
        try Self.append(addresses, to: &recipients)
        try check(ccurl_set_list(raw, CURLOPT_MAIL_RCPT, recipients))
    }

    /// - Parameter lines: whole, as `Accept: text/plain`.
    func setHeaders(_ lines: [String]) throws(CurlFailure) {
        try Self.append(lines, to: &headers)
        try check(ccurl_set_list(raw, CURLOPT_HTTPHEADER, headers))
    }

    private static func append(
        _ texts: [String],
        to list: inout UnsafeMutablePointer<curl_slist>?
    ) throws(CurlFailure) {
        for text in texts {
            guard let longer = curl_slist_append(list, text) else {
                throw CurlFailure(code: CURLE_OUT_OF_MEMORY, words: "out of memory")
            }
            list = longer
        }
    }

    func check(_ code: CURLcode) throws(CurlFailure) {
        guard code != CURLE_OK else { return }
        let said = String(cString: words)
        throw CurlFailure(code: code, words: said.isEmpty ? String(cString: curl_easy_strerror(code)) : said)
    }
}
