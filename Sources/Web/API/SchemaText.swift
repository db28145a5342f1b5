/// Schemas as the description writes them: JSON Schema of 2020-12, objects by reference.
enum SchemaText {
    /// A value, its objects by the names that the description gives them.
    static func json(_ schema: Schema) -> JSON {
        switch schema {
        case .string(let longest): .members(["type": "string", "maxLength": longest.map { .number($0) }])
        case .one(let words): .members(["type": "string", "enum": .strings(words)])
        case .code(let pattern, let example, _):
            .members(["type": "string", "pattern": .string(pattern), "examples": .strings([example])])
        case .day: .members(["type": "string", "format": "date", "examples": .strings(["2026-11-23"])])
        case .instant:
            .members(["type": "string", "format": "date-time", "examples": .strings(["2026-11-23T09:00:00Z"])])
        case .whole(let least): .members(["type": "integer", "minimum": .number(least)])
        case .flag: .members(["type": "boolean"])
        case .list(let inner): .members(["type": "array", "items": json(inner)])
        case .object(let object): reference(object.name)
        case .variants(let name, let variants):
            .members([
                "oneOf": .list(variants.map { reference($0.schema.name) }),
                "discriminator": .members(["propertyName": .string(name), "mapping": mapping(variants)]),
            ])
        case .orNull(let inner): .members(["anyOf": .list([json(inner), .members(["type": "null"])])])
        case .elsewhere: .members(["type": "object"])
        }
    }

    /// An object in full.
    static func json(_ object: ObjectSchema, describing described: (String) -> String) -> JSON {
        let properties = object.properties.map { property in
            JSON.Member(name: property.name, value: describe(property.schema, described(property.name)))
        }
        let required = object.properties.filter(\.isRequired).map(\.name)
        return .members([
            "type": "object", "properties": .object(properties),
            "required": required.isEmpty ? nil : .strings(required), "additionalProperties": false,
        ])
    }

    /// The same fields as a form with documents: all of them texts, whose names are those of the object.
    static func form(of schema: Schema, documents: String) -> JSON {
        let names: [String]
        let words: JSON?
        switch schema {
        case .variants(let name, let variants):
            names = [name, "version"]
            words = .members(["type": "string", "enum": .strings(variants.map(\.word))])
        case .object(let object):
            names = object.properties.filter(\.isRequired).map(\.name)
            words = nil
        default:
            names = []
            words = nil
        }
        let file = JSON.members(["type": "string", "contentMediaType": "application/octet-stream"])
        var properties = names.enumerated().map { index, name in
            JSON.Member(
                name: name,
                value: index == 0 ? words ?? .members(["type": "string"]) : .members(["type": "string"])
            )
        }
        properties.append(JSON.Member(name: documents, value: .members(["type": "array", "items": file])))
        return .members([
            "type": "object", "properties": .object(properties), "required": .strings(names),
            "additionalProperties": .members(["type": "string"]),
        ])
    }

    private static func describe(_ schema: Schema, _ words: String) -> JSON {
        guard case .object(let members) = json(schema) else { return .null }
        return .object(members + [JSON.Member(name: "description", value: .string(words))])
    }

    private static func reference(_ name: String) -> JSON {
        .members(["$ref": .string("#/components/schemas/\(name)")])
    }

    private static func mapping(_ variants: [(word: String, schema: ObjectSchema)]) -> JSON {
        .object(
            variants.map { variant in
                JSON.Member(name: variant.word, value: .string("#/components/schemas/\(variant.schema.name)"))
            }
        )
    }
}

extension Schema {
    /// Every object in it, by its name.
    func collect(into found: inout [String: ObjectSchema]) {
        switch self {
        case .list(let inner), .orNull(let inner): inner.collect(into: &found)
        case .object(let object): object.collect(into: &found)
        case .variants(_, let variants): for variant in variants { variant.schema.collect(into: &found) }
        case .string, .one, .code, .day, .instant, .whole, .flag, .elsewhere: break
        }
    }
}

extension ObjectSchema {
    fileprivate func collect(into found: inout [String: ObjectSchema]) {
        found[name] = self
        for property in properties { property.schema.collect(into: &found) }
    }
}
