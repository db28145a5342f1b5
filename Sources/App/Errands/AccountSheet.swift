import Complaints
import Foundation
import Registry

/// The accounts of an organisation as `user list` prints them: nothing by which anybody could sign in.
struct AccountSheet {
    let standings: [AccountStanding]
    let today: CivilDate

    /// One account a line, parted by tabs: address, name, roles, last sign-in, second factor, last day, state.
    var lines: [String] {
        standings.map { standing in
            let fields = Fields(standing, today)
            let cells = [
                fields.email, fields.name, fields.roles.joined(separator: ","), fields.lastSignIn ?? "-",
                fields.secondFactor ? "avec" : "sans", fields.expires ?? "-", fields.state,
            ]
            return cells.joined(separator: "\t")
        }
    }

    /// One array of objects; what there is not is left out.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(standings.map { Fields($0, today) }), as: UTF8.self)
        }
    }

    /// What is said of one.
    private struct Fields: Encodable {
        let id: String
        let email: String
        let name: String
        let roles: [String]
        let state: String
        let secondFactor: Bool
        let lastSignIn: String?
        let expires: String?

        init(_ standing: AccountStanding, _ today: CivilDate) {
            let account = standing.account
            id = account.id
            email = account.email
            name = account.name
            roles = account.roles.sorted()
            state = account.disabledAt != nil ? "désactivé" : account.isOpen(on: today) ? "actif" : "échu"
            secondFactor = standing.hasSecondFactor
            lastSignIn = standing.lastSignIn?.description
            expires = account.expiresOn?.description
        }

        private enum CodingKeys: String, CodingKey {
            case id, email, name, roles, state
            case secondFactor = "second-factor"
            case lastSignIn = "last-sign-in"
            case expires
        }
    }
}
