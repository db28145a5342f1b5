import Complaints
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `An archive, an image or a document that would harm whoever opens it` {
    /// What begins as its kind does, and is nothing that any reader could open.
    private static let files: [(name: String, content: [UInt8])] = [
        ("bombe.docx", zip(naming: "[Content_Types].xml") + [UInt8](repeating: 0xFF, count: 70_000)),
        ("bombe.xlsx", zip(naming: "xl/../../../../etc/passwd") + [UInt8](repeating: 0, count: 70_000)),
        ("geante.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [0, 0, 0, 13] + Array("IHDR".utf8) + large),
        ("cassee.jpg", [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF] + Array("Exif\u{0}\u{0}MM".utf8) + large),
        ("boucle.pdf", Array("%PDF-1.7\n1 0 obj<</Length 1 0 R/Filter[/FlateDecode/FlateDecode]>>stream\n".utf8)),
    ]

    /// A width and a height of two thousand million.
    private static let large = [UInt8](repeating: 0x7F, count: 64)

    /// The head of an archive's entry that says to be of four thousand million bytes.
    private static func zip(naming name: String) -> [UInt8] {
        let sizes: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
        let head: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0] + sizes
        return head + [UInt8(name.utf8.count), 0, 0, 0] + Array(name.utf8)
    }

    // Shows: S-36
    @Test(arguments: Engine.available) func `is kept and given back to the byte, and looked into by nobody`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let form = try await site.openForm()
            #expect(try await site.post(form.body("envoi", files: Self.files)).status == 303)
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            let kept = try await site.books.register.caseFile(id).reception.original.files
            #expect(Set(kept.map(\.name)) == Set(Self.files.map(\.name)))
            let session = try await site.desk([.complaintsManager]).headers
            for file in kept {
                let sent = try #require(Self.files.first { $0.name == file.name })
                let bytes = try await site.run { client in
                    try await client.execute(uri: "/pieces/\(file.id)", method: .get, headers: session) {
                        Array($0.body.readableBytesView)
                    }
                }
                #expect(bytes == sent.content, "\(file.name)")
            }
        }
    }
}
