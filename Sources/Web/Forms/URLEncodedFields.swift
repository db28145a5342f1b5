/// The fields of an `application/x-www-form-urlencoded` body (WHATWG URL, 5.1), in the order sent.
struct URLEncodedFields {
    /// The first fields, as many as `FormLimits.parts` allows.
    let fields: [FormData.Field]
    /// Whether there were more.
    let overflows: Bool

    /// Reads a whole body.
    init(_ body: some Collection<UInt8>, limits: FormLimits) {
        let pairs = body.split(separator: UInt8(ascii: "&"), maxSplits: limits.parts)
        overflows = pairs.count > limits.parts
        fields = pairs.prefix(limits.parts).map { pair in
            let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = TypedText.decode(Self.decoded(sides[0]))
            return FormData.Field(name: name, bytes: sides.count == 2 ? Self.decoded(sides[1]) : [], limits: limits)
        }
    }

    private static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        bytes.map { $0 == UInt8(ascii: "+") ? .space : $0 }.percentDecoded()
    }
}

extension FormData.Field {
    /// A field from the bytes of its text, cut at the limit.
    init(name: String, bytes: [UInt8], limits: FormLimits) {
        var kept = bytes
        if bytes.count > limits.field {
            kept.removeLast(bytes.count - limits.field)
            TypedText.trimPartialCharacter(&kept)
        }
        self.init(name: name, value: TypedText.field(kept), cut: bytes.count > limits.field)
    }
}
