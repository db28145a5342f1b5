/// How a person is reached, from the three cells that may say so: what has a column of its own goes before what shares
/// one.
struct FormerReach {
    /// Empty where there is none.
    let email: String
    /// Empty where there is none.
    let telephone: String
    /// What the shared cell holds.
    let contact: FormerContact
    /// The shared cell as it stands, where it says anything that is not used: a name, another address, another number.
    let unused: String

    /// - Parameter shared: the cell of both.
    init(email own: String, telephone ownNumber: String, shared: String) {
        contact = FormerContact(shared)
        email = own.isEmpty ? contact.email : own
        telephone = ownNumber.isEmpty ? contact.telephone : ownNumber
        let isUsed =
            (contact.email.isEmpty || contact.email.lowercased() == email.lowercased())
            && (contact.telephone.isEmpty || contact.telephone.filter(\.isNumber) == telephone.filter(\.isNumber))
        unused = contact.hasMore || !isUsed ? shared : ""
    }
}
