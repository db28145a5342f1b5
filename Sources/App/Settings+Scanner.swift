extension Settings {
    /// Where the virus scanner listens; nil where none is named. - Throws: `Mistake`.
    static func scanner(_ text: String?) throws -> ScannerAddress? {
        guard let text else { return nil }
        guard let address = ScannerAddress(text) else {
            throw Mistake(
                description: "\(Name.clamd.variable) ne convient pas\u{A0}: écrivez le chemin d’une prise Unix, comme "
                    + "/run/clamav/clamd.ctl, ou un hôte et un port, comme 127.0.0.1:3310."
            )
        }
        return address
    }
}
