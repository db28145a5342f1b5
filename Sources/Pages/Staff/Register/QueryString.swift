/// The part of an address behind the question mark.
enum QueryString {
    /// `path?etat=recue&q=no%C3%A9`; the path alone where every value is empty.
    static func address(_ path: String, _ items: [(String, String)]) -> String {
        address(path, asked: text(items))
    }

    /// The same with what `text` has written.
    static func address(_ path: String, asked text: String) -> String { text.isEmpty ? path : "\(path)?\(text)" }

    /// `etat=recue&q=no%C3%A9`: those that have a value.
    static func text(_ items: [(String, String)]) -> String {
        items.filter { !$0.1.isEmpty }.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    }

    /// RFC 3986: unreserved characters stay, every other byte is written `%XX`.
    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII,
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._~".unicodeScalars.contains(scalar)
            {
                result.unicodeScalars.append(scalar)
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
