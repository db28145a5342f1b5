import Foundation
import TestSupport
import Testing

@testable import Complaints

/// Test vectors that others have published, in Tests/experiments/published_vectors.json, which says of whom.
private struct Vectors: Decodable {
    struct Inclusion: Decodable {
        let index: Int
        let size: Int
        let path: [String]
    }
    struct Consistency: Decodable {
        let old: Int
        let size: Int
        let path: [String]
    }
    struct Signature: Decodable {
        let seed: String
        let key: String
        let message: String
        let signature: String
    }
    struct Note: Decodable {
        let key: String
        let seed: String
        let text: String
        let signature: String
    }
    let leaves: [String]
    let roots: [String]
    let inclusions: [Inclusion]
    let consistencies: [Consistency]
    let signatures: [Signature]
    let note: Note
}

private func bytes(_ hexadecimal: String) throws -> [UInt8] {
    let digits = Array(hexadecimal.utf8)
    return try stride(from: 0, to: digits.count, by: 2).map { position in
        let pair = String(decoding: digits[position..<position + 2], as: UTF8.self)
        return try #require(UInt8(pair, radix: 16))
    }
}

private func hashes(_ texts: [String]) throws -> [MerkleHash] {
    try texts.map { try #require(MerkleHash(try bytes($0))) }
}

@Suite struct `The vectors that others have published` {
    private let vectors: Vectors
    private let leaves: [MerkleHash]
    private let roots: [MerkleHash]
    /// Complete subtrees by level.
    private var nodes: [[MerkleHash]] = []

    init() throws {
        let path = "\(Repository.root)/Tests/experiments/published_vectors.json"
        vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: URL(filePath: path)))
        leaves = try vectors.leaves.map { MerkleHash(leaf: try bytes($0)) }
        roots = try hashes(vectors.roots)
        var tree = MerkleFrontier()
        for node in leaves.flatMap({ tree.append($0) }) {
            if nodes.count == node.level { nodes.append([]) }
            nodes[node.level].append(node.hash)
        }
    }

    private func node(_ level: Int, _ index: Int) -> MerkleHash { nodes[level][index] }

    // Shows: S-67
    @Test func `hold for the heads of Certificate Transparency's tree`() {
        var tree = MerkleFrontier()
        #expect(roots.count == leaves.count + 1 && tree.root == roots[0])
        for (size, leaf) in leaves.enumerated() {
            tree.append(leaf)
            #expect(tree.root == roots[size + 1])
        }
    }

    // Shows: S-67
    @Test func `hold for its audit paths, and for none that is altered`() throws {
        #expect(vectors.inclusions.count == 5)
        for one in vectors.inclusions {
            let path = try hashes(one.path)
            let (index, size, root) = (one.index, one.size, roots[one.size])
            #expect(InclusionProof(index: index, size: size, node: node)?.hashes == path)
            let verifies = { (index: Int, size: Int, path: [MerkleHash], leaf: Int) in
                InclusionProof(index: index, size: size, hashes: path).verifies(leaves[leaf], root: root)
            }
            #expect(verifies(index, size, path, index))
            for other in [index - 1, index + 1, index ^ 2] { #expect(!verifies(other, size, path, index)) }
            for other in [size / 2, size * 2] where size > 1 { #expect(!verifies(index, other, path, index)) }
            #expect(!verifies(index, size, path, (index + 1) % 8))
            for other in [path + [root], [root] + path] { #expect(!verifies(index, size, other, index)) }
            if !path.isEmpty { #expect(!verifies(index, size, Array(path.dropLast()), index)) }
        }
    }

    // Shows: S-67
    @Test func `hold for its consistency proofs, and for none that is altered`() throws {
        #expect(vectors.consistencies.count == 5)
        for one in vectors.consistencies {
            let path = try hashes(one.path)
            let (old, size) = (one.old, one.size)
            #expect(ConsistencyProof(from: old, to: size, node: node)?.hashes == path)
            let verifies = { (old: Int, size: Int, path: [MerkleHash]) in
                ConsistencyProof(oldSize: old, size: size, hashes: path).verifies(roots[one.old], to: roots[one.size])
            }
            #expect(verifies(old, size, path))
            guard let first = path.first else { continue }
            for other in [old - 1, old + 1, old ^ 2] { #expect(!verifies(other, size, path)) }
            for other in [size / 2, size * 2] { #expect(!verifies(old, other, path)) }
            for other in [[], path + [roots[size]], [roots[old]] + path, [first] + path, Array(path.dropLast())] {
                #expect(!verifies(old, size, other))
            }
        }
    }

    // Shows: S-67
    @Test func `hold for the keys and signatures of RFC 8032`() throws {
        #expect(vectors.signatures.count == 4)
        for one in vectors.signatures {
            let (key, message, signature) = (try bytes(one.key), try bytes(one.message), try bytes(one.signature))
            let verifier = try #require(SigningKey(seed: bytes(one.seed), origin: "rfc8032")).verifier
            #expect(verifier.publicKey == key)
            #expect(verifier.isValid(signature, for: message))
            #expect(!verifier.isValid(signature, for: message + [0]))
        }
    }

    // Shows: S-67
    @Test func `hold for a signed note of Go's`() throws {
        let note = vectors.note
        let key = try #require(VerifierKey(note.key))
        #expect(SigningKey(seed: try bytes(note.seed), origin: key.name)?.verifier == key)
        let signed = try #require(SignedNote("\(note.text)\n— \(key.name) \(note.signature)\n"))
        #expect(signed.text == note.text && signed.isSigned(by: key))
        let altered = note.text.replacing("problem", with: "Problem")
        #expect(try #require(SignedNote("\(altered)\n— \(key.name) \(note.signature)\n")).isSigned(by: key) == false)
    }

    // Shows: S-67
    @Test func `hold for the verifier in Python`() async throws {
        let tool = "\(Repository.root)/Tests/experiments/published_vectors.py"
        let python = try await Child.run("/usr/bin/env", ["python3", "-B", tool])
        #expect(python.status == 0, "\(python.output) \(python.errors)")
        #expect(python.output == "9 roots, 5 paths, 4 signatures, a note\n")
    }
}
