import Complaints

/// What is sent of a value: each member is declared once, by its name, by what it is and by how it is read, so that the
/// description of the interface says what is sent.
struct Shape<Value>: Sendable {
    /// One member of the object.
    struct Member: Sendable {
        let property: ObjectSchema.Property
        let read: @Sendable (Value) -> JSON?

        /// One that is always there.
        static func always(
            _ name: String,
            _ schema: Schema,
            _ read: @escaping @Sendable (Value) -> JSON
        ) -> Member {
            Member(property: .init(name, schema, isRequired: true), read: read)
        }

        /// One that is left out where there is nothing to say.
        static func perhaps(
            _ name: String,
            _ schema: Schema,
            _ read: @escaping @Sendable (Value) -> JSON?
        ) -> Member {
            Member(property: .init(name, schema), read: read)
        }
    }

    /// What the description calls it.
    let name: String
    let members: [Member]

    init(_ name: String, _ members: [Member]) {
        self.name = name
        self.members = members
    }

    var schema: Schema { .object(ObjectSchema(name: name, properties: members.map(\.property))) }

    func json(_ value: Value) -> JSON {
        .object(
            members.compactMap { member in
                member.read(value).map { JSON.Member(name: member.property.name, value: $0) }
            }
        )
    }
}

// The commonest members.
extension Shape.Member {
    /// A text.
    static func string(_ name: String, _ read: @escaping @Sendable (Value) -> String) -> Self {
        .always(name, .anyString) { .string(read($0)) }
    }

    /// A text that may be missing; an empty one is.
    static func maybe(_ name: String, _ read: @escaping @Sendable (Value) -> String?) -> Self {
        .perhaps(name, .anyString) { value in read(value).flatMap { $0.isEmpty ? nil : .string($0) } }
    }

    /// A word of a type.
    static func word<Word: CaseIterable & RawRepresentable<String> & Sendable>(
        _ name: String,
        _ read: @escaping @Sendable (Value) -> Word
    ) -> Self {
        .always(name, .oneOf(Word.self)) { .string(read($0).rawValue) }
    }

    /// The same, where it may be missing.
    static func maybeWord<Word: CaseIterable & RawRepresentable<String> & Sendable>(
        _ name: String,
        _ read: @escaping @Sendable (Value) -> Word?
    ) -> Self {
        .perhaps(name, .oneOf(Word.self)) { read($0).map { .string($0.rawValue) } }
    }

    static func day(_ name: String, _ read: @escaping @Sendable (Value) -> CivilDate) -> Self {
        .always(name, .day) { .string(read($0).description) }
    }

    static func maybeDay(_ name: String, _ read: @escaping @Sendable (Value) -> CivilDate?) -> Self {
        .perhaps(name, .day) { read($0).map { .string($0.description) } }
    }

    static func instant(_ name: String, _ read: @escaping @Sendable (Value) -> Instant) -> Self {
        .always(name, .instant) { .string(read($0).description) }
    }

    static func maybeInstant(_ name: String, _ read: @escaping @Sendable (Value) -> Instant?) -> Self {
        .perhaps(name, .instant) { read($0).map { .string($0.description) } }
    }

    static func whole(_ name: String, _ read: @escaping @Sendable (Value) -> Int) -> Self {
        .always(name, .whole(least: 0)) { .number(read($0)) }
    }

    static func flag(_ name: String, _ read: @escaping @Sendable (Value) -> Bool) -> Self {
        .always(name, .flag) { .flag(read($0)) }
    }

    /// Others in it.
    static func list<Inner>(
        _ name: String,
        _ shape: Shape<Inner>,
        _ read: @escaping @Sendable (Value) -> [Inner]
    ) -> Self {
        .always(name, .list(shape.schema)) { .list(read($0).map(shape.json)) }
    }
}
