/// What must hold of a server before anybody is told that anything is durable (S-83).
enum PostgresSelfTest {
    @Sendable static func run(_ connection: any Connection) throws {
        try checkOrder(connection)
        guard try connection.run("SELECT pg_is_in_recovery()::text")[0].text(0) == "false" else {
            throw StorageError.unavailable(
                hint: "Ce PostgreSQL ne fait que suivre un autre : donnez l’adresse du premier."
            )
        }
        for setting in ["fsync", "full_page_writes"] {
            let value = try connection.run("SELECT current_setting(\(setting))")[0].text(0)
            guard value == "on" else {
                throw StorageError.unavailable(hint: "PostgreSQL n’est pas réglé pour durer : \(setting) doit être on.")
            }
        }
        try connection.script(
            "DO $$ BEGIN CREATE DOMAIN blob AS bytea; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )
    }

    /// What a reader needs: the version, and texts that sort by their bytes.
    @Sendable static func checkOrder(_ connection: any Connection) throws {
        let version = try connection.run("SELECT current_setting('server_version_num')")[0].text(0)
        guard Int(version) ?? 0 >= 150_000 else {
            throw StorageError.unavailable(hint: "Il faut PostgreSQL 15 ou plus récent.")
        }
        let database = try connection.run(
            """
            SELECT datcollate::text, pg_encoding_to_char(encoding)::text FROM pg_database WHERE datname = current_database()
            """
        )[0]
        // By what it does as well: with a provider of its own (ICU), a database named C may sort as a dictionary does.
        let order = try connection.run("SELECT 1 WHERE 'Z' < 'a'")
        guard try ["C", "POSIX"].contains(database.text(0)), try database.text(1) == "UTF8", !order.isEmpty else {
            throw StorageError.unavailable(
                hint:
                    "Créez la base ainsi : CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'."
            )
        }
    }
}
