import Complaints
import Pages
import Registry

/// The forms about what somebody said, read into what the rules take.
extension ActForm {
    var hearing: Hearing {
        get throws {
            let day = try date("le")
            let way: Invitation.Way? = try optionalChoice("moyen")
            let channel: Channel = try choice("canal")
            guard channel.isSpoken else { throw Mistake(field: "canal", fault: .choice) }
            return Hearing(
                person: try short("personne"),
                contact: try short("contact"),
                said: try text("propos"),
                on: day,
                heardBy: try short("entendu_par"),
                channel: channel,
                invitation: way.map { Invitation($0, on: day) }
            )
        }
    }

    var invitation: Invitation {
        get throws { Invitation(try choice("moyen"), on: try date("le")) }
    }

    /// Names and addresses are no longer than on the public form.
    private func short(_ field: String) throws -> String {
        let text = try text(field)
        guard text.count <= 300 else { throw Mistake(field: field, fault: .length) }
        return text
    }
}

extension StaffVisitor {
    typealias DiscontentDecision = @Sendable (Discontent, Signature) throws -> DiscontentEvent

    /// What the noun of a form does to a discontent; nil where there is no such form.
    func decision(_ noun: String, _ form: ActForm) async throws -> DiscontentDecision? {
        switch noun {
        case "invitation":
            let invitation = try form.invitation
            return { try $0.invite(invitation, $1) }
        case "rattachement":
            guard let file = try await register.find(try form.text("dossier").trimmed) else {
                throw ActForm.Mistake(field: "dossier", fault: .unknown)
            }
            return { try $0.end(DiscontentEnding(.linked, as: file), $1) }
        case "sans-suite":
            let ending = DiscontentEnding(never: try form.text("motif"))
            return { try $0.end(ending, $1) }
        default: return nil
        }
    }

    /// Ends a discontent by the complaint that was written for the person. Where somebody has said meanwhile what came of
    /// it, that stands: the complaint is received all the same.
    func writeUp(_ discontent: Discontent.ID, as file: CaseFile.ID) async throws {
        do {
            try await register.change(discontent: discontent, by: author) {
                try $0.end(DiscontentEnding(.writtenUp, as: file), $1)
            }
        } catch Refusal.discontentEnded {}
    }
}
