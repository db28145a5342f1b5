/// What there is to look at in the atelier.
struct AtelierPage: Page {
    static let template = "atelier/index"

    /// The works of one kind.
    struct Shelf: Sendable {
        let id: String
        let title: String
        let works: [Link]
    }

    /// One of them.
    struct Link: Sendable {
        let name: String
        let path: String
    }

    let frame: PublicFrame
    let isLost: Bool
    let shelves: [Shelf]

    /// - Parameters:
    ///   - works: the names of what there is.
    ///   - isLost: whether it stands in for a page that only the site itself has.
    init(_ works: [Atelier.Shelf: [String]], isLost: Bool, press: Press) {
        frame = PublicFrame(title: press.words("atelier.title"), provider: nil, in: .stays, press)
        self.isLost = isLost
        shelves = Atelier.Shelf.allCases.map { shelf in
            let names = works[shelf] ?? []
            return Shelf(
                id: shelf.rawValue,
                title: press.words("atelier.\(shelf.rawValue)", ["count": FrenchNumbers.whole(names.count)]),
                works: names.map { Link(name: $0, path: Path.atelier(shelf.rawValue, $0)) }
            )
        }
    }
}
