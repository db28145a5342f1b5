extension FollowUp {
    /// Something that the complainant wrote on the follow-up pages, later than the complaint.
    public struct Addition: Sendable, Hashable {
        /// When.
        public let at: Instant
        /// In what words; may be empty.
        public let text: String
        /// Fields supplied, by their name on the form.
        public let fields: [String: String]
        /// Documents that came with it, by name.
        public let documents: [String]

        /// Nil for what others wrote, were it of a call of theirs.
        init?(_ entry: Entry) {
            guard entry.isByComplainant else { return nil }
            at = entry.at
            switch entry.event {
            case .completed(let completion):
                text = completion.text
                fields = completion.fields
                documents = completion.files.map(\.name)
            case .amended(let amendment):
                text = amendment.text
                fields = [:]
                documents = amendment.files.map(\.name)
            case .contested(let contest):
                text = contest.text
                fields = [:]
                documents = contest.files.map(\.name)
            case .satisfactionRecorded(let answer) where !answer.text.isBlank:
                text = answer.text
                fields = [:]
                documents = []
            case .withdrawn(let reason) where !reason.text.isBlank:
                text = reason.text
                fields = [:]
                documents = []
            default: return nil
            }
        }
    }
}
