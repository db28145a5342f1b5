import Foundation

/// A real IMAP server (`imap_server.py`, on Dovecot) on free ports of this machine, for as long as a test needs it.
public struct IMAPServer: Sendable {
    /// The account, and its password.
    public static let account = "reclamations@cine-atelier.example", password = "boite-aux-lettres"

    /// The port of STARTTLS, and that of TLS from the first byte.
    public let ports: (startTLS: Int, secure: Int)
    /// The authority of its certificate.
    public let authority: String
    private let folder: URL

    /// Runs `body` with a server, and stops it.
    ///
    /// - Parameter certificate: which it shows.
    public static func run<Result>(
        certificate: any KeyPath<Certificates, Certificates.Pair> & Sendable = \.right,
        _ body: (IMAPServer) async throws -> Result
    ) async throws -> Result {
        try await withTemporaryFolder { folder in
            let certificates = try await Certificates.make(in: folder)
            let shown = certificates[keyPath: certificate]
            let box = folder.appending(path: "boite")
            try FileManager.default.createDirectory(at: box, withIntermediateDirectories: true)
            let script = "\(Repository.root)/Tests/TestSupport/imap_server.py"
            let options = ["--certificate", shown.certificate, "--key", shown.key]
            let child = try Child.start(Python.path, [script, box.path()] + options)
            try await child.says("\n")
            let ports = child.output.prefix { $0 != "\n" }.split(separator: " ").compactMap { Int($0) }
            guard ports.count == 2 else { throw DidNotStart(errors: child.errors) }
            let server = IMAPServer(
                ports: (startTLS: ports[0], secure: ports[1]),
                authority: certificates.authority,
                folder: box
            )
            let result = try await body(server)
            await child.terminate()
            return result
        }
    }

    /// Its address, with the account in it.
    ///
    /// - Parameter query: more parameters, such as `done=Traite`.
    public func url(secure: Bool = true, query: String = "") -> String {
        let account = Self.account.replacing("@", with: "%40")
        let port = secure ? ports.secure : ports.startTLS
        let more = query.isEmpty ? "" : "&\(query)"
        return "\(secure ? "imaps" : "imap")://\(account)@localhost:\(port)/INBOX?ca=\(authority)&timeout=20\(more)"
    }

    /// Puts a mail into the mailbox, byte for byte.
    ///
    /// - Parameter isSick: whether the server has it and cannot give it.
    public func deliver(_ mail: String, isSick: Bool = false) throws {
        // Of another length than its name says, which ends the connection of whoever asks for it.
        let name = isSick ? "\(UUID().uuidString).mail,S=5,W=5" : "\(UUID().uuidString).mail"
        let draft = folder.appending(path: "mail/tmp/\(name)")
        try Data(mail.utf8).write(to: draft)
        // Dovecot is never root: what root has written is then given to it.
        let owner = try FileManager.default.attributesOfItem(atPath: folder.appending(path: "mail/new").path())
        if getuid() == 0, let id = owner[.ownerAccountID] {
            try FileManager.default.setAttributes([.ownerAccountID: id], ofItemAtPath: draft.path())
        }
        try FileManager.default.moveItem(at: draft, to: folder.appending(path: "mail/new/\(name)"))
    }

    /// How many mails there are in the mailbox, or in the one for what is done.
    public func count(done: Bool = false) throws -> Int {
        let box = folder.appending(path: done ? "mail/.Traite" : "mail")
        return try ["new", "cur"].reduce(0) { sum, name in
            try sum + FileManager.default.contentsOfDirectory(atPath: box.appending(path: name).path()).count
        }
    }

    /// Gives the mailbox another UIDVALIDITY, by which every mail of it has another UID.
    public func changeValidity() async throws {
        try await Task.sleep(for: .milliseconds(1100))
        let box = folder.appending(path: "mail")
        for name in try FileManager.default.contentsOfDirectory(atPath: box.path()) where name.hasPrefix("dovecot") {
            try FileManager.default.removeItem(at: box.appending(path: name))
        }
    }

    /// It did not say where it listens.
    public struct DidNotStart: Error {
        /// What it said instead.
        public let errors: String
    }
}
