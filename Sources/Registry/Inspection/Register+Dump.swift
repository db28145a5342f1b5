public import Complaints
import Storage

extension Register {
    /// The whole log, line by line, as docs/journal.md describes it, its end signed: for verifiers that are not ours.
    ///
    /// Reads one snapshot and writes nothing, so that it can look at books which a server has open. A connection lost on
    /// the way makes it begin again, with the header: what was written before that counts no more.
    ///
    /// - Throws: `Failure.unreadable` where an opening is damaged, rather than showing it as erased; as `checkpoint`.
    public func dump(_ write: @escaping @Sendable (LogDump.Line) throws -> Void) async throws {
        guard let verifier = VerifierKey(organisation.logKey) else { throw Failure.headForged }
        let noted = try key.lastSigned()
        try await database.read { connection in
            try write(.header(organisation: organisation.id, keys: [verifier]))
            if let first = try firstCheckpoint(in: connection) { try write(.checkpoint(note: first)) }
            var seq = 0
            while true {
                let rows = try lines(from: seq, in: connection)
                guard !rows.isEmpty else { break }
                for row in rows {
                    seq = try row.integer(0)
                    let payload = try row.optionalBlob(3)
                    let opening = try payload.flatMap { Opening(salt: try row.blob(2), payload: $0) }
                    guard (opening == nil) == (payload == nil) else { throw Failure.unreadable(seq: seq) }
                    try write(.leaf(seq: seq, bytes: Array(try row.text(1).utf8), opening: opening))
                    if let note = try row.optionalText(4) { try write(.checkpoint(note: note)) }
                    seq += 1
                }
            }
            if let end = try unkeptCheckpoint(after: noted, in: connection) { try write(.checkpoint(note: end.note)) }
        }
    }
}
