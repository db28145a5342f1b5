public import Complaints
import Storage

/// A token as its owner sees it: no secret.
public struct TokenStanding: Sendable, Hashable {
    /// Its public name: `dol_7K3M9QXZ`.
    public let id: String
    /// What its owner calls it.
    public let name: String
    /// How far it goes.
    public let scope: TokenScope
    /// When it was made.
    public let madeAt: Instant
    /// The last day, in Paris, on which it is good.
    public let endsOn: CivilDate
    /// The last day, in Paris, on which a program showed it; nil where none ever did.
    public let usedOn: CivilDate?
}

/// A token that is to be made.
public struct TokenOrder: Sendable, Hashable {
    /// Days that one is good for where nothing else is asked for.
    public static let standardDays = 90
    /// Days that one may be good for at most.
    public static let mostDays = 365
    /// Characters of its name at most.
    public static let longestName = 60

    /// What its owner calls it: one line of words.
    public let name: String
    /// How far it goes.
    public let scope: TokenScope
    /// The last day on which it is good.
    public let endsOn: CivilDate

    public init(name: String, scope: TokenScope, endsOn: CivilDate) {
        self.name = name
        self.scope = scope
        self.endsOn = endsOn
    }
}

/// Why a token is not made.
public enum TokenRefusal: Error, Sendable, Hashable {
    /// Its last day is over.
    case endIsOver
    /// It would be good for too long: this is the latest day.
    case endTooFar(latest: CivilDate)
    /// Its owner has as many as one may.
    case tooMany(most: Int)
    /// Its owner cannot sign in any more.
    case ownerIsOut
}

/// What showing a token came to.
public enum TokenEntry: Sendable, Hashable {
    /// It is good: which one, and whose.
    case open(TokenStanding, Account)
    /// It is none of ours, has ended, or its owner is out: nobody learns which (S-44).
    case refused
    /// Too many that are none of ours were shown from there: nothing was looked at.
    case wait(seconds: Int)
}

extension TokenStanding {
    /// The columns that `init(_:)` reads, of `access_token t`.
    static let columns: SQL = "t.id, t.name, t.scope, t.made_at, t.ends_on, t.used_on"

    init(_ row: Row) throws {
        guard let scope = TokenScope(rawValue: try row.text(2)), let madeAt = Instant(try row.text(3)),
            let endsOn = CivilDate(try row.text(4))
        else { throw StorageError.failed("a token cannot be read") }
        self.init(
            id: try row.text(0),
            name: try row.text(1),
            scope: scope,
            madeAt: madeAt,
            endsOn: endsOn,
            usedOn: CivilDate(try row.text(5))
        )
    }
}
