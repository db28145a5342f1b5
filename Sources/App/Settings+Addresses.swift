import Foundation
import NIOCore
import Web

extension Settings {
    /// Why the server cannot listen where it is told to, for whoever chose the place; any other error as it is.
    func unheard(_ error: any Error) -> any Error {
        let reason: String
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE:
            reason = "un autre programme, peut-être déjà ce serveur, y écoute déjà. Arrêtez-le, ou donnez un autre port"
        case let error as IOError where error.errnoCode == EACCES:
            reason = "un port au-dessous de 1024 demande un droit particulier. Donnez-en un autre"
        case is IOError, is SocketAddressError: reason = "ce n’est pas une adresse de cette machine"
        default: return error
        }
        return Mistake(
            description: "Impossible d’écouter sur \(host), port \(port)\u{A0}: \(reason) (--host, --port)."
        )
    }

    /// Tries whether the server can listen where it is told to, before anything is made or said. Nobody can connect
    /// meanwhile, for nothing is listened to yet.
    ///
    /// - Throws: as `unheard` says it.
    func tryPort() throws {
        do {
            let address = try SocketAddress.makeAddressResolvingHost(host, port: port)
            let descriptor = socket(address.protocol.rawValue, CInt(SOCK_STREAM.rawValue), 0)
            guard descriptor >= 0 else { throw IOError(errnoCode: errno, reason: "socket") }
            defer { close(descriptor) }
            // As the server itself does: connections of an earlier one, which are still ending, do not count.
            var on: CInt = 1
            setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<CInt>.size))
            let outcome = address.withSockAddr { bind(descriptor, $0, socklen_t($1)) }
            guard outcome == 0 else { throw IOError(errnoCode: errno, reason: "bind") }
        } catch {
            throw unheard(error)
        }
    }

    /// The address to listen on: one of the machine's, or a name of it, alone. - Throws: `Mistake`.
    static func listening(on text: String) throws -> String {
        // Two colons make it an IPv6 address; one would be a port's.
        let isLong = text.count { $0 == ":" } > 1
        guard let name = HostName(isLong ? "[\(text)]" : text), name.port == nil, isLong || text.first != "[" else {
            throw Mistake(
                description:
                    "L’adresse d’écoute «\u{A0}\(text)\u{A0}» n’en est pas une\u{A0}: donnez une adresse IP ou un "
                    + "nom, sans https:// ni port (--host, DOLEANCES_HOST)."
            )
        }
        return text
    }

    /// What links begin with, without a slash at the end. - Throws: `Mistake` where it is no address of a site: who is
    /// asked and from where could not be judged then.
    static func baseURL(_ given: String?, host: String, port: Int, isSecure: Bool) throws -> String {
        guard let given else {
            let name = ["0.0.0.0", "::"].contains(host) ? "127.0.0.1" : host
            return "\(isSecure ? "https" : "http")://\(name.contains(":") ? "[\(name)]" : name):\(port)"
        }
        let url = given.hasSuffix("/") ? String(given.dropLast()) : given
        let scheme = ["https://", "http://"].first { url.lowercased().hasPrefix($0) }
        guard let scheme, HostName(url.dropFirst(scheme.count)) != nil else {
            throw Mistake(
                description:
                    "L’adresse du site «\u{A0}\(given)\u{A0}» ne convient pas\u{A0}: elle s’écrit en entier et "
                    + "sans chemin, comme https://reclamations.exemple.fr (--base-url, DOLEANCES_BASE_URL)."
            )
        }
        return url
    }
}
