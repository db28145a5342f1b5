extension CaseFile {
    /// Every name and first name that the file has had for the person.
    public var knownNames: Set<String> {
        let original = reception.original
        let later = completions.flatMap { [$0.fields["nom"], $0.fields["prenom"]] }
        return Set([original.lastName, original.firstName] + later.compactMap(\.self))
    }

    /// Every e-mail address that the file has had for the person, those since corrected included.
    public var knownEmails: Set<String> {
        Set(
            ([reception.original.email] + completions.map { $0.fields["courriel"] } + amendments.map(\.email))
                .compactMap(\.self)
        )
    }

    /// Every postal address that the file has had for the person, those since corrected included.
    public var knownPostalAddresses: Set<String> {
        let later = completions.map { $0.fields["adresse"] } + amendments.map(\.postalAddress)
        return Set([reception.original.postalAddress] + later.compactMap(\.self))
    }

    private var completions: [Completion] {
        entries.compactMap { entry in if case .completed(let completion) = entry.event { completion } else { nil } }
    }

    private var amendments: [Amendment] {
        entries.compactMap { entry in if case .amended(let amendment) = entry.event { amendment } else { nil } }
    }
}
