import Complaints
import Crypto
import TestSupport
import Testing

@testable import Web

@Suite struct `A hostile text from a visitor` {
    private static let readers: [@Sendable (String) -> Bool] = [
        { VisitorNetwork($0) == nil }, { HostName($0) == nil }, { HostName("[" + $0) == nil },
        { SiteOrigin("https://" + $0) == nil }, { (try? Boundary($0)) == nil },
        { RefusalNotice($0, for: "envoi", with: SymmetricKey(data: Array(repeating: 7, count: 32))) == nil },
        { FileName($0).display.utf8.count <= 255 }, { !AccountText.isName($0) },
        { text in OrganisationSetting.allCases.allSatisfy { (try? SettingText($0, text)) == nil } },
    ]

    // Shows: S-30
    @Test(arguments: Hostile.pieces)
    func `is no address, host, boundary, name or setting, and no long file name, which a mebibyte of it shows in 10 ms`(
        piece: String
    ) {
        #expect(Hostile.slow(Self.readers, for: Hostile.text(of: piece)) == [])
    }
}
