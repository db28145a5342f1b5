#!/usr/bin/env bash
# The first hour goes as it is told: the link that the server prints opens the organisation and an account, once; every
# command of README, LISEZMOI, the manual's first chapter and docs/operating.md, "Without a browser", works as it is typed, in
# the folder where the server was started with its defaults; and a complaint can then be sent.
source "$(dirname "$0")/common.bash"

mkdir -p "$folder/.build/release"
ln -s "$DOLEANCES" "$folder/.build/release/doleances"
data=$folder/data
password="tournevis marmotte galet"

# Sends the page of the first start, as a browser does, with a mistake first.
set_up() {
    local link token said
    link=$(grep -o 'http://[^ ]*/premier-demarrage/[0-9a-f]\{64\}' "$folder/out") || fails "no link: $(cat "$folder/out")"
    for said in "" "$password"; do
        token=$(curl -sf "$link" | sed -n 's/.*name="jeton" value="\([0-9A-Z]*\)".*/\1/p')
        said=$(curl -sS -o "$folder/page" -w '%{http_code} %{redirect_url}' --form-string "jeton=$token" \
            --form-string "nom=L'École O'Brien <script>" --form-string "delai_accuse=10 jours ouvrables" \
            --form-string "delai_reponse=2 mois" --form-string jours_feries=metropole --form-string une_personne=off \
            --form-string "compte_nom=Camille Roux" --form-string compte_courriel=camille.roux@cine-atelier.example \
            --form-string "mot_de_passe=$said" --form-string "mot_de_passe_encore=$said" "$link")
        [[ $said = "422 " ]] && grep -q "value=\"L&#39;École O&#39;Brien &lt;script&gt;\"" "$folder/page" && continue
        [[ $said = "303 "*/connexion* ]] || fails "the first start: $said"
    done
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
