import Configuration
import FoundationEssentials
public import Mail
public import Post
import SystemPackage
public import Web

/// What the host decides: read once, at the root, from the command line, then `DOLEANCES_…`, then a file.
public struct Settings: Sendable {
    /// Where everything is kept.
    public enum Place: Sendable, Equatable {
        /// SQLite in a folder of its own.
        case folder(String)
        /// PostgreSQL by URL.
        case postgres(String)
    }

    /// Where everything is kept.
    public var place: Place
    /// The folder of the logs' signing keys.
    public var keys: String
    /// The address to listen on.
    public var host: String
    /// The port to listen on.
    public var port: Int
    /// What links begin with, without a slash at the end.
    public var baseURL: String
    /// Further names that the site answers to, besides the base URL's and the organisations'.
    public var allowedHosts: [String]
    /// Addresses of proxies that are believed on whom they speak for.
    public var proxies: [String]
    /// Certificate chain and key, PEM, where the server speaks TLS itself.
    public var tls: TLSFiles?
    /// How fast complaints, and what is added to them, may come from one network.
    public var pace: PaceLimits
    /// Where documents are looked at for viruses; nil: they are not.
    public var scanner: ScannerAddress?
    /// How letters leave; nil: they wait, printable.
    public var relay: Relay?
    /// Where mails are read; none where nobody's are.
    public var mailboxes: [OwnMailbox]
    /// By whom officers may sign in, beside their passwords; nil for nobody.
    public var identity: IdentityService?
    /// Where other programs may be, that are told of what happens.
    public var courier: CourierSettings

    /// PEM files.
    public struct TLSFiles: Sendable, Equatable {
        public let certificate: String
        public let key: String
    }

    /// The relay that letters are handed to, and the address they come from.
    public struct Relay: Sendable {
        public let smtp: SMTPSettings
        public let sender: EmailAddress
    }

    /// A setting as the host may give it.
    public enum Name: String, CaseIterable, Sendable {
        case data, database, keys, host, port
        case baseURL = "base.url"
        case allowedHosts = "allowed.hosts"
        case proxies
        case tlsCertificate = "tls.certificate"
        case tlsKey = "tls.key"
        case formSeconds = "form.seconds"
        case formBurst = "form.burst"
        case formRefill = "form.refill"
        case clamd
        case mailRelay = "mail.relay"
        case mailPasswordFile = "mail.password.file"
        case mailSender = "mail.sender"
        case imap
        case imapPasswordFile = "imap.password.file"
        case openIDIssuer = "openid.issuer"
        case openIDClient = "openid.client"
        case openIDSecretFile = "openid.secret.file"
        case openIDLabel = "openid.label"
        case openIDFactors = "openid.factors"
        case openIDAuthorities = "openid.authorities"
        case webhookPrivateHosts = "webhook.private.hosts"
        case webhookAuthority = "webhook.authority"

        /// The environment variable.
        public var variable: String {
            "DOLEANCES_" + rawValue.uppercased().map { $0 == "." ? "_" : String($0) }.joined()
        }

        /// What it is when nothing is said; nil where nothing stands for nothing.
        public var standard: String? {
            switch self {
            case .data: "./data"
            case .host: "127.0.0.1"
            case .port: "8080"
            case .formSeconds: "3"
            case .formBurst: "20"
            case .formRefill: "60"
            default: nil
            }
        }
    }

    /// A setting, or something else that an operator said, that cannot be used, and what to do about it.
    public struct Mistake: Error, CustomStringConvertible {
        public let description: String
        /// Of which kind it is.
        public let code: OperatorCode

        public init(description: String, code: OperatorCode = .setting) {
            self.description = description
            self.code = code
        }
    }

    /// Reads the settings; `given` is what the command line says and goes before everything else.
    ///
    /// - Parameter isSheltered: nothing else is read then: neither the environment nor a file, and so neither the keys nor
    ///   the relay that the machine really works with.
    public init(given: [Name: String], isSheltered: Bool = false) async throws {
        let reader = isSheltered ? nil : try await Self.reader()
        let value = { (name: Name) in
            given[name] ?? reader?.string(forKey: ConfigKey("doleances.\(name.rawValue)")) ?? name.standard
        }
        place = try Self.place(given, value)
        host = try Self.listening(on: value(.host) ?? "127.0.0.1")
        guard let number = Int(value(.port) ?? ""), (0...65_535).contains(number) else {
            throw Mistake(description: "Le port doit être un nombre de 0 à 65535 (--port, DOLEANCES_PORT).")
        }
        port = number
        tls = try Self.tls(certificate: value(.tlsCertificate), key: value(.tlsKey))
        baseURL = try Self.baseURL(value(.baseURL), host: host, port: number, isSecure: tls != nil)
        allowedHosts = Self.list(value(.allowedHosts))
        proxies = Self.list(value(.proxies))
        pace = try Self.pace(value)
        scanner = try Self.scanner(value(.clamd))
        keys = value(.keys) ?? Self.keysFolder(place)
        relay = try Self.relay(value(.mailRelay), value(.mailPasswordFile), value(.mailSender))
        mailboxes = try Self.mailboxes(Self.list(value(.imap)), passwords: Self.list(value(.imapPasswordFile)))
        identity = try Self.identity(value)
        courier = try Self.courier(hosts: Self.list(value(.webhookPrivateHosts)), value(.webhookAuthority))
    }

    /// What stands between commas or blanks.
    static func list(_ text: String?) -> [String] {
        (text ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    private static func reader() async throws -> ConfigReader {
        let environment = EnvironmentVariablesProvider()
        guard let path = ProcessInfo.processInfo.environment["DOLEANCES_CONFIGURATION"] else {
            return ConfigReader(provider: environment)
        }
        let configuration = protected(path)
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Mistake(description: "Le fichier de réglages est illisible : \(path) (DOLEANCES_CONFIGURATION).")
        }
        if Self.holdsPassword(text) { try configuration.check() }
        do {
            let file = try await FileProvider<JSONSnapshot>(filePath: FilePath(path))
            return ConfigReader(providers: [environment, file])
        } catch {
            throw Mistake(description: "Le fichier de réglages n’est pas du JSON : \(path) (DOLEANCES_CONFIGURATION).")
        }
    }

    /// A database named on the command line goes before a folder, and either before what the environment says.
    ///
    /// - Throws: where there is a password in it, which every process of the machine could read there (S-81).
    private static func place(_ given: [Name: String], _ value: (Name) -> String?) throws -> Place {
        if let url = given[.database] {
            guard !holdsPassword(url) else {
                throw Mistake(
                    description: "Un mot de passe dans --database se voit dans la liste des processus : retirez-le de "
                        + "l’adresse et écrivez-le dans ~/.pgpass, ou dans le fichier que nomme PGPASSFILE (chmod 600).",
                    code: .secret
                )
            }
            return .postgres(url)
        }
        if let folder = given[.data] { return .folder(folder) }
        if let url = value(.database) { return .postgres(url) }
        return .folder(value(.data) ?? "./data")
    }

    /// Beside the data, or with PostgreSQL where the system keeps a user's or a service's state: the same for every
    /// command, whatever folder it is run from.
    private static func keysFolder(_ place: Place) -> String {
        if case .folder(let folder) = place { return folder + "/cles" }
        let environment = ProcessInfo.processInfo.environment
        if let state = environment["STATE_DIRECTORY"] { return state + "/cles" }
        let home = environment["HOME"] ?? "/root"
        return (environment["XDG_DATA_HOME"] ?? home + "/.local/share") + "/doleances/cles"
    }

    private static func tls(certificate: String?, key: String?) throws -> TLSFiles? {
        switch (certificate, key) {
        case (nil, nil): return nil
        case (let certificate?, let key?):
            try protected(key).check()
            return TLSFiles(certificate: certificate, key: key)
        default: throw Mistake(description: "Il faut les deux fichiers : --tls-certificate et --tls-key.")
        }
    }

    static func protected(_ path: String) -> ProtectedFile {
        ProtectedFile(path: path, credentials: ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"])
    }

    /// Whether an address in a text has a password: `postgresql://user:secret@host/base`, `password=secret`.
    static func holdsPassword(_ text: String) -> Bool {
        text.contains(/:\/\/[^\/@\s"]*:[^\/@\s"]+@/) || text.contains(/password\s*=\s*[^&\s"]/)
    }
}
