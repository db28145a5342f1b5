import Complaints
import Logging
import Post
import Registry
import ServiceLifecycle
import Web

/// Tells other programs of what happened, as the outbox has it (docs/decisions/0029).
struct DeliverAnnouncements: Service {
    let registers: RegisterDirectory
    let courier: any Courier
    /// What the addresses of an organisation's pages begin with.
    let publicAddress: @Sendable (Organisation) -> String
    let logger: Logger

    func run() async throws {
        let underWay = AnnouncementsUnderWay()
        for await _ in Every(seconds: 1).cancelOnGracefulShutdown() { await round(underWay) }
        await underWay.finish()
    }

    /// One round over all organisations: what is due leaves, and is not waited for. None does once the server is to stop.
    func round(_ underWay: AnnouncementsUnderWay) async {
        await registers.each("announcements", logger) { register in
            let organisation = register.organisation.id
            while !Task.isShuttingDownGracefully {
                let room = underWay.room(for: organisation)
                guard room != .none,
                    let announcement = try await register.claimAnnouncement(ofHealthyAlone: room == .healthy)
                else { return }
                underWay.start(of: organisation, isOfFailing: announcement.isOfFailing) {
                    await deliver(announcement, of: register)
                }
            }
        }
    }

    /// Brings one, and records what came of it. Where that cannot be recorded, it is sent again once the claim is over: twice
    /// rather than never.
    private func deliver(_ announcement: OutgoingAnnouncement, of register: Register) async {
        let body = AnnouncementBody(announcement, of: register.organisation, at: publicAddress(register.organisation))
        let parcel = Parcel(
            address: announcement.address.text,
            host: announcement.address.host,
            headers: announcement.headers(of: body.bytes),
            body: body.bytes
        )
        let handover = await courier.carry(parcel)
        do {
            try await settle(announcement, handover, register)
        } catch {
            logger.error(
                "announcement is not on record, and may be sent again",
                metadata: ["announcement": "\(announcement.id)", "error": .kind(of: error)]
            )
        }
    }

    private func settle(_ announcement: OutgoingAnnouncement, _ handover: Handover, _ register: Register) async throws {
        let isStopped: Bool
        switch handover {
        case .answered(let status) where (200..<300).contains(status):
            try await register.announcementTaken(announcement, status: status)
            return
        case .answered(let status):
            tell("announcement refused", announcement, ["status": "\(status)"])
            isStopped = try await register.announcementMissed(announcement, .refused, status: status)
        case .failed(let obstacle):
            tell("announcement deferred", announcement, ["obstacle": "\(obstacle.rawValue)"])
            isStopped = try await register.announcementMissed(announcement, AnnouncementTrouble(obstacle))
        }
        if isStopped { tell("subscriber stopped", announcement, [:]) }
    }

    /// Neither the address nor anything that was said: only its identifier, which begins with that of the program.
    private func tell(_ message: Logger.Message, _ announcement: OutgoingAnnouncement, _ metadata: Logger.Metadata) {
        let id: Logger.Metadata = ["announcement": "\(announcement.id)"]
        logger.warning(message, metadata: metadata.merging(id) { own, _ in own })
    }
}

extension AnnouncementTrouble {
    init(_ obstacle: Handover.Obstacle) {
        self =
            switch obstacle {
            case .unreachable: .unreachable
            case .insecure: .insecure
            case .forbidden: .forbidden
            case .timedOut: .timedOut
            case .interrupted: .interrupted
            case .misconfigured: .misconfigured
            }
    }
}
