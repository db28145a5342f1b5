public import Complaints

/// One thing that a complainant may do with a followed case, on a page of its own: also what asks them whether they mean
/// it, before a complaint is taken back.
public struct FollowUpActPage: Page {
    public static let template = "public/follow-up-act"
    public static var script: PageScript? { .complaint }

    let frame: PublicFrame
    let heading: String
    let lead: String
    let reference: String
    let form: FollowUpForm
    let casePath = Path.followedCase

    public init(
        _ option: FollowUp.Option,
        of followUp: FollowUp,
        form: FollowUpForm,
        procedure: Procedure,
        press: Press
    ) {
        let key = "follow.form.\(option.rawValue)"
        let heading = press.words("\(key).heading")
        self.heading = heading
        lead = press.words("\(key).lead")
        reference = followUp.reference.description
        let refused = form.trouble.map { _ in press.words("follow.form.title.refused", ["heading": heading]) }
        frame = PublicFrame(title: refused ?? heading, provider: procedure.provider)
        self.form = form
    }
}
