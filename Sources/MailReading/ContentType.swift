internal import CGMime

/// What a part says that it is.
struct ContentType {
    /// Such as `text/plain`, in lower case.
    let name: String
    private var parameters: [String: String] = [:]

    init(_ name: String) { self.name = name }

    /// Reads a header; `usual` where it makes no sense.
    init(_ header: [UInt8], usual: String) {
        let text = HeaderText.structured(header)
        let end = text.firstIndex(of: ";") ?? text.endIndex
        // « text; charset=… » and « ; name=… » still say something.
        let whole = text[..<end].contains("/") ? text : usual + text[end...]
        guard let type = g_mime_content_type_parse(nil, whole) else {
            name = usual
            return
        }
        defer { cgmime_release(type) }
        let major = g_mime_content_type_get_media_type(type).map { String(cString: $0) } ?? ""
        let minor = g_mime_content_type_get_media_subtype(type).map { String(cString: $0) } ?? ""
        let name = "\(major)/\(minor)".lowercased()
        let isName = name.utf8.count <= 127 && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        self.name = isName && !major.isEmpty && !minor.isEmpty ? name : usual
        parameters = Parameters.read(g_mime_content_type_get_parameters(type))
    }

    /// By its name in lower case, decoded (RFC 2231, RFC 2047).
    func parameter(_ name: String) -> String? { parameters[name] }
}

/// How a part is to be shown, by its sender's wish (RFC 2183).
struct ContentDisposition {
    let isAttachment: Bool
    let isInline: Bool
    let fileName: String?

    init?(_ header: [UInt8]) {
        guard let disposition = g_mime_content_disposition_parse(nil, HeaderText.structured(header)) else { return nil }
        defer { cgmime_release(disposition) }
        let kind = g_mime_content_disposition_get_disposition(disposition).map { String(cString: $0).lowercased() }
        isInline = kind == "inline"
        // RFC 2183 §2.8: what is not known is an attachment.
        isAttachment = kind?.isEmpty == false && !isInline
        fileName = Parameters.read(g_mime_content_disposition_get_parameters(disposition))["filename"]
    }
}

/// What follows the value of a header, as `name=value`.
private enum Parameters {
    /// More than any mail has.
    static let most: Int32 = 100

    static func read(_ list: UnsafeMutablePointer<GMimeParamList>?) -> [String: String] {
        guard let list else { return [:] }
        var read: [String: String] = [:]
        for index in 0..<min(most, g_mime_param_list_length(list)) {
            guard let parameter = g_mime_param_list_get_parameter_at(list, index),
                let name = g_mime_param_get_name(parameter), let value = g_mime_param_get_value(parameter)
            else { continue }
            let key = String(cString: name).lowercased()
            if read[key] == nil { read[key] = CleanText.line(String(cString: value)) }
        }
        return read
    }
}
