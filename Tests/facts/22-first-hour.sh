#!/usr/bin/env bash
# The first hour goes as it is told: the link that the server prints opens the organisation and an account, once, in three
# pages: who it is, what the public will read, what to paste and what is still to do; every command of README, LISEZMOI, the manual's first chapter and docs/operating.md, "Without a browser", works as it is typed, in
# the folder where the server was started with its defaults; and a complaint can then be sent.
source "$(dirname "$0")/common.bash"

mkdir -p "$folder/.build/release"
ln -s "$DOLEANCES" "$folder/.build/release/doleances"
data=$folder/data
password="tournevis marmotte galet"

# Goes through the three pages of the first start, as a browser does, with a mistake in the second first.
set_up() {
    local link token step answer kept
    local -a said
    link=$(grep -o 'http://[^ ]*/premier-demarrage/[0-9a-f]\{64\}' "$folder/out") || fails "no link: $(cat "$folder/out")"
    curl -sf "$link" -o "$folder/page"
    for step in apercu "" "$password"; do
        token=$(sed -n 's/.*name="jeton" value="\([0-9A-Z]*\)".*/\1/p' "$folder/page")
        said=(--form-string "jeton=$token" --form-string "nom=L'École O'Brien <script>")
        if [ "$step" = apercu ]; then
            said+=(--form-string etape=apercu)
        else
            said+=(--form-string etape=ouverture --form-string "compte_nom=Camille Roux"
                --form-string compte_courriel=camille.roux@cine-atelier.example
                --form-string "mot_de_passe=$step" --form-string "mot_de_passe_encore=$step")
        fi
        answer=$(curl -sS -c "$folder/cookies" -o "$folder/page" -w '%{http_code} %{redirect_url}' "${said[@]}" "$link")
        grep -q "value=\"L&#39;École O&#39;Brien &lt;script&gt;\"" "$folder/page" && kept=yes || kept=no
        case "$step $answer $kept" in
            "apercu 200  yes") grep -q "jours ouvrables" "$folder/page" || fails "no preview of the procedure" ;;
            " 422  yes" | "$password 303 "*/premier-demarrage" no") ;;
            *) fails "the first start: ${step:-no password}: $answer" ;;
        esac
    done
    curl -sf -b "$folder/cookies" "http://127.0.0.1:$port/premier-demarrage" | grep -q "Faire une réclamation" ||
        fails "the last page does not follow"
    [ "$(curl -s -o /dev/null -w '%{http_code}' "$link")" = 410 ] || fails "the link is good twice"
    grep -q "${link##*/}" "$folder/log" && fails "the link is in the log"
    [[ $(curl -s "http://127.0.0.1:$port/connexion") == *"Se connecter"* ]] || fails "nobody can sign in"
}

# The commands of a document, each on one line; of docs/operating.md those of one part, with the program's path.
commands() {
    if [ "$1" = docs/operating.md ]; then
        sed -n '/^### Without a browser/,/^## /p' "$repository/$1" | sed 's|^doleances |.build/release/doleances |; s| < FILE||'
    else
        cat "$repository/$1"
    fi | awk '/\\$/ { sub(/\\$/, ""); printf "%s", $0; next } { print }' | grep '^\.build/release/doleances ' || true
}

# Types the commands of a document beside a server over a fresh folder, after the set-up where there is one. A password is
# what is asked for.
type_all() {
    rm -rf "$data"
    start
    [ "$3" = alone ] || set_up
    local count=0 line
    while IFS= read -r line; do
        case $line in *--witness* | *--journal*) continue ;; esac
        (cd "$folder" && bash -c "$line" <<<"$password") >"$folder/said" 2>&1 ||
            fails "$1: $line: $(cat "$folder/said")"
        count=$((count + 1))
    done < <(commands "$1")
    [ "$count" -ge "$2" ] || fails "$1 has $count commands"
    [[ $(complain "$(open_form)") == 303* ]] || fails "$1: no complaint can be sent"
    stop TERM
    holds "$count commands of $1 work as typed"
}

type_all README.md 0 after
type_all LISEZMOI.md 1 after
type_all docs/manuel/1-premier-demarrage.md 5 after
type_all docs/operating.md 2 alone

start
grep -q premier-demarrage "$folder/out" && fails "a link is printed where there is an organisation"
stop TERM
holds "a link opens the organisation and an account once, and is printed no more"

if (cd "$folder" && "$DOLEANCES" user list --data ./donees) >"$folder/said" 2>&1; then fails "a mistyped folder is taken"; fi
grep -q 'C-03' "$folder/said" || fails "a mistyped folder: $(cat "$folder/said")"
[ ! -e "$folder/donees" ] || fails "a mistyped folder was made"
if "$DOLEANCES" organisation add --name … --data "$folder/autre" >"$folder/said" 2>&1; then fails "… is taken for a name"; fi
grep -q -- '--name' "$folder/said" || fails "…: $(cat "$folder/said")"
holds "a mistyped folder and a sign in place of a value are refused"
