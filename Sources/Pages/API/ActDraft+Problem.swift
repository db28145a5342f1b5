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
        problems(press) { TranscriptionForm.fields(behind: $0).first }
    }

    /// The same of what somebody says that a mail is.
    public func problemsOfSorting(_ press: Press) -> [ProblemFault] {
        problems(press) { $0 == .textMissing ? "tri" : nil }
    }

    private func problems(_ press: Press, behind field: (Refusal) -> String?) -> [ProblemFault] {
        let read = faults.sorted { $0.key < $1.key }.map { field, fault in
            let words = press.words("staff.fault.\(fault.rawValue)")
            return ProblemFault(field: field, code: "champ-\(fault.rawValue)", words: words)
        }
        return read
            + refusals.map { refusal in
                ProblemFault(field: field(refusal), code: refusal.code, words: press.words(refusal))
            }
    }
}
