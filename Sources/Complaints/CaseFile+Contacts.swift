extension CaseFile {
    /// Every e-mail address that the file has had for the person, those since corrected included.
    public var knownEmails: Set<String> {
        Set(
            ([reception.original.email] + completions.map { $0.fields["courriel"] } + amendments.map(\.email))
                .compactMap(\.self)
        )
    }

    private var completions: [Completion] {
        entries.compactMap { entry in if case .completed(let completion) = entry.event { completion } else { nil } }
    }

    private var amendments: [Amendment] {
        entries.compactMap { entry in if case .amended(let amendment) = entry.event { amendment } else { nil } }
    }
}
