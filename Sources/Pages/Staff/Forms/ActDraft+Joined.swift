import Complaints

extension ActDraft {
    /// The same qualification, where the file was changed meanwhile, with what the file has ticked and chosen: a form made
    /// before that, sent again as it was, must not silently undo it, a « mise en cause » above all. Every word
    /// written stays as it is. Any other draft is left alone.
    func joined(with standing: Qualification?) -> ActDraft {
        guard act == .qualify, trouble == .overtaken, let standing else { return self }
        var joined = values
        for (name, ticked) in [
            ("mis_en_cause", standing.implicated), ("gravites", standing.severities.map(\.rawValue)),
        ] {
            let sent = values[name] ?? []
            let added = ticked.filter { !sent.contains($0) }
            if !added.isEmpty { joined[name] = sent + added }
        }
        let undetermined = ConsumerStatus.undetermined.rawValue
        for (name, chosen, none) in [
            ("nature", standing.nature.rawValue, ""), ("theme", standing.theme?.rawValue, ""),
            ("consommateur", standing.consumer?.rawValue, undetermined),
        ] {
            let sent = values[name]?.first ?? ""
            if let chosen, sent.isEmpty || sent == none { joined[name] = [chosen] }
        }
        return with(joined)
    }
}
