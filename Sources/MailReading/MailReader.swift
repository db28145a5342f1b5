internal import CGMime
public import Mail

/// Reads mails as they came: any bytes at all, by GMime. It belongs in a confined child (S-77), for what it is given was
/// written by strangers.
public enum MailReader {
    /// What can be read of it. - Parameter raw: the mail, byte for byte.
    public static func read(_ raw: [UInt8]) -> ReadMail {
        g_mime_init()
        return ReadMail()
    }
}
