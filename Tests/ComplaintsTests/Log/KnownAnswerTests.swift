import Complaints
import Testing

@Suite struct `The known answers of the log` {
    static let payloads = [
        #"{"evenement":"reception","heure":"2026-11-23T09:52:01Z","objet":"Facture à corriger"}"#,
        #"{"evenement":"inscription","heure":"2026-11-23T10:00:00Z","numero":"2026-0001"}"#,
        #"{"evenement":"accuse","heure":"2026-11-23T10:00:01Z"}"#,
    ]
    static let kinds: [(LeafKind, RegisterNumber?)] = [
        (.reception, nil), (.registration, RegisterNumber(year: 2026, ordinal: 1)), (.acknowledgement, nil),
    ]
    static let origin = "reclamations.exemple.fr/registre"

    private func openings() throws -> [Opening] {
        try Self.payloads.enumerated().map { index, payload in
            try #require(Opening(salt: Array(repeating: UInt8(index), count: 32), payload: Array(payload.utf8)))
        }
    }

    private func leaves() throws -> [Leaf] {
        let date = try #require(CivilDate("2026-11-23"))
        return try openings().enumerated().map { seq, opening in
            let (kind, number) = Self.kinds[seq]
            return try #require(Leaf(seq: seq, date: date, kind: kind, number: number, opening: opening))
        }
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    // Shows: S-67
    @Test func `hold for commitments and leaf hashes`() throws {
        let leaves = try leaves()
        #expect(
            leaves.map { hexadecimal($0.commitment) } == [
                "cc52a4ce41100f7a9ab35c3aaf85933d782e18aa3803703f09ce99e561a40785",
                "01213951b3bb365860f4117fbe647d5b6ae29f734c07110332651356851f194d",
                "c015015a9d4533bb0f5cf855b3abd25853234f1b60bdc96c0013f68ffd728453",
            ]
        )
        #expect(
            leaves.map { hexadecimal($0.hash.bytes) } == [
                "27473c33386c646acd1be4d5bcaa2b6c4b86cde22975028ee827d8233dffb910",
                "673c3e9838e757a3f99d6fc537466ce5e9c4a218a1a8ab3e6cfc9770626dc86d",
                "73af3c59bbbb7d8a41fba82d053ddeeacf7acfe098eab6b420a4bfe62dfd1c6c",
            ]
        )
        let text = String(decoding: leaves[1].bytes, as: UTF8.self)
        #expect(
            text == """
                registre-feuille/v1
                1
                2026-11-23
                inscription
                2026-0001
                ASE5UbO7Nlhg9BF/vmR9W2rin3NMBxEDMmUTVoUfGU0=

                """
        )
    }

    // Shows: S-67
    @Test func `hold for the roots`() throws {
        var tree = MerkleFrontier()
        #expect(hexadecimal(tree.root.bytes) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        let roots = try leaves().map { leaf in
            tree.append(leaf.hash)
            return hexadecimal(tree.root.bytes)
        }
        #expect(
            roots == [
                "27473c33386c646acd1be4d5bcaa2b6c4b86cde22975028ee827d8233dffb910",
                "09cde29c8b870fd21c01bfff0c9f22dee50ad0db71ef39f1f2fb5784cff0c8a6",
                "ac417ecea2a0cb4202a2aae88da1fd2b4f7849485992dcf3ffdae86d55562cf4",
            ]
        )
    }

    // Shows: S-67
    @Test func `hold for the key and for a signature made elsewhere`() throws {
        let key = try #require(SigningKey(seed: Array(0..<32), origin: Self.origin))
        let vkey = "reclamations.exemple.fr/registre+5fe996e9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
        #expect(key.verifier.description == vkey)
        let tree = try leaves().reduce(into: MerkleFrontier()) { $0.append($1.hash) }
        let signature = "X+mW6Z2XoXaNQiLvi06xHFbZJS0h8YbA6iAPPeqKbWqkO2hZ7ztL4DS7wSWtVikMwIQgRHJ7aIjySS9P1RLo1ASL3gw="
        let text = "\(Self.origin)\n3\n\(tree.root)\n\n— \(Self.origin) \(signature)\n"
        let known = try #require(SignedNote(text))
        #expect(known.isSigned(by: try #require(VerifierKey(vkey))))
        let ours = try key.sign(size: 3, root: tree.root, after: nil)
        #expect(ours.text == known.text)
        #expect(ours.isSigned(by: key.verifier))
    }
}
