/// The names of the files that a mail holds.
enum FileLabel {
    private static let mostCharacters = 200

    /// The name that somebody gave, without folders, controls and what turns the direction of writing; nil where nothing
    /// is left.
    static func given(_ name: String?) -> String? {
        guard let name = name.map(CleanText.line) else { return nil }
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        var scalars = String.UnicodeScalarView()
        for scalar in last.unicodeScalars where !isInvisible(scalar) { scalars.append(scalar) }
        let clean = String(scalars).trimmedOfBlanks
        guard clean.contains(where: { $0 != "." }) else { return nil }
        guard clean.count > mostCharacters else { return clean }
        // The kind at the end is worth more than the words before it.
        let end = clean.lastIndex(of: ".").map { clean[$0...] }.flatMap { $0.count <= 10 ? $0 : nil } ?? ""
        return String(clean.prefix(mostCharacters - end.count)) + end
    }

    /// A name for what came without one, by its type and its place among the files.
    static func made(_ type: String, _ number: Int) -> String {
        switch type {
        case "message/rfc822", "message/global": return "message-\(number).eml"
        case "text/rfc822-headers", "message/global-headers": return "message-\(number).txt"
        case "text/calendar": return "invitation-\(number).ics"
        case "application/ms-tnef", "application/vnd.ms-tnef": return "winmail-\(number).dat"
        case "application/pkcs7-signature", "application/x-pkcs7-signature": return "smime-\(number).p7s"
        case "application/pkcs7-mime", "application/x-pkcs7-mime": return "smime-\(number).p7m"
        case "application/pgp-signature": return "signature-\(number).asc"
        default: break
        }
        let kinds = type.split(separator: "/")
        let ending = endings[type] ?? "bin"
        switch kinds.first {
        case "image": return "image-\(number).\(ending)"
        case "message": return "message-\(number).txt"
        default: return "document-\(number).\(ending)"
        }
    }

    private static let endings = [
        "application/pdf": "pdf", "image/jpeg": "jpg", "image/jpg": "jpg", "image/png": "png", "image/gif": "gif",
        "image/heic": "heic", "image/webp": "webp", "image/tiff": "tif", "text/plain": "txt", "text/html": "html",
        "text/csv": "csv", "text/rtf": "rtf", "application/rtf": "rtf", "text/vcard": "vcf", "text/x-vcard": "vcf",
        "application/zip": "zip", "application/msword": "doc",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
        "application/vnd.oasis.opendocument.text": "odt", "audio/mpeg": "mp3", "audio/mp4": "m4a", "video/mp4": "mp4",
    ]

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
        default: false
        }
    }
}
