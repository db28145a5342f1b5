#!/usr/bin/env bash
# A complaint that is under way when SIGTERM comes is received, and the server then ends with status 0, by itself and soon.
# Shows: S-63
source "$(dirname "$0")/common.bash"

found
start
envoi=$(open_form)
{ printf '%%PDF-1.7\n'; head -c 1500000 /dev/zero; } >"$folder/piece.pdf"
complain "$envoi" -F "piece_jointe=@$folder/piece.pdf;type=application/pdf" --limit-rate 300k >"$folder/answer" &
sender=$!
is_under_way() { find "$folder" -name '*.upload' -size +0 | grep -q .; }
wait_for is_under_way || fails "the document does not arrive: $(cat "$folder/answer")"
begun=$SECONDS
stop TERM
wait "$sender" || fails "the request under way was cut: $(cat "$folder/answer")"
[ "$status" = 0 ] || fails "the server ended with status $status"
[ $((SECONDS - begun)) -le 60 ] || fails "the server took $((SECONDS - begun)) s to end"
grep -q "^303 .*/recepisse/$envoi" "$folder/answer" || fails "the answer was $(cat "$folder/answer")"
start
curl -sf "http://127.0.0.1:$port/reclamation/recepisse/$envoi" | grep -q 'R-0001' || fails "its receipt is gone"
holds "the complaint under way was received, the server ended with status 0"
