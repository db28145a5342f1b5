/// Envoi prouvé: the day the complaint was sent, shown by a postmark or a mail's date after it was received without one,
/// with the due dates that follow from it.
public struct Sending: Sendable, Hashable, Codable {
    /// The day it was sent.
    public var on: CivilDate
    /// What proves it, in words.
    public var proof: String
    /// When it must then be acknowledged and answered.
    public var due: DueDates

    public init(on: CivilDate, proof: String, due: DueDates) {
        self.on = on
        self.proof = proof
        self.due = due
    }

    private enum CodingKeys: String, CodingKey {
        case on = "envoyee_le"
        case proof = "preuve"
        case due = "echeances"
    }
}

extension Procedure {
    /// A proven sending, with the due dates that these delays give it.
    public func sending(on day: CivilDate, proof: String) -> Sending {
        Sending(on: day, proof: proof.trimmed, due: dueDates(from: day))
    }
}

extension CaseFile {
    /// What is wrong with a sending, where there is one: it is not by whoever handles cases, is not proven, or is not
    /// earlier than the day that the delays are counted from. More than a year before the reception, the date was mistyped.
    func objections(to sending: Sending?, _ signature: Signature) -> [Refusal?] {
        guard let sending else { return [] }
        guard case .officer(let officer) = signature.author, officer.mayHandle else { return [.notAllowed] }
        let isEarlier = sending.on < startedOn && sending.on >= receivedAt.civilDate.adding(years: -1)
        return [sending.proof.isBlank ? .proofMissing : nil, isEarlier ? nil : .dateNotEarlier(startedOn)]
    }

    /// Counts the delays from it. A date that was given to the person by a holding reply stays.
    mutating func count(from proven: Sending) {
        sending = proven
        due.acknowledgement = proven.due.acknowledgement
        if extensions.isEmpty { due.answer = proven.due.answer }
    }
}
