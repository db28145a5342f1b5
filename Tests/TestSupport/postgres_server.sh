#!/usr/bin/env bash
# postgres_server.sh start OWNER FOLDER [setting=value…]: makes a PostgreSQL in FOLDER, starts it on a free port of
#   loopback, and prints the port and the folder, which is of FOLDER's name in memory where there is plenty: making a
#   database is making a thousand files. It stops, and its folder goes, when the process OWNER ends. Durability settings
#   are those of a real server: the tests check for them.
# postgres_server.sh control FOLDER WORD…: pg_ctl's own words, for that server.
set -euo pipefail
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$binaries" ] || { echo "install postgresql (apt-get install postgresql)" >&2; exit 1; }
as_postgres() {
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}
# What stays behind must hold nothing of whoever started us, or they would wait for it for ever.
apart() {
    for descriptor in /proc/self/fd/*; do
        descriptor=${descriptor##*/}
        if ((descriptor > 2)); then eval "exec $descriptor>&-"; fi
    done
    "$@"
}
control() { (apart as_postgres "$binaries/pg_ctl" -D "$folder/data" -w -t 180 -l "$folder/log" "$@") </dev/null >/dev/null 2>&1; }
# Not ended by what ends the tests' process group: it has to outlive them for a moment.
watch() {
    trap '' HUP INT TERM
    while kill -0 "$owner"; do sleep 1; done
    control -m immediate stop || true
    rm -rf "$folder"
}

action=$1
shift
if [ "$action" = control ]; then
    folder=$1
    shift
    control "$@" || { tail -n 5 "$folder/log" >&2; exit 1; }
    exit
fi
owner=$1 folder=$2
shift 2
available=$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo 2>/dev/null || echo 0)
if [ "$available" -gt $((12 << 20)) ] && [ -w /dev/shm ]; then folder=/dev/shm/${folder##*/}; fi
mkdir -p "$folder"
port=$(python3 "$(dirname "$0")/free_port.py")
[ "$(id -u)" = 0 ] && chown postgres "$folder"
as_postgres "$binaries/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C >/dev/null
{
    echo "port = $port"
    echo "listen_addresses = '127.0.0.1'"
    # Its folder's name may be too long for a socket's.
    echo "unix_socket_directories = ''"
    echo "max_connections = 400"
    printf '%s\n' "$@"
} | as_postgres tee -a "$folder/data/postgresql.conf" >/dev/null
control start || { tail -n 5 "$folder/log" >&2; exit 1; }
(apart watch) </dev/null >/dev/null 2>&1 &
echo "$port $folder"
