import Complaints
import Foundation
public import Registry

extension World {
    /// The clock and the chance of the machine.
    public static let real = World(
        now: { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970)) },
        bytes: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
    )
}
