public import Complaints

/// What the problems of the interface for programs mean: where the address of each one's type leads (RFC 9457).
public struct ProblemsPage: Page {
    public static let template = "public/api/problems"

    /// One problem.
    struct Line: Sendable {
        /// The end of its address.
        let code: String
        let status: String
        let title: String
        let text: String
    }

    let frame: PublicFrame
    let descriptionPath = Path.apiDescription
    let kinds: [Line]
    let refusals: [Line]

    public init(provider: Provider, press: Press) {
        frame = PublicFrame(title: press.words("api.problems.title"), provider: provider, in: .stays, press)
        kinds = ProblemKind.allCases.map { kind in
            Line(
                code: kind.rawValue,
                status: String(kind.status),
                title: press.title(of: kind),
                text: press.detail(of: kind)
            )
        }
        refusals = press.refusalCodes.map { code in
            Line(
                code: code,
                status: String(ProblemKind.refused.status),
                title: press.title(of: .refused),
                text: press.words("refusal.\(code)", Self.holes)
            )
        }
    }

    /// What a refusal names is its own each time.
    private static let holes = Dictionary(
        uniqueKeysWithValues: ["stage", "minimum", "items", "number", "wording", "date", "pieces"].map { ($0, "…") }
    )
}

extension Press {
    /// The codes of the rules' refusals, in their order.
    fileprivate var refusalCodes: [String] {
        catalogue.entries.keys.filter { $0.hasPrefix("refusal.D-") }.map { String($0.dropFirst("refusal.".count)) }
            .sorted()
    }
}
