import Complaints

/// The box for a complaint about whoever handles complaints, or about the management, and whose hands it then goes to
///
struct ConfidenceChoice: Sendable {
    let name = FormEntry.confidential
    let isChosen: Bool
    /// Who gets it.
    let recipient: String
    /// Where else a person may turn, where it is the management that gets it; nil where somebody else is named.
    let elsewhere: String?
    let mistake: String?
    let procedurePath: String

    init(_ procedure: Procedure, _ entry: FormEntry, _ press: Press) {
        isChosen = entry.values[name]?.nonEmpty != nil
        recipient = press.recipient(of: procedure)
        elsewhere = procedure.confidential == nil ? press.words("field.mise_en_cause.elsewhere") : nil
        mistake = entry.mistake(name, press)
        procedurePath = press.link(Path.procedure)
    }
}

extension Press {
    /// To whom a complaint in confidence goes, in a sentence.
    func recipient(of procedure: Procedure) -> String { whose("confidence", procedure) }

    /// To whom, with its preposition, a case was handed over in confidence as it came; nil for the others. What was
    /// received apart from a case that has been opened to others meanwhile is theirs.
    func confidant(of file: CaseFile, _ procedure: Procedure) -> String? {
        guard let few = file.reception.restriction, file.partOf == nil || few == procedure.confidence else {
            return nil
        }
        return procedure.confidential.map { to($0.function) } ?? words("confidence.recipient")
    }

    /// A sentence that says to whom alone something in confidence is open. - Parameter key: what it begins with.
    func whose(_ key: String, _ procedure: Procedure) -> String {
        guard let named = procedure.confidential else { return words("\(key).management") }
        return words("\(key).named", ["recipient": to(named.function)])
    }
}
