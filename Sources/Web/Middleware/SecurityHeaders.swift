import HTTPTypes
public import Hummingbird
import Logging
import NIOHTTP1

/// Puts the security headers on every response, whatever made it (S-02 to S-05, S-08). The first middleware of all:
/// what it wraps includes "not found" and every error.
public struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    /// What a response may load and do (S-03): it runs no script.
    public static var contentSecurityPolicy: String { policy(scripts: "'none'", connections: "'none'") }

    /// The same for a page that has a script of ours (docs/decisions/0025): from our files alone, and no text becomes
    /// markup in it. The response sets it itself.
    public static var scriptedPolicy: String {
        policy(scripts: "'self'", connections: "'self'")
            + "; require-trusted-types-for 'script'; trusted-types 'none'"
    }

    private static func policy(scripts: String, connections: String) -> String {
        "default-src 'none'; script-src \(scripts); style-src 'self'; img-src 'self'; font-src 'self'; "
            + "connect-src \(connections); form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    /// For a file that somebody uploaded: nothing runs, nothing loads, no origin (S-35). The response sets it itself.
    public static var sandbox: String { "sandbox; default-src 'none'" }

    private let isSecure: Bool

    /// - Parameter isSecure: whether the base URL is https; plain HTTP must not promise HTTPS.
    public init(isSecure: Bool) { self.isSecure = isSecure }

    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as HTTPParserError {
            // The bytes are no HTTP any more: the connection itself answers 400 and closes (S-15).
            throw error
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        } catch {
            // `ErrorPages` stands within and answers; this is for the day when it does not.
            context.logger.error("Unanswered error", metadata: ["error": .kind(of: error)])
            response = Response(status: .internalServerError)
        }
        protect(&response.headers)
        return response
    }

    private func protect(_ headers: inout HTTPFields) {
        for (name, value) in fixedHeaders { headers[name] = value }
        if isSecure { headers[.strictTransportSecurity] = "max-age=63072000; includeSubDomains" }
        if headers[.contentSecurityPolicy] == nil { headers[.contentSecurityPolicy] = Self.contentSecurityPolicy }
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        headers[.server] = nil
    }
}

/// The same on every response.
private let fixedHeaders: [(HTTPField.Name, String)] = [
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Permissions-Policy", deniedFeatures.map { $0 + "=()" }.joined(separator: ", ")),
].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

/// What no page of ours, nor anything in it, may ask the browser for.
private let deniedFeatures = [
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-create",
    "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb",
    "window-management", "xr-spatial-tracking",
]
