/// A form sent twice, by a double click or after an answer that was lost, is one act.
extension CaseFile {
    /// For how many seconds an act is taken for the one before it, sent again.
    static let repetitionTime = 600

    /// Whether an act is the latest one over again: the same hand, the same content, within ten minutes of it, by
    /// somebody who had the file before them as it stood just before that act, or as it stands after it.
    ///
    /// - Parameters:
    ///   - seen: the file's version that they had before them.
    ///   - decide: the act; it is asked what it would have done then.
    public func isRepeated(
        seen: Int,
        _ signature: Signature,
        _ decide: (CaseFile, Signature) throws -> Event
    ) -> Bool {
        guard signature.author != .system, seen == version || seen == version - 1,
            let last = entries.lastIndex(where: { !$0.isBySystem }), last > 0, entries[last].isRecent(signature),
            let before = CaseFile(id: id, entries: Array(entries[..<last])),
            let event = try? decide(before, signature)
        else { return false }
        return event.anonymous == entries[last].event.anonymous
    }

    /// Whether the same hand said just that of a letter within ten minutes, whatever has happened to its file since: one of
    /// those that were posted together.
    public func isRepeated(_ issue: LetterIssue, _ signature: Signature) -> Bool {
        entries.contains { $0.event == .letterIssued(issue) && $0.isRecent(signature) }
    }
}

extension Entry {
    /// Whether it is by the same hand as an act that is signed now, and less than ten minutes old.
    fileprivate func isRecent(_ signature: Signature) -> Bool {
        author == signature.author.mark
            && abs(at.secondsSince1970 - signature.instant.secondsSince1970) <= CaseFile.repetitionTime
    }
}

extension Event {
    /// The same, its documents known by their content alone: sent again, a document gets another identifier.
    fileprivate var anonymous: Event {
        switch self {
        case .completed(var completion):
            completion.files = completion.files.anonymous
            return .completed(completion)
        case .measureRecorded(var measure):
            measure.files = measure.files.anonymous
            return .measureRecorded(measure)
        case .answered(var answer):
            answer.files = answer.files.anonymous
            return .answered(answer)
        case .amended(var amendment):
            amendment.files = amendment.files.anonymous
            return .amended(amendment)
        case .mediatorWrote(var notice):
            notice.files = notice.files.anonymous
            return .mediatorWrote(notice)
        case .mediatorAnswered(var reply):
            reply.files = reply.files.anonymous
            return .mediatorAnswered(reply)
        case .mediationProlonged(var prolongation):
            prolongation.files = prolongation.files.anonymous
            return .mediationProlonged(prolongation)
        case .contested(var contest):
            contest.files = contest.files.anonymous
            return .contested(contest)
        case .letterIssued(var issue):
            issue.files = issue.files.anonymous
            return .letterIssued(issue)
        case .letterDelivered(var delivery):
            delivery.files = delivery.files.anonymous
            return .letterDelivered(delivery)
        case .letterReturned(var back):
            back.files = back.files.anonymous
            return .letterReturned(back)
        default: return self
        }
    }
}

extension [FileSummary] {
    /// In an order of their own: those that came at once have none.
    fileprivate var anonymous: [FileSummary] {
        map { FileSummary(id: "", name: $0.name, type: $0.type, length: $0.length, digest: $0.digest) }
            .sorted { ($0.digest, $0.name) < ($1.digest, $1.name) }
    }
}
