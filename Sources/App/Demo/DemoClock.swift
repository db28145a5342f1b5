import Complaints
import Registry
import Synchronization

/// A clock that a story moves: forward only, and never past the real time.
final class DemoClock: Sendable {
    private let instant: Mutex<Instant>

    /// At nine in the morning of that day, in Paris.
    init(_ day: CivilDate) { instant = Mutex(Instant(parisDate: day, hour: 9)) }

    /// The clock with the machine's own chance.
    var world: World { World(now: { self.now }, bytes: World.real.bytes) }

    var now: Instant { instant.withLock { $0 } }

    /// Goes to that day, at a quarter past nine; where it is that day already, twenty minutes pass.
    func move(to day: CivilDate) {
        instant.withLock {
            let later = $0.civilDate < day ? Instant(parisDate: day, hour: 9, minute: 15) : $0.adding(seconds: 20 * 60)
            $0 = max($0, min(later, World.real.now()))
        }
    }
}
