/// The way to the provider of identities, where there is one: a button that is a link.
public struct SignInProvider: Sendable {
    let label: String
    let address: String
    /// Where a form that an ended session kept from being done is shown again, after a sign-in elsewhere; nil for none.
    let resumed: String?
    /// Its fields, under their own names.
    let fields: [SignInPage.Carried]

    /// - Parameters:
    ///   - label: what the provider's people call it.
    ///   - address: where the way there begins.
    ///   - resumed: where the form goes whose fields are carried.
    ///   - fields: those fields.
    public init(label: String, address: String, resumed: String? = nil, fields: [SignInPage.Carried] = []) {
        self.label = label
        self.address = address
        self.resumed = resumed
        self.fields = fields
    }
}
