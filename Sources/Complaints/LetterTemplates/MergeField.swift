/// Champ de fusion: what a template leaves open, to be filled from the case file. The list is closed: nothing else of a
/// case file can be asked for, and nothing is computed.
public enum MergeField: String, Sendable, Hashable, CaseIterable {
    /// Who complains, first name and last name.
    case name = "nom"
    /// The reference of the reception.
    case reference
    /// The number in the register; the case has none before it is registered.
    case number = "numero"
    /// The day it was received.
    case receivedOn = "date-de-reception"
    /// What it is about, as the person wrote it.
    case subject = "objet"
    /// The training that it is about.
    case training = "action-de-formation"
    /// The day by which the answer is due, as of now.
    case answerDue = "echeance"
    /// The consumer mediator of today; none where the agreement is over.
    case mediator = "mediateur"
    /// Where to reach that mediator.
    case mediatorSite = "site-du-mediateur"
    /// The provider's name.
    case provider = "organisme"
    /// The provider's address for complaints.
    case providerEmail = "courriel-de-l-organisme"
    /// The day that the letter is begun.
    case today = "date-du-jour"

    /// The field that is written so between braces, whatever its case, its accents and its blanks; nil for none.
    public init?(written text: String) {
        let words = FoldedText.fold(text).split { !$0.isLetter && !$0.isNumber }
        self.init(rawValue: words.joined(separator: "-"))
    }
}
