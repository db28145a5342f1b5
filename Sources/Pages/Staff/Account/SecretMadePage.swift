public import Complaints

/// What is secret and was just made: the only time that it is shown.
public struct SecretMadePage: Page {
    public static let template = "staff/secret-made"

    let frame: StaffFrame
    let heading: String
    let lead: String
    let secret: String
    let notes: [String]
    let next: String
    let send: String

    /// - Parameters:
    ///   - key: where the catalogue has its words.
    ///   - holes: what its first sentence names.
    ///   - notes: what is to be known besides, by the rest of their keys.
    ///   - next: where to go once it is kept.
    private init(
        _ key: String,
        _ holes: [String: String] = [:],
        secret: String,
        notes: [String] = ["keep"],
        next: String,
        in section: StaffFrame.Section? = nil,
        _ signedIn: SignedIn,
        _ press: Press
    ) {
        heading = press.words("\(key).title")
        lead = press.words("\(key).lead", holes)
        self.secret = secret
        self.notes = notes.map { press.words("\(key).\($0)") }
        self.next = next
        send = press.words("\(key).next")
        frame = StaffFrame(title: heading, section: section, signedIn: signedIn, press: press)
    }

    /// A token of a program.
    ///
    /// - Parameters:
    ///   - name: what its owner calls it.
    ///   - endsOn: its last day.
    public static func token(
        _ secret: String,
        named name: String,
        endsOn: CivilDate,
        signedIn: SignedIn,
        press: Press
    ) -> Self {
        let holes = ["name": name, "ends": FrenchDates.long(endsOn)]
        return Self("staff.tokens.made", holes, secret: secret, next: Path.ownTokens, signedIn, press)
    }

    /// An address for a calendar, whole.
    public static func calendar(_ address: String, signedIn: SignedIn, press: Press) -> Self {
        Self("staff.calendar.made", secret: address, next: Path.account, signedIn, press)
    }

    /// The secret by which a program knows our messages.
    ///
    /// - Parameters:
    ///   - id: the program's.
    ///   - name: what the provider calls it.
    ///   - isRenewed: whether there was another before, which is good for a day more.
    public static func signing(
        _ secret: String,
        of id: String,
        named name: String,
        isRenewed: Bool,
        signedIn: SignedIn,
        press: Press
    ) -> Self {
        Self(
            "staff.subscribers.secret",
            ["name": name],
            secret: secret,
            notes: isRenewed ? ["keep", "overlap"] : ["keep"],
            next: Path.subscriber(id),
            in: .settings,
            signedIn,
            press
        )
    }
}
