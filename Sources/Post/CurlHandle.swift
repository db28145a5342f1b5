internal import CCurl

/// Why libcurl stopped, in its own code and words.
struct CurlFailure: Error {
    let code: CURLcode
    let words: String
}

/// An “easy” handle of libcurl, freed with its owner. Every setting is checked: one that is not taken stops what it carries.
final class CurlHandle {
    let raw: UnsafeMutableRawPointer
    private let words: UnsafeMutablePointer<CChar>
    /// Recipients of a letter, or lines at the head of a request.
    private var list: UnsafeMutablePointer<curl_slist>?

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
        curl_slist_free_all(list)
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

    /// Sets the one option of this handle that takes a list.
    func set(_ option: CURLoption, _ texts: [String]) throws(CurlFailure) {
        for text in texts {
            guard let longer = curl_slist_append(list, text) else {
                throw CurlFailure(code: CURLE_OUT_OF_MEMORY, words: "out of memory")
            }
            list = longer
        }
        try check(ccurl_set_list(raw, option, list))
    }

    func check(_ code: CURLcode) throws(CurlFailure) {
        guard code != CURLE_OK else { return }
        let said = String(cString: words)
        throw CurlFailure(code: code, words: said.isEmpty ? String(cString: curl_easy_strerror(code)) : said)
    }
}
