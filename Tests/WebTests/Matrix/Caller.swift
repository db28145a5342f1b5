import Complaints
import HTTPTypes
import Registry
import Testing

@testable import Web

/// Somebody at the door.
struct Caller: Sendable, CustomTestStringConvertible {
    enum Standing: Sendable, Hashable {
        /// Nobody in particular.
        case nobody
        /// Whoever wrote the complaint, with all that was ever given to them.
        case complainant
        /// Whoever wrote another.
        case otherComplainant
        /// An account with these roles.
        case staff(Set<Role>)
    }

    let standing: Standing

    /// Accounts of no role, and of each.
    static let staff = ([[]] + Role.allCases.map { [$0] }).map { Caller(standing: .staff(Set($0))) }
    static let all =
        [Standing.nobody, .complainant, .otherComplainant].map { Caller(standing: $0) } + staff

    /// Nil for whoever has no account.
    var roles: Set<Role>? { if case .staff(let roles) = standing { roles } else { nil } }

    /// Whether they read case files.
    var reads: Bool { !(roles ?? []).isDisjoint(with: Set(Role.allCases).subtracting([.auditor, .administrator])) }

    /// Whether they enter what did not come by the form.
    var receives: Bool { !(roles ?? []).isDisjoint(with: [.receptionDesk, .complaintsManager, .management]) }

    /// Whether they set the provider up.
    var sets: Bool { !(roles ?? []).isDisjoint(with: [.management, .administrator]) }

    /// Whether they bring an older register in.
    var takesOver: Bool { (roles ?? []).contains(.management) }

    /// Whether they enter one of these parts of the site.
    func enters(_ parts: [SitePart]) -> Bool { parts.contains { !(roles ?? []).isDisjoint(with: Self.roles(of: $0)) } }

    /// Whom a part opens to, written out: what the site says of it is what is tried.
    private static func roles(of part: SitePart) -> Set<Role> {
        switch part {
        case .caseFiles: Set(Role.allCases).subtracting([.auditor, .administrator])
        case .pseudonymised: Set(Role.allCases).subtracting([.receptionDesk, .administrator])
        case .accesses: [.management, .internalControl, .dataProtection, .administrator]
        }
    }

    /// Whether they watch over the service.
    var watches: Bool { !(roles ?? []).isDisjoint(with: [.complaintsManager, .management, .administrator]) }

    /// Whether they administer accounts.
    var administers: Bool { roles?.contains(.administrator) ?? false }

    func may(_ act: Act) -> Bool { !(roles ?? []).isDisjoint(with: act.roles) }

    var testDescription: String {
        switch standing {
        case .nobody: "nobody"
        case .complainant: "the complainant"
        case .otherComplainant: "another complainant"
        case .staff(let roles): roles.isEmpty ? "no role" : roles.map(\.rawValue).sorted().joined(separator: "+")
        }
    }
}

/// What a browser sends along of its own accord.
struct Asker: Sendable {
    /// Whoever is signed in, and their session.
    var account: Account?
    var session: StaffToken?
    /// A complainant's session.
    var follower: StaffToken?
    /// That of the browser that asked for another tracking secret.
    var browser: StaffToken?

    /// Its cookies, under the names that they have over TLS or without.
    func cookie(isSecure: Bool = false) -> String {
        [(StaffDoor.cookie, session), (FollowUpDoor.cookie, follower), (LostSecretDesk.cookie, browser)]
            .compactMap { name, token in token.map { "\(isSecure ? "__Host-" : "")\(name)=\($0.text)" } }
            .joined(separator: "; ")
    }
}

extension RoutePolicy {
    /// The status for a caller whom it keeps out; nil for one whom it lets in.
    ///
    /// - Parameters:
    ///   - isForm: whether something is sent rather than asked for.
    ///   - act: what the address names.
    func refusal(of caller: Caller, isForm: Bool, act named: Act = .note) -> Int? {
        let toSignIn = isForm ? 401 : 303
        switch self {
        case .anybody: return nil
        case .holder: return caller.standing == .complainant ? nil : 410
        case .complainant: return [.complainant, .otherComplainant].contains(caller.standing) ? nil : toSignIn
        case .signedIn: return caller.roles == nil ? 303 : nil
        case .readers: return caller.roles == nil ? toSignIn : caller.reads ? nil : 403
        case .parts(let parts): return caller.roles == nil ? toSignIn : caller.enters(parts) ? nil : 403
        case .receivers: return caller.roles == nil ? toSignIn : caller.receives ? nil : 403
        case .founder: return 410
        case .setters: return caller.roles == nil ? toSignIn : caller.sets ? nil : 403
        case .watchers: return caller.roles == nil ? toSignIn : caller.watches ? nil : 403
        case .takers: return caller.roles == nil ? toSignIn : caller.takesOver ? nil : 403
        case .administrators: return caller.roles == nil ? 303 : caller.administers ? nil : 403
        case .act(let act): return refusal(of: caller, act, toSignIn)
        case .namedAct: return refusal(of: caller, named, toSignIn)
        // A browser shows no token.
        case .program: return 401
        }
    }

    private func refusal(of caller: Caller, _ act: Act, _ toSignIn: Int) -> Int? {
        guard caller.roles != nil else { return toSignIn }
        guard caller.reads else { return 403 }
        return caller.may(act) ? nil : 422
    }

    /// Whether a caller whom it lets in may read of what the address names: a case file, what was said, an account, a program
    /// that is told of what happens.
    func shows(to caller: Caller) -> Bool {
        switch self {
        case .anybody, .signedIn, .founder, .watchers, .takers, .parts, .program: false
        case .complainant: caller.standing == .complainant
        case .holder, .readers, .receivers, .administrators, .setters, .act, .namedAct: true
        }
    }
}
