import Complaints
import Hummingbird
import Pages
import Registry

/// The interface for programs: one handler for each operation.
struct APIDesk: Sendable {
    let site: Site

    private var door: APIDoor { APIDoor(site: site) }

    /// What an operation does.
    func handler(of operation: APIOperation) -> @Sendable (Request, Visit) async throws -> Response {
        guard operation != .describe else { return describe }
        return { request, visit in
            try await door.answer(operation, request, visit) { program in
                try await answer(operation, request, visit, program)
            }
        }
    }

    private func answer(
        _ operation: APIOperation,
        _ request: Request,
        _ visit: Visit,
        _ program: Program
    ) async throws -> Response {
        switch operation {
        case .describe: try await describe(request, visit)
        case .listReceptions: try await APIBooks(site: site).receptions(request, program)
        case .receive: try await APIIntake(site: site).receive(request, visit, program)
        case .listCases: try await APIBooks(site: site).register(request, program)
        case .readCase: try await read(visit, program)
        case .readDocument: try await document(request, visit, program)
        case .act: try await APIActs(site: site).act(request, visit, program)
        }
    }

    /// `GET /api/v1/openapi.json`: what all this is, for programs.
    @Sendable private func describe(_ request: Request, _: Visit) async throws -> Response {
        let organisation = try await site.register(for: request).organisation
        return site.json(APIDescription(press: site.press, address: site.publicAddress(of: organisation)).json)
    }

    /// `GET /api/v1/problemes`: what its problems are, for whoever writes programs.
    func problems(_ request: Request, _: Visit) async throws -> Response {
        let provider = try await site.register(for: request).currentProcedure().provider
        return site.page(ProblemsPage(provider: provider, press: site.press))
    }

    /// `GET /api/v1/dossiers/{reference}`.
    private func read(_ visit: Visit, _ program: Program) async throws -> Response {
        let id = try await program.find(visit.parameters.get("reference"))
        async let noted: Void = program.note(.opened, of: id)
        let register = program.register
        let file = try await register.caseFile(id)
        let shown = try APICase(
            file,
            for: program.officer,
            names: try await program.names,
            letters: try await register.letters(of: id),
            scans: try await register.scans(of: id),
            relatives: try await register.relatives(of: file)
        )
        await noted
        return site.json(APICase.shape.json(shown))
    }

    /// `GET /api/v1/dossiers/{reference}/pieces/{id}`.
    private func document(_ request: Request, _ visit: Visit, _ program: Program) async throws -> Response {
        let query = try APIOperation.readDocument.query(of: request)
        let id = try await program.find(visit.parameters.get("reference"))
        // A case that is closed to the owner says so before any of its documents does.
        _ = try await program.register.caseFile(id)
        let desk = AttachmentDesk(site: site)
        let (file, dossier) = try await desk.find(visit.parameters.get("id") ?? "", program)
        guard dossier.id == id else { throw Problem(.unknown) }
        let isTakenAllTheSame = query[FlaggedFilePage.confirmation.name] != nil
        if !isTakenAllTheSame, try await program.register.scan(of: file.id)?.finding != nil {
            throw Problem(.flagged)
        }
        return try await desk.hand(over: file, of: dossier, to: program)
    }
}

extension Program {
    /// The case file behind a number or a reference. - Throws: `Problem` where there is none.
    func find(_ reference: String?) async throws -> CaseFile.ID {
        guard let reference, let id = try await register.find(reference) else { throw Problem(.unknown) }
        return id
    }
}
