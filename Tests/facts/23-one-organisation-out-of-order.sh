#!/usr/bin/env bash
# One organisation's key is gone: the server starts and serves the others, its pages say so with a reference that the
# log explains, `verify` looks at all of them, and it is served again once the key is back.
# Shows: S-81
source "$(dirname "$0")/common.bash"

# The status of an organisation's first page, which goes to $folder/page.
status_of() { curl -s -o "$folder/page" -w '%{http_code}' -H "Host: $1.exemple.fr" "http://127.0.0.1:$port/"; }

for name in a b; do
    "$DOLEANCES" organisation add --name "Organisme $name" --host "$name.exemple.fr" --data "$data" >/dev/null
done
id=$("$DOLEANCES" organisation list --data "$data" | grep 'a.exemple.fr' | cut -f1)
mv "$data/cles/$id.cle" "$folder/cle"
start
grep -q "Hors service.*Organisme a" "$folder/out" || fails "the operator is not told: $(cat "$folder/out")"
[ "$(status_of b)" = 200 ] || fails "the other organisation is not served: $(cat "$folder/page")"
[ "$(status_of a)" = 503 ] || fails "an organisation without its key is served"
reference=$(sed -n 's/.*class="reference">\([0-9A-Z]*\)<.*/\1/p' "$folder/page")
[ -n "$reference" ] || fails "the page has no reference: $(cat "$folder/page")"
grep -q "$id.cle" <<<"$(grep "\"$reference\"" "$folder/log")" || fails "the log does not explain $reference"
status=0
"$DOLEANCES" verify --data "$data" >"$folder/said" || status=$?
[ "$status" = 1 ] || fails "\`verify\` ended with status $status"
grep -q "^FAUTE, Organisme a : .*$id.cle" "$folder/said" || fails "\`verify\` does not name it: $(cat "$folder/said")"
grep -q "^Journal de Organisme b : tout concorde" "$folder/said" || fails "\`verify\` stopped: $(cat "$folder/said")"
mv "$folder/cle" "$data/cles/$id.cle"
is_served() { [ "$(status_of a)" = 200 ]; }
wait_for is_served || fails "the organisation is not served again: $(cat "$folder/page")"
stop TERM
"$DOLEANCES" verify --data "$data" >"$folder/said" || fails "the books are not sound: $(cat "$folder/said")"
holds "one organisation served while another was out of order"
