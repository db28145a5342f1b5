import Testing

@testable import Complaints

@Suite struct `Where a program is told` {
    @Test(arguments: [
        ("https://gestion.exemple.fr", "gestion.exemple.fr"),
        ("https://Gestion.Exemple.fr/a?b=c", "gestion.exemple.fr"),
        ("https://gestion.exemple.fr:8443/a@b", "gestion.exemple.fr"), ("https://[2A01:4F8::1]:8443/", "2a01:4f8::1"),
        ("http://127.0.0.1:9/200", "127.0.0.1"), ("https://xn--caf-dma.example?x", "xn--caf-dma.example"),
    ])
    func `is an address of the web`(text: String, host: String) throws {
        let address = try #require(SubscriberAddress(text))
        #expect(address.text == text && address.host == host && address.isSecure == text.hasPrefix("https"))
        #expect(!address.description.contains("?"))
    }

    @Test(arguments: [
        "", "gestion.exemple.fr", "ftp://gestion.exemple.fr", "HTTPS://gestion.exemple.fr", "https://", "https:///a",
        "https://ana@gestion.exemple.fr", "https://ana:secret@gestion.exemple.fr/", "https://gestion.exemple.fr:0/",
        "https://gestion.exemple.fr:65536/", "https://gestion.exemple.fr:/", "https://gestion.exemple.fr:+80/",
        "https://gestion.exemple.fr/#a", "https://gestion exemple.fr/", "https://gestion.exemple.fr/é",
        "https://a..fr/",
        "https://-a.fr/", "https://a_b.fr/", "https://[::1/", "https://[a.fr]/", "https://a.fr\\@b.fr/",
        "https://a.fr/\r\n",
        "https://a.fr/{1,2}", "https://a.fr/[1-2]", "https://a.fr:80:80/",
    ])
    func `is nothing else`(text: String) {
        #expect(SubscriberAddress(text) == nil)
    }

    @Test func `is not longer than 500 characters`() {
        let head = "https://gestion.exemple.fr/"
        let fits = head + String(repeating: "a", count: SubscriberAddress.longest - head.count)
        #expect(SubscriberAddress(fits) != nil && SubscriberAddress(fits + "a") == nil)
    }
}

@Suite struct `What a program is told of` {
    @Test func `has the words of the log where the log has a word for it`() {
        let words = Set(EventKind.allCases.map(\.rawValue))
        let own = AnnouncedEvent.allCases.map(\.rawValue).filter { !words.contains($0) }
        #expect(own == ["requalification"])
    }

    @Test func `is a judgement only where it is no complaint`() {
        #expect(AnnouncedEvent(.qualified(Qualification(nature: .complaint))) == nil)
        #expect(AnnouncedEvent(.qualified(Qualification(nature: .feedback))) == .requalified)
        #expect(AnnouncedEvent(.noted(Reason("Vu"))) == nil)
    }
}
