import Storage

/// How much room the disk of the books has left (S-38). Documents are refused before words are: a complaint is the last
/// thing that is turned away.
public struct Room: Sendable {
    /// Bytes free below which no document is taken.
    static let leastForDocuments: Int64 = 1 << 30
    /// Bytes free below which nothing is received: the machine, and what is under way, need the rest.
    static let leastForWords: Int64 = 64 << 20

    private let free: @Sendable () -> Int64?

    /// - Parameter free: bytes free now; nil where nobody can tell, as of another machine's disk.
    public init(free: @escaping @Sendable () -> Int64? = { nil }) { self.free = free }

    /// Bytes free now; nil where nobody can tell.
    var bytesFree: Int64? { free() }

    /// Whether documents are taken.
    var takesDocuments: Bool { takes(Self.leastForDocuments) }

    /// Whether anything is received at all.
    var takesWords: Bool { takes(Self.leastForWords) }

    /// Refuses as the database will where it finds no room, before anything of it is begun.
    ///
    /// - Throws: `StorageError.full`.
    func demandRoomForWords() throws(StorageError) {
        guard takesWords else { throw .full }
    }

    private func takes(_ least: Int64) -> Bool { free().map { $0 >= least } ?? true }
}
