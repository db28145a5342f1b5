import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `The address of a PostgreSQL` {
    private static let elsewhere = [
        "postgresql://u@base.example/b", "postgresql://u@192.0.2.1/b", "postgresql://u@localhost,base.example/b",
        "postgresql://u@localhost/b?hostaddr=192.0.2.1", "postgresql://u@localhost.example/b",
        "postgresql:///b?service=books", "host=base.example dbname=b",
    ]
    private static let here = [
        "postgresql://u@localhost/b", "postgresql://u@127.0.0.1:5433/b", "postgresql://u@[::1]/b", "postgresql:///b",
        "postgresql:///b?host=/run/postgresql", "host=/run/postgresql dbname=b",
    ]

    @Test(arguments: elsewhere) func `elsewhere is verified unless it says otherwise`(url: String) throws {
        #expect(try mode(of: url) == "verify-full")
    }

    @Test(arguments: here) func `on this machine is not`(url: String) throws {
        #expect(try mode(of: url) == nil)
    }

    @Test func `is what libpq is told last, so that its own settings are heard`() throws {
        let url = "postgresql://u@base.example/b?sslmode=require&connect_timeout=3"
        let parameters = try PostgresAddress(url, patience: Patience()).parameters
        #expect(parameters.last?.name == "dbname")
        #expect(parameters.last?.value == url)
        #expect(parameters.contains { $0.name == "connect_timeout" && $0.value == "10" })
    }

    @Test(arguments: ["postgresql://u:geheim@[", "geheim", "postgresql://u:geheim@h/b?nothing=1", "host='geheim"])
    func `that cannot be read is refused without being repeated`(url: String) {
        #expect {
            _ = try PostgresAddress(url, patience: Patience())
        } throws: { error in
            (error as? StorageError)?.isUnavailable == true && !"\(error)".contains("geheim")
        }
    }

    private func mode(of url: String) throws -> String? {
        try PostgresAddress(url, patience: Patience()).parameters.last { $0.name == "sslmode" }?.value
    }
}
