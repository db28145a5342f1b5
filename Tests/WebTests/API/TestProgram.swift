import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

extension TestSite {
    /// Sends what a program sends.
    ///
    /// - Parameters:
    ///   - token: the whole of it; nil for none.
    ///   - body: a JSON value; nil for none.
    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        showing token: String?,
        _ body: JSON? = nil,
        headers extra: HTTPFields = [:],
        at host: String = "localhost"
    ) async throws -> TestAnswer {
        var headers: HTTPFields = [:]
        if let token { headers[.authorization] = "Bearer \(token)" }
        if body != nil { headers[.contentType] = "application/json" }
        for field in extra { headers[field.name] = field.value }
        return try await ask(method, path, body?.bytes, headers, at: host)
    }

    /// The same with any bytes and headers.
    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ bytes: [UInt8]?,
        _ headers: HTTPFields,
        at host: String = "localhost"
    ) async throws -> TestAnswer {
        try await run(at: host) { client in
            try await client.execute(
                uri: path,
                method: method,
                headers: headers,
                body: bytes.map { ByteBuffer(bytes: $0) }
            ) { TestAnswer($0) }
        }
    }

    /// Somebody's program.
    func program(
        _ roles: Set<Role>,
        _ scope: TokenScope = .readAndAct,
        email: String = "ines@cine-atelier.example"
    ) async throws -> TestProgram {
        let account = try await hire(roles, email: email)
        return TestProgram(site: self, account: account, token: try await token(of: account, scope))
    }
}

/// A program with the token that somebody made for it.
struct TestProgram: Sendable {
    let site: TestSite
    let account: Account
    let token: AccessToken

    func get(_ path: String, method: HTTPRequest.Method = .get) async throws -> TestAnswer {
        try await site.ask(method, path, showing: token.text)
    }

    /// Sends an object.
    func post(_ path: String, _ body: JSON, key: String? = nil) async throws -> TestAnswer {
        var headers: HTTPFields = [:]
        if let key, let name = HTTPField.Name(APIParameter.idempotencyKey) { headers[name] = key }
        return try await site.ask(.post, path, showing: token.text, body, headers: headers)
    }

    /// Enters a complaint that came by letter.
    func receive(_ words: String, key: String, more: [JSON.Member] = []) async throws -> TestAnswer {
        let body: [JSON.Member] = [
            .init(name: "canal", value: "courrier"), .init(name: "arrivee_le", value: "2026-11-23"),
            .init(name: "nom", value: "Àrçy"), .init(name: "reclamation", value: .string(words)),
        ]
        return try await post(Path.apiReceptions, .object(body + more), key: key)
    }

    /// Does an act on a case file as it stands.
    func act(_ noun: String, on file: CaseFile, _ fields: [JSON.Member]) async throws -> TestAnswer {
        let own: [JSON.Member] = [
            .init(name: "acte", value: .string(noun)), .init(name: "version", value: .number(file.version)),
        ]
        return try await post(Path.apiCase(file.address) + "/actes", .object(own + fields))
    }
}

extension TestAnswer {
    /// What it says, where it is JSON.
    var json: JSON { get throws { try JSONReader.read(Array(text.utf8)) } }

    /// A text of it, by its name.
    func string(_ name: String) throws -> String? {
        if case .string(let text)? = try json[name] { text } else { nil }
    }

    /// Whether it is a problem of that kind, and one that the description knows.
    func isProblem(_ kind: ProblemKind, code: String? = nil) throws -> Bool {
        let code = code ?? kind.rawValue
        return try status == kind.status && headers[.contentType] == "application/problem+json"
            && string("code") == code && string("type")?.hasSuffix("/api/v1/problemes#\(code)") == true
            && ProblemReport.shape.schema.faults(in: json).isEmpty
    }
}

extension TestAct {
    /// The same as a program sends it.
    func members(by account: String, handler: String? = nil) -> [JSON.Member] {
        let fields = fields(by: account, handler: handler)
        let rows = fields.filter { $0.name.hasSuffix("_1") }.map { field in
            JSON.Member(name: String(field.name.dropLast(2)), value: .string(field.value))
        }
        let others = fields.filter { !$0.name.hasSuffix("_1") }.map { field in
            JSON.Member(name: field.name, value: Self.value(field.name, field.value))
        }
        return others + (rows.isEmpty ? [] : [.init(name: ActFields.rows, value: .list([.object(rows)]))])
    }

    private static func value(_ name: String, _ text: String) -> JSON {
        switch name {
        case "par_reclamant": .flag(text == "oui")
        case "note": .number(Int(text) ?? 0)
        case "lecteurs", "mis_en_cause", "gravites", "pieces": .strings([text])
        default: .string(text)
        }
    }
}
