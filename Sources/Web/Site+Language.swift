import Complaints
import HTTPTypes
import Hummingbird
import Pages

/// The language of a visit is in its address and nowhere else: no cookie keeps it, nothing is guessed (decision 0031).
extension Site {
    /// The site in the language that the address of a request names; French where it names none of ours.
    func speaking(to request: Request) -> Site {
        var site = self
        let language = Language(of: request)
        let isOtherPreferred = AcceptedLanguages(of: request).prefer(language.other)
        site.press = press.speaking(language, isOtherPreferred: isOtherPreferred)
        return site
    }

    /// What a public page's handler does, of the site in the visitor's language.
    func spoken(
        _ handler: @Sendable @escaping (Site, Request, Visit) async throws -> Response
    ) -> @Sendable (Request, Visit) async throws -> Response {
        { request, visit in try await handler(speaking(to: request), request, visit) }
    }
}

extension Language {
    init(of request: Request) {
        // Most have none.
        guard request.uri.query != nil else {
            self = .french
            return
        }
        self = Query(of: request)[Path.language].flatMap { Self(rawValue: $0) } ?? .french
    }

    /// What the log remembers of it: nothing of French, in which the procedure is.
    var remembered: Language? { self == .french ? nil : self }
}

/// What a browser says that its owner reads (RFC 9110, 12.5.4), as far as it tells our languages apart.
struct AcceptedLanguages: Sendable {
    /// The weight of each language that is named, from 0 to 1000.
    private let weights: [Language: Int]

    init(of request: Request) { self.init(request.headers[.acceptLanguage] ?? "") }

    /// - Parameter header: `en-GB,en;q=0.9,fr;q=0.5`.
    init(_ header: String) {
        let named = WeightedRanges(header).ranges.compactMap { name, weight in
            Language(rawValue: String(name.prefix { $0 != "-" })).map { ($0, weight) }
        }
        weights = Dictionary(named) { max($0, $1) }
    }

    /// Whether one of ours is wanted, and more than the other.
    func prefer(_ language: Language) -> Bool {
        let wanted = weights[language] ?? 0
        return wanted > 0 && wanted > weights[language.other] ?? 0
    }
}

extension FormData {
    /// Whether nothing is wanted but the same page in the other language, which the address names.
    var isOnlyTurned: Bool { !only(Path.language).isEmpty }
}
