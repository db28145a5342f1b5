import FoundationEssentials

/// Standard base64 with padding (RFC 4648 section 4).
func base64(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString()
}

/// The bytes behind a base64 text; nil unless the text is exactly what `base64(_:)` writes for them, so that no two
/// texts stand for the same bytes.
func base64Bytes(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let bytes = Data(base64Encoded: Data(text)) else { return nil }
    // Foundation lets stray bits pass before the padding: the last group must be as it would be written.
    let tail = bytes.suffix((bytes.count + 2) % 3 + 1)
    guard bytes.isEmpty || Data(tail).base64EncodedData() == Data(text.suffix(4)) else { return nil }
    return Array(bytes)
}

func base64Bytes(_ text: some StringProtocol) -> [UInt8]? {
    base64Bytes(Array(text.utf8)[...])
}
