import Complaints
import Pages
import Registry

/// What staff enter, as somebody typed it: every mistake of it told at once, each beside its field.
struct TranscriptionDraft {
    /// What cannot be read, by field name. Where there is any, what follows has stand-ins in it.
    private(set) var faults: [String: FieldFault]
    /// How it had reached us.
    let transcription: Transcription

    private let channel: Channel
    private let sentOn: CivilDate?
    private let isConfidential: Bool
    private let original: Original

    /// - Parameters:
    ///   - documents: those of the form. One that is not here stops the entry: its writer can mend that at once, and the
    ///     file must not lack a piece that they think is in it.
    ///   - known: what a person may be said to be.
    init(_ form: FormData, _ documents: FormDocuments, known: [Stakeholder]) throws {
        var person = ComplaintDraft(form, mayLack: true)
        person.allow(known)
        original = person.original(files: documents.files)
        isConfidential = person.isConfidential
        let (arrival, unreadable) = try ActForm(form: form, files: []).reading { try $0.arrival }
        (channel, sentOn, transcription) = (arrival.channel, arrival.sentOn, arrival.transcription)
        faults = person.mistakes.mapValues(FieldFault.init(mistake:)).merging(unreadable) { _, arrival in arrival }
        faults[FormEntry.documents] = documents.fault
    }

    /// What there is to receive.
    func intake(_ submission: Submission, by author: Author) -> Register.Intake {
        Register.Intake(
            channel: channel,
            sentOn: sentOn,
            transcription: transcription,
            original: original,
            isConfidential: isConfidential,
            submission: submission,
            author: author
        )
    }

    /// What the rules say of what can be read. Without the day of arrival they cannot judge the other days.
    func objection(_ signature: Signature) -> Refusal? {
        guard faults["arrivee_le"] == nil else { return nil }
        do throws(Refusal) {
            try transcription.check(channel, sentOn: sentOn, original, signature)
            return nil
        } catch {
            return error
        }
    }
}

extension ActForm {
    /// How what staff enter had reached us.
    fileprivate var arrival: (channel: Channel, sentOn: CivilDate?, transcription: Transcription) {
        get throws {
            let channel: Channel = try choice("canal")
            guard channel != .form else {
                throw Mistake(field: "canal", fault: .choice, standIn: Channel.letter.rawValue)
            }
            let proof = try text("preuve_envoi")
            // A proof of no day is a day forgotten.
            let sentOn = try proof.isBlank ? optionalDate("envoyee_le") : date("envoyee_le")
            let transcription = Transcription(
                arrivedOn: try date("arrivee_le"),
                proof: proof,
                trace: try trace,
                isAgreed: form.values("accord").contains("oui"),
                thirdParty: try thirdParty,
                of: Discontent.ID(form.only("parole"))
            )
            return (channel, sentOn, transcription)
        }
    }

    /// Whoever passed it on; a reference or a day of nobody's is a name forgotten, which the rules say.
    private var thirdParty: ThirdParty? {
        get throws {
            let third = ThirdParty(
                name: try short(try text("tiers_nom"), "tiers_nom"),
                reference: try short(try text("tiers_reference"), "tiers_reference"),
                due: try optionalDate("tiers_echeance")
            )
            return third == ThirdParty(name: "") ? nil : third
        }
    }

    /// One line of at most as many characters as a name has.
    private func short(_ typed: String, _ field: String) throws -> String {
        let text = typed.trimmed
        guard text.count <= ThirdParty.longestName, !text.contains(where: \.isNewline) else {
            throw Mistake(field: field, fault: .length, standIn: "")
        }
        return text
    }
}

extension FieldFault {
    /// The same as the public form calls it.
    fileprivate init(mistake key: String) {
        self =
            switch key {
            case "mistake.tooLong": .length
            case "mistake.repeated": .repeated
            case "mistake.email.malformed": .email
            default: .choice
            }
    }
}
