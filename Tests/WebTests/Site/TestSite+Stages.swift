import Complaints
import Registry
import TestSupport

@testable import Web

extension CaseFile {
    /// What the file is addressed by.
    var address: String { number?.description ?? reception.reference.description }
}

extension TestSite {
    /// A case file led to a stage by the manager's acts.
    func lead(to stage: Stage) async throws -> CaseFile.ID { try await lead(books.receive(), to: stage) }

    /// Leads one that was received.
    @discardableResult func lead(_ id: CaseFile.ID, to stage: Stage) async throws -> CaseFile.ID {
        let (register, manager) = (books.register, Author.officer(Story.manager))
        let day = books.clock.now.civilDate
        switch stage {
        case .received: return id
        case .incomplete:
            try await register.change(id, by: manager) { try $0.requestCompletion("Laquelle ?", rule: .standard, $1) }
            return id
        case .requalified, .contested:
            let judged = Qualification(nature: .informationRequest, reason: "Simple question sur le planning")
            try await register.change(id, by: manager) { try $0.qualify(judged, $1) }
            if stage == .contested {
                try await register.change(id, by: manager) { try $0.contest(Story.contest(on: day), $1) }
            }
            return id
        default: break
        }
        try await register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        _ = try await register.enter(id, by: manager)
        if stage == .registered { return id }
        try await register.change(id, by: manager) { try $0.record(Measure(text: "Appel", doneOn: day), $1) }
        if stage == .investigating { return id }
        try await register.change(id, by: manager) { try $0.answer(Story.answer, procedure: Story.procedure, $1) }
        if stage == .inMediation {
            let referral = Referral(byComplainant: true, mediator: "Médiation Exemple", on: day, subject: "Le train")
            try await register.change(id, by: manager) {
                try $0.refer(referral, procedure: Story.procedure, $1)
            }
        }
        if stage == .closed {
            try await register.change(id, by: manager) { try $0.close("Réponse acceptée", $1) }
        }
        return id
    }

    /// Opens a case file to these accounts alone.
    func restrict(_ id: CaseFile.ID, to readers: [String]) async throws {
        let staff = try await site.accounts(books.organisation).open().map(\.officer)
        let restriction = Restriction(ground: .implicatesManager, readers: readers)
        try await books.register.change(id, by: .officer(Story.manager)) {
            try $0.restrict(restriction, among: staff, $1)
        }
    }
}
