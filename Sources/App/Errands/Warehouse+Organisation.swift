import Complaints
import Foundation
import Registry
import Storage
import Web

/// The errands about an organisation and its procedure.
extension Warehouse {
    func add(_ details: OrganisationDetails) async throws -> [String] {
        let founding = try details.settings().founding(today: today)
        guard try await organisations.all().allSatisfy({ $0.name != founding.name }) else {
            throw Settings.Mistake(
                description: "Un organisme s’appelle déjà \(founding.name) : pour le régler, organisation set.",
                code: .exists
            )
        }
        let added = try await sole(founding.host) {
            try await organisations.add(founding)
        }
        return [
            "Organisme ajouté : \(added.name) (\(added.id))",
            "Clé publique du journal : \(added.logKey)",
        ] + warnings(of: founding.procedure) + (try await hostless())
    }

    func set(_ name: String?, _ details: OrganisationDetails, _ reason: String?) async throws -> [String] {
        let chosen = try await organisation(named: name)
        guard details.isGiven else {
            throw Settings.Mistake(
                description: "Rien à régler : donnez au moins une option (organisation set --help).",
                code: .value
            )
        }
        let settings = details.settings(among: try await accounts(of: chosen).all())
        let change = try settings.change(today: today)
        let (procedure, isNew) = try await sole(change.host) {
            try await organisations.change(
                chosen.id,
                change,
                author: SettingsChange.command,
                reason: reason ?? "réglage en ligne de commande"
            )
        }
        let published =
            isNew
            ? ["Procédure publiée, version \(procedure.version). Les dossiers déjà reçus gardent leurs échéances."] : []
        return published + ["Organisme réglé : \(procedure.provider.name)"] + warnings(of: procedure)
            + (try await hostless())
    }

    /// Does what gives an organisation its host name, and names that where another has it.
    private func sole<T>(_ host: String?, _ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch StorageError.duplicate {
            throw Settings.Mistake(
                description: SettingMistake(.host, host ?? "ce nom", .taken).sentence,
                code: .exists
            )
        }
    }

    func show(_ name: String?, _ version: Int?, _ asJSON: Bool) async throws -> [String] {
        let chosen = try await organisation(named: name)
        guard let procedure = try await organisations.procedure(of: chosen.id, version: version) else {
            throw Settings.Mistake(
                description: "--version : il n’y a pas de telle version ; organisation history les montre.",
                code: .value
            )
        }
        let sheet = OrganisationSheet(
            organisation: chosen,
            procedure: procedure,
            accounts: try await accounts(of: chosen).all(),
            today: today
        )
        return asJSON ? [try sheet.json] : sheet.lines + warnings(of: procedure)
    }

    func list(versionsOf name: String?) async throws -> [String] {
        let chosen = try await organisation(named: name)
        let people = try await accounts(of: chosen).all().map { ($0.id, $0.name) }
        let names = Dictionary(people) { first, _ in first }
        return try await organisations.versions(of: chosen.id).map { version in
            let author = names[version.author] ?? version.author
            return "\(version.number)\t\(version.publishedAt)\t\(author)\t\(version.reason)"
        }
    }

    private var today: CivilDate { world.now().civilDate }

    /// What to do about the mediator.
    private func warnings(of procedure: Procedure) -> [String] {
        switch MediatorStanding(of: procedure.consumerMediator, on: today) {
        case .missing:
            [
                "Attention : aucun médiateur de la consommation. Une réponse qui n’accueille pas tout ne peut pas être "
                    + "donnée à un consommateur (--mediator-name, --mediator-address, --mediator-site)."
            ]
        case .expired(let end):
            [
                "Attention : la convention avec le médiateur a pris fin le \(end). Une réponse qui n’accueille pas tout "
                    + "ne peut plus être donnée à un consommateur (--mediator-ends)."
            ]
        case .ending(let end): ["Attention : la convention avec le médiateur prend fin le \(end) (--mediator-ends)."]
        case .inForce: []
        }
    }

    /// Where there are several organisations, the host name alone says whose form is meant.
    private func hostless() async throws -> [String] {
        let all = try await organisations.all()
        guard all.count > 1 else { return [] }
        return all.filter { $0.host == nil }.map { one in
            "Attention : \(one.name) n’a pas de nom d’hôte ; avec plusieurs organismes, son formulaire ne s’ouvre pas (--host)."
        }
    }
}
