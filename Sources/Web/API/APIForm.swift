import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// What a program sends, as the form that a page would send: so one reader, and one set of refusals, serves both.
struct APIForm: Sendable {
    let site: Site

    private static let limits = FormLimits()

    /// The fields of a JSON object, held to what the operation declares; or a `multipart/form-data` body as browsers send it,
    /// which may have documents.
    ///
    /// - Throws: `Problem`; `FormRejection`; what the connection or the disk throws.
    func read(_ request: Request, _ schema: Schema) async throws -> FormData {
        let codings = request.headers[values: .contentEncoding].map { $0.lowercased() }
        guard codings.allSatisfy({ $0 == "identity" }) else { throw Problem(.mediaType) }
        let declared = request.headers[.contentType].flatMap { try? HeaderParameters(Array($0.utf8)) }
        switch declared?.value {
        case "multipart/form-data"?: return try await site.forms.read(request)
        case "application/json"?: return try Self.form(of: try await object(request), schema)
        default: throw Problem(.mediaType)
        }
    }

    private func object(_ request: Request) async throws -> JSON {
        var bytes: [UInt8] = []
        for try await chunk in request.body {
            bytes += chunk.readableBytesView
            guard bytes.count <= Self.limits.urlencoded else { throw Problem(.tooLarge) }
        }
        guard let value = try? JSONReader.read(bytes) else { throw Problem(.unreadable) }
        return value
    }

    /// An object as fields: a list is the same field over again, a list of objects rows whose fields are numbered.
    static func form(of value: JSON, _ schema: Schema) throws -> FormData {
        let faults = schema.faults(in: value)
        guard faults.isEmpty, case .object(let members) = value else { throw Problem(.fields, faults) }
        var form = FormData()
        form.fields = members.flatMap { fields($0.name, $0.value) }
        guard form.fields.count <= limits.parts else { throw Problem(.tooLarge) }
        return form
    }

    private static func fields(_ name: String, _ value: JSON) -> [FormData.Field] {
        switch value {
        case .null: []
        case .string(let text): [field(name, text)]
        case .number(let number): [field(name, String(number))]
        case .flag(let flag):
            flag ? [field(name, "oui")] : ActFields.questions.contains(name) ? [field(name, "non")] : []
        case .list(let values): values.enumerated().flatMap { row($0, of: name, $1) }
        case .object: []
        }
    }

    private static func row(_ index: Int, of name: String, _ value: JSON) -> [FormData.Field] {
        guard case .object(let members) = value else { return fields(name, value) }
        return members.flatMap { fields("\($0.name)_\(index + 1)", $0.value) }
    }

    private static func field(_ name: String, _ text: String) -> FormData.Field {
        FormData.Field(name: name, bytes: Array(text.utf8), limits: limits)
    }
}
