public import Complaints

/// Every version of the procedure, the newest first, with its dates and what it changed.
public struct ProcedureVersionsPage: Page {
    public static let template = "public/published/versions"

    let frame: PublicFrame
    let versions: [Version]

    /// One of them.
    struct Version: Sendable {
        let title: String
        let period: String
        let path: String
        let link: String
        /// Where no setting that is published changed.
        let note: String?
        let isChanged: Bool
        let changes: [ProcedureChange]
    }

    /// - Parameter published: all of them, the newest first.
    public init(of published: [PublishedProcedure], provider: Provider, press: Press) {
        frame = PublicFrame(
            title: press.words("versions.title"),
            provider: provider,
            in: .other(Path.procedureVersions),
            press
        )
        versions = published.indices.map { index in
            Version(published[index], after: published.dropFirst(index + 1).first?.procedure, press)
        }
    }
}

extension ProcedureVersionsPage.Version {
    init(_ published: PublishedProcedure, after former: Procedure?, _ press: Press) {
        let number = String(published.procedure.version)
        let dates = [
            "since": press.long(published.since), "until": published.until.map { press.long($0) } ?? "",
        ]
        title = press.words("versions.number", ["number": number])
        period = press.words(published.isInForce ? "versions.since" : "versions.until", dates)
        let version = published.procedure.version
        path = press.link(published.isInForce ? Path.procedure : Path.procedure(version: version))
        link = press.words("versions.read", ["number": number])
        changes = former.map { ProcedureChange.all(from: $0, to: published.procedure, press) } ?? []
        isChanged = !changes.isEmpty
        note = former == nil ? press.words("versions.first") : changes.isEmpty ? press.words("versions.same") : nil
    }
}
