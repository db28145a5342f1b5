internal import CCurl

/// Opens the sockets of a handle, each to an address that the host's name has led to, unless nothing may be sent there. It is
/// the very address that is connected to: whatever the name leads to a moment later, nothing goes there (S-29).
final class SocketGate {
    private let host: String
    private let isSecure: Bool
    private let privateHosts: Set<String>
    private var wasRefused = false
    private var wasOpened = false

    /// - Parameters:
    ///   - host: whom the handle speaks to, in lower case.
    ///   - privateHosts: the hosts, in lower case, that may be machines of this network, or this one.
    init(to host: String, isSecure: Bool, privateHosts: Set<String>) {
        self.host = host
        self.isSecure = isSecure
        self.privateHosts = privateHosts
    }

    /// Whether every address that came up was refused.
    var isShut: Bool { wasRefused && !wasOpened }

    /// Watches over a handle, which it must outlive.
    func watch(_ handle: CurlHandle) throws(CurlFailure) {
        try handle.check(
            ccurl_set_opener(
                handle.raw,
                { context, _, address in
                    guard let context, let address else { return ccurl_no_socket() }
                    return Unmanaged<SocketGate>.fromOpaque(context).takeUnretainedValue().open(address)
                },
                Unmanaged.passUnretained(self).toOpaque()
            )
        )
    }

    private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(ccurl_address_bytes(address, &bytes))
        guard allows(AddressReach(Array(bytes[..<count]))) else {
            wasRefused = true
            return ccurl_no_socket()
        }
        wasOpened = true
        return ccurl_open_socket(address)
    }

    private func allows(_ reach: AddressReach) -> Bool {
        switch reach {
        case .everywhere: isSecure
        case .network: isSecure && privateHosts.contains(host)
        case .machine: privateHosts.contains(host)
        case .nowhere: false
        }
    }
}
