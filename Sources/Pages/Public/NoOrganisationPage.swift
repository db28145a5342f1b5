/// There is no organisation yet: where the operator begins. It says nothing else of the machine.
public struct NoOrganisationPage: Page {
    public static let template = "public/no-organisation"

    let frame: PublicFrame

    public init(press: Press) {
        frame = PublicFrame(title: press.words("noOrganisation.title"), provider: nil, in: .other(Path.home), press)
    }
}
