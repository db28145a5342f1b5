public import Complaints

/// The receipt of a complaint: what was received, when, by whom, what follows and when, and how to prove it. Made to be
/// printed on one page and kept (R-05; security: log e.4).
public struct ReceiptPage: Page {
    public static let template = "public/receipt"
    public static var script: PageScript? { .complaint }

    /// How the acknowledgement reaches the person.
    enum Acknowledgement: String {
        /// It is on its way to the address that they gave.
        case email = "courriel"
        /// They gave such an address, but no letter leaves by e-mail: it is printed and posted.
        case printed = "imprime"
        /// It is printed, and they gave an address for e-mail only.
        case unaddressed = "sans-adresse"
        /// They gave a postal address only.
        case post = "courrier"
        /// They gave neither.
        case unreachable = "aucune"

        /// Whether there is an address that it can be sent to.
        var isSent: Bool { self != .unaddressed && self != .unreachable }
    }

    /// What the log says of the complaint, for those who want to verify.
    public struct Proof: Sendable {
        /// Where the reception stands in the log, from 0.
        public let position: Int
        /// The log's public key, as a C2SP verifier key.
        public let verifierKey: String

        public init(position: Int, verifierKey: String) {
            self.position = position
            self.verifierKey = verifierKey
        }
    }

    let frame: PublicFrame
    /// That it is received; and without how many of its documents, where some did not come along.
    let heading: String
    let reference: String
    let receivedOn: String
    let receivedAtUniversal: String
    let receiver: [String]
    /// Nobody where it came in confidence: it may be about that very person.
    let contact: String?
    /// To whom it was handed over in confidence; nil for the others (R-87).
    let confided: String?
    let acknowledgement: String
    let delays: [Due]
    let employment: EmploymentGuide?
    let secret: Secret?
    let followUpPath: String
    let followUpAddress: String
    let words: [Fact]
    let documents: [Document]
    /// Documents that did not come along; nil where all did.
    let refusal: Refusal?
    let retention: String
    let noticePath: String
    let proofPath: String
    let position: String
    let verifierKey: String

    /// The tracking secret, four symbols by four.
    struct Secret: Sendable {
        let groups: [String]
        /// What to do where it is lost.
        let lost: String
    }

    /// A due date, and how it was counted.
    struct Due: Sendable {
        let name: String
        let date: String
        let counted: String
    }

    /// One thing received.
    struct Fact: Sendable {
        let name: String
        let value: String
    }

    /// What did not come along, and how many more.
    struct Refusal: Sendable {
        let words: String
        let lines: [ComplaintFormPage.RefusedLine]
        let others: String?
        /// What to do about it.
        let then: String
    }

    /// A document with its fingerprint.
    struct Document: Sendable {
        let name: String
        /// How large it is, to the byte; rounded besides where that reads more easily.
        let size: String
        let digest: String
    }

    /// - Parameters:
    ///   - caseFile: as received.
    ///   - secret: the tracking secret's 26 symbols, grouped or not; nil where it can no longer be shown.
    ///   - submission: the last part of the receipt's and the proof's path.
    ///   - path: its own address, where that says more than that.
    ///   - refused: documents that were sent along and not taken (S-33).
    ///   - othersRefused: how many more there were.
    ///   - limits: for the reasons why.
    ///   - address: what the addresses of the public pages begin with, without a slash at the end.
    ///   - hasRelay: whether letters can leave by e-mail, and with them another secret.
    ///   - procedure: the one that the case was received under.
    public init(
        of caseFile: CaseFile,
        secret: String?,
        submission: String,
        at path: String? = nil,
        proof: Proof,
        refused: [RefusedDocument] = [],
        othersRefused: Int = 0,
        limits: DocumentLimits,
        address: String,
        hasRelay: Bool,
        procedure: Procedure,
        press: Press
    ) {
        let provider = procedure.provider
        let original = caseFile.reception.original
        reference = caseFile.reception.reference.description
        frame = PublicFrame(
            title: press.words("receipt.title", ["reference": reference]),
            provider: provider,
            in: .other(path ?? Path.receipt(submission)),
            press
        )
        followUpPath = press.link(Path.followUp)
        noticePath = press.link(Path.privacy)
        receivedOn = press.long(caseFile.receivedAt)
        receivedAtUniversal = FrenchDates.universal(caseFile.receivedAt)
        receiver = [provider.name] + provider.postalAddress.lines
        confided = press.confidant(of: caseFile, procedure)
        contact = confided == nil ? provider.complaintsContact.nonEmpty : nil
        acknowledgement = press.words(
            "receipt.acknowledgement.\(Acknowledgement(original, hasRelay: hasRelay).rawValue)",
            ["email": original.email ?? ""]
        )
        delays = Self.delays(caseFile, procedure, press)
        employment = EmploymentGuide(for: original.stakeholder, procedure, isSent: true, press)
        let mayAskAgain = original.email != nil && hasRelay
        self.secret = secret.map { Secret($0, isReplaceable: mayAskAgain, press) }
        followUpAddress = address + followUpPath
        words = Self.words(original, press)
        documents = original.files.map { Document($0, press) }
        let lacking = refused.count + othersRefused
        heading = lacking == 0 ? press.words("receipt.heading") : press.count(lacking, "receipt.heading.lacking")
        refusal = lacking == 0 ? nil : Refusal(refused, othersRefused, reference, limits, press)
        retention = press.inYears(procedure.retentionYears)
        proofPath = Path.proof(submission)
        position = press.whole(proof.position)
        verifierKey = proof.verifierKey
    }

    private static func words(_ original: Original, _ press: Press) -> [Fact] {
        [
            Fact(name: press.words("receipt.subject"), value: original.subject),
            Fact(name: press.words("receipt.text"), value: length(original.text, press)),
            Fact(name: press.words("receipt.details"), value: details(original, press)),
        ].filter { !$0.value.isEmpty }
    }

    private static func delays(_ file: CaseFile, _ procedure: Procedure, _ press: Press) -> [Due] {
        let start = press.long(file.startedOn)
        func due(_ key: String, _ deadline: Deadline, _ delay: Delay) -> Due {
            let holes = [
                "delay": press.delay(delay), "start": start, "rule": press.words("unit.\(delay.unit.rawValue)"),
            ]
            let isMoved = deadline.due != deadline.target
            let counted = press.words(isMoved ? "receipt.counted.moved" : "receipt.counted", holes)
            return Due(name: press.words(key), date: press.long(deadline.due), counted: counted)
        }
        return [
            due("receipt.due.acknowledgement", file.due.acknowledgement, procedure.delays.acknowledgement),
            due("receipt.due.answer", file.due.answer, procedure.delays.answer),
        ]
    }

    /// What else was said, by its names alone: the page may be left open, or lie about.
    private static func details(_ original: Original, _ press: Press) -> String {
        let said = [
            ("telephone", original.telephone.nonEmpty != nil), ("adresse", original.postalAddress.nonEmpty != nil),
            ("action_formation", original.trainingAction.nonEmpty != nil), ("quand", original.when != nil),
            ("demande", original.expectation.nonEmpty != nil), ("paye_par", original.payer != nil),
            ("mineur", original.minor != nil), ("representant", original.minor?.isAlone == false),
        ]
        return said.filter { $0.1 }.map { press.words("receipt.detail.\($0.0)") }.joined(separator: ", ")
    }

    private static func length(_ text: String, _ press: Press) -> String {
        guard text.nonEmpty != nil else { return "" }
        return press.count(text.count, "receipt.characters")
    }
}

extension ReceiptPage.Refusal {
    init(
        _ refused: [RefusedDocument],
        _ more: Int,
        _ reference: String,
        _ limits: DocumentLimits,
        _ press: Press
    ) {
        let count = refused.count + more
        words = press.count(count, "receipt.refused")
        then = press.count(count, "receipt.refused.then", ["reference": reference])
        lines = refused.map { ComplaintFormPage.RefusedLine($0, "receipt.refused", limits, press) }
        others = more == 0 ? nil : press.count(more, "receipt.refused.others")
    }
}

extension ReceiptPage.Acknowledgement {
    /// By the way that the complaint itself allows.
    ///
    /// - Parameter hasRelay: whether letters can leave by e-mail.
    init(_ original: Original, hasRelay: Bool) {
        let isPostable = original.paperAddress.nonEmpty != nil
        switch (original.email != nil, hasRelay) {
        case (true, true): self = .email
        case (true, false): self = isPostable ? .printed : .unaddressed
        case (false, _): self = isPostable ? .post : .unreachable
        }
    }
}

extension ReceiptPage.Secret {
    /// Grouped anew, however it came.
    ///
    /// - Parameter isReplaceable: whether whoever loses it can get another by e-mail (S-49).
    init(_ secret: String, isReplaceable: Bool, _ press: Press) {
        lost = press.words("receipt.secret.lost.\(isReplaceable ? "mail" : "write")")
        let symbols = secret.filter { $0.isLetter || $0.isNumber }
        groups = stride(from: 0, to: symbols.count, by: 4).map { String(symbols.dropFirst($0).prefix(4)) }
    }
}

extension ReceiptPage.Document {
    init(_ file: FileSummary, _ press: Press) {
        name = file.name
        let (size, bytes) = (press.fileSize(file.length), press.bytes(file.length))
        self.size = size == bytes ? size : press.words("receipt.document.size", ["size": size, "bytes": bytes])
        digest = file.digest
    }
}
