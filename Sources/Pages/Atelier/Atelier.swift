import Complaints

/// Every page, letter and notice in every state, made of samples alone: for whoever works on them to look at, without a
/// database (`doleances atelier`). The tests open the same samples.
public struct Atelier: Sendable {
    /// A kind of work.
    public enum Shelf: String, Sendable, CaseIterable {
        case publicPages = "public"
        case englishPages = "anglais"
        case staffPages = "personnel"
        case letters = "lettres"
        case notices = "avis"

        /// Whether its works are mails, which bring their style along, and not pages of the site.
        public var isMail: Bool { self == .letters || self == .notices }
    }

    /// Something to look at.
    private struct Work: Sendable {
        /// Told by no other of its shelf.
        let name: String
        var hasScript = false
        let html: @Sendable () -> String
    }

    private let press: Press
    private let works: [Shelf: [Work]]

    /// - Parameter press: what everything is made with.
    public init(press: Press) {
        self.press = press
        let pages = { (named: [(name: String, page: any Page)], press: Press) in
            named.map { name, page in
                Work(name: name, hasScript: type(of: page).script != nil) { press.render(page) }
            }
        }
        let english = press.speaking(.english)
        let mail = { (name: String, sheet: LetterSheet) in
            Work(name: name) { LetterHTML(sheet, colon: press.words("letters.colon")).text }
        }
        let writer = LetterSamples.writer(press)
        let procedure = PublicSamples.procedure
        works = [
            .publicPages: pages(PublicSamples.all(press), press),
            .englishPages: pages(PublicSamples.spoken(english), english),
            .staffPages: pages(StaffSamples.all(press), press),
            .letters: LetterSamples.all.map { mail($0.name, writer.sheet(of: $0.request)) },
            .notices: LetterSamples.notices.map { mail($0.kind.rawValue, writer.sheet(of: $0, under: procedure)) }
                + LetterSamples.accountNotices.map { notice in
                    mail("compte-\(notice.kind.rawValue)", writer.sheet(of: notice, under: procedure))
                }
                + LetterSamples.dailyLetters.map { mail($0.name, writer.sheet(of: $0.letter, under: procedure)) }
                + [mail("formulaire", writer.sheet(of: LetterSamples.formReply, under: procedure))]
                + LetterSamples.weeklyLetters.map { mail($0.name, writer.sheet(of: $0.letter, under: procedure)) },
        ]
    }

    /// A work as HTML; nil where there is none of that name.
    public func html(_ name: String, on shelf: Shelf) -> String? {
        works[shelf]?.first { $0.name == name }?.html()
    }

    /// Whether a work has a script of ours.
    public func hasScript(_ name: String, on shelf: Shelf) -> Bool {
        works[shelf]?.first { $0.name == name }?.hasScript == true
    }

    /// The list of all works. - Parameter isLost: whether it stands in for a page that only the site itself has.
    public func index(isLost: Bool = false) -> String {
        press.render(AtelierPage(works.mapValues { $0.map(\.name) }, isLost: isLost, press: press))
    }
}
