import Complaints
import Testing

@Suite struct `A signed note` {
    private let key = SampleLog.signer(0)

    private func sample() throws -> SignedNote {
        try key.sign(size: 5, root: MerkleHash(leaf: [1]), after: nil)
    }

    @Test func `is read as it was written, and is a checkpoint`() throws {
        let note = try sample()
        #expect(SignedNote(note.note) == note)
        #expect(note.checkpoint == Checkpoint(origin: SampleLog.origin, size: 5, root: MerkleHash(leaf: [1])))
        #expect(note.isSigned(by: key.verifier))
        #expect(!note.isSigned(by: SampleLog.signer(1).verifier))
    }

    @Test func `is refused or no longer signed with any bit changed`() throws {
        let bytes = Array(try sample().note.utf8)
        for position in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[position] ^= 1 << bit
                let note = String(validating: changed, as: UTF8.self).flatMap { SignedNote($0) }
                #expect(note?.isSigned(by: key.verifier) != true)
            }
        }
    }

    @Test func `carries the lines of other keys, but not a wrong line of its own`() throws {
        let other = SampleLog.signer(1)
        let both = try other.cosign(try sample())
        let read = try #require(SignedNote(both.note))
        #expect(read.isSigned(by: key.verifier) && read.isSigned(by: other.verifier))
        let stranger = "— temoin.exemple AAAAAAAAAAAA\n"
        #expect(try #require(SignedNote(try sample().note + stranger)).isSigned(by: key.verifier))
        let foreign = try key.sign(size: 6, root: MerkleHash(leaf: [2]), after: nil)
        let wrongLine = try #require(foreign.note.split(separator: "\n").last)
        #expect(try !#require(SignedNote(try sample().note + "\(wrongLine)\n")).isSigned(by: key.verifier))
    }

    @Test(arguments: [
        "", "\n", "\n\n", "texte\n", "texte\n\n", "texte\n\n— nom\n", "texte\n\n- nom AAAAAAAA\n",
        "texte\n\n— nom AAAA\n", "texte\n\n— no+m AAAAAAAA\n", "texte\n\n—  AAAAAAAA\n", "texte\n\n— nom AAAAAAAA",
        "te\txte\n\n— nom AAAAAAAA\n", "texte\n\n— nom AAAAAAAA \n", "texte\n\n— nom AAAAAAB=\n",
    ])
    func `is refused in any other form`(text: String) {
        #expect(SignedNote(text) == nil)
    }

    @Test(arguments: [
        "o\n1\n", "o\n01\nR\n", "o\n-1\nR\n", "\n1\nR\n", "o\n1\nR\nextension\n", "o\n1\nR", "o o\n1\nR\n",
        "o\n1\nAAAA\n",
        "o\n9999999999999999999\nR\n",
    ])
    func `is no checkpoint in any other form`(text: String) {
        let root = "\(MerkleHash.empty)"
        #expect(Checkpoint("o\n1\n\(root)\n") != nil)
        #expect(Checkpoint(text.replacing("R", with: root)) == nil)
    }
}

@Suite struct `The key of a log` {
    @Test func `is read as it was written`() throws {
        let key = SampleLog.signer(4).verifier
        #expect(VerifierKey(key.description) == key)
    }

    @Test(arguments: [
        "", "a+b", "reclamations.exemple.fr/registre+00000000+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "reclamations.exemple.fr/registre+5fe996e9+AgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "reclamations.exemple.fr/autre+5fe996e9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "reclamations.exemple.fr/registre+5FE996E9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "reclamations.exemple.fr/registre+5fe996e9+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG5",
        "reclamations.exemple.fr/registre+5fe996e9+AQOh",
    ])
    func `is refused when a character is not its own`(text: String) {
        #expect(VerifierKey(text) == nil)
    }

    @Test(arguments: ["", "a b", "a+b", "a\nb", "é", "a\"b", #"a\b"#, String(repeating: "a", count: 201)])
    func `is refused under a name that cannot stand in a note`(name: String) {
        #expect(SigningKey(seed: Array(0..<32), origin: name) == nil)
    }

    @Test func `needs a seed of 32 bytes`() {
        #expect(SigningKey(seed: Array(0..<31), origin: "a") == nil)
        #expect(SigningKey(seed: [], origin: "a") == nil)
    }

    // Shows: F-30
    @Test func `never signs a second history`() throws {
        let key = SampleLog.signer(0)
        let (root, other) = (MerkleHash(leaf: [1]), MerkleHash(leaf: [2]))
        let last = try #require(try key.sign(size: 5, root: root, after: nil).checkpoint)
        #expect(try key.sign(size: 5, root: root, after: last).isSigned(by: key.verifier))
        #expect(try key.sign(size: 6, root: other, after: last).isSigned(by: key.verifier))
        #expect(throws: SigningRefusal.forks) { try key.sign(size: 5, root: other, after: last) }
        #expect(throws: SigningRefusal.shrinks) { try key.sign(size: 4, root: root, after: last) }
        let foreign = Checkpoint(origin: "ailleurs", size: 1, root: root)
        #expect(throws: SigningRefusal.otherLog) { try key.sign(size: 5, root: root, after: foreign) }
        let stranger = try #require(SigningKey(seed: Array(0..<32), origin: "ailleurs"))
        let note = try key.sign(size: 5, root: root, after: nil)
        #expect(throws: SigningRefusal.otherLog) { try stranger.cosign(note) }
    }
}
