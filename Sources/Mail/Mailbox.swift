/// Someone who writes or is written to: an address, and the name shown beside it.
public struct Mailbox: Sendable, Hashable {
    /// The name to show; any text, it is encoded where needed and can never reach out of its header.
    public let name: String?
    /// Where the letter goes.
    public let address: EmailAddress

    /// A mailbox; a name that is empty or blank counts as none.
    public init(name: String? = nil, address: EmailAddress) {
        self.name = name.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        self.address = address
    }
}
