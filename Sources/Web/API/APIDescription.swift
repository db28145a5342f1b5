import Complaints
import HTTPTypes
import Pages

/// The description of the interface, OpenAPI 3.1: made of the same declarations as its routes, its readers and its answers,
/// so that it says what is so.
struct APIDescription {
    let press: Press
    /// Where the interface is.
    let address: String

    var json: JSON {
        .members([
            "openapi": "3.1.0",
            "info": .members([
                "title": .string(press.words("api.title")), "description": .string(press.words("api.lead")),
                "version": "1",
            ]),
            "servers": .list([.members(["url": .string(address)])]),
            "security": .list([.members(["jeton": .list([])])]),
            "paths": paths, "webhooks": .members(["avertissement": .members(["post": announcement])]),
            "components": .members([
                "securitySchemes": .members([
                    "jeton": .members([
                        "type": "http", "scheme": "bearer", "description": .string(press.words("api.security")),
                    ])
                ]),
                "schemas": schemas,
            ]),
        ])
    }

    private var paths: JSON {
        let operations = Dictionary(grouping: APIOperation.allCases, by: \.path)
        return .object(
            operations.sorted { $0.key < $1.key }.map { path, operations in
                JSON.Member(
                    name: path,
                    value: .object(
                        operations.map { operation in
                            JSON.Member(name: operation.method.rawValue.lowercased(), value: describe(operation))
                        }
                    )
                )
            }
        )
    }

    private func describe(_ operation: APIOperation) -> JSON {
        let key = "api.operation.\(operation.rawValue)"
        let parameters = operation.parameters.map { describe($0) }
        return .members([
            "operationId": .string(operation.rawValue), "summary": .string(press.words(key)),
            "description": .string(press.words("\(key).texte")),
            "security": operation.policy == .anybody ? .list([]) : nil,
            "parameters": parameters.isEmpty ? nil : .list(parameters),
            "requestBody": operation.body.map { body($0, of: operation) },
            "responses": responses(of: operation),
        ])
    }

    private func describe(_ parameter: APIParameter) -> JSON {
        .members([
            "name": .string(parameter.property.name), "in": .string(parameter.place.rawValue),
            "required": .flag(parameter.property.isRequired),
            "description": .string(described(parameter.property.name, in: nil)),
            "schema": SchemaText.json(parameter.property.schema),
        ])
    }

    /// As JSON, or, where documents may come with it, as a form whose other fields are the same.
    private func body(_ schema: Schema, of operation: APIOperation) -> JSON {
        .members([
            "required": true,
            "content": .members([
                "application/json": .members(["schema": SchemaText.json(schema)]),
                "multipart/form-data": operation.takesDocuments
                    ? .members(["schema": SchemaText.form(of: schema, documents: FormEntry.documents)]) : nil,
            ]),
        ])
    }

    private func responses(of operation: APIOperation) -> JSON {
        let done = operation.done
        let content = done.types.map { type in
            JSON.Member(name: type, value: .members(["schema": done.schema.map { SchemaText.json($0) }]))
        }
        let success = JSON.Member(
            name: String(done.status),
            value: .members([
                "description": .string(press.words("api.operation.\(operation.rawValue).fait")),
                "content": .object(content),
            ])
        )
        let byStatus = Dictionary(grouping: operation.problems, by: \.status).sorted { $0.key < $1.key }
        return .object(
            [success]
                + byStatus.map { status, kinds in
                    let titles = kinds.map { "\(press.title(of: $0)) (\($0.rawValue))" }
                    return JSON.Member(name: String(status), value: problem(titles.joined(separator: ", ")))
                }
        )
    }

    private func problem(_ description: String) -> JSON {
        .members([
            "description": .string(description),
            "content": .members([
                "application/problem+json": .members(["schema": SchemaText.json(ProblemReport.shape.schema)])
            ]),
        ])
    }

    /// Every object that an operation takes or answers, by its name.
    private var schemas: JSON {
        var found: [String: ObjectSchema] = [:]
        for operation in APIOperation.allCases {
            for schema in [operation.body, operation.done.schema].compactMap(\.self) { schema.collect(into: &found) }
        }
        ProblemReport.shape.schema.collect(into: &found)
        AnnouncementBody.shape.schema.collect(into: &found)
        return .object(
            found.sorted { $0.key < $1.key }.map { name, schema in
                JSON.Member(name: name, value: SchemaText.json(schema) { described($0, in: schema) })
            }
        )
    }

    /// What is said of a field: of an act's what its form says, of any other what it is everywhere.
    private func described(_ name: String, in schema: ObjectSchema?) -> String {
        let act = schema.flatMap { $0.name.split(separator: "-", maxSplits: 1).dropFirst().first }
        return act.flatMap { press.described("staff.form.\($0).\(name)") }
            ?? schema.flatMap { press.described("api.champ.\($0.name).\(name)") } ?? press.words("api.champ.\(name)")
    }
}
