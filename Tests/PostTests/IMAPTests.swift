import Post
import TestSupport
import Testing

@Suite struct `A mailbox` {
    private func mailbox(
        _ server: IMAPServer,
        secure: Bool = true,
        password: String = IMAPServer.password
    ) throws
        -> IMAPMailbox
    {
        IMAPMailbox(try IMAPSettings(url: server.url(secure: secure), password: password))
    }

    private func mail(_ number: Int) -> String {
        "From: Zoé <zoe@example.org>\r\nSubject: RECLAMATION \(number)\r\n\r\nA1 OK* ) {3}\r\n.\r\n\(number)\r\n"
    }

    // Shows: S-74, F-13
    @Test(arguments: [true, false])
    func `gives each mail by its UID, byte for byte`(secure: Bool) async throws {
        try await IMAPServer.run { server in
            let box = try mailbox(server, secure: secure)
            let empty = try await box.standing()
            #expect(empty.next == 1)
            for number in 1...3 { try server.deliver(mail(number)) }
            let standing = try await box.standing()
            #expect(standing == IMAPStanding(validity: empty.validity, next: 4))
            let uids = try await box.uids(in: 1...IMAPMailbox.window, validity: standing.validity)
            #expect(uids == [1, 2, 3])
            #expect(try await box.uids(in: 3...9, validity: standing.validity) == [3])
            #expect(try await box.uids(in: 4...9, validity: standing.validity).isEmpty)
            let mails = try await box.fetch([1, 2, 3, 9], validity: standing.validity)
            let wholes = mails.values.compactMap { if case .whole(let bytes) = $0 { bytes } else { nil } }
            #expect(Set(wholes) == Set((1...3).map { Array(mail($0).utf8) }))
            #expect(mails[9] == nil, "what is gone is left out")
        }
    }

    // Shows: S-75, F-13
    @Test func `whose UIDVALIDITY is another gives nothing`() async throws {
        try await IMAPServer.run { server in
            let box = try mailbox(server)
            try server.deliver(mail(1))
            let standing = try await box.standing()
            try await server.changeValidity()
            let other = try await box.standing()
            #expect(other.validity != standing.validity)
            await #expect(throws: IMAPFailure.changed) {
                _ = try await box.uids(in: 1...9, validity: standing.validity)
            }
            await #expect(throws: IMAPFailure.changed) { _ = try await box.fetch([1], validity: standing.validity) }
        }
    }

    // Shows: S-79
    @Test(arguments: [true, false])
    func `of a server that is not ours hears nothing`(secure: Bool) async throws {
        try await IMAPServer.run(certificate: \.unknownAuthority) { try await expectNothing(of: $0, secure) }
        try await IMAPServer.run(certificate: \.anotherHost) { try await expectNothing(of: $0, secure) }
    }

    private func expectNothing(of server: IMAPServer, _ secure: Bool) async throws {
        let box = try mailbox(server, secure: secure)
        await #expect(throws: IMAPFailure.insecure) { _ = try await box.standing() }
    }

    @Test func `says why it cannot be read`() async throws {
        try await IMAPServer.run { server in
            let box = try mailbox(server, password: "faux")
            await #expect(throws: IMAPFailure.unauthenticated) { _ = try await box.standing() }
            let folder = server.url().replacing("/INBOX", with: "/Nulle%20part")
            let missing = IMAPMailbox(try IMAPSettings(url: folder, password: IMAPServer.password))
            await #expect(throws: IMAPFailure.refused) { _ = try await missing.standing() }
        }
        let nobody = IMAPMailbox(try IMAPSettings(url: "imap://a:b@127.0.0.1:9/INBOX?timeout=5"))
        await #expect(throws: IMAPFailure.unreachable) { _ = try await nobody.standing() }
    }

    // Shows: S-75
    @Test func `moves away what it is told to, where the settings name a folder`() async throws {
        try await IMAPServer.run { server in
            for number in 1...2 { try server.deliver(mail(number)) }
            let settings = try IMAPSettings(url: server.url(query: "done=Traite"), password: IMAPServer.password)
            let box = IMAPMailbox(settings)
            let standing = try await box.standing()
            #expect(box.movesAway)
            try await box.moveAway([1], validity: standing.validity)
            #expect(try await box.uids(in: 1...9, validity: standing.validity) == [2])
            #expect(try server.count() == 1 && server.count(done: true) == 1)
        }
    }
}

@Suite struct `The address of a mailbox` {
    @Test(arguments: [
        ("imaps://zoe%40b.example:mot@imap.example", "zoe@b.example@imap.example/INBOX"),
        ("imap://zoe:mot@imap.example/Courrier/Recu", "zoe@imap.example/Courrier/Recu"),
        ("imaps://zoe:mot@[::1]:10993/INBOX?ca=/ca.pem&timeout=5&done=Traite", "zoe@::1/INBOX"),
        ("imap://zoe:mot@localhost?tls=none", "zoe@localhost/INBOX"),
    ])
    func `is known by a name without a password`(url: String, name: String) throws {
        let settings = try IMAPSettings(url: url)
        #expect(settings.name == name)
        #expect(!"\(settings)".contains("mot") && !"\(settings)".contains(settings.account))
    }

    @Test(arguments: [
        ("https://a:x@imap.example", IMAPSettings.Mistake.url), ("imaps://a:x@imap.example#b", .url),
        ("imaps://a:x@imap.example?tls=none", .url), ("imaps://a:x@imap.example?autre=1", .url),
        ("imap://a:x@imap.example?tls=none", .clearTextToAnotherHost), ("imaps://a@imap.example", .credentials),
        ("imaps://imap.example", .credentials), ("imaps://a:x@imap.example:0", .port),
        ("imaps://a:x@imap.example?timeout=0", .timeout), ("imaps://a:x@imap.example?timeout=x", .timeout),
        ("imaps://a:x@imap.example/IN%22BOX", .folder), ("imaps://a:x@imap.example/INBOX;UID=1", .folder),
    ])
    func `that cannot be used is refused`(url: String, mistake: IMAPSettings.Mistake) {
        #expect(throws: mistake) { _ = try IMAPSettings(url: url) }
    }
}
