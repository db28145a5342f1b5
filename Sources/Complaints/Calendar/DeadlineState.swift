/// How far a delay has run on a given day. Each step up deserves one alert.
public enum DeadlineState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Less than half of the days to the target have passed.
    case running = "en-cours"
    /// Half of them have passed.
    case half = "moitie"
    /// Four fifths of them have passed.
    case fourFifths = "quatre-cinquiemes"
    /// The target is reached, the due date not passed.
    case due = "a-echeance"
    /// The due date is past: late from the day after it.
    case overdue = "depassee"

    /// The state on `today` of a delay that started on `start`.
    public init(from start: CivilDate, to deadline: Deadline, on today: CivilDate) {
        let elapsed = start.days(until: today)
        let whole = start.days(until: deadline.target)
        if today > deadline.due {
            self = .overdue
        } else if elapsed >= whole {
            self = .due
        } else if elapsed * 5 >= whole * 4 {
            self = .fourFifths
        } else {
            self = elapsed * 2 >= whole ? .half : .running
        }
    }
}

extension DeadlineState: Comparable {
    /// Nearer the end is greater.
    public static func < (left: DeadlineState, right: DeadlineState) -> Bool { left.step < right.step }

    private var step: Int {
        switch self {
        case .running: 0
        case .half: 1
        case .fourFifths: 2
        case .due: 3
        case .overdue: 4
        }
    }
}
