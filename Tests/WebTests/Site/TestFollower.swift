import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

/// A complainant who follows a complaint of theirs, with the cookie and the token that their pages hold.
struct TestFollower: Sendable {
    let site: TestSite
    let caseFile: CaseFile.ID
    let session: StaffToken

    /// The case file as it stands.
    var file: CaseFile {
        get async throws { try await site.books.register.caseFile(caseFile) }
    }

    /// Asks for a page.
    func get(_ path: String = "/suivi/dossier") async throws -> TestAnswer {
        let headers = headers
        return try await site.run { client in
            try await client.execute(uri: path, method: .get, headers: headers) { TestAnswer($0) }
        }
    }

    /// Sends a form; its token is this session's, and its version the case file's of now, unless others are given.
    func post(
        _ noun: String,
        _ fields: [String: String] = [:],
        files: [(name: String, content: [UInt8])] = [],
        kept: [String] = [],
        token: String? = nil,
        version: String? = nil
    ) async throws -> TestAnswer {
        var body = MultipartBody()
        body.add("jeton", token ?? self.token)
        let current = try await file.version
        body.add("version", version ?? String(current))
        for (name, value) in fields { body.add(name, value) }
        for value in kept { body.add("piece_gardee", value) }
        for file in files { body.add("piece_jointe", filename: file.name, file.content) }
        return try await site.post("/suivi/dossier/\(noun)", body.closed, headers: headers)
    }

    /// The token that their forms send.
    var token: String {
        FormToken(random: site.site.world.bytes(16), at: site.site.seconds)
            .sealed(for: FollowUpDoor.purpose, binding: session.digest, with: site.site.formKey)
    }

    var headers: HTTPFields { [.cookie: "suivi=\(session.text)"] }
}

extension TestSite {
    /// A complaint, received, whose complainant has just typed its secret.
    func follower(_ original: Original = Story.original, form: UInt8 = 7) async throws -> TestFollower {
        let secret = TrackingSecret(random: site.world.bytes(17))
        let intake = Register.Intake(
            channel: .form,
            original: original,
            submission: Submission(id: [UInt8](repeating: form, count: 16)),
            secret: secret
        )
        let id = try await books.register.receive(intake).caseFile
        guard case .opened(let token) = try await books.register.openFollowUp(typed: secret.readable, from: "::1")
        else { throw Register.Failure.unknown }
        return TestFollower(site: self, caseFile: id, session: token)
    }
}
