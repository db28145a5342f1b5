import Complaints

extension Acts {
    static func mediating(_ noun: String, _ form: ActForm, _ procedure: Procedure) throws -> Decide? {
        switch noun {
        case "mediation":
            let referral = try form.referral
            return { try $0.refer(referral, procedure: procedure, $1) }
        case "avis-mediateur":
            let notice = try form.notice
            return { try $0.recordNotice(notice, procedure: procedure, $1) }
        case "reponse-mediateur":
            let reply = try form.mediationReply
            return { try $0.reply(reply, $1) }
        case "prolongation-mediation":
            let prolongation = try form.prolongation
            return { try $0.prolongMediation(prolongation, $1) }
        case "issue-mediation":
            let outcome = try form.mediationOutcome
            return { try $0.recordMediation(outcome, $1) }
        default: return nil
        }
    }

    static func contesting(_ noun: String, _ form: ActForm, _ circumstances: Circumstances) throws -> Decide? {
        switch noun {
        case "contestation":
            let contest = try form.contest
            return { try $0.contest(contest, $1) }
        case "decision-contestation":
            let decision = try form.contestDecision
            return {
                try $0.decideContest(
                    decision,
                    among: circumstances.deciders,
                    procedure: circumstances.inForce,
                    $1
                )
            }
        default: return nil
        }
    }
}
