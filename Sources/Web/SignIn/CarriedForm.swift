import Foundation
import Pages

/// The fields of a form that was sent after its session had ended, on their way through the sign-in.
///
/// They travel in the sign-in form itself, so that nothing a stranger sends is ever kept; after the sign-in they are
/// only shown again, never done: the person reads them and sends them under the token of the new session (S-13).
struct CarriedForm: Sendable {
    /// What was sent, under its own names.
    let fields: [(name: String, value: String)]

    /// What names begin with while they travel, so that none is taken for one of the sign-in's own.
    private static let prefix = "repris."

    /// From the form as it was first sent. Its token is worth nothing any more, and a password is carried nowhere.
    init(sent form: FormData) {
        fields = form.fields.filter { !["jeton", StaffDoor.confirmation].contains($0.name) }.map { ($0.name, $0.value) }
    }

    /// From the sign-in form that carries it.
    init(in form: FormData) {
        fields = form.fields.filter { $0.name.hasPrefix(Self.prefix) }
            .map { (String($0.name.dropFirst(Self.prefix.count)), $0.value) }
    }

    /// As the sign-in page carries it.
    var carried: [SignInPage.Carried] {
        fields.map { SignInPage.Carried(name: Self.prefix + $0.name, value: $0.value) }
    }

    /// As it is shown again.
    var form: FormData { FormData(fields) }
}

extension FormData {
    /// Everything that was sent, by field name, but for the token.
    var typed: [String: [String]] {
        Dictionary(grouping: fields.filter { $0.name != "jeton" }, by: \.name).mapValues { $0.map(\.value) }
    }

    /// Whether documents came along, taken in or not.
    var hasDocuments: Bool { (files.map(\.field) + refused.map(\.field)).contains(FormEntry.documents) }
}
