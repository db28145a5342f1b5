#!/usr/bin/env bash
# A second server on the same folder, or on the same port, refuses to start, with a sentence, and the first one goes on.
# Shows: S-84
source "$(dirname "$0")/common.bash"

found
start
status=0
timeout 120 "$DOLEANCES" serve --data "$data" --port "$(free_port)" >"$folder/second" 2>&1 || status=$?
[ "$status" != 0 ] || fails "a second server ran"
[ "$status" != 124 ] || fails "a second server stayed: $(tail -c 300 "$folder/second")"
[ "$status" -lt 128 ] || fails "a second server crashed with status $status: $(tail -c 300 "$folder/second")"
[ -s "$folder/second" ] || fails "the second server said nothing"
[ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/sante")" = 200 ] || fails "the first server is gone"
grep -q "^303 " <<<"$(complain "$(open_form)")" || fails "the first server receives no complaint any more"
holds "$(tail -n 1 "$folder/second")"

status=0
timeout 60 "$DOLEANCES" serve --data "$folder/autre" --port "$port" >"$folder/third" 2>&1 || status=$?
[ "$status" = 1 ] || fails "a server on a port in use ended with status $status: $(tail -c 300 "$folder/third")"
grep -q "port $port.*écoute déjà.*C-01" "$folder/third" || fails "a port in use: $(tail -c 300 "$folder/third")"
[ ! -e "$folder/autre" ] || fails "a server on a port in use made books"
if grep -q "http://" "$folder/third"; then fails "it said where it was: $(cat "$folder/third")"; fi
status=0
timeout 60 "$DOLEANCES" demo --port "$port" >"$folder/third" 2>&1 || status=$?
[ "$status" = 1 ] || fails "a demonstration on a port in use ended with status $status: $(tail -c 300 "$folder/third")"
grep -q "port $port.*écoute déjà.*C-01" "$folder/third" || fails "a port in use: $(tail -c 300 "$folder/third")"
if grep -q "http://" "$folder/third"; then fails "it said where it was: $(cat "$folder/third")"; fi
holds "a port in use is named, before anything is made or promised"
