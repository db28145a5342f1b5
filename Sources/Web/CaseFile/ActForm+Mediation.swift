import Complaints

/// The forms of a mediation and of a contest.
extension ActForm {
    var referral: Referral {
        get throws {
            Referral(
                kind: try choice("cadre"),
                byComplainant: try isYes("par_reclamant"),
                mediator: try text("mediateur").trimmed,
                on: try date("saisi_le"),
                subject: try text("objet").trimmed,
                replyDue: try optionalDate("reponse_due")
            )
        }
    }

    var notice: MediatorNotice {
        get throws {
            MediatorNotice(
                kind: try choice("avis"),
                on: try date("notifie_le"),
                text: try text("texte"),
                replyDue: try optionalDate("reponse_due"),
                files: files
            )
        }
    }

    var mediationReply: MediationReply {
        get throws { MediationReply(sentOn: try date("envoyee_le"), text: try text("texte"), files: files) }
    }

    var prolongation: MediationProlongation {
        get throws {
            MediationProlongation(until: try date("nouvelle_date"), reason: try text("motif").trimmed, files: files)
        }
    }

    var mediationOutcome: MediationOutcome {
        get throws { MediationOutcome(result: try choice("issue"), on: try date("le"), text: try text("texte")) }
    }

    var contest: Contest {
        get throws {
            Contest(
                by: try text("conteste_par").trimmed,
                on: try date("contestee_le"),
                text: try text("texte"),
                files: files
            )
        }
    }

    var contestDecision: ContestDecision {
        get throws { ContestDecision(result: try choice("decision"), reason: try text("motif")) }
    }
}
