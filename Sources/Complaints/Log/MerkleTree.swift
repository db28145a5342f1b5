/// Looks up the hash of a complete subtree by level and index.
public typealias MerkleLookup<Failure: Error> = (_ level: Int, _ index: Int) throws(Failure) -> MerkleHash

/// The root of the leaves in `range`, a range that the recursion of RFC 6962 section 2.1 meets.
func merkleRoot<Failure: Error>(
    of range: Range<Int>,
    _ node: MerkleLookup<Failure>
) throws(Failure) -> MerkleHash {
    if range.count & (range.count - 1) == 0 {
        let level = range.count.trailingZeroBitCount
        return try node(level, range.lowerBound >> level)
    }
    let (left, right) = merkleHalves(of: range)
    return MerkleHash(try merkleRoot(of: left, node), try merkleRoot(of: right, node))
}

/// Splits two or more leaves after the largest power of two that leaves some on the right.
func merkleHalves(of range: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
    let middle = range.lowerBound + 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
    return (range.lowerBound..<middle, middle..<range.upperBound)
}
