#ifndef DOLEANCES_CCURL_SHIM_H
#define DOLEANCES_CCURL_SHIM_H

#include <curl/curl.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <sys/socket.h>

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

/// The handle may speak these schemes and nothing else, whatever address or redirection it meets: by their names, between
/// commas, and by their bits for libcurl before 7.85.
static inline CURLcode ccurl_allow(CURL *handle, const char *names, long bits) {
#if LIBCURL_VERSION_NUM >= 0x075500
    (void)bits;
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, names);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, names) : code;
#else
    (void)names;
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS, bits);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS, bits) : code;
#endif
}

/// The body, of which libcurl makes a copy.
static inline CURLcode ccurl_set_body(CURL *handle, const void *bytes, curl_off_t count) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, count);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}

/// What takes the body of the answer.
static inline CURLcode ccurl_set_taker(CURL *handle, curl_write_callback take, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_WRITEDATA, context) : code;
}

/// What opens sockets, or refuses to, for each address that is about to be connected to.
static inline CURLcode ccurl_set_opener(CURL *handle, curl_opensocket_callback open, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context) : code;
}

/// The bytes of an address, in the order of the network: 4, 16, or 0 where it is of another family.
static inline int ccurl_address_bytes(const struct curl_sockaddr *address, unsigned char bytes[16]) {
    if (address->family == AF_INET && address->addrlen >= sizeof(struct sockaddr_in)) {
        const struct sockaddr_in *in = (const struct sockaddr_in *)(const void *)&address->addr;
        const unsigned char *from = (const unsigned char *)&in->sin_addr;
        for (int index = 0; index < 4; index++) bytes[index] = from[index];
        return 4;
    }
    if (address->family == AF_INET6 && address->addrlen >= sizeof(struct sockaddr_in6)) {
        const struct sockaddr_in6 *in = (const struct sockaddr_in6 *)(const void *)&address->addr;
        const unsigned char *from = (const unsigned char *)&in->sin6_addr;
        for (int index = 0; index < 16; index++) bytes[index] = from[index];
        return 16;
    }
    return 0;
}

/// A socket as libcurl would have opened it, which no child of ours inherits.
static inline curl_socket_t ccurl_open_socket(const struct curl_sockaddr *address) {
#ifdef SOCK_CLOEXEC
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
#else
    return socket(address->family, address->socktype, address->protocol);
#endif
}

/// What libcurl takes for a socket that was refused.
static inline curl_socket_t ccurl_no_socket(void) { return CURL_SOCKET_BAD; }

/// The status that was answered; 0 where none was.
static inline long ccurl_status(CURL *handle) {
    long status = 0;
    return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

#endif
