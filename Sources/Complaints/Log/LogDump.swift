/// The log as a text that anyone can check without us: one JSON object a line (docs/journal.md).
public enum LogDump {
    /// One line of a dump.
    public enum Line: Sendable, Hashable {
        /// The first line: whose log, and the keys that signed it, in order.
        case header(organisation: String, keys: [VerifierKey])
        /// A leaf, and its opening unless that was erased.
        case leaf(seq: Int, bytes: [UInt8], opening: Opening?)
        /// A stored checkpoint, after the last leaf that it covers, or after the header where it covers none.
        case checkpoint(note: String)

        /// The line, ended by LF; nil when a string holds a control character, which none of ours does.
        public var text: String? {
            switch self {
            case .header(let organisation, let keys):
                let quoted = keys.compactMap { dumpQuoted($0.description) }.joined(separator: ",")
                return dumpQuoted(organisation).map {
                    #"{"journal":"doleances/v1","organisation":\#($0),"cles":[\#(quoted)]}"# + "\n"
                }
            case .leaf(let seq, let bytes, let opening):
                return #"{"seq":\#(seq),\#(LogDump.fields(leaf: bytes, opening: opening))}"# + "\n"
            case .checkpoint(let note):
                return dumpQuoted(note).map { #"{"point":\#($0)}"# + "\n" }
            }
        }
    }

    /// A leaf and its opening as members of a JSON object; the receipt's extra data has the same.
    static func fields(leaf: [UInt8], opening: Opening?) -> String {
        let salt = opening.map { "\"\(base64($0.salt))\"" } ?? "null"
        let payload = opening.map { "\"\(base64($0.payload))\"" } ?? "null"
        return #""feuille":"\#(base64(leaf))","sel":\#(salt),"contenu":\#(payload)"#
    }
}
