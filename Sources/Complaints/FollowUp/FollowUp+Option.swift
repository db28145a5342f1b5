extension FollowUp {
    /// What the complainant may do on the follow-up pages, besides reading. The word is the noun in the address.
    public enum Option: String, Sendable, Hashable, CaseIterable {
        /// Give what the provider asked for (procedure §5).
        case complete = "complements"
        /// Lay words or documents beside what they wrote, which itself is never edited.
        case add = "ajouts"
        /// Say that their message is a complaint after all.
        case contest = "contestation"
        /// Take the complaint back.
        case withdraw = "retrait"
        /// Answer the one question of the notice of closing.
        case rate = "satisfaction"

        /// The act that it is, under the rules.
        public var act: Act {
            switch self {
            case .complete: .complete
            case .add: .amend
            case .contest: .contest
            case .withdraw: .withdraw
            case .rate: .recordSatisfaction
            }
        }

        /// Whether documents may come with it.
        public var takesDocuments: Bool { self != .withdraw && self != .rate }

        /// Whether it is offered. What was asked for is given as an answer, not as an addition; something new may come up
        /// after closing, and whoever handles complaints then decides whether to reopen.
        func isOpen(in file: CaseFile) -> Bool {
            let signature = Signature(by: .complainant, at: file.receivedAt)
            guard (try? file.permit(act, signature)) != nil else { return false }
            return switch self {
            case .complete, .withdraw: true
            case .add: file.stage == .closed || file.stage.isOpen && file.stage != .incomplete
            case .contest: file.contest == nil
            case .rate: file.satisfaction == nil && (try? file.permitSatisfaction(signature)) != nil
            }
        }
    }
}
