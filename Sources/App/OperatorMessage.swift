import Complaints
import Foundation
import Registry
import Storage

/// An error as the operator reads it: what happened, and what to do. Never a complaint's content.
public struct OperatorMessage {
    /// The sentence.
    public let text: String

    public init(_ error: any Error) {
        text =
            switch error {
            case let error as StorageError: Self.storage(error)
            case let error as MigrationError: Self.migration(error)
            case let error as SigningKeys.Failure: Self.key(error)
            case let error as OutOfOrder: Self(error.reason).text
            case let error as Register.Failure: Self.books(error)
            case let error as LostHistory: Self.history(error)
            case let error as SigningRefusal: Self.refusal(error)
            case let error as SelfTest.Unfit: error.hint
            case let error as Settings.Mistake: error.description
            case let error as any CustomStringConvertible & LocalizedError: error.errorDescription ?? error.description
            default: "Erreur imprévue : \(String(reflecting: error))"
            }
    }

    private static func storage(_ error: StorageError) -> String {
        switch error {
        case .duplicate: "Cela existe déjà (même adresse ou même nom d’hôte)."
        case .unavailable(let hint): hint
        case .outcomeUnknown: "La base n’a pas répondu à temps : vérifiez si l’opération a eu lieu avant de la refaire."
        case .timedOut: "La base a mis trop de temps à répondre ; rien n’a été écrit."
        case .full: "Le disque est plein ; rien n’a été écrit. Libérez de la place."
        case .failed(let words): "La base a refusé : \(words)"
        }
    }

    private static func migration(_ error: MigrationError) -> String {
        switch error {
        case .newer(let name):
            "La base a été faite par une version plus récente de Doléances (\(name)) : installez celle-ci."
        case .edited(let name):
            "Les tables ne sont pas celles de cette version de Doléances (\(name)) : reprenez la version qui les a faites."
        case .behind(let name):
            "Les tables ne sont pas à jour (\(name)) : démarrez une fois le serveur de cette version, puis recommencez."
        }
    }

    private static func key(_ error: SigningKeys.Failure) -> String {
        switch error {
        case .missing(let path):
            "La clé de signature du journal est introuvable ou illisible : \(path). Rétablissez ce fichier depuis votre sauvegarde."
        case .wrong(let path):
            "Le fichier \(path) ne contient pas la clé de ce journal. Rétablissez le bon fichier depuis votre sauvegarde."
        case .exposed(let path): "D’autres que le serveur peuvent lire \(path). Corrigez : chmod 600 \(path)"
        case .unwritable(let path): "Impossible d’écrire dans le dossier des clés : \(path)"
        case .illegible(let path):
            "Le fichier \(path), qui retient la dernière tête signée, est illisible ou d’un autre journal. Rétablissez-le "
                + "depuis votre sauvegarde ; s’il est perdu, lancez doleances verify avec vos témoins, puis retirez-le."
        }
    }
}
