extension Discontent {
    /// Notes what somebody said (procedure §3; R-03). More than a year back, the date was mistyped.
    public static func hear(_ hearing: Hearing, _ signature: Signature) throws(Refusal) -> DiscontentEvent {
        try permit(signature)
        guard hearing.channel.isSpoken else { throw .notAllowed }
        let today = signature.day
        let isWhole = !hearing.said.isBlank && !hearing.heardBy.isBlank
        let isPossible = hearing.on <= today && hearing.on >= today.adding(years: -1)
        try refuse([
            isWhole ? nil : .textMissing, isPossible ? nil : .dateImpossible,
            isPossible ? hearing.invitation.flatMap { hearing.objection(to: $0, on: today) } : nil,
        ])
        return .heard(hearing)
    }

    /// Invites the person to write, for the first time or again.
    public func invite(_ invitation: Invitation, _ signature: Signature) throws(Refusal) -> DiscontentEvent {
        try Self.permit(signature)
        guard ending == nil else { throw .discontentEnded }
        try refuse([hearing.objection(to: invitation, on: signature.day)])
        return .invited(invitation)
    }

    /// Says what came of it. Only somebody who was invited to write can be said never to have written.
    public func end(_ ending: DiscontentEnding, _ signature: Signature) throws(Refusal) -> DiscontentEvent {
        try Self.permit(signature)
        guard self.ending == nil else { throw .discontentEnded }
        if ending.result == .never {
            try refuse([invitations.isEmpty ? .notInvited : nil, shortness(of: ending.reason)])
        }
        return .ended(ending)
    }

    private static func permit(_ signature: Signature) throws(Refusal) {
        guard case .officer(let officer) = signature.author, officer.mayReceive else { throw .notAllowed }
    }
}

extension Hearing {
    /// What is wrong with the day of an invitation to write what was said.
    fileprivate func objection(to invitation: Invitation, on today: CivilDate) -> Refusal? {
        invitation.on >= on && invitation.on <= today ? nil : .invitationImpossible(on)
    }
}
