import Complaints
import Registry

extension OperatorMessage {
    /// What is wrong with an organisation's books, and what to do about it.
    static func books(_ failure: Register.Failure) -> String {
        switch failure {
        case .headForged:
            "La tête du journal n’a pas été écrite par un serveur qui tient la clé : la base a été modifiée à la main, ou "
                + "n’est pas celle de cette clé. Lancez \(Program.name) verify, puis remettez la dernière sauvegarde."
        case .unreadable(let seq):
            "La ligne \(seq) du journal est illisible ou manque. Lancez \(Program.name) verify, puis remettez la dernière "
                + "sauvegarde."
        // Its letter is nobody's here to read.
        case .otherLetter: "Opération impossible : otherLetter"
        case .unknown, .differentSubmission, .uploadsForgotten, .changedMeanwhile, .restricted:
            "Opération impossible : \(failure)"
        }
    }

    /// An older copy was put back (docs/operating.md).
    static func history(_ lost: LostHistory) -> String {
        let less = lost.size < lost.signed.size
        return """
            Le journal ne continue pas celui qui a été signé : la tête signée en dernier (\(lost.path)) compte \
            \(InspectionWords.count(lost.signed.size, "ligne")), la base en a \(lost.size)\(less ? "" : ", mais d’autres"). Une copie plus ancienne \
            de la base a sans doute été remise. Rien n’est reçu ni signé pour cet organisme. Remettez la copie la plus \
            récente ; si elle est perdue, acceptez celle-ci, ce que le journal dira toujours : \
            \(Program.name) organisation accept-restore --organisation \(lost.organisation) --reason "…" (docs/operating.md).
            """
    }

    /// Why a head was not signed.
    static func refusal(_ refusal: SigningRefusal) -> String {
        "Le journal ne peut pas être signé : \(InspectionWords.sentence(refusal)). Lancez \(Program.name) verify."
    }
}
