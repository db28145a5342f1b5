#!/usr/bin/env bash
# The demonstration takes nothing of the environment: neither the folder, the keys, the database, the relay nor the address
# of the real server. It is reached from this machine only, connects to no relay, and leaves nothing behind.
# Shows: S-81
source "$(dirname "$0")/common.bash"

port=$(free_port)
relay=$(free_port)
python3 - "$relay" "$folder/relay" <<'PYTHON' &
import socket, sys
door = socket.create_server(("127.0.0.1", int(sys.argv[1])))
open(sys.argv[2], "w").close()
door.accept()
open(sys.argv[2], "w").write("reached")
PYTHON
listener=$!
leave_both() { kill "$listener" 2>/dev/null || true; leave; }
trap leave_both EXIT
wait_for test -e "$folder/relay" || fails "there is no relay to connect to"

printf 'secret\n' >"$folder/mot-de-passe"
chmod 644 "$folder/mot-de-passe"
mkdir "$folder/tmp"
TMPDIR=$folder/tmp DOLEANCES_DATA=$data DOLEANCES_KEYS=$folder/cles DOLEANCES_DATABASE=postgresql://127.0.0.1:1/rien \
    DOLEANCES_MAIL_RELAY="smtp://127.0.0.1:$relay?tls=none" DOLEANCES_MAIL_SENDER=vrai@exemple.fr \
    DOLEANCES_MAIL_PASSWORD_FILE=$folder/mot-de-passe DOLEANCES_HOST=0.0.0.0 DOLEANCES_BASE_URL=https://vrai.exemple.fr \
    "$DOLEANCES" demo --port "$port" >"$folder/out" 2>"$folder/log" &
server=$!
# It fills its books first.
for _ in 1 2 3; do wait_for answers_or_ended && break; done
answers || fails "the demonstration does not start: $(tail -c 600 "$folder/log")"
grep -q "http://127.0.0.1:$port/connexion" "$folder/out" || fails "it says another address: $(cat "$folder/out")"
hexadecimal=$(printf '%04X' "$port")
# A machine without IPv6 has no second table.
listening=$({ cat /proc/net/tcp /proc/net/tcp6 2>/dev/null || true; } |
    awk -v port=":$hexadecimal" '$4 == "0A" && index($2, port) { print $2 }')
[ "$listening" = "0100007F:$hexadecimal" ] || fails "it listens on $listening"
complain "$(open_form)" >"$folder/answer"
grep -q '^303 ' "$folder/answer" || fails "no complaint can be sent: $(cat "$folder/answer")"
sleep 3
stop TERM
[ "$status" = 0 ] || fails "it ended with status $status: $(tail -c 300 "$folder/log")"
[ ! -s "$folder/relay" ] || fails "it connected to the relay"
[ ! -e "$folder/cles" ] && [ ! -e "$data" ] || fails "it made keys or books where the real ones are"
left=$(find "$folder/tmp" -maxdepth 1 -name 'doleances-demo-*')
[ -z "$left" ] || fails "it left $left"
holds "the demonstration keeps to itself"
