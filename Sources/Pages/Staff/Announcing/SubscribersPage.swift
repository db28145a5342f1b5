import Complaints

/// The programs that are told of what happens, and a form for another (docs/decisions/0029).
public struct SubscribersPage: Page {
    public static let template = "staff/subscribers"

    /// What has just been done, or come to nothing.
    public enum Notice: Sendable, Hashable {
        /// One was removed.
        case removed
        /// A form of an earlier session, or open for too long.
        case expired
        /// There are as many as there may be.
        case tooMany(most: Int)
    }

    /// One program.
    struct Row: Sendable {
        let name: String
        let path: String
        let host: String
        let events: String
        let standing: String
    }

    let frame: StaffFrame
    let token: String
    let back = Path.settings
    let path = Path.subscribers
    let rows: [Row]
    let hasRows: Bool
    let fields: AccountFields
    let done: String?
    let undone: String?

    /// - Parameters:
    ///   - values: what was typed for one that was not added, by field name; nil for a fresh form.
    ///   - mistakes: what was wrong with it, by field name.
    public init(
        lines: [SubscriberLine],
        values: [String: [String]]? = nil,
        mistakes: [String: SubscriberMistake] = [:],
        notice: Notice? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        fields = AccountFields(of: nil, values: values, mistakes: mistakes, press: press)
        rows = lines.map { line in
            Row(
                name: line.subscription.name,
                path: Path.subscriber(line.id),
                host: line.subscription.address.host,
                events: line.subscription.listed(press),
                standing: line.standing(press)
            )
        }
        hasRows = !lines.isEmpty
        done = notice == .removed ? press.words("staff.subscribers.notice.suppression") : nil
        undone = Self.undone(notice, press)
        let title = press.words("staff.subscribers.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: fields.hasMistakes || undone != nil),
            section: .settings,
            signedIn: signedIn,
            press: press
        )
        token = signedIn.token
    }

    private static func undone(_ notice: Notice?, _ press: Press) -> String? {
        switch notice {
        case .expired: press.words("staff.subscribers.refused.perime")
        case .tooMany(let most): press.words("staff.subscribers.refused.trop", ["most": String(most)])
        case .removed, nil: nil
        }
    }
}

extension Subscription {
    /// What it is told of, in words.
    func listed(_ press: Press) -> String {
        press.list(eventWords.map { press.words("staff.subscribers.event.\($0)") })
    }
}
