/// What an audit that found nothing wrong has counted.
public struct LogReport: Sendable, Hashable {
    /// Leaves, by kind.
    public internal(set) var leaves: [LeafKind: Int] = [:]
    /// Openings that are there and match.
    public internal(set) var openings = 0
    /// Openings erased, each explained.
    public internal(set) var erased = 0
    /// Stored checkpoints checked.
    public internal(set) var checkpoints = 0
    /// Sizes covered by the witnesses, from the smallest to the greatest.
    public internal(set) var witnesses: [Int] = []
    /// Numbers given in each year of the Registre.
    public internal(set) var numbers: [Int: Int] = [:]
    /// Number of leaves.
    public internal(set) var size = 0
    /// Root over all leaves.
    public internal(set) var root = MerkleHash.empty

    init() {}
}
