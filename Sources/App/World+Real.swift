import Complaints
import Foundation
public import Registry

extension World {
    /// The clock and the chance of the machine.
    public static let real = World(
        now: { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970)) },
        bytes: { count in
            // The system is asked each time, and gives eight bytes at no greater cost than one.
            var generator = SystemRandomNumberGenerator()
            var bytes: [UInt8] = []
            while bytes.count < count {
                withUnsafeBytes(of: generator.next()) { bytes += $0.prefix(count - bytes.count) }
            }
            return bytes
        }
    )
}
