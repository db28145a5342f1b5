import Complaints
import Foundation
import Pages
import Registry
import Storage
import Web

/// An error as the operator reads it: what happened, what to do, and the number to look up. Never a complaint's content.
public struct OperatorMessage {
    /// The sentence.
    public let text: String

    public init(_ error: any Error) {
        switch error {
        case let error as StorageError: self = Self.storage(error)
        case let error as MigrationError: self.init(.version, Self.migration(error))
        case let error as SigningKeys.Failure: self.init(.secret, Self.key(error))
        case let error as OutOfOrder: self = Self(error.reason)
        case let error as Register.Failure: self.init(.unfit, Self.books(error))
        case let error as LostHistory: self.init(.unfit, Self.history(error))
        case let error as SigningRefusal: self.init(.unfit, Self.refusal(error))
        case let error as SelfTest.Unfit: self.init(.unfit, error.hint)
        case let error as Spool.Foreign: self.init(.unavailable, Self.foreign(error.folder))
        case let error as Settings.Mistake: self.init(error.code, error.description)
        case let error as SettingMistakes: self.init(.value, error.all[0].sentence)
        case let error as ErrandRefused: self.init(text: error.text)
        case let error as AccountRefusal: self.init(error.code, error.words)
        case let error as Refusal: self.init(text: "\(Self.words(error)) (\(error.code))")
        case let error as any CustomStringConvertible & LocalizedError:
            self.init(.unforeseen, error.errorDescription ?? error.description)
        default: self.init(.unforeseen, "Erreur imprévue : \(String(reflecting: error))")
        }
    }

    private init(text: String) { self.text = text }

    private init(_ code: OperatorCode, _ sentence: String) { self.init(text: "\(sentence) (\(code.rawValue))") }

    /// A refusal of the rules, in the words of the pages.
    static func words(_ refusal: Refusal) -> String {
        (try? Press())?.words(refusal) ?? "Refusé par les règles de la procédure."
    }

    private static func storage(_ error: StorageError) -> OperatorMessage {
        switch error {
        case .duplicate: OperatorMessage(.exists, "Cela existe déjà (même adresse ou même nom d’hôte).")
        case .unavailable(let hint): OperatorMessage(.unavailable, hint)
        case .outcomeUnknown:
            OperatorMessage(
                .unknownOutcome,
                "La base n’a pas répondu à temps : vérifiez si l’opération a eu lieu avant de la refaire."
            )
        case .timedOut: OperatorMessage(.undone, "La base a mis trop de temps à répondre ; rien n’a été écrit.")
        case .full: OperatorMessage(.undone, "Le disque est plein ; rien n’a été écrit. Libérez de la place.")
        case .failed(let words): OperatorMessage(.unavailable, "La base a refusé : \(words)")
        }
    }

    private static func foreign(_ folder: String) -> String {
        "Le dossier des documents reçus, \(folder), n’est pas au serveur\u{A0}: retirez-le, ou donnez un autre dossier "
            + "temporaire (TMPDIR)."
    }

    private static func migration(_ error: MigrationError) -> String {
        switch error {
        case .newer(let name):
            "La base a été faite par une version plus récente de Doléances (\(name)) : installez celle-ci."
        case .edited(let name):
            "Les tables ne sont pas celles de cette version de Doléances (\(name)) : reprenez la version qui les a faites."
        case .behind(let name):
            "Les tables ne sont pas à jour (\(name)) : démarrez une fois le serveur de cette version, puis recommencez."
        }
    }

    private static func key(_ error: SigningKeys.Failure) -> String {
        switch error {
        case .missing(let path):
            "La clé de signature du journal est introuvable ou illisible : \(path). Rétablissez ce fichier depuis votre sauvegarde."
        case .wrong(let path):
            "Le fichier \(path) ne contient pas la clé de ce journal. Rétablissez le bon fichier depuis votre sauvegarde."
        case .exposed(let path): "D’autres que le serveur peuvent lire \(path). Corrigez : chmod 600 \(path)"
        case .unwritable(let path): "Impossible d’écrire dans le dossier des clés : \(path)"
        case .illegible(let path):
            "Le fichier \(path), qui retient la dernière tête signée, est illisible ou d’un autre journal. Rétablissez-le "
                + "depuis votre sauvegarde ; s’il est perdu, lancez \(Program.name) verify avec vos témoins, puis retirez-le."
        }
    }
}
