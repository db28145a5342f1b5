extension LogAudit {
    /// The stored checkpoint that covers all leaves so far.
    public mutating func add(checkpoint note: String) throws(LogFault) {
        let size = tree.size
        guard let note = SignedNote(note), let checkpoint = note.checkpoint else {
            throw LogFault(.checkpoint, at: size)
        }
        // A checkpoint of more leaves than there are tells of leaves that are gone.
        guard checkpoint.size <= size else { throw LogFault(.position, at: size) }
        guard checkpoint.size == size else { throw LogFault(.checkpoint, at: size) }
        guard isInForce(note, checkpoint) else { throw LogFault(.signature, at: max(0, size - 1)) }
        guard checkpoint.root == tree.root else { throw LogFault(.root, at: min(vouched, max(0, size - 1))) }
        vouch()
        report.checkpoints += 1
    }

    /// Compares the tree with every witness of its present size.
    mutating func meetWitnesses() throws(LogFault) {
        let size = tree.size
        while let witness = pending.last, witness.checkpoint.size == size {
            guard isInForce(witness.note, witness.checkpoint) else { throw LogFault(.witness, at: max(0, size - 1)) }
            guard witness.checkpoint.root == tree.root else {
                throw LogFault(.contradiction, at: min(witnessed, max(0, size - 1)))
            }
            vouch()
            witnessed = size
            report.witnesses.append(size)
            pending.removeLast()
        }
    }

    /// Whether the log's key of the moment signed; just after a change of key, whether the old one and the new one did.
    private func isInForce(_ note: SignedNote, _ checkpoint: Checkpoint) -> Bool {
        guard keyChanges < keys.count else { return false }
        let signers = changesKey ? keys[(keyChanges - 1)...keyChanges] : keys[keyChanges...keyChanges]
        return signers.allSatisfy { accepts(note, checkpoint, $0) }
    }

    func accepts(_ note: SignedNote, _ checkpoint: Checkpoint, _ key: VerifierKey) -> Bool {
        checkpoint.origin == key.name && note.isSigned(by: key)
    }

    private mutating func vouch() {
        vouched = tree.size
        changesKey = false
    }
}
