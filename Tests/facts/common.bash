# Sourced by every fact: the program under test, a folder of its own, and a server that is gone at the end.
# DOLEANCES names the program; without it, the debug build.

set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
DOLEANCES=$(realpath "${DOLEANCES:-$repository/.build/debug/doleances}")
export DOLEANCES PYTHONDONTWRITEBYTECODE=1
fact=$(basename "$0" .sh)
folder=$(mktemp -d "${TMPDIR:-/tmp}/doleances-fact-XXXXXX")
data=$folder/donnees
server=

leave() {
    if [ -n "$server" ]; then
        { kill -9 "$server" && wait "$server"; } 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap leave EXIT

holds() { echo "ok    $fact: $*"; }

fails() {
    echo "FAIL  $fact: $*"
    exit 1
}

free_port() { python3 "$repository/Tests/TestSupport/free_port.py"; }

# Waits until a command succeeds; false when two minutes are over first, which no machine needs.
wait_for() {
    local until=$((SECONDS + 120))
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.05
    done
}

# Whether the server answers on $port, or is no more.
answers() { curl -sf -o /dev/null "http://127.0.0.1:$port/sante"; }
answers_or_ended() { answers || ! kill -0 "$server"; }

# Books with one organisation.
found() { "$DOLEANCES" organisation add --name "Formation Vidéo & Cie" --data "$data" >"$folder/founding"; }

# A server on $port, once it answers.
start() {
    port=$(free_port)
    TMPDIR=$folder "$DOLEANCES" serve --data "$data" --port "$port" >"$folder/out" 2>"$folder/log" &
    server=$!
    { wait_for answers_or_ended && answers; } || fails "the server does not start: $(tail -c 600 "$folder/log")"
}

# Sends the signal, waits, and keeps the exit status in $status.
stop() {
    kill "-${1:-TERM}" "$server"
    status=0
    { wait "$server"; } 2>/dev/null || status=$?
    server=
}

# A fresh form's identifier.
open_form() { curl -sf "http://127.0.0.1:$port/reclamation" | sed -n 's/.*name="envoi" value="\([0-9A-Z]*\)".*/\1/p'; }

# Sends a complaint under the identifier $1, further options of curl after it; prints the status and the receipt's address.
complain() {
    local envoi=$1
    shift
    curl -sS -o /dev/null -w '%{http_code} %{redirect_url}' --max-time 120 \
        --form-string nom=Darcy --form-string prenom=Noé --form-string vous_etes=stagiaire \
        --form-string courriel=noe@exemple.example --form-string "objet=Salle froide" \
        --form-string "reclamation=La salle est restée sans chauffage." \
        --form-string "envoi=$envoi" --form-string etape=envoi "$@" "http://127.0.0.1:$port/reclamation"
}

tell() {
    if [ -n "${FACTS_TELL:-}" ]; then grep --line-buffered '^      ' || true; else cat >/dev/null; fi
}

# Runs an experiment: a line with its size, count and duration when it passes, all it said when it fails. What it skipped
# stays in sight, for Tools/facts counts it. With FACTS_TELL it says meanwhile how far it is.
experiment() {
    local name=$1 begun=$SECONDS count
    shift
    if "${PYTHON:-python3}" "$repository/Tests/experiments/$name.py" "$@" 2>&1 | tee "$folder/said" | tell; then
        grep '^SKIP' "$folder/said" || true
        count=$(tail -n 1 "$folder/said")
        [[ $count = 0\ passed* ]] || holds "$name $*: $count, $((SECONDS - begun)) s"
    else
        grep -v '^ok' "$folder/said" || true
        fails "$name.py $*"
    fi
}

# The same by the Python that has a browser to steer, where there is one.
in_browser() {
    if [ -x "$repository/.venv/bin/python3" ]; then PYTHON=$repository/.venv/bin/python3; fi
    experiment "$@"
}
