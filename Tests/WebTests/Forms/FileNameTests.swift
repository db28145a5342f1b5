import Testing

@testable import Web

@Suite struct `The name of a file` {
    // Shows: S-41
    @Test(arguments: [
        ("devis.pdf", "devis.pdf"),
        (#"C:\Users\Zoé\Bureau\devis n° 3.pdf"#, "devis n° 3.pdf"),
        ("../../etc/passwd", "passwd"),
        (#"..\..\boot.ini"#, "boot.ini"),
        ("/etc/", "etc"),
        (".htaccess", "htaccess"),
        ("...", "_"),
        ("", "_"),
        ("/", "_"),
        (" . espace . ", "espace"),
        ("facture\u{202E}fdp.exe", "facturefdp.exe"),
        ("a\u{200B}\u{200D}\u{FEFF}\u{2060}b.pdf", "ab.pdf"),
        ("a\u{2066}b\u{2069}\u{061C}.pdf", "ab.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("a\u{0}b\u{1B}[31m.pdf", "ab[31m.pdf"),
        ("a\u{2028}b\u{2029}.pdf", "ab.pdf"),
        ("\u{E0041}\u{F8FF}tag.pdf", "tag.pdf"),
        ("\u{200B}.htaccess", "htaccess"),
        ("a\u{FF0F}b\u{FF3C}c.pdf", "c.pdf"),
        ("réclamation – été 2026 (n°2) l’école.pdf", "réclamation – été 2026 (n°2) l’école.pdf"),
        ("e\u{301}te\u{301}.pdf", "e\u{301}te\u{301}.pdf"),
    ]) func `is shown without what could deceive`(sent: String, display: String) {
        #expect(Array(FileName(sent).display.utf8) == Array(display.utf8))
    }

    // Shows: S-41
    @Test(arguments: [
        ("CON", "_CON"), ("con.txt", "_con.txt"), ("LPT1.pdf", "_LPT1.pdf"), ("com¹.pdf", "_com¹.pdf"),
        ("NUL.tar.gz", "_NUL.tar.gz"),
        ("aux .txt", "_aux .txt"), ("console.pdf", "console.pdf"), ("a<b>:\"|?*.pdf", "a_b______.pdf"),
    ]) func `is downloaded without what Windows refuses`(sent: String, download: String) {
        #expect(FileName(sent).download == download)
    }

    // Shows: S-41
    @Test(arguments: ["é", "👩‍👩‍👧", "a", "e\u{301}\u{302}\u{303}"]) func `has at most 255 bytes and its extension`(
        letter: String
    ) {
        let name = FileName(String(repeating: letter, count: 400) + ".pdf")
        #expect(name.display.utf8.count <= 255)
        #expect(name.display.utf8.count > 220)
        #expect(name.display.hasSuffix(".pdf"))
        let device = FileName("CON." + String(repeating: "x", count: 300))
        #expect(device.download.utf8.count <= 255)
        #expect(device.download.hasPrefix("_CON"))
    }

    // Shows: S-31
    @Test(arguments: [
        ("devis.pdf", #"attachment; filename="devis.pdf"; filename*=UTF-8''devis.pdf"#),
        ("été 100%.pdf", #"attachment; filename="_t_ 100_.pdf"; filename*=UTF-8''%C3%A9t%C3%A9%20100%25.pdf"#),
        ("l'\"avis\".pdf", #"attachment; filename="l'_avis_.pdf"; filename*=UTF-8''l%27_avis_.pdf"#),
    ]) func `is in the download header twice`(sent: String, header: String) {
        #expect(ContentDisposition.attachment(FileName(sent)) == header)
    }

    // Shows: S-31
    @Test func `cannot end the header it is in, whatever character it has`() {
        for code in UInt32(0)...0x3_000 {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let header = ContentDisposition.attachment(FileName("a\(scalar)\"; filename=b.html\r\nX: y.pdf"))
            #expect(header.utf8.allSatisfy { (0x20...0x7E).contains($0) })
            #expect(header.split(separator: "\"", omittingEmptySubsequences: false).count == 3)
        }
    }
}
