import Complaints

extension LetterPen {
    /// Réponse motivée: the writer's words, a decision on each grievance, and where to turn next.
    var answer: [LetterBlock] {
        guard let answer = file.answer else { return [] }
        var blocks = [greeting, paragraph("letters.reponse.about"), .paragraph(answer.text)]
        blocks.append(heading("letters.reponse.decisions"))
        for (index, grievance) in answer.grievances.enumerated() {
            blocks.append(.facts(facts(of: grievance, number: index + 1)))
        }
        if !answer.files.isEmpty {
            blocks += [paragraph("letters.reponse.files"), .list(answer.files.map(\.name))]
        }
        if !answer.recourses.isEmpty {
            blocks += [heading("letters.recourse"), paragraph("letters.recourse.free")]
            blocks += forMinors + answer.recourses.flatMap { self.blocks(of: $0, consumer: answer.consumer) }
        }
        return blocks + [paragraph("letters.reponse.questions")]
    }

    /// To a minor: who may take these steps with them, or for them (C. civ. art. 388-1-1).
    var forMinors: [LetterBlock] { file.completed.minor == nil ? [] : [paragraph("letters.recourse.minor")] }

    private func facts(of grievance: Grievance, number: Int) -> [LetterFact] {
        [
            fact("letters.reponse.claim", "\(number). \(grievance.claim)"),
            fact("letters.reponse.decision", words("decision.\(grievance.outcome.rawValue)")),
            fact("letters.reponse.ground", grievance.ground),
            fact("letters.reponse.remedy", grievance.remedy),
        ].compactMap(\.self)
    }

    func blocks(of recourse: Recourse, consumer: ConsumerStatus?) -> [LetterBlock] {
        switch recourse {
        case .consumerMediator(let mediator, let until):
            let key = consumer == .consumer ? "recourse.consumer" : "recourse.consumer.undetermined"
            return [paragraph(key), .facts(facts(of: mediator, until: until))]
        case .apprenticeshipMediator(let mediator?):
            return [paragraph("recourse.apprenticeship"), .facts(facts(of: mediator, until: nil))]
        case .apprenticeshipMediator(nil): return [paragraph("recourse.apprenticeship.chamber")]
        case .professionalMediation: return [paragraph("recourse.professional")]
        case .cpfOperator: return [paragraph("recourse.cpf")]
        case .dataProtection:
            let contact = provider.dataProtectionContact.nonEmpty ?? provider.email
            return [paragraph("recourse.data", ["contact": contact])]
        case .certifier: return [paragraph("recourse.certifier")]
        }
    }

    private func facts(of mediator: Mediator, until: CivilDate?) -> [LetterFact] {
        [
            fact("recourse.mediator.name", mediator.name),
            fact("recourse.mediator.address", mediator.postalAddress.lines.joined(separator: ", ")),
            fact("recourse.mediator.site", mediator.website),
            until.flatMap { fact("recourse.mediator.until", FrenchDates.long($0)) },
        ].compactMap(\.self)
    }
}
