/// A statement and its values. Interpolation *is* binding: `"… WHERE id = \(id)"` never puts `id` into the text.
///
/// Placeholders are `$1`, `$2`… numbered by first appearance, which both engines read alike. Fragments compose:
/// interpolating another `SQL` splices its text and renumbers its values.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// The text as literals between the values: always one longer than `values`.
    private var literals: [String]
    /// The values in order of appearance.
    public private(set) var values: [Value]
    /// The text, where it has been made before.
    private var madeText: String?

    /// The text that goes to the engine, with `$n` where values stand.
    public var text: String {
        if let madeText { return madeText }
        var text = literals[0]
        text.reserveCapacity(literals.reduce(0) { $0 + $1.utf8.count + 4 })
        for index in values.indices {
            text += "$"
            text += String(index + 1)
            text += literals[index + 1]
        }
        return text
    }

    /// The same statement with its text made once and for all, to be run over and over `with` other values.
    public var prepared: SQL {
        var prepared = self
        prepared.madeText = text
        return prepared
    }

    /// The same statement with other values, of which there are as many.
    public func with(_ values: [Value]) -> SQL {
        precondition(values.count == self.values.count, "A statement takes as many values as it has places for.")
        var other = self
        other.values = values
        return other
    }

    /// A statement without values.
    public init(stringLiteral text: String) {
        literals = [text]
        values = []
    }

    /// A statement assembled by interpolation.
    public init(stringInterpolation: StringInterpolation) {
        literals = stringInterpolation.literals
        values = stringInterpolation.values
    }

    /// Collects literals and values as the compiler hands them over.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var literals = [""]
        fileprivate var values: [Value] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            literals.reserveCapacity(interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) {
            // Where nothing stands yet, the literal is taken as it is: no copy is made of the program's own text.
            if literals[literals.count - 1].isEmpty {
                literals[literals.count - 1] = literal
            } else {
                literals[literals.count - 1] += literal
            }
        }

        /// Binds one value.
        public mutating func appendInterpolation(_ value: Value) {
            values.append(value)
            literals.append("")
        }

        public mutating func appendInterpolation(_ value: String) { appendInterpolation(.text(value)) }
        public mutating func appendInterpolation(_ value: String?) {
            appendInterpolation(value.map(Value.text) ?? .null)
        }
        public mutating func appendInterpolation(_ value: Int) { appendInterpolation(.integer(Int64(value))) }
        public mutating func appendInterpolation(_ value: Int?) {
            appendInterpolation(value.map { .integer(Int64($0)) } ?? .null)
        }
        public mutating func appendInterpolation(_ value: [UInt8]) { appendInterpolation(.blob(value)) }
        public mutating func appendInterpolation(_ value: [UInt8]?) {
            appendInterpolation(value.map(Value.blob) ?? .null)
        }

        /// Binds each element of a list: `WHERE id IN (\(list: ids))`. An empty list matches nothing.
        public mutating func appendInterpolation(list: [Value]) {
            guard !list.isEmpty else { return appendLiteral("NULL") }
            for (index, value) in list.enumerated() {
                if index > 0 { appendLiteral(", ") }
                appendInterpolation(value)
            }
        }

        /// Binds rows of values: `INSERT INTO … VALUES \(rows: …)`. There is at least one.
        public mutating func appendInterpolation(rows: [[Value]]) {
            for (index, row) in rows.enumerated() {
                appendLiteral(index == 0 ? "(" : ", (")
                appendInterpolation(list: row)
                appendLiteral(")")
            }
        }

        /// Splices another statement, its values renumbered after ours.
        public mutating func appendInterpolation(_ fragment: SQL) {
            appendLiteral(fragment.literals[0])
            for (value, literal) in zip(fragment.values, fragment.literals.dropFirst()) {
                appendInterpolation(value)
                appendLiteral(literal)
            }
        }
    }
}

/// What a column can hold on both engines alike.
public enum Value: Sendable, Hashable {
    /// Text without U+0000, compared byte by byte.
    case text(String)
    /// A 64-bit integer.
    case integer(Int64)
    /// Bytes.
    case blob([UInt8])
    /// Nothing.
    case null
}
