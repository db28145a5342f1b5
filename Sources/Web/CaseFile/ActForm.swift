import Complaints
import Mail
import Pages
import Registry

/// The forms of a case file's acts, read into what the rules take. Unknown or unreadable choices are refused by name, and
/// nothing that a form does not declare is looked at (S-20).
struct ActForm: Sendable {
    let form: FormData
    /// Uploads that came with it, staged.
    let files: [FileSummary]

    func text(_ field: String) throws -> String {
        do throws(FormData.FieldMistake) {
            return try form.field(field) ?? ""
        } catch {
            // With what the page shows again: a row of grievances goes on being one.
            let fault: FieldFault = error == .repeated ? .repeated : .length
            throw Mistake(field: field, fault: fault, standIn: form.shown(field))
        }
    }

    /// The version of the file that the form was made from. Every page sends one: a form without it, or with one that
    /// cannot be read, was made from none that the file ever had. - Throws: `Register.Failure.changedMeanwhile`.
    var version: Int {
        get throws {
            guard let version = Int(form.only("version")) else { throw Register.Failure.changedMeanwhile }
            return version
        }
    }

    func date(_ field: String) throws -> CivilDate {
        guard let date = CivilDate(try text(field)) else {
            throw Mistake(field: field, fault: .date, standIn: "2000-01-01")
        }
        return date
    }

    func optionalDate(_ field: String) throws -> CivilDate? { try text(field).isEmpty ? nil : try date(field) }

    /// An address that letters can be sent to, or none.
    func optionalEmail(_ field: String) throws -> String? {
        let text = try text(field).trimmed
        guard text.isEmpty || EmailAddress(text) != nil else { throw Mistake(field: field, fault: .email, standIn: "") }
        return text.isEmpty ? nil : text
    }

    func choice<C: RawRepresentable<String> & CaseIterable>(_ field: String, _: C.Type = C.self) throws -> C {
        guard let choice = C(rawValue: try text(field)) else {
            throw Mistake(field: field, fault: .choice, standIn: C.allCases.first?.rawValue ?? "")
        }
        return choice
    }

    func optionalChoice<C: RawRepresentable<String> & CaseIterable>(_ field: String, _: C.Type = C.self) throws -> C? {
        try text(field).isEmpty ? nil : try choice(field)
    }

    /// Yes or no: one must be said.
    func isYes(_ field: String) throws -> Bool {
        switch try text(field) {
        case "oui": true
        case "non": false
        default: throw Mistake(field: field, fault: .choice, standIn: "oui")
        }
    }

    /// - Parameter procedure: the case's own, for the due dates of a proven sending.
    func qualification(_ procedure: Procedure) throws -> Qualification {
        Qualification(
            nature: try choice("nature"),
            reason: try text("motif").trimmed,
            theme: try optionalChoice("theme"),
            severities: try severities,
            consumer: try optionalChoice("consommateur"),
            implicated: form.values("mis_en_cause"),
            sending: try sending(procedure)
        )
    }

    /// What must alert at once.
    var severities: [Severity] {
        get throws {
            try form.values("gravites").map { value in
                guard let severity = Severity(rawValue: value) else {
                    throw Mistake(field: "gravites", fault: .choice, standIn: Severity.safety.rawValue)
                }
                return severity
            }
        }
    }

    /// - Parameter procedure: the case's own, for the due dates of a proven sending.
    func amendment(_ procedure: Procedure) throws -> Amendment {
        let (address, telephone) = (try text("adresse").trimmed, try text("telephone").trimmed)
        return Amendment(
            text: try text("texte"),
            files: files,
            email: try optionalEmail("courriel"),
            postalAddress: address.isEmpty ? nil : address,
            telephone: telephone.isEmpty ? nil : telephone,
            age: try age,
            sending: try sending(procedure)
        )
    }

    /// What is noted of the person's age; nothing where the form leaves it as it is and names nobody. Whoever names who
    /// represents them says by that that they are a minor.
    private var age: Amendment.Age? {
        get throws {
            let minor = Minor(
                representative: try text("representant_nom"),
                contact: try text("representant_contact"),
                postalAddress: try text("representant_adresse")
            )
            let said = try text(FormEntry.minor)
            let isMinor = try said.isEmpty ? !minor.isAlone : isYes(FormEntry.minor)
            guard isMinor || minor.isAlone else {
                throw Mistake(field: FormEntry.minor, fault: .choice, standIn: "")
            }
            if said.isEmpty, minor.isAlone { return nil }
            return Amendment.Age(isMinor: isMinor, corrected: minor.isAlone ? nil : minor)
        }
    }

    /// The proven day of sending, where one is given; a proof of no day is a day forgotten.
    private func sending(_ procedure: Procedure) throws -> Sending? {
        let proof = try text("preuve_envoi")
        guard try !text("envoyee_le").isEmpty || !proof.isBlank else { return nil }
        return procedure.sending(on: try date("envoyee_le"), proof: proof)
    }

    /// - Parameter stakeholders: what a person may be said to be.
    func completion(_ stakeholders: [Stakeholder]) throws -> Completion {
        var fields: [String: String] = [:]
        _ = try optionalEmail("courriel")
        for name in Self.completable {
            let value = try text(name)
            if !value.trimmed.isEmpty { fields[name] = value }
        }
        fields["courriel"] = fields["courriel"]?.trimmed
        if let person = fields["vous_etes"], !stakeholders.contains(Stakeholder(rawValue: person)) {
            throw Mistake(field: "vous_etes", fault: .choice, standIn: "")
        }
        return Completion(text: try text("texte"), files: files, fields: fields)
    }

    var answer: Answer.Draft {
        get throws {
            var grievances: [Grievance] = []
            // A row in which nothing is written is none, whatever is ticked in it; one with a ground and no claim is
            // one, and the rules will say what it lacks.
            for index in 1...Self.mostGrievances
            where ["grief", "motif", "solution"].flatMap({ form.values("\($0)_\(index)") })
                .contains(where: { !$0.trimmed.isEmpty })
            {
                grievances.append(
                    Grievance(
                        claim: try text("grief_\(index)"),
                        outcome: try choice("decision_\(index)"),
                        ground: try text("motif_\(index)"),
                        remedy: try text("solution_\(index)")
                    )
                )
            }
            return Answer.Draft(
                grievances: grievances,
                text: try text("texte"),
                signatory: try text("signataire"),
                consumer: try optionalChoice("consommateur"),
                files: files
            )
        }
    }

    /// By which way a letter left, on which day and under which number: never by the e-mail that only the server sends.
    func issue(of letter: LetterRecord) throws -> LetterIssue {
        let way: LetterIssue.Way = try choice("voie")
        guard LetterIssue.Way.carried.contains(way) else {
            throw Mistake(field: "voie", fault: .choice, standIn: LetterIssue.Way.post.rawValue)
        }
        let (trace, day) = (try trace, try date("partie_le"))
        return LetterIssue(letter: letter.id, kind: letter.kind, way: way, trace: trace, on: day, files: files)
    }

    /// What the post brought back of a letter: its slip, signed, or the letter itself.
    func sequel(of letter: LetterRecord) throws -> Acts.Decide {
        let (day, isDelivered) = (try date("le"), try text("retour") == LetterDone.delivered)
        guard !isDelivered else {
            let delivery = LetterDelivery(letter: letter.id, kind: letter.kind, on: day, files: files)
            return { try $0.deliver(delivery, $1) }
        }
        let cause: LetterReturn.Cause = try choice("retour")
        let back = LetterReturn(letter: letter.id, kind: letter.kind, cause: cause, on: day, files: files)
        return { try $0.bringBack(back, $1) }
    }

    /// The number that something is followed under, or nothing.
    var trace: String {
        get throws {
            let trace = try text("numero").trimmed
            guard trace.count <= Self.longestTrace else { throw Mistake(field: "numero", fault: .length, standIn: "") }
            return trace
        }
    }

    /// The longest number that a letter is followed under.
    private static let longestTrace = 200

    /// How many grievances an answer's form can hold.
    static let mostGrievances = 8

    private static let completable = [
        "nom", "prenom", "courriel", "adresse", "vous_etes", "objet", "reclamation", "action_formation",
    ]
}
