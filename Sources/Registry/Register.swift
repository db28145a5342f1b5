public import Complaints
import Storage

/// How a letter's words are made. Pure, so that it may run inside the transaction: the register keeps the exact bytes.
public typealias LetterComposer = @Sendable (LetterRequest) -> ComposedLetter

/// One organisation's books: the only way to read or change them.
///
/// Everything that changes goes through `receive` or `change`: load, let the rules decide, and write log line,
/// projection and outgoing letter together.
public struct Register: Sendable {
    /// Whose books.
    public let organisation: Organisation
    let database: any Database
    let world: World
    let key: LogKey
    let compose: LetterComposer
    let procedures: ProcedureShelf
    let forecast: Forecast
    /// Chunks of uploads that are in memory at the same time: 2 MB of them, and a few for each commit.
    let chunksInHand = Places(8)
    /// Who of the provider's people reads them; nil for the server itself, and for a complainant (`asSeen`).
    var reader: Officer?

    /// Why the register refuses, apart from the rules' own refusals.
    public enum Failure: Error, Equatable {
        /// There is no such case file, letter or attachment here.
        case unknown
        /// The same form came before with another content (S-40).
        case differentSubmission
        /// Uploads are kept with a form that came without looking for them.
        case uploadsForgotten
        /// The case is open to few, and its reader is none of them.
        case restricted
        /// Somebody else changed the case file meanwhile.
        case changedMeanwhile
        /// The act would send this letter, and another one was read over before; nil where it would send none.
        case otherLetter(LetterPreview?)
        /// The head of the log was not written by a server that holds the signing key: run `verify`.
        case headForged
        /// A stored payload cannot be read: run `verify`.
        case unreadable(seq: Int)
    }

    init(
        organisation: Organisation,
        database: any Database,
        world: World,
        key: LogKey,
        compose: @escaping LetterComposer
    ) {
        self.organisation = organisation
        self.database = database
        self.world = world
        self.key = key
        self.compose = compose
        procedures = ProcedureShelf()
        forecast = Forecast()
    }

    /// The scope of every write of ours.
    var scope: Scope { .organisation(organisation.id) }

    /// The case file as it stands. - Throws: `Failure.unknown`.
    public func caseFile(_ id: CaseFile.ID) async throws -> CaseFile {
        try await database.read { connection in try load(id, in: connection).caseFile }
    }

    /// Changes a case file: `decide` is given the file as it stands and answers with what happens, or refuses. The same
    /// act by the same hand over again, within ten minutes, changes nothing and is answered as the first one was.
    ///
    /// - Parameters:
    ///   - expected: the file's version when the person looked at it; nil where it does not matter.
    ///   - attaching: uploads staged for this act, which become the file's own.
    ///   - templates: those that its text began from, which the event remembers.
    /// - Throws: `Refusal` by the rules; `Failure.changedMeanwhile`, `Failure.unknown`; `StorageError`.
    @discardableResult
    public func change(
        _ id: CaseFile.ID,
        by author: Author,
        expecting expected: Int? = nil,
        attaching files: [FileSummary] = [],
        havingRead read: String? = nil,
        begunFrom templates: [TemplateMark] = [],
        _ decide: @escaping @Sendable (CaseFile, Signature) throws -> Event
    ) async throws -> CaseFile {
        let signature = Signature(by: author, at: world.now())
        let draws = Draws(from: world)
        return try await database.write(scope) { connection in
            let standing = try load(id, in: connection)
            if let expected, standing.caseFile.isRepeated(seen: expected, signature, decide) {
                return standing.caseFile
            }
            if let expected, expected != standing.caseFile.version { throw Failure.changedMeanwhile }
            let event = try decide(standing.caseFile, signature)
            try claim(files, for: id, in: connection)
            return try record(
                event,
                on: standing,
                signature,
                draws,
                havingRead: read,
                begunFrom: templates,
                in: connection
            )
        }
    }

    /// Enters a case file in the register under the next number of the year, which nobody else can get. Entered
    /// twice by the same hand within ten minutes, it is entered once.
    public func enter(
        _ id: CaseFile.ID,
        asItIs: String = "",
        by author: Author,
        expecting expected: Int? = nil,
        havingRead read: String? = nil
    ) async throws -> CaseFile {
        let signature = Signature(by: author, at: world.now())
        let draws = Draws(from: world)
        return try await database.write(scope) { connection in
            let standing = try load(id, in: connection)
            let before = standing.caseFile
            let rule = try procedure(before.reception.procedure, in: connection).procedure.completeness
            if let expected, let number = before.number,
                before.isRepeated(
                    seen: expected,
                    signature,
                    { try $0.register(as: number, rule: rule, asItIs: asItIs, $1) }
                )
            {
                return before
            }
            if let expected, expected != before.version { throw Failure.changedMeanwhile }
            let year = signature.day.year
            let number = RegisterNumber(year: year, ordinal: try next(in: .register, year: year, connection))
            let event = try before.register(as: number, rule: rule, asItIs: asItIs, signature)
            return try record(event, on: standing, signature, draws, havingRead: read, in: connection)
        }
    }
}

/// The chance that one act may need, drawn before the transaction, since its body may run again.
struct Draws: Sendable {
    let salt: [UInt8]
    let letter: String
    /// What identifiers of announcements end with.
    let announcement: String

    init(from world: World) {
        salt = world.bytes(32)
        letter = world.identifier()
        announcement = world.identifier()
    }
}
