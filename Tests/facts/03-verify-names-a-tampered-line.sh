#!/usr/bin/env bash
# One word of a complaint, changed in the database, and `verify` exits 1 naming its line.
# Shows: S-65, S-66, F-21
source "$(dirname "$0")/common.bash"

found
start
for _ in 1 2 3; do complain "$(open_form)" >/dev/null; done
stop TERM
"$DOLEANCES" verify --data "$data" >"$folder/before" || fails "\`verify\` refuses untouched books: $(cat "$folder/before")"
base=$(find "$data" -maxdepth 1 -type f -exec grep -laq '^SQLite format 3' {} \; -print -quit)
[ -n "$base" ] || fails "no database in $data"
change="UPDATE log_opening SET payload = CAST(replace(CAST(payload AS TEXT), 'froide', 'chaude') AS BLOB) WHERE seq = 1"
[ "$(sqlite3 "$base" "$change; SELECT changes()")" = 1 ] || fails "the line could not be changed"
status=0
"$DOLEANCES" verify --data "$data" >"$folder/after" 2>&1 || status=$?
[ "$status" = 1 ] || fails "\`verify\` ended with status $status"
grep -q 'ligne 1 ' "$folder/after" || fails "\`verify\` does not name line 1: $(cat "$folder/after")"
holds "$(tail -n 1 "$folder/after")"
