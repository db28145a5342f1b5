/// What a mail ends as: exactly one of these, and visible to the provider's people whichever it is (S-74).
public enum MailSort: String, Sendable, Hashable, Codable, CaseIterable {
    /// À lire: written by a person, and for a person to judge.
    case toRead = "a-lire"
    /// It carries a grievance, and is received as it is.
    case reception
    /// It is part of what is written about a case.
    case message = "dossier"
    /// It asks for the form, as the procedure offers.
    case formRequest = "demande-formulaire"
    /// A letter of ours did not arrive.
    case bounce = "retour"
    /// A robot answers, or sends, or it was sent to many.
    case automatic = "automatique"
    /// A filter, or somebody, says that it is no mail for us.
    case spam = "indesirable"
    /// Somebody read it: no complaint, and nothing of a case.
    case other = "autre"
    /// It could not be read as it should: its bytes are kept (S-76).
    case unreadable = "illisible"

    /// Whether somebody must still look at a mail of this sort.
    public var waits: Bool { self == .toRead || self == .unreadable }

    /// How many days a mail of this sort is kept once it was sorted (docs/decisions/0040): a month what is unwanted, so that
    /// a complaint taken for that can still be found; half a year what somebody may ask about again. Nil where it waits for
    /// somebody, or is kept with its case.
    public var daysKept: Int? {
        switch self {
        case .toRead, .unreadable, .reception, .message: nil
        case .spam: 30
        case .formRequest, .bounce, .automatic, .other: 183
        }
    }

    /// What somebody may make of a mail by hand, in the order of the page.
    public static let byHand: [MailSort] = [
        .reception, .message, .formRequest, .other, .bounce, .automatic, .spam, .toRead,
    ]
}

/// Why a mail was sorted as it was. The word is kept with it, and is the catalogue's key.
public enum MailReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its subject is the procedure's, and there is a grievance in it.
    case grievance = "grief"
    /// Its subject is the procedure's, and it asks for the form, or says nothing.
    case formAsked = "formulaire"
    /// It answers a letter of ours, and comes from the address that the letter went to.
    case verifiedThread = "fil"
    /// It seems to be about a case, and nothing proves it.
    case suggestedCase = "fil-incertain"
    /// It answers a letter of ours, and comes from another address.
    case otherSender = "autre-expediteur"
    /// It answers something that we had sent by ourselves, and that is no letter of a case.
    case answersNotice = "reponse-a-un-envoi"
    /// A complaint came from the same address within a day, and it answers something.
    case againToday = "deja-aujourd-hui"
    /// A mail with the same identifier came before.
    case seenBefore = "deja-recu"
    /// A person wrote it, without the procedure's subject.
    case otherSubject = "autre-objet"
    /// Its subject is the procedure's, and a robot sent it.
    case robotGrievance = "grief-automatique"
    /// Its subject is the procedure's, and everything in it repeats another mail.
    case forwarded = "transfert"
    /// Its subject is the procedure's, and nobody can be answered.
    case nobodyToAnswer = "sans-adresse"
    /// It comes from an address of ours.
    case ownAddress = "notre-adresse"
    /// It is a mail of ours that came back.
    case ownMail = "notre-courriel"
    /// A mail system reports on a letter of ours.
    case report = "avis-de-remise"
    /// A mail system reports on something else.
    case strangeReport = "avis-sans-lettre"
    /// Its headers say that a robot sent it.
    case robot
    /// It looks like the answer of somebody who is away.
    case absence
    /// It was sent to many.
    case many = "envoi-en-nombre"
    /// A filter before us says that it is unwanted.
    case markedSpam = "marque-indesirable"
    /// It could not be read at all.
    case unread = "non-lu"
    /// Something in it could not be read as it should.
    case troubled = "lecture-incomplete"
    /// It is larger than what is kept: it is still in the mailbox.
    case tooLarge = "trop-gros"
    /// Somebody says so.
    case byHand = "a-la-main"
}
