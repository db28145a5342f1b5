extension LogDump.Line {
    /// Reads a line with its LF; nil for bytes that `text` would not have written.
    public init?(_ line: ArraySlice<UInt8>) {
        var text = DumpText(line)
        if text.skip("{\"seq\":") {
            guard let seq = text.number(), text.skip(","), let (leaf, opening) = text.leafAndOpening() else {
                return nil
            }
            self = .leaf(seq: seq, bytes: leaf, opening: opening)
        } else if text.skip("{\"point\":") {
            guard let note = text.string() else { return nil }
            self = .checkpoint(note: note)
        } else {
            guard text.skip("{\"journal\":\"doleances/v1\",\"organisation\":"), let organisation = text.string(),
                text.skip(",\"cles\":["), let keys = text.keys()
            else { return nil }
            self = .header(organisation: organisation, keys: keys)
        }
        guard text.skip("}\n"), text.isAtEnd else { return nil }
    }
}

extension DumpText {
    /// Verifier keys, at least one, up to the closing bracket.
    fileprivate mutating func keys() -> [VerifierKey]? {
        var keys: [VerifierKey] = []
        repeat {
            guard let key = string().flatMap({ VerifierKey($0) }) else { return nil }
            keys.append(key)
        } while skip(",")
        return skip("]") ? keys : nil
    }
}

extension LogDump {
    /// Audits a dump given line by line, each line with its LF.
    ///
    /// - Parameter key: the log's first key, where the reader knows it from elsewhere: a dump that names another is
    ///   refused. Without it, only the witnesses keep a whole log from being forged.
    public static func audit(
        _ lines: some Sequence<ArraySlice<UInt8>>,
        key: VerifierKey? = nil,
        witnesses: [Witness] = []
    ) throws(LogFault) -> LogReport {
        var lines = lines.makeIterator()
        guard let first = lines.next(), case .header(_, let keys) = Line(first) else { throw LogFault(.line, at: 0) }
        if let key, keys.first != key { throw LogFault(.key, at: 0) }
        var audit = try LogAudit(keys: keys, witnesses: witnesses)
        while let line = lines.next() {
            switch Line(line) {
            case .leaf(let seq, let bytes, let opening): try audit.add(seq: seq, leaf: bytes, opening: opening)
            case .checkpoint(let note): try audit.add(checkpoint: note)
            case .header, nil: throw LogFault(.line, at: audit.tree.size)
            }
        }
        return try audit.finish()
    }

    /// The lines of a whole dump, each with its LF; the last has none when the text was cut.
    public static func lines(of dump: [UInt8]) -> some Sequence<ArraySlice<UInt8>> {
        var rest = dump[...]
        return AnyIterator {
            guard !rest.isEmpty else { return nil }
            let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
            defer { rest = rest[end...] }
            return rest[..<end]
        }
    }
}
