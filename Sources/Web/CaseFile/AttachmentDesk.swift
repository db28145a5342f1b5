import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Registry

/// Downloads: only after authorisation, only as an attachment, never to run (S-35).
struct AttachmentDesk: Sendable {
    let site: Site

    /// `GET /pieces/{id}`; one in which a virus scanner found something is asked for twice (S-37).
    func download(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await StaffDoor(site: site).enter(request)
        let (file, dossier) = try await find(visit.parameters.get("id") ?? "", visitor)
        if let scan = try await visitor.register.scan(of: file.id), scan.finding != nil,
            !Self.isTakenAllTheSame(request)
        {
            let reader = StaffDoor(site: site).reader(visitor)
            return site.page(FlaggedFilePage(file, scan, of: dossier.identifier, signedIn: reader, press: site.press))
        }
        return try await hand(over: file, of: dossier, to: visitor)
    }

    /// Whether the second word was given, for something in which a virus scanner found something (S-37).
    static func isTakenAllTheSame(_ request: Request) -> Bool {
        let confirmation = FlaggedFilePage.confirmation
        return Query(of: request)[confirmation.name] == confirmation.value
    }

    /// A document and its case file. A mediation's pieces are for those who follow it, and for nobody whom the complaint names
    /// (C. conso. L612-3; ).
    ///
    /// - Throws: `Register.Failure.unknown`; `StaffDoor.Refused`.
    func find(_ id: String, _ hand: some StaffHand) async throws -> (file: FileSummary, dossier: CaseFile) {
        let (file, caseFile) = try await hand.register.attachment(id)
        let dossier = try await hand.register.caseFile(caseFile)
        let isOfMediation = dossier.mediationFiles.contains { $0.id == file.id }
        guard !isOfMediation || dossier.showsMediation(to: hand.officer) else { throw StaffDoor.Refused() }
        return (file, dossier)
    }

    /// Its bytes. Nothing leaves the house that is not on record.
    func hand(over file: FileSummary, of dossier: CaseFile, to hand: some StaffHand) async throws -> Response {
        try await hand.record(.downloaded, of: dossier.id)
        return Self.answer(with: file, from: hand.register)
    }

    /// The bytes of an attachment as a file, never to run (S-35).
    static func answer(with file: FileSummary, from register: Register) -> Response {
        let body = ResponseBody(contentLength: file.length) { writer in
            var position = 0
            while let bytes = try await register.chunk(position, of: file.id) {
                try await writer.write(ByteBuffer(bytes: bytes))
                position += 1
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: file.type,
                .contentDisposition: ContentDisposition.attachment(FileName(file.name)),
                .contentSecurityPolicy: SecurityHeaders<Visit>.sandbox,
            ],
            body: body
        )
    }
}
