internal import CCurl

extension CurlHandle {
    /// Has it speak to one address over the web, by one scheme, in so many seconds (S-29).
    ///
    /// - Parameters:
    ///   - isClear: whether that scheme is `http`; it is `https` otherwise, whatever the address says.
    ///   - file: a PEM file of the only authorities to trust; nil for those of the machine.
    ///   - timeout: the longest that all of it may take.
    ///   - patience: the longest that a connection may take to come about.
    func speakWeb(
        to address: String,
        isClear: Bool,
        trusting file: String?,
        within timeout: Int,
        connecting patience: Int
    ) throws(CurlFailure) {
        if isClear {
            try check(ccurl_allow(raw, "http", Int(CURLPROTO_HTTP)))
        } else {
            try check(ccurl_allow(raw, "https", Int(CURLPROTO_HTTPS)))
        }
        try set(CURLOPT_URL, address)
        try keepToSettings(trusting: file)
        // Signals belong to the process, not to a library.
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_CONNECTTIMEOUT, min(timeout, patience))
        try set(CURLOPT_TIMEOUT, timeout)
    }

    /// Whom it speaks to is whom our settings name, and what must hold before anything is said (S-79).
    func keepToSettings(trusting file: String?) throws(CurlFailure) {
        try set(CURLOPT_FOLLOWLOCATION, 0)
        // A proxy named in the environment is not in our settings (S-29), and would resolve names by itself.
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file {
            try set(CURLOPT_CAINFO, file)
            try set(CURLOPT_CAPATH, nil)
        }
    }
}
