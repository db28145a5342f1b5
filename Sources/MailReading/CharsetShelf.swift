internal import CGMime

/// A converter of the system's, into UTF-8.
struct CharsetConverter {
    fileprivate let handle: UnsafeMutableRawPointer

    /// What cannot be read becomes U+FFFD, byte by byte.
    func convert(_ bytes: [UInt8]) -> (utf8: [UInt8], isSound: Bool) {
        var converted: [UInt8] = []
        converted.reserveCapacity(bytes.count + bytes.count / 2)
        var isSound = true
        cgmime_restart(handle)
        bytes.withUnsafeBytes { input in
            var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = input.count
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { output in
                while left > 0 {
                    var to = output.baseAddress
                    var room = output.count
                    let before = left
                    let isDone = cgmime_convert(handle, &from, &left, &to, &room)
                    converted += UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: output[..<(output.count - room)]))
                    if isDone || left < before || room < output.count { continue }
                    converted += "\u{FFFD}".utf8
                    isSound = false
                    from = from.map { $0 + 1 }
                    left -= 1
                }
            }
        }
        return (converted, isSound)
    }
}

/// The converters that a confined child has opened beforehand, for it opens no file any more: charsets of mails that are
/// not French, or very old.
final class CharsetShelf: Sendable {
    /// Those of this process.
    static let shared = CharsetShelf()

    private let handles: [String: UInt]

    private init() {
        handles = Self.names.reduce(into: [:]) { handles, name in
            if let handle = cgmime_open_charset(name) { handles[name] = UInt(bitPattern: handle) }
        }
    }

    /// The converter of a charset; nil where it is not here. A mail is read by one thread, and converters keep no state
    /// between two texts.
    func converter(_ name: String) -> CharsetConverter? {
        let handle = handles[Self.aliases[name] ?? name].flatMap { UnsafeMutableRawPointer(bitPattern: $0) }
        return handle.map { CharsetConverter(handle: $0) }
    }

    private static let names = [
        // We read these ourselves; GMime needs them for names of files (RFC 2231).
        "iso-8859-1", "iso-8859-15", "windows-1252", "cp850", "macintosh",
        "utf-16", "utf-16le", "utf-16be", "utf-32", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5",
        "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-9", "iso-8859-10", "iso-8859-13", "iso-8859-14",
        "iso-8859-16", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
        "windows-1257", "windows-1258", "koi8-r", "koi8-u", "cp437", "cp858", "cp866", "gb18030", "big5",
        "big5-hkscs", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "iso-2022-kr", "tis-620",
    ]
    private static let aliases = [
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030", "ks_c_5601-1987": "euc-kr",
        "shift-jis": "shift_jis", "x-sjis": "shift_jis", "cp932": "shift_jis", "cp1250": "windows-1250",
        "cp1251": "windows-1251", "iso8859-2": "iso-8859-2", "iso8859-9": "iso-8859-9", "ibm437": "cp437",
        "ibm858": "cp858", "cp00858": "cp858", "iso-8859-8-i": "iso-8859-8", "iso-8859-11": "tis-620",
        "windows-874": "tis-620", "unicode": "utf-16", "ucs-2": "utf-16", "utf16": "utf-16",
    ]
}
