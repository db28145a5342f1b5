/// Where somebody whose password is right gives the code of their application, or a recovery code (S-53).
public struct CodePage: Page {
    public static let template = "staff/code"

    let frame: StaffFrame
    var form: CodeForm
    let start = Path.signIn

    public init(providerName: String, form: CodeForm, press: Press) {
        frame = StaffFrame(title: form.title("staff.code.title", press), providerName: providerName, desk: nil)
        self.form = form
        self.form.isFocused = true
    }
}
