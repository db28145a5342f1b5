#ifndef DOLEANCES_CCURL_SHIM_H
#define DOLEANCES_CCURL_SHIM_H

#include <curl/curl.h>

// curl_easy_setopt is variadic, which Swift cannot call: one function for each kind of value instead.

static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_reader(CURL *handle, curl_read_callback read, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, read);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_READDATA, context) : code;
}

/// Seconds to wait for each answer of the server. Here, because before libcurl 7.85 the option's name is a macro.
static inline CURLcode ccurl_set_reply_timeout(CURL *handle, long seconds) {
    return curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds);
}

/// What the server answers, a line at a time.
static inline CURLcode ccurl_set_listener(CURL *handle, curl_write_callback hear, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, hear);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_HEADERDATA, context) : code;
}

/// The handle may speak SMTP and nothing else, whatever address or redirection it meets.
static inline CURLcode ccurl_allow_smtp_only(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "smtp,smtps") : code;
#else
    long smtp = CURLPROTO_SMTP | CURLPROTO_SMTPS;
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS, smtp);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS, smtp) : code;
#endif
}

/// What the server answers, as it comes.
static inline CURLcode ccurl_set_writer(CURL *handle, curl_write_callback write, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, write);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_WRITEDATA, context) : code;
}

/// The status of the answer; 0 before there is one.
static inline long ccurl_status(CURL *handle) {
    long status = 0;
    return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

/// The handle may speak HTTPS, or HTTP where that is said, and nothing else.
static inline CURLcode ccurl_allow_web_only(CURL *handle, int is_clear) {
#if LIBCURL_VERSION_NUM >= 0x075500
    const char *protocol = is_clear ? "http" : "https";
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, protocol);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, protocol) : code;
#else
    long protocol = is_clear ? CURLPROTO_HTTP : CURLPROTO_HTTPS;
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS, protocol);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS, protocol) : code;
#endif
}

#endif
