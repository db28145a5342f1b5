#!/usr/bin/env bash
# The check of the sources finds a shell, an evaluation, an XML parser and SQL made of people's words, each planted in a
# copy of them; and finds none where none is.
# Shows: S-21, S-28
source "$(dirname "$0")/common.bash"

sources=$folder/sources
mkdir "$sources"
cp -r "$repository/Sources" "$repository/Plugins" "$sources"
"$repository/Tools/bans" "$sources" 2>"$folder/said" || fails "the sources as they are: $(cat "$folder/said")"

# Plants a line at the end of a file.
plant() {
    printf '%s\n' "$2" >>"$sources/Sources/$1"
    echo "Sources/$1:$(wc -l <"$sources/Sources/$1")" >>"$folder/planted"
}

plant Web/Routes.swift 'let child = Process()'
plant Post/PostOffice.swift 'let status = system(command)'
plant App/House.swift 'let stream = popen(command, "r")'
plant App/House.swift 'posix_spawn(&pid, path, nil, nil, arguments, nil)'
plant App/House.swift 'let shell = "/bin/sh"'
plant Complaints/Act.swift 'let value = NSExpression(format: text).expressionValue(with: nil, context: nil)'
plant Pages/Press.swift 'let context = JSContext()'
plant Registry/Register.swift 'let pattern = try Regex(typed)'
plant Mail/Message.swift 'let parser = XMLParser(data: data)'
plant Mail/Message.swift 'import FoundationXML'
plant Registry/Register.swift 'try connection.run(SQL(stringLiteral: "SELECT * FROM case_file WHERE id = \(typed)"))'
plant Registry/Register.swift 'try connection.script("DELETE FROM case_file WHERE id = \(typed)")'
plant Registry/Register.swift 'try connection.script("DELETE FROM case_file WHERE id = " + typed)'
plant Registry/Register.swift 'try connection.script(typed)'
plant Storage/Migrator.swift 'try connection.script(other)'
plant Storage/SQLite/SQLiteDatabase.swift 'try database.execute(sql: "PRAGMA \(typed)")'
plant Storage/SQLite/SQLiteSelfTest.swift 'try Int64.fetchOne(database, sql: "PRAGMA \(name) = \(typed)")'
plant Storage/Postgres/PostgresSession.swift 'try execute("SET LOCAL \(typed)")'
plant Storage/Postgres/PostgresLink.swift 'try ask { PQsendQuery($0, typed) }'
plant Storage/Row.swift 'var text = SQL.StringInterpolation(literalCapacity: 1, interpolationCount: 0)'
plant Web/Routes.swift 'let all = try! rows()'
plant Web/Routes.swift '// TODO: later'
if "$repository/Tools/bans" "$sources" 2>"$folder/said"; then fails "nothing is found"; fi
difference=$(diff <(sort -u "$folder/planted") <(cut -d: -f1,2 "$folder/said" | sort -u) || true)
[ -z "$difference" ] || fails "planted < and found >: $difference"
holds "$(wc -l <"$folder/planted") planted lines found, none in the sources"
