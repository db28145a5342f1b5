import Web

extension Settings {
    /// How fast complaints may come by the form. - Throws: `Mistake` for what is no number, or no such limit.
    static func pace(_ value: (Name) -> String?) throws -> PaceLimits {
        var limits = PaceLimits()
        limits.leastSeconds = try number(value, .formSeconds, within: 0...60)
        limits.burst = try number(value, .formBurst, within: 0...10_000)
        limits.refill = try number(value, .formRefill, within: 1...86_400)
        return limits
    }

    private static func number(
        _ value: (Name) -> String?,
        _ name: Name,
        within range: ClosedRange<Int>
    ) throws -> Int {
        guard let number = value(name).flatMap({ Int($0) }), range.contains(number) else {
            throw Mistake(
                description: "\(name.variable) doit être un nombre entier de \(range.lowerBound) à \(range.upperBound)."
            )
        }
        return number
    }
}
