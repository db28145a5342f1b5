import Complaints
import Pages
import Registry

// What the register answers with, as the pages take it.

extension CaseSummary {
    init(_ line: CaseLine, _ names: [String: String]) {
        self.init(
            id: line.id,
            reference: line.reference.description,
            number: line.number?.description,
            stage: line.stage,
            person: line.person,
            subject: line.subject,
            stakeholder: line.stakeholder,
            channel: line.channel,
            theme: line.theme,
            receivedAt: line.receivedAt,
            answerTarget: line.answerTarget,
            answerDue: line.answerDue,
            acknowledgementDue: line.acknowledgementDue,
            answeredAt: line.answeredAt,
            handlerName: line.handler.map { names[$0] ?? $0 },
            mediation: line.mediation,
            enteredByName: line.enteredBy.map { names[$0] ?? $0 }
        )
        acknowledgedAt = line.acknowledgedAt
        answerHasLeft = line.answerHasLeft
        isQualified = line.isQualified
        isHidden = line.isHidden
        isRestricted = line.restriction != nil
        severities = line.severities
        origin = line.origin
        thirdParty = line.thirdParty
    }
}

extension DiscontentSummary {
    init(_ line: DiscontentLine) {
        self.init(
            id: line.id,
            person: line.person,
            said: line.said,
            heardOn: line.heardOn,
            waitsSince: line.waitsSince,
            invitations: line.invitations,
            result: line.result
        )
        isConfidential = line.isConfidential
        severities = line.severities
    }
}

extension MailSummary {
    /// - Parameter dossier: the number or reference of the case that it is part of.
    init(_ mail: MailRecord, dossier: String? = nil) {
        self.init(
            id: mail.id,
            keptAt: mail.keptAt,
            person: mail.person,
            subject: mail.subject,
            sort: mail.sort,
            reason: mail.reason,
            dossier: dossier,
            erasedAt: mail.erasedAt
        )
    }
}

extension LetterLine {
    /// - Parameter file: the letter's, which knows how it left and to whom; nil for one that has not.
    init(_ letter: LetterRecord, of file: CaseFile? = nil) {
        let issue = file?.issued[letter.id]
        self.init(
            id: letter.id,
            kind: letter.kind,
            state: letter.state,
            createdAt: letter.createdAt,
            issuedAt: file?.issuedAt(letter.id),
            issuedOn: issue?.on,
            deliveredOn: file?.delivered[letter.id]?.on,
            way: issue?.way,
            recipient: file.flatMap { issue?.way.isOnPaper == true ? $0.completed.fullName : nil } ?? letter.recipient,
            result: letter.result
        )
    }
}
