import Complaints
import Storage

extension Register {
    /// The tree as it is kept, against the leaves: after the audit, which names the leaf where one is at fault.
    func compareNodes(of size: Int, in connection: any Connection) throws {
        var tree = MerkleFrontier()
        while tree.size < size {
            for row in try lines(from: tree.size, in: connection) {
                for node in tree.append(MerkleHash(leaf: Array(try row.text(1).utf8))) where node.level > 0 {
                    try compare(node, in: connection)
                }
            }
        }
    }

    private func compare(_ node: MerkleNode, in connection: any Connection) throws {
        let rows = try connection.run(
            """
            SELECT hash FROM log_node
            WHERE organisation = \(organisation.id) AND level = \(node.level) AND position = \(node.index)
            """
        )
        guard try rows.first?.blob(0) == node.hash.bytes else {
            throw Discrepancy.node(level: node.level, position: node.index)
        }
    }
}
