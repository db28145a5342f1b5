import Complaints

/// What a letter is written with: the case, the provider, the words.
struct LetterPen {
    let request: LetterRequest
    let press: Press
    let site: String
    let isOnPaper: Bool
    /// What stands in the holes that any letter may have.
    private let holes: [String: String]

    init(request: LetterRequest, press: Press, site: String, isOnPaper: Bool) {
        self.request = request
        self.press = press
        self.site = site
        self.isOnPaper = isOnPaper
        let (file, procedure) = (request.caseFile, request.procedure)
        let reference = file.reception.reference.description
        holes = [
            "provider": procedure.provider.name,
            "received": FrenchDates.long(file.receivedAt.civilDate),
            "receivedAt": FrenchDates.long(file.receivedAt),
            "reference": reference,
            "number": file.number?.description ?? reference,
            "reply": Self.reply(to: procedure.provider, press),
            "retention": FrenchDates.years(procedure.retentionYears),
            "startedOn": FrenchDates.long(file.startedOn),
            "today": FrenchDates.long(request.instant.civilDate),
        ]
    }

    var file: CaseFile { request.caseFile }
    var provider: Provider { request.procedure.provider }

    /// To whom the case was handed over in confidence; nil for the others.
    var confidant: String? { press.confidant(of: file, request.procedure) }
    /// Who answers for complaints; nobody in a case that was open to few from the first, which may be about that very person.
    private var contactPerson: String { file.reception.restriction == nil ? provider.complaintsContact : "" }

    /// How to answer a letter, in words for the middle of a sentence. They are true on a screen and on paper: a letter
    /// that could not leave by e-mail is printed and posted just as it was written.
    static func reply(to provider: Provider, _ press: Press) -> String {
        switch (provider.email.isBlank, provider.postalAddress.isBlank) {
        case (false, false): press.words("letters.reply.either", ["email": provider.email])
        case (false, true): press.words("letters.reply.email", ["email": provider.email])
        case (true, false): press.words("letters.reply.post")
        case (true, true): press.words("letters.reply.contact")
        }
    }

    /// Where the person follows the case; nil for somebody who was given no code for it.
    var followUp: String? { file.reception.channel == .form ? site + Path.followUp : nil }

    /// The letter that is asked for.
    var sheet: LetterSheet {
        LetterSheet(
            sender: [provider.name] + provider.postalAddress.lines,
            addressee: isOnPaper ? addressee : [],
            date: words("letters.date"),
            subject: words("letters.\(request.kind.rawValue).subject"),
            blocks: englishNote + blocks,
            signature: signature
        )
    }

    private var blocks: [LetterBlock] {
        switch request.kind {
        case .acknowledgement: acknowledgement
        case .completionRequest: completionRequest
        case .requalification: requalification
        case .contestMaintained: contestMaintained
        case .contestReinstated: contestReinstated
        case .registration: registration
        case .holdingReply: holdingReply
        case .answer: answer
        case .closing: closing
        }
    }

    private var signature: [String] {
        let signatory = request.kind == .answer ? file.answer?.signatory : nil
        return [signatory ?? contactPerson, provider.name].compactMap(\.nonEmpty)
    }

    private var addressee: [String] {
        let person = file.completed
        return [person.fullName].compactMap(\.nonEmpty) + press.address(of: person)
    }

    /// « Bonjour Noé D’Arcy, », or without a name where none is known. Not for an acknowledgement (S-43).
    var greeting: LetterBlock {
        let name = file.completed.fullName
        return .paragraph(name.isEmpty ? words("letters.greeting") : words("letters.greeting.name", ["name": name]))
    }

    /// The words of an entry, with the holes that any letter may have.
    func words(_ key: String, _ more: [String: String] = [:]) -> String {
        press.words(key, more.isEmpty ? holes : holes.merging(more) { _, own in own })
    }

    /// The words of an entry as a paragraph.
    func paragraph(_ key: String, _ more: [String: String] = [:]) -> LetterBlock { .paragraph(words(key, more)) }

    /// The words of an entry as a heading.
    func heading(_ key: String) -> LetterBlock { .heading(words(key)) }

    /// A line « Nom : valeur », its name an entry; nil where there is no value.
    func fact(_ key: String, _ value: String) -> LetterFact? {
        value.nonEmpty.map { LetterFact(name: words(key), value: $0) }
    }

    /// Whom to ask: name, addresses, telephone.
    var contact: LetterBlock {
        .facts(
            [
                fact("letters.contact.person", contactPerson),
                fact("letters.contact.email", provider.email),
                fact("letters.contact.post", ([provider.name] + provider.postalAddress.lines).joined(separator: ", ")),
                fact("letters.contact.telephone", provider.telephone),
            ].compactMap(\.self)
        )
    }
}
