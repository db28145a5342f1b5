import Complaints
public import Hummingbird
import NIOCore

/// Reads the form in a request, within limits, its files straight to disk.
public struct FormReader: Sendable {
    private let limits: FormLimits
    private let spool: Spool
    private let room: Room

    /// - Parameters:
    ///   - spool: where files wait; they are gone when the `FormData` is.
    ///   - room: without it for documents, files are passed over, one by one.
    public init(limits: FormLimits = FormLimits(), spool: Spool, room: Room = Room()) {
        self.limits = limits
        self.spool = spool
        self.room = room
    }

    /// The same for forms that bring no files: what comes as one is passed over, and never touches the disk.
    var withoutFiles: FormReader {
        var limits = limits
        limits.files = 0
        return FormReader(limits: limits, spool: spool, room: room)
    }

    /// The same for the form that brings an older register in: one table, of no more than a register has, and a field for
    /// each of its columns and states.
    var withTable: FormReader {
        var limits = limits
        (limits.files, limits.file, limits.tables, limits.parts) = (1, FormerSheet.mostBytes, true, 200)
        return FormReader(limits: limits, spool: spool, room: room)
    }

    /// The form in a request's body, `multipart/form-data` or `application/x-www-form-urlencoded`.
    ///
    /// - Throws: `FormRejection`, with what had been read; what the connection or the disk throws.
    public func read(_ request: Request) async throws -> FormData {
        let codings = request.headers[values: .contentEncoding].map { $0.lowercased() }
        guard codings.allSatisfy({ $0 == "identity" }) else {
            throw FormRejection(reason: .encoded, read: FormData())
        }
        let declared = request.headers[.contentType].flatMap { try? HeaderParameters(Array($0.utf8)) }
        switch declared?.value {
        case "multipart/form-data"?: return try await readMultipart(request.body, declared)
        case "application/x-www-form-urlencoded"?: return try await readURLEncoded(request)
        default: throw FormRejection(reason: .notAForm, read: FormData())
        }
    }

    private func readMultipart(_ body: RequestBody, _ declared: HeaderParameters?) async throws -> FormData {
        var collector = PartCollector(limits: limits, spool: spool, takesFiles: room.takesDocuments)
        do {
            guard let declared else { throw MalformedForm.boundary }
            var parser = MultipartParser(boundary: try Boundary(of: declared), limits: limits)
            var size = 0
            for try await chunk in body {
                size += chunk.readableBytes
                guard size <= limits.body else { throw FormRejection(reason: .tooLarge, read: collector.interrupted) }
                try await collect(chunk, &parser, &collector)
            }
            do {
                try parser.finish()
            } catch {
                try await collector.take(.content(parser.heldBack))
                throw error
            }
        } catch let malformed as MalformedForm {
            throw FormRejection(reason: .malformed(malformed), read: collector.interrupted)
        }
        return collector.form
    }

    /// What was read before a mistake in the same chunk is collected before the mistake is thrown.
    private func collect(
        _ chunk: ByteBuffer,
        _ parser: inout MultipartParser,
        _ collector: inout PartCollector
    ) async throws {
        var events: [MultipartParser.Event] = []
        let outcome: Result<Void, MalformedForm>
        do throws(MalformedForm) {
            outcome = .success(try parser.consume(chunk.readableBytesView, into: &events))
        } catch {
            outcome = .failure(error)
        }
        for event in events { try await collector.take(event) }
        try outcome.get()
    }

    private func readURLEncoded(_ request: Request) async throws -> FormData {
        var bytes: [UInt8] = []
        var form = FormData()
        for try await chunk in request.body {
            bytes += chunk.readableBytesView
            guard bytes.count <= limits.urlencoded else {
                // The fields that were whole before the limit go with the refusal.
                let whole = bytes.prefix(limits.urlencoded).lastIndex(of: UInt8(ascii: "&")) ?? 0
                form.fields = URLEncodedFields(bytes[..<whole], limits: limits).fields
                throw FormRejection(reason: .tooLarge, read: form)
            }
        }
        let read = URLEncodedFields(bytes, limits: limits)
        form.fields = read.fields
        guard !read.overflows else { throw FormRejection(reason: .malformed(.tooManyParts), read: form) }
        // Nothing else in such a body tells that it is whole, and the end of a connection looks like the end of a body.
        let declared = request.headers[.contentLength].flatMap { Int($0) } ?? bytes.count
        guard declared == bytes.count else { throw FormRejection(reason: .malformed(.truncated), read: form) }
        return form
    }
}
