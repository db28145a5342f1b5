#!/usr/bin/env bash
# Starts a PostgreSQL of one test process on a free port of loopback, and prints the port. It stops, and its folder goes,
# when the process of that number ends. Durability settings are those of a real server: the tests check for them.
set -euo pipefail
owner=$1
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$binaries" ] || { echo "install postgresql (apt-get install postgresql)" >&2; exit 1; }
folder=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}
# What stays behind must hold nothing of whoever started us, or they would wait for it for ever.
apart() {
    for descriptor in /proc/self/fd/*; do
        descriptor=${descriptor##*/}
        if ((descriptor > 2)); then eval "exec $descriptor>&-"; fi
    done
    "$@"
}
[ "$(id -u)" = 0 ] && chown postgres "$folder"
as_postgres "$binaries/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C >/dev/null
(apart as_postgres "$binaries/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c max_connections=400" start) </dev/null >/dev/null 2>&1
watch() {
    while kill -0 "$owner"; do sleep 1; done
    as_postgres "$binaries/pg_ctl" -D "$folder/data" -m immediate stop || true
    rm -rf "$folder"
}
(apart watch) </dev/null >/dev/null 2>&1 &
echo "$port"
