/// The line that separates the parts of a multipart body (RFC 2046, 5.1.1).
public struct Boundary: Sendable, Equatable {
    /// Its characters, without the two hyphens in front.
    let characters: [UInt8]

    /// A boundary of 1 to 70 of the characters that RFC 2046 allows, the last one no space.
    public init(_ text: String) throws(MalformedForm) { try self.init(Array(text.utf8)) }

    /// The boundary of a `Content-Type`, quoted or not.
    init(of contentType: HeaderParameters) throws(MalformedForm) {
        guard let characters = contentType["boundary"] else { throw .boundary }
        try self.init(characters)
    }

    private init(_ characters: [UInt8]) throws(MalformedForm) {
        guard (1...70).contains(characters.count), characters.last != .space,
            characters.allSatisfy({ $0.isAlphanumeric || " '()+_,-./:=?".utf8.contains($0) })
        else { throw .boundary }
        self.characters = characters
    }
}
