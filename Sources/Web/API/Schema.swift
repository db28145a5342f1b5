import Complaints
import Pages

/// What a value may be: told in the description of the interface, and held to when it is sent.
indirect enum Schema: Sendable {
    /// A text of so many characters at most, as Unicode counts them; what it says is judged by whoever reads it.
    case string(longest: Int?)
    /// One of these words.
    case one([String])
    /// A text of a form of its own, with a pattern that tells it, an example, and what reads it.
    case code(pattern: String, example: String, reads: @Sendable (String) -> Bool)
    /// A civil day, `2026-11-23`.
    case day
    /// A moment, `2026-11-23T09:00:00Z`.
    case instant
    case whole(least: Int)
    case flag
    case list(Schema)
    case object(ObjectSchema)
    /// One of several objects, told apart by a word that each has under this name.
    case variants(by: String, [(word: String, schema: ObjectSchema)])
    /// The same, or nothing.
    case orNull(Schema)
    /// An object that another document describes, such as a payload of the log (docs/journal.md).
    case elsewhere

    static let anyString = Schema.string(longest: nil)

    /// The words of a type.
    static func oneOf<Word: CaseIterable & RawRepresentable<String>>(_: Word.Type) -> Schema {
        .one(Word.allCases.map(\.rawValue))
    }
}

/// An object with the members that it may have, and no other.
struct ObjectSchema: Sendable {
    struct Property: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        init(_ name: String, _ schema: Schema, isRequired: Bool = false) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    /// What the description calls it.
    let name: String
    let properties: [Property]
}

extension Schema {
    /// What is wrong with a value, by where it stands in what was sent: `griefs/0/grief`.
    func faults(in value: JSON, at place: String = "") -> [ProblemFault] {
        switch (self, value) {
        case (.flag, .flag), (.elsewhere, .object), (.orNull, .null): return []
        case (.string(let longest), .string(let text)):
            return text.unicodeScalars.count <= longest ?? .max ? [] : [.length(place)]
        case (.one(let words), .string(let text)): return words.contains(text) ? [] : [.choice(place)]
        case (.code(_, _, let reads), .string(let text)): return reads(text) ? [] : [.choice(place)]
        case (.day, .string(let text)): return CivilDate(text) == nil ? [.date(place)] : []
        case (.instant, .string(let text)): return Instant(text) == nil ? [.date(place)] : []
        case (.whole(let least), .number(let number)): return number >= least ? [] : [.type(place)]
        case (.list(let schema), .list(let values)):
            return values.enumerated().flatMap { schema.faults(in: $1, at: place.then("\($0)")) }
        case (.object(let schema), .object(let members)): return schema.faults(in: members, at: place)
        case (.variants(let name, let variants), .object(let members)):
            guard case .string(let word)? = value[name],
                let variant = variants.first(where: { $0.word == word })
            else { return [.choice(place.then(name))] }
            return variant.schema.faults(in: members, at: place)
        case (.orNull(let schema), _): return schema.faults(in: value, at: place)
        default: return [.type(place)]
        }
    }
}

extension ObjectSchema {
    func faults(in members: [JSON.Member], at place: String) -> [ProblemFault] {
        let unknown = members.filter { member in !properties.contains { $0.name == member.name } }
        let missing = properties.filter { property in
            property.isRequired && !members.contains { $0.name == property.name }
        }
        let wrong = members.flatMap { member in
            properties.first { $0.name == member.name }
                .map { $0.schema.faults(in: member.value, at: place.then(member.name)) } ?? []
        }
        return missing.map { .missing(place.then($0.name)) } + unknown.map { .unknown(place.then($0.name)) } + wrong
    }
}

extension String {
    fileprivate func then(_ step: String) -> String { isEmpty ? step : "\(self)/\(step)" }
}

extension ProblemFault {
    fileprivate static func choice(_ field: String) -> Self { Self(field: field, code: "champ-choix") }
    fileprivate static func length(_ field: String) -> Self { Self(field: field, code: "champ-longueur") }
    fileprivate static func date(_ field: String) -> Self { Self(field: field, code: "champ-date") }
    fileprivate static func type(_ field: String) -> Self { Self(field: field, code: "champ-nature") }
    fileprivate static func missing(_ field: String) -> Self { Self(field: field, code: "champ-absent") }
    fileprivate static func unknown(_ field: String) -> Self { Self(field: field, code: "champ-inconnu") }
}
