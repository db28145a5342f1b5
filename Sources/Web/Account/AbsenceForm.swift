import Complaints
import Pages
import Registry

/// An absence as somebody typed it.
struct AbsenceForm: Sendable {
    private let form: FormData
    /// What is wrong with it, by field name.
    private(set) var mistakes: [String: AbsenceMistake] = [:]

    init(_ form: FormData) { self.form = form }

    /// Whether it takes back the one that is noted.
    var ends: Bool { form.only("fin") == "oui" }

    /// Everything typed, by field name.
    var typed: [String: [String]] { form.typed }

    private var from: CivilDate? { CivilDate(form.only("du").trimmed) }
    private var through: CivilDate? { CivilDate(form.only("au").trimmed) }

    /// Notes it, or takes the one back that is noted. - Returns: the form with what is wrong, where nothing was done.
    func note(of account: Account, by visitor: StaffVisitor) async throws -> AbsenceForm? {
        guard !ends else {
            try await visitor.accounts.setAbsence(nil, of: account.id)
            return nil
        }
        guard let from, let through else { return wrong([(from, "du"), (through, "au")].compactMap(Self.unread)) }
        let absence = Absence(account: account.id, from: from, through: through, standIn: form.only("remplace_par"))
        do {
            try await visitor.accounts.setAbsence(absence, of: account.id)
            return nil
        } catch AbsenceRefusal.endTooEarly {
            return wrong([("au", .endTooEarly)])
        } catch AbsenceRefusal.tooLong(let most) {
            return wrong([("au", .tooLong(most: most))])
        } catch AbsenceRefusal.standInUnable {
            return wrong([("remplace_par", .standIn)])
        }
    }

    private static func unread(_ day: CivilDate?, _ field: String) -> (String, AbsenceMistake)? {
        day == nil ? (field, .date) : nil
    }

    private func wrong(_ mistakes: [(String, AbsenceMistake)]) -> AbsenceForm {
        var form = self
        form.mistakes = Dictionary(mistakes) { first, _ in first }
        return form
    }
}

extension StaffVisitor {
    /// What a page says of somebody's absence; nil for those who handle no case.
    ///
    /// - Parameter form: one that was not done; nil for a fresh one.
    func absenceDraft(of account: Account, _ form: AbsenceForm?, today: CivilDate) async throws -> AbsenceDraft? {
        guard account.officer.mayHandle else { return nil }
        let everybody = try await accounts.all()
        let colleagues = everybody.filter { colleague in
            colleague.id != account.id && colleague.canSignIn(on: today) && colleague.officer.mayHandle
        }
        let absence = try await accounts.absence(of: account.id)
        return AbsenceDraft(
            absence: absence,
            standInName: everybody.first { $0.id == absence?.standIn }?.name,
            colleagues: colleagues.map { (id: $0.id, name: $0.name) },
            values: form?.typed,
            mistakes: form?.mistakes ?? [:]
        )
    }
}
