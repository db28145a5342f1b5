import Complaints
import Registry

/// What each act's noun, in the address, does with its form: the same list as the forms of the case page.
enum Acts {
    typealias Decide = @Sendable (CaseFile, Signature) throws -> Event

    /// What a noun does to a case file. Nil where there is no such act, or where it is not a plain change.
    static func decide(_ noun: String, _ form: ActForm, _ circumstances: Circumstances) throws -> Decide? {
        try intake(noun, form, circumstances) ?? handling(noun, form, circumstances)
            ?? mediating(noun, form, circumstances.procedure) ?? contesting(noun, form, circumstances)
            ?? ending(noun, form, circumstances)
    }

    private static func intake(_ noun: String, _ form: ActForm, _ circumstances: Circumstances) throws -> Decide? {
        let procedure = circumstances.procedure
        switch noun {
        case "qualification":
            let qualification = try form.qualification(procedure)
            return { try $0.qualify(qualification, among: circumstances.nameable, $1) }
        case "demande-complements":
            let message = try form.text("message")
            return { try $0.requestCompletion(message, rule: procedure.completeness, $1) }
        case "complements":
            let completion = try form.completion(circumstances.inForce.knownStakeholders)
            return { try $0.complete(completion, $1) }
        case "rectification":
            let amendment = try form.amendment(procedure)
            return { try $0.amend(amendment, $1) }
        default: return nil
        }
    }

    private static func handling(
        _ noun: String,
        _ form: ActForm,
        _ circumstances: Circumstances
    ) throws -> Decide? {
        let (staff, zone) = (circumstances.staff, circumstances.procedure.zone)
        switch noun {
        case "attribution":
            let (handler, override) = (try form.text("gestionnaire"), try form.text("derogation"))
            return { try $0.assign(to: handler, among: staff, override: override, $1) }
        case "recusation":
            let (officer, reason) = (try form.text("agent"), try form.text("motif"))
            return { try $0.recuse(officer, among: staff, reason: reason, $1) }
        case "restriction":
            let restriction = try form.restriction
            return { try $0.restrict(restriction, among: staff, $1) }
        case "levee-restriction":
            let reason = try form.text("motif")
            return { try $0.liftRestriction(reason, $1) }
        case "actions":
            let measure = Measure(text: try form.text("texte"), doneOn: try form.date("fait_le"), files: form.files)
            return { try $0.record(measure, $1) }
        case "sans-action":
            let reason = try form.text("motif")
            return { try $0.dispenseWithMeasures(reason, $1) }
        case "prorogation":
            let extra = Extension(reason: try form.text("motif"), until: try form.date("nouvelle_date"))
            return { try $0.extend(extra, zone: zone, $1) }
        case "notes":
            let text = try form.text("texte")
            return { try $0.note(text, $1) }
        default: return nil
        }
    }

    private static func ending(_ noun: String, _ form: ActForm, _ circumstances: Circumstances) throws -> Decide? {
        switch noun {
        case "reponse":
            let draft = try form.answer
            return { try $0.answer(draft, procedure: circumstances.inForce, $1) }
        case "satisfaction":
            let answer = try form.satisfaction
            return { try $0.recordSatisfaction(answer, $1) }
        case "cloture", "reouverture", "retrait", "abandon":
            let reason = try form.text("motif")
            let wait = circumstances.procedure.completionWait
            return { file, signature in try end(file, noun, reason, wait, signature) }
        default: return nil
        }
    }

    private static func end(
        _ file: CaseFile,
        _ noun: String,
        _ reason: String,
        _ wait: CompletionWait,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        switch noun {
        case "cloture": try file.close(reason, signature)
        case "reouverture": try file.reopen(reason, signature)
        case "retrait": try file.withdraw(reason, signature)
        default: try file.abandon(reason, after: wait, signature)
        }
    }
}
