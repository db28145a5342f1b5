import Complaints

extension ActDraft {
    /// Everything that is wrong with an act that a program sent.
    public func problems(_ press: Press) -> [ProblemFault] {
        objections(press).map { objection in
            ProblemFault(field: objection.field.map(Self.place), code: objection.code, words: objection.words)
        }
    }

    /// Where a field stands in what a program sends: rows of grievances are a list there.
    private static func place(_ field: String) -> String {
        let parts = field.split(separator: "_")
        guard parts.count == 2, let row = Int(parts[1]), row > 0 else { return field }
        return "griefs/\(row - 1)/\(parts[0])"
    }
}

extension ActDraft.Trouble {
    /// The same of what staff enter that did not come by the form.
    public func problemsOfTranscription(_ press: Press) -> [ProblemFault] {
        let read = faults.sorted { $0.key < $1.key }.map { field, fault in
            let words = press.words("staff.fault.\(fault.rawValue)")
            return ProblemFault(field: field, code: "champ-\(fault.rawValue)", words: words)
        }
        return read
            + refusals.map { refusal in
                let field = TranscriptionForm.fields(behind: refusal).first
                return ProblemFault(field: field, code: refusal.code, words: press.words(refusal))
            }
    }
}
