import Complaints
import Pages

/// What somebody who signs in has sent, but for their password and their code.
struct SignInAttempt: Sendable {
    var email = ""
    /// Where to go afterwards.
    let next: String
    /// The form that an ended session kept from being done.
    let carried: CarriedForm

    init(next: String, carried: CarriedForm = CarriedForm(sent: FormData())) {
        self.next = next
        self.carried = carried
    }

    init(_ form: FormData) {
        email = form.only("courriel")
        next = form.only("suite")
        carried = CarriedForm(in: form)
    }

    /// The page to go to: `next` where it is one, otherwise the one that somebody's work begins with.
    func target(for officer: Officer) -> String { isOfOurs ? next : officer.home }

    /// Whether `next` is a page of ours: never another host's, however it is written; and one to be asked for, not
    /// the address that a form is sent to.
    private var isOfOurs: Bool { isLocal && carried.fields.isEmpty }

    /// Whether `next` is an address of this site, in plain letters.
    var isLocal: Bool {
        next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\")
            && next.unicodeScalars.allSatisfy { $0.value > 32 && $0.value < 127 }
    }
}

extension Officer {
    /// The page that their work begins with.
    var home: String { mayEnter(.pseudonymised) && !mayEnter(.caseFiles) ? Path.audit : Path.dashboard }
}
