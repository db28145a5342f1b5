/// A case file as an auditor reads it: that it exists, when everything happened, what was judged and decided, by kinds. No
/// word that anybody wrote, nobody's name or address, no document, no letter, nothing of a mediation but that it began and
/// that it is over.
///
/// Whatever is not here is not shown to auditors. Their pages are made from this value, never from the case file.
public struct AuditedCase: Sendable, Hashable {
    /// Its mark in the intake log.
    public let reference: ReceptionReference
    /// Its number in the register, once given.
    public let number: RegisterNumber?
    /// Where it stands.
    public let stage: Stage
    /// When it reached the provider, and the day that the delays are counted from.
    public let receivedAt: Instant
    /// Whether its hour is known.
    public let isTimed: Bool
    public let startedOn: CivilDate
    /// How it came.
    public let channel: Channel
    /// What the person is to the provider; nil where that is in nobody's list.
    public let stakeholder: Stakeholder?
    /// What it was judged to be, and of what kind; the reason is not here.
    public let nature: Nature?
    public let theme: Theme?
    public let severities: [Severity]
    public let consumer: ConsumerStatus?
    /// How many officers the complaint names, and how many stepped aside.
    public let implicated: Int
    public let recused: Int
    /// When it was to be acknowledged and answered, and when it was.
    public let acknowledgementDue: CivilDate
    public let acknowledgedOn: CivilDate?
    public let answerDue: CivilDate
    public let answeredOn: CivilDate?
    /// The new dates that the person was given.
    public let extensions: [CivilDate]
    /// What was decided, as a whole and claim by claim, once the person was told (`CaseFile.givenAnswer`).
    public let outcome: Outcome?
    public let grievances: [Outcome]
    /// The days on which something was done about it; whether nothing was, and it was said that nothing was needed.
    public let measures: [CivilDate]
    public let isDispensedWithMeasures: Bool
    /// How many documents there are, without those of a mediation.
    public let documents: Int
    /// What the person answered to the satisfaction question.
    public let satisfaction: Satisfaction.Mark?
    /// When it was closed, withdrawn or abandoned.
    public let endedOn: CivilDate?
    /// Which version of the procedure it was received under.
    public let procedure: Int
    /// Whether an older register was gone on from with it: what was done before is there.
    public let isTakenOver: Bool
    /// What happened, oldest first.
    public let steps: [Step]

    /// - Parameters:
    ///   - file: the case as it stands.
    ///   - stakeholders: what complaints may have.
    public init(of file: CaseFile, stakeholders: [Stakeholder]) {
        let judgement = file.qualification
        reference = file.reception.reference
        number = file.number
        stage = file.stage
        receivedAt = file.receivedAt
        isTimed = file.isTimed
        startedOn = file.startedOn
        channel = file.reception.channel
        stakeholder = file.stakeholder.flatMap { stakeholders.contains($0) ? $0 : nil }
        nature = judgement?.nature
        theme = judgement?.theme
        severities = judgement?.severities ?? []
        consumer = judgement?.consumer
        implicated = file.implicated.count
        recused = file.recused.count
        acknowledgementDue = file.due.acknowledgement.due
        acknowledgedOn = file.acknowledgedAt?.civilDate
        answerDue = file.due.answer.due
        answeredOn = file.answerLeftAt?.civilDate
        extensions = file.extensions.map(\.due)
        outcome = file.givenAnswer?.outcome
        grievances = file.givenAnswer?.grievances.map(\.outcome) ?? []
        measures = file.measures.map(\.doneOn)
        isDispensedWithMeasures = file.reasonForNoMeasure != nil
        documents = file.files.count - file.mediationFiles.count
        satisfaction = file.satisfaction?.mark
        endedOn = file.endedAt?.civilDate
        procedure = file.reception.procedure
        isTakenOver = file.reception.takeover != nil
        var numbering = Numbering()
        steps = file.entries.compactMap { Step($0, of: file, &numbering) }
    }

    /// What it is called and addressed by: its number, or before it has one its reference.
    public var identifier: String { number?.description ?? reference.description }
}
