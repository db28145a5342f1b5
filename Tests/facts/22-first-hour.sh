#!/usr/bin/env bash
# Every command of README, LISEZMOI, the manual's first chapter and the page shown before there is an organisation works as
# it is typed, in the folder where the server was started with its defaults, and a complaint can then be sent.
source "$(dirname "$0")/common.bash"

mkdir -p "$folder/.build/release"
ln -s "$DOLEANCES" "$folder/.build/release/doleances"
data=$folder/data

# The commands of a document, each on one line.
commands() {
    sed -e 's/<[^>]*>//g' -e 's/&quot;/"/g' "$repository/$1" |
        awk '/\\$/ { sub(/\\$/, ""); printf "%s", $0; next } { print }' | grep '^\.build/release/doleances '
}

# Types the commands of a document beside a server over a fresh folder. The password is what is asked for.
type_all() {
    rm -rf "$data"
    start
    local count=0 line
    while IFS= read -r line; do
        case $line in *--witness* | *--journal*) continue ;; esac
        (cd "$folder" && bash -c "$line" <<<"tournevis marmotte galet") >"$folder/said" 2>&1 ||
            fails "$1: $line: $(cat "$folder/said")"
        count=$((count + 1))
    done < <(commands "$1")
    [ "$count" -ge "$2" ] || fails "$1 has $count commands"
    [[ $(complain "$(open_form)") == 303* ]] || fails "$1: no complaint can be sent"
    stop TERM
    holds "$count commands of $1 work as typed"
}

type_all README.md 4
type_all LISEZMOI.md 5
type_all docs/manuel/1-premier-demarrage.md 6
type_all Sources/Pages/Templates/public/no-organisation.mustache 2

if (cd "$folder" && "$DOLEANCES" user list --data ./donees) >"$folder/said" 2>&1; then fails "a mistyped folder is taken"; fi
grep -q 'C-03' "$folder/said" || fails "a mistyped folder: $(cat "$folder/said")"
[ ! -e "$folder/donees" ] || fails "a mistyped folder was made"
if "$DOLEANCES" organisation add --name … --data "$folder/autre" >"$folder/said" 2>&1; then fails "… is taken for a name"; fi
grep -q -- '--name' "$folder/said" || fails "…: $(cat "$folder/said")"
holds "a mistyped folder and a sign in place of a value are refused"
