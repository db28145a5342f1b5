// How many durable commits of one row of 1 kB a second this machine's SQLite makes: the yardstick of `make bench`.
//
//     raw_commits FILE SECONDS     prints commits per second

import CSQLite
import Foundation

/// An open database that ends the program, with SQLite's words, at the first thing that goes wrong.
struct Database {
    private let handle: OpaquePointer

    init(_ path: String) {
        var opened: OpaquePointer?
        guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else { fatalError("cannot open \(path)") }
        handle = opened
    }

    func run(_ sql: String) {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            fatalError("\(sql): \(String(cString: sqlite3_errmsg(handle)))")
        }
    }

    /// Prepares once; each call of what it returns is one durable commit.
    func inserter(of body: [UInt8]) -> () -> Void {
        var prepared: OpaquePointer?
        let sql = "INSERT INTO row (body) VALUES (?)"
        guard sqlite3_prepare_v2(handle, sql, -1, &prepared, nil) == SQLITE_OK else { fatalError(sql) }
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        sqlite3_bind_blob(prepared, 1, body, Int32(body.count), transient)
        return {
            guard sqlite3_step(prepared) == SQLITE_DONE, sqlite3_reset(prepared) == SQLITE_OK else { fatalError(sql) }
        }
    }
}

guard CommandLine.arguments.count == 3, let seconds = Double(CommandLine.arguments[2]) else {
    fatalError("usage: raw_commits FILE SECONDS")
}
let database = Database(CommandLine.arguments[1])
database.run("PRAGMA journal_mode = WAL")
database.run("PRAGMA synchronous = FULL")
database.run("CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
let insert = database.inserter(of: (0..<1_000).map { _ in UInt8.random(in: 0...255) })
let clock = ContinuousClock()
let end = clock.now + .seconds(seconds)
let begun = clock.now
var commits = 0
while clock.now < end {
    insert()
    commits += 1
}
let elapsed = (clock.now - begun) / .seconds(1)
print(Int((Double(commits) / elapsed).rounded()))
