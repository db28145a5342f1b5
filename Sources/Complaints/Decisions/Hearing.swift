extension Discontent {
    /// Notes what somebody said (procedure §3; R-03). More than a year back, the date was mistyped.
    public static func hear(_ hearing: Hearing, _ signature: Signature) throws(Refusal) -> DiscontentEvent {
        try permit(signature)
        guard !hearing.said.isBlank, !hearing.heardBy.isBlank else { throw .textMissing }
        guard hearing.channel.isSpoken else { throw .notAllowed }
        let today = signature.day
        guard hearing.on <= today, hearing.on >= today.adding(years: -1) else { throw .dateImpossible }
        if let invitation = hearing.invitation {
            guard invitation.on >= hearing.on, invitation.on <= today else { throw .invitationImpossible(hearing.on) }
        }
        return .heard(hearing)
    }

    /// Invites the person to write, for the first time or again.
    public func invite(_ invitation: Invitation, _ signature: Signature) throws(Refusal) -> DiscontentEvent {
        try Self.permit(signature)
        guard ending == nil else { throw .discontentEnded }
        guard invitation.on >= hearing.on, invitation.on <= signature.day else {
            throw .invitationImpossible(hearing.on)
        }
        return .invited(invitation)
    }

    /// Says what came of it. Only somebody who was invited to write can be said never to have written.
    public func end(_ ending: DiscontentEnding, _ signature: Signature) throws(Refusal) -> DiscontentEvent {
        try Self.permit(signature)
        guard self.ending == nil else { throw .discontentEnded }
        if ending.result == .never {
            guard !invitations.isEmpty else { throw .notInvited }
            try demand(reason: ending.reason)
        }
        return .ended(ending)
    }

    private static func permit(_ signature: Signature) throws(Refusal) {
        guard case .officer(let officer) = signature.author, officer.mayReceive else { throw .notAllowed }
    }
}
