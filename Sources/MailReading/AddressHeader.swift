internal import CGMime
internal import Mail

/// Headers that name people.
struct AddressHeader {
    /// The most addresses that are taken of one mail (S-76).
    static let most = 100

    private var count = 0
    private(set) var troubles: Set<ReadMail.Trouble> = []

    /// Everybody whom the headers of this name name, members of groups among them.
    mutating func parties(_ headers: HeaderBlock, _ name: String) -> [ReadMail.Party] {
        var parties: [ReadMail.Party] = []
        for header in headers.all(name) {
            guard count < Self.most else {
                if !header.allSatisfy(\.isBlank) { troubles.insert(.tooManyAddresses) }
                break
            }
            let text = HeaderText.structured(header, &troubles)
            // GMime goes into groups within groups by recursion, as deep as its caller's stack.
            let colons = text.utf8.count { $0 == UInt8(ascii: ":") }
            if colons > Self.most { troubles.insert(.tooManyAddresses) }
            guard colons <= Self.most, let list = internet_address_list_parse(nil, text) else {
                parties += bare(text)
                continue
            }
            collect(list, 1, &parties)
            cgmime_release(list)
        }
        return parties
    }

    private mutating func collect(
        _ list: UnsafeMutablePointer<InternetAddressList>,
        _ depth: Int,
        _ parties: inout [ReadMail.Party]
    ) {
        for index in 0..<internet_address_list_length(list) {
            guard let address = internet_address_list_get_address(list, index) else { continue }
            if let members = cgmime_members(address) {
                if depth < 3 { collect(members, depth + 1, &parties) }
                continue
            }
            guard let mailbox = cgmime_mailbox(address) else { continue }
            guard count < Self.most else {
                troubles.insert(.tooManyAddresses)
                return
            }
            count += 1
            let text = internet_address_mailbox_get_addr(mailbox).map { CleanText.line(String(cString: $0)) } ?? ""
            let name = internet_address_get_name(address).map { CleanText.line(String(cString: $0)) }
            parties.append(ReadMail.Party(name: name?.isEmpty == false ? name : nil, address: text))
        }
    }

    /// What is no list of addresses to GMime and holds one all the same, such as `jean@exemple.fr (Jean`.
    private mutating func bare(_ text: String) -> [ReadMail.Party] {
        let words = text.split { $0 == " " || $0 == "<" || $0 == ">" || $0 == "," || $0 == ";" || $0 == "\"" }
        guard let address = words.first(where: { $0.contains("@") }) else { return [] }
        count += 1
        return [ReadMail.Party(address: CleanText.line(String(address.prefix(320))))]
    }
}

/// What else headers say in a form of their own.
enum HeaderValue {
    /// What stands between angle brackets; without any, the first word that could stand there. A hundred at most.
    static func messageIDs(_ header: [UInt8]) -> [String] {
        var found: [String] = []
        var start: Int?
        for (index, byte) in header.enumerated() where found.count < 100 {
            if byte == UInt8(ascii: "<") {
                start = index + 1
            } else if byte == UInt8(ascii: ">"), let first = start {
                if let id = messageID(header[first..<index]) { found.append(id) }
                start = nil
            }
        }
        if !found.isEmpty { return found }
        let words = header.split(whereSeparator: \.isBlank)
        return words.first { $0.contains(UInt8(ascii: "@")) }.flatMap { messageID($0) }.map { [$0] } ?? []
    }

    private static func messageID(_ bytes: ArraySlice<UInt8>) -> String? {
        let id = CleanText.line(Charset.guess(bytes.filter { !$0.isBlank }))
        return id.isEmpty || id.utf8.count > 998 ? nil : id
    }

    /// An address alone, perhaps in angle brackets, as mail systems note it.
    static func address(_ header: [UInt8]) -> String {
        let text = CleanText.line(HeaderText.utf8(header))
        let inside = text.firstIndex(of: "<").map { text[text.index(after: $0)...].prefix { $0 != ">" } }
        return String((inside ?? text[...]).prefix(320)).trimmedOfBlanks
    }

    /// Seconds since 1970; nil where it is no date, or one that no mail has.
    static func date(_ header: [UInt8]) -> Int? {
        guard let date = g_mime_utils_header_decode_date(HeaderText.utf8(header)) else { return nil }
        defer { g_date_time_unref(date) }
        let seconds = g_date_time_to_unix(date)
        return (0...253_402_300_799).contains(seconds) ? Int(seconds) : nil
    }
}
