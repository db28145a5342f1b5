/// The first thing found wrong with a log, and where.
public struct LogFault: Error, Sendable, Hashable {
    /// What is wrong; the raw value is the word that both verifiers print.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A line of a dump is not one that we write.
        case line = "ligne"
        /// The leaf is missing, or another stands in its place.
        case position = "place"
        /// The leaf's bytes are not those of a leaf.
        case bytes = "octets"
        /// The leaf is dated more than a day before an earlier one.
        case date
        /// The register number does not follow the last of its year.
        case number = "numero"
        /// The opening is not what the leaf commits to.
        case commitment = "engagement"
        /// The opening is gone, and no erasure explains it.
        case opening = "ouverture"
        /// An erasure counts more openings than are gone, or cannot be read.
        case erasure = "effacement"
        /// A change of key is not the one announced, or was not signed by both keys.
        case key = "cle"
        /// A stored checkpoint is not one, or not of the tree as it is there.
        case checkpoint = "point"
        /// A stored checkpoint is not signed by the key in force.
        case signature
        /// The leaves do not have the root that was signed.
        case root = "racine"
        /// The leaves do not have the root that a witness holds, signed.
        case contradiction = "contredit"
        /// A witness is no receipt nor checkpoint of this log.
        case witness = "temoin"
        /// The log ends before a witness of it does.
        case truncated = "tronque"
        /// The last leaves are covered by no checkpoint.
        case unsigned = "non-signe"
    }

    /// What is wrong.
    public let kind: Kind
    /// Position of the first leaf that is wrong, or that cannot be vouched for any more.
    public let seq: Int

    /// A fault at a leaf.
    public init(_ kind: Kind, at seq: Int) {
        self.kind = kind
        self.seq = seq
    }
}
