/// Where somebody sets up the application that makes their codes. What it shows stays on this server and on their screen:
/// the square is drawn here.
public struct EnrolmentPage: Page {
    public static let template = "staff/enrolment"

    /// A square to be read by a telephone.
    struct Square: Sendable {
        /// Its side, in modules.
        let side: String
        let path: String
    }

    let frame: StaffFrame
    let form: CodeForm
    let secret: String
    let address: String
    /// Nil where the address is longer than a square takes.
    let square: Square?

    /// - Parameters:
    ///   - secret: to be typed, in groups.
    ///   - address: the same to be scanned, `otpauth:`.
    ///   - signedIn: whoever renews theirs; nil on the way in.
    public init(
        providerName: String,
        secret: String,
        address: String,
        form: CodeForm,
        signedIn: SignedIn? = nil,
        press: Press
    ) {
        let title = form.title("staff.enrolment.title", press)
        frame =
            signedIn.map { StaffFrame(title: title, signedIn: $0, press: press) }
            ?? StaffFrame(title: title, providerName: providerName, desk: nil)
        self.form = form
        self.secret = secret
        self.address = address
        square = QRCode(address).map { Square(side: String($0.side), path: $0.path) }
    }
}
