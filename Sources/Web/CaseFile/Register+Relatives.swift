import Complaints
import Registry

extension Register {
    /// The other case files that one names, as the reader of these books knows them.
    func relatives(of file: CaseFile) async throws -> CaseRelatives {
        var (identifiers, open) = ([ReceptionReference: String](), Set<ReceptionReference>())
        for other in file.relatives {
            guard let id = try await find(other.description), let line = try await line(of: id) else { continue }
            identifiers[other] = line.identifier
            if !line.isHidden { open.insert(other) }
        }
        return CaseRelatives(identifiers: identifiers, open: open)
    }
}
