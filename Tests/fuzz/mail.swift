import Mail
import MailReading

/// What libFuzzer calls with bytes of its making (F-16): whatever they are, the reader comes back, with texts that are clean.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnything(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let mail = MailReader.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
    let texts = mail.passages.map(\.text) + [mail.subject] + mail.files.map(\.name) + mail.from.map(\.address)
    for scalar in texts.joined().unicodeScalars where scalar.properties.generalCategory == .control {
        precondition(scalar == "\n" || scalar == "\t", "a control is left")
    }
    return 0
}
