#!/usr/bin/env bash
# A complaint that is under way when SIGTERM comes is received, and the server then ends with status 0, by itself and soon;
# one that would take a quarter of an hour keeps it no longer than it may, and nothing of that one is received.
# Shows: S-63
source "$(dirname "$0")/common.bash"

found
start
envoi=$(open_form)
{ printf '%%PDF-1.7\n'; head -c 1500000 /dev/zero; } >"$folder/piece.pdf"
complain "$envoi" -F "piece_jointe=@$folder/piece.pdf;type=application/pdf" --limit-rate 300k >"$folder/answer" &
sender=$!
is_under_way() { [ -n "$(find "$folder" -name '*.upload' -size +0)" ]; }
wait_for is_under_way || fails "the document does not arrive: $(cat "$folder/answer")"
begun=$SECONDS
stop TERM
wait "$sender" || fails "the request under way was cut: $(cat "$folder/answer")"
[ "$status" = 0 ] || fails "the server ended with status $status"
[ $((SECONDS - begun)) -le 60 ] || fails "the server took $((SECONDS - begun)) s to end"
grep -q "^303 .*/recepisse/$envoi" "$folder/answer" || fails "the answer was $(cat "$folder/answer")"
start
grep -q 'R-0001' <<<"$(curl -sf "http://127.0.0.1:$port/reclamation/recepisse/$envoi")" || fails "its receipt is gone"
holds "the complaint under way was received, the server ended with status 0"

envoi=$(open_form)
complain "$envoi" -F "piece_jointe=@$folder/piece.pdf;type=application/pdf" --limit-rate 2k --max-time 600 \
    >"$folder/answer" 2>/dev/null &
sender=$!
wait_for is_under_way || fails "the slow document does not arrive"
stop TERM
cut=0
wait "$sender" || cut=$?
[ "$cut" != 28 ] || fails "the server waited for the slow sender"
if grep -q '^303' "$folder/answer"; then fails "the slow sender was answered: $(cat "$folder/answer")"; fi
[ "$status" = 0 ] || fails "the server ended with status $status: $(tail -c 300 "$folder/log")"
start
[ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/reclamation/recepisse/$envoi")" = 410 ] ||
    fails "half a complaint was received"
holds "a slow sender does not keep the server from ending"
