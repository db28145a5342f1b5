import Hummingbird
public import Pages

/// The atelier's addresses: its list, each work under one of its own, the style sheets. Every other one, to which the links
/// of pages lead, shows the list and says why.
public enum AtelierRoutes {
    /// The router, with the headers that protect the site's own answers: a page that they break is seen to be broken.
    public static func router(for atelier: Atelier) -> PolicyRouter {
        let desk = AtelierDesk(atelier: atelier)
        var router = PolicyRouter()
        router.protect {
            HeadAnswers()
            SecurityHeaders(isSecure: false)
        }
        router.get(.init(Path.home), .anybody, use: desk.index)
        router.get(.init(Path.atelier("{rayon}", "{nom}")), .anybody, use: desk.work)
        router.get(.init(Path.assets + "/{nom}"), .anybody) { request, visit in
            try Response.asset(visit.parameters.get("nom"), for: request)
        }
        router.get(.init(Path.attachments + "/{id}"), .anybody, use: desk.picture)
        router.get("**", .anybody, use: desk.lost)
        router.post("**", .anybody, use: desk.lost)
        return router
    }
}
