#!/usr/bin/env bash
# Proof is there on the day: `verify` and `export` run while the server takes complaints, agree with the other verifier,
# change nothing, and name a line that is tampered with under the server's eyes.
# Shows: S-65, S-84
source "$(dirname "$0")/common.bash"

refused() {
    if "$@" >"$folder/said" 2>&1; then fails "$* was not refused"; fi
    grep -q "n’existe pas.*(C-03)" "$folder/said" || fails "$* said: $(cat "$folder/said")"
}

found
start
arrive() { while :; do complain "$(open_form)" >/dev/null || return 0; done; }
arrive &
arriving=$!
previous=0
for round in $(seq 60); do
    "$DOLEANCES" verify --data "$data" >"$folder/verified" || fails "round $round: $(cat "$folder/verified")"
    lines=$(sed -n 's/^  \([0-9]*\) ligne.*/\1/p' "$folder/verified")
    [ "$lines" -ge "$previous" ] || fails "round $round: $lines lines after $previous"
    previous=$lines
    "$DOLEANCES" export --journal "$folder/journal-$round" --data "$data" >/dev/null || fails "no export in round $round"
    python3 "$repository/Tools/verify_log.py" "$folder/journal-$round" >"$folder/other" || fails "$(cat "$folder/other")"
    if [ "$round" -ge 5 ] && [ "$previous" -gt 3 ]; then break; fi
done
[ "$previous" -gt 3 ] || fails "only $previous lines arrived"
kill -0 "$arriving" || fails "complaints stopped arriving"
kill "$arriving" && { wait "$arriving"; } 2>/dev/null || true
change="PRAGMA busy_timeout = 9000; UPDATE log_opening SET payload = CAST(replace(CAST(payload AS TEXT), 'froide', 'chaude') AS BLOB) WHERE seq = 1"
sqlite3 "$data/registre.db" "$change" >/dev/null
status=0
"$DOLEANCES" verify --data "$data" >"$folder/after" 2>&1 || status=$?
[ "$status" = 1 ] && grep -q 'ligne 1 ' "$folder/after" || fails "the change goes unseen: $(cat "$folder/after")"
stop TERM
refused "$DOLEANCES" verify --data "$data-faute-de-frappe"
refused "$DOLEANCES" export --journal "$folder/journal" --data "$data-faute-de-frappe"
[ ! -e "$data-faute-de-frappe" ] && [ ! -e "$folder/journal" ] || fails "a mistyped folder was made"
holds "$round rounds over $previous lines, one change found"
