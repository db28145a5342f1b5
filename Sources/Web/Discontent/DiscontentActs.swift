import Complaints
import Pages
import Registry

/// The forms about what somebody said, read into what the rules take.
extension ActForm {
    /// What was said, and whether in confidence. - Throws: `Unreadable` with all that is wrong, what the rules say of the rest
    /// among it.
    func hearing(_ signature: Signature) throws -> (hearing: Hearing, inConfidence: Bool) {
        let ((hearing, inConfidence), faults) = try reading {
            (try $0.heard, try !$0.text(FormEntry.confidential).isBlank)
        }
        guard !faults.isEmpty else { return (hearing, inConfidence) }
        var besides: Refusal?
        do throws(Refusal) { _ = try Discontent.hear(hearing, signature) } catch { besides = error }
        throw Unreadable(faults: faults, besides: besides)
    }

    private var heard: Hearing {
        get throws {
            let (day, channel) = (try date("le"), try choice("canal", Channel.self))
            guard channel.isSpoken else {
                throw Mistake(field: "canal", fault: .choice, standIn: Channel.spoken.rawValue)
            }
            return Hearing(
                person: try short("personne"),
                contact: try short("contact"),
                said: try text("propos"),
                on: day,
                heardBy: try short("entendu_par"),
                channel: channel,
                invitation: try optionalChoice("moyen").map { Invitation($0, on: day) },
                severities: try severities
            )
        }
    }

    fileprivate var invitation: Invitation {
        get throws { Invitation(try choice("moyen"), on: try date("le")) }
    }

    /// Names and addresses are no longer than a line.
    private func short(_ field: String) throws -> String {
        let text = try text(field)
        guard text.count <= 300 else { throw Mistake(field: field, fault: .length, standIn: "") }
        return text
    }

    /// What a form says, where all of it can be read. - Throws: `Unreadable`.
    fileprivate func whole<Value>(_ read: (ActForm) throws -> Value) throws -> Value {
        let (value, faults) = try reading(read)
        guard faults.isEmpty else { throw Unreadable(faults: faults) }
        return value
    }
}

extension StaffHand {
    typealias DiscontentDecision = @Sendable (Discontent, Signature) throws -> DiscontentEvent

    /// What the noun of a form does to a discontent; nil where there is no such form.
    func decision(_ noun: String, _ form: ActForm) async throws -> DiscontentDecision? {
        switch noun {
        case "invitation":
            let invitation = try form.whole { try $0.invitation }
            return { try $0.invite(invitation, $1) }
        case "rattachement":
            // A case that is not open to its author would close what was said to them too.
            let dossier = try form.whole { try $0.text("dossier").trimmed.uppercased() }
            guard let file = try await register.findOpen(dossier) else {
                throw ActForm.Unreadable(faults: ["dossier": .unknown])
            }
            return { try $0.end(DiscontentEnding(.linked, as: file), $1) }
        case "sans-suite":
            let ending = DiscontentEnding(never: try form.whole { try $0.text("motif") })
            return { try $0.end(ending, $1) }
        default: return nil
        }
    }

    /// Ends a discontent by the complaint that was written for the person. Where somebody has said meanwhile what came of
    /// it, or what was said is closed to whoever wrote it, that stands: the complaint is received all the same.
    func writeUp(_ discontent: Discontent.ID, as file: CaseFile.ID) async throws {
        do {
            try await register.change(discontent: discontent, by: author) {
                try $0.end(DiscontentEnding(.writtenUp, as: file), $1)
            }
        } catch Refusal.discontentEnded {} catch Register.Failure.restricted {}
    }
}
