public import Complaints

/// What a visitor is told when something went wrong, and what to do.
public struct ErrorPage: Page {
    public static let template = "public/error"

    /// The statuses that have words of their own; others use 400 or 500.
    public static let statuses = [400, 401, 403, 404, 405, 409, 410, 413, 415, 421, 422, 429, 500, 503]

    let frame: PublicFrame
    let heading: String
    let text: String
    let reference: String?

    /// - Parameters:
    ///   - status: of the response.
    ///   - reference: what an operator finds in the log; nil where the error was foreseen.
    ///   - provider: whose site it is; nil where that is not known.
    public init(status: Int, reference: String? = nil, provider: Provider?, press: Press) {
        let known = Self.known(status)
        heading = press.words("error.\(known).heading")
        text = press.words("error.\(known).text")
        frame = PublicFrame(title: heading, provider: provider, in: .home, press)
        self.reference = reference
    }

    /// The status whose words are used.
    static func known(_ status: Int) -> Int { statuses.contains(status) ? status : status < 500 ? 400 : 500 }
}
