/// How many there are of something, counted only as far as anybody wants to know: a register of a hundred thousand cases
/// answers as quickly as one of ten.
public enum Tally: Sendable, Hashable {
    /// So many.
    case exactly(Int)
    /// More than so many.
    case moreThan(Int)
}
