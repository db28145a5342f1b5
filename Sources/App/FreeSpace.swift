import Foundation
import Web

/// What is left on disks.
enum FreeSpace {
    /// Bytes that the server may still write on the disk of a folder; nil where its file system does not tell.
    static func on(_ folder: String) -> Int64? {
        var disk = statvfs()
        guard statvfs(folder, &disk) == 0, disk.f_blocks > 0 else { return nil }
        let (bytes, isTooMuch) = UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize))
        return isTooMuch ? .max : Int64(clamping: bytes)
    }
}

extension Settings {
    /// Where SQLite's books and the keys are. PostgreSQL's disk may be another machine's: whoever runs it watches it.
    var room: Room {
        guard case .folder(let folder) = place else { return Room() }
        let folders = [folder, keys]
        return Room { folders.compactMap { FreeSpace.on($0) }.min() }
    }
}
