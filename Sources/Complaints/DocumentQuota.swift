/// How much one case file may hold, whoever adds to it: more is sent on paper or by e-mail (S-38).
public enum DocumentQuota {
    /// Documents.
    public static let documents = 50
    /// Bytes of all of them.
    public static let bytes = 200 << 20

    /// Whether a file may hold as much. - Parameter lengths: of all its documents, the new ones included, in bytes.
    public static func allows(lengths: [Int]) -> Bool {
        lengths.count <= documents && lengths.reduce(0, +) <= bytes
    }

    /// Refuses a file that would hold more. - Parameter lengths: as for `allows`.
    public static func check(lengths: [Int]) throws(Refusal) {
        guard allows(lengths: lengths) else { throw .tooManyDocuments }
    }
}
