/// Whose address a request comes from, where a proxy may stand between (S-18).
public enum ClientAddress {
    /// The nearest address that is not one of our proxies.
    ///
    /// `X-Forwarded-For` is believed from the right, and only as far as each hop is a proxy of ours: what stands
    /// further left was written by anybody. `Forwarded` and `X-Real-IP` are never read.
    ///
    /// - Parameters:
    ///   - peer: the address of the connection.
    ///   - forwardedFor: the values of `X-Forwarded-For`, in order.
    ///   - proxies: the configured addresses of our proxies.
    public static func find(peer: String?, forwardedFor: [String], proxies: Set<String>) -> String? {
        guard var nearest = peer, proxies.contains(nearest) else { return peer }
        let hops = forwardedFor.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
        for hop in hops.reversed() {
            let address = hop.filter { !$0.isWhitespace }
            guard isAddress(address) else { return nearest }
            nearest = String(address)
            guard proxies.contains(nearest) else { return nearest }
        }
        return nearest
    }

    /// Only what an IPv4 or IPv6 address is written with: the value goes into keys of the attempts table.
    private static func isAddress(_ text: some StringProtocol) -> Bool {
        (2...45).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0.hexadecimal != nil || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
    }
}
