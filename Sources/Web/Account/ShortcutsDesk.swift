import HTTPTypes
import Hummingbird
import Pages

/// Lists the keys that do something, to whoever is signed in.
struct ShortcutsDesk: Sendable {
    let site: Site

    /// `GET /raccourcis`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let door = StaffDoor(site: site)
        let visitor = try await door.visitor(request)
        return site.page(ShortcutsPage(signedIn: door.reader(visitor), press: site.press))
    }
}
