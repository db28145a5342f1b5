import Crypto
import TestSupport
import Testing

@testable import Web

@Suite struct `A hostile text` {
    static let readers: [@Sendable (String) -> Bool] = [
        { VisitorNetwork($0) == nil }, { HostName($0) == nil }, { HostName("[" + $0) == nil },
        { SiteOrigin("https://" + $0) == nil }, { (try? Boundary($0)) == nil },
        { RefusalNotice($0, for: "envoi", with: SymmetricKey(data: Array(repeating: 7, count: 32))) == nil },
        { FileName($0).display.utf8.count <= 255 },
    ]

    // Shows: S-30
    @Test(arguments: Hostile.pieces)
    func `is no address, host or boundary and no long file name, which a mebibyte of it shows in 10 ms`(piece: String) {
        let text = Hostile.text(of: piece)
        for reader in Self.readers.indices {
            let time = Hostile.shortest { #expect(Self.readers[reader](text), "reader \(reader)") }
            #expect(time < .milliseconds(10), "reader \(reader)")
        }
    }
}
