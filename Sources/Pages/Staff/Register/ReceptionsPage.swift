public import Complaints

/// The journal de réception: everything that reached us, in the register or not yet.
public struct ReceptionsPage: Page {
    public static let template = "staff/receptions"
    public static var script: PageScript? { .staff }

    /// Something that somebody has just entered in confidence, and may not open.
    public struct Confided: Sendable {
        let reference: String
        let procedure: Procedure

        /// - Parameter procedure: the one in force, which says who opens it.
        public init(_ reference: String, under procedure: Procedure) {
            self.reference = reference
            self.procedure = procedure
        }
    }

    /// How many of a year's receptions were given up waiting for what they lacked.
    public struct Abandoned: Sendable {
        let year: Int
        let abandoned: Int
        let received: Int

        public init(year: Int, abandoned: Int, received: Int) {
            self.year = year
            self.abandoned = abandoned
            self.received = received
        }
    }

    let frame: StaffFrame
    /// How many were given up waiting for; nil where that is not what is looked at.
    let abandoned: String?
    /// What was just entered, for a moment.
    let done: String?
    /// Where what did not come by the form is entered; nil for those who may not.
    let enterPath: String?
    let oralPath = Path.discontents
    let mailsPath = Path.mails
    let count: String
    let path: String
    let filters: [Field]
    let hasRows: Bool
    let rows: [LedgerRow]
    let empty: String
    let pager: Pager?
    let heads: LedgerHeads
    let views: ViewBar
    let export: ExportForm

    /// - Parameters:
    ///   - lines: one page of the journal, in its order.
    ///   - total: how many lines the filter lets through.
    ///   - standing: the filter `etat`; nil for all.
    ///   - order: `tri`.
    ///   - before: the place that this page begins after (`avant`); nil for the first page.
    ///   - next: what the next page begins after; nil on the last.
    ///   - views: those in the reader's list.
    ///   - isKept: whether one was kept just now.
    ///   - abandoned: where those are looked at that lack something, or were given up.
    ///   - confided: what the reader has just entered and may not open.
    public init(
        lines: [CaseSummary],
        total: Tally,
        standing: ReceptionStanding? = nil,
        order: LedgerOrder = .latestFirst,
        before: String? = nil,
        next: String? = nil,
        views: [ViewLine] = [],
        isKept: Bool = false,
        abandoned: Abandoned? = nil,
        confided: Confided? = nil,
        signedIn: SignedIn,
        today: CivilDate,
        press: Press
    ) {
        let filter = ReceptionFilter(standing: standing, order: order)
        let title = press.words("staff.receptions.title")
        frame = StaffFrame(title: title, section: .receptions, signedIn: signedIn, press: press)
        enterPath = signedIn.officer.mayReceive ? Path.transcription : nil
        done = confided.map { press.words(confided: $0) }
        count = press.count(total, "staff.receptions.count")
        self.abandoned = abandoned.map { counted in
            press.count(
                counted.abandoned,
                "staff.receptions.abandoned",
                ["received": FrenchNumbers.whole(counted.received), "year": String(counted.year)]
            )
        }
        path = Path.receptions
        let pen = FormPen(press: press, noun: "receptions", values: nil, mistakes: [:])
        let stages = Stage.allCases.map { (value: $0.rawValue, label: press.words("stage.\($0.rawValue)")) }
        let works = ReceptionStanding.works.map { (value: $0.word, label: press.words("staff.standing.\($0.word)")) }
        filters = [pen.menu("etat", works + stages, value: standing?.word ?? ""), pen.orders(order)]
        hasRows = !lines.isEmpty
        rows = lines.map { LedgerRow($0, for: signedIn.officer, today: today, press: press) }
        empty = press.words(standing == nil ? "staff.receptions.empty" : "staff.receptions.empty.filtered")
        pager = Pager(first: before.map { _ in filter.address() }, next: next.map { filter.address(before: $0) })
        heads = LedgerHeads(in: order) { filter.address(in: $0) }
        self.views = ViewBar(
            views,
            of: .receptions,
            items: filter.items,
            isKept: isKept,
            token: signedIn.token,
            press: press
        )
        export = ExportForm(at: Path.receptions, filter.items, token: signedIn.token)
    }
}

extension Press {
    /// That it was received, and who opens it.
    fileprivate func words(confided: ReceptionsPage.Confided) -> String {
        let received = words("staff.saisie.received", ["reference": confided.reference])
        let readers = whose("staff.saisie.received", confided.procedure)
        return [received, readers, words("staff.saisie.received.theirs")].joined(separator: " ")
    }
}
