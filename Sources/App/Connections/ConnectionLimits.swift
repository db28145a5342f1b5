/// How long a connection may keep us for nothing (S-16), in seconds. They are not settings: a visitor on the worst of lines
/// keeps within them, and nobody else is helped by more.
struct ConnectionLimits: Sendable {
    /// From the opening of a connection, or the end of an answer, to the end of the next request's headers.
    var head = 10
    /// Without one byte of a body that we wait for, or with none taken of an answer.
    var silence = 15
    /// For a body to come, or for an answer to be taken, whatever its size…
    var grace = 20
    /// …and one second more for each so many bytes of it that have moved.
    var bytesPerSecond = 500
    /// For the rest of a body that has already had its answer: a refusal must still be read by whoever sends.
    var rest = 30
}
