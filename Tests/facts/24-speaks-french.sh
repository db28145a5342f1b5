#!/usr/bin/env bash
# A line that cannot be read, and every page of help, is answered in French; what cannot be read exits 64.
source "$(dirname "$0")/common.bash"

english='Error|Missing|Unknown|Unexpected|unexpected|invalid|specified|Did you|See |OVERVIEW|USAGE|OPTIONS|Show |subcommand|Help:'

# Refuses a line with these words.
refuses() {
    local sentence=$1 status=0
    shift
    "$DOLEANCES" "$@" >"$folder/out" 2>"$folder/said" </dev/null || status=$?
    [ "$status" = 64 ] || fails "$*: exit $status: $(cat "$folder/said")"
    [ ! -s "$folder/out" ] || fails "$*: on standard output: $(cat "$folder/out")"
    grep -qF -- "$sentence" "$folder/said" || fails "$*: $(cat "$folder/said")"
    if grep -E "$english" "$folder/said"; then fails "$*: in English"; fi
}

refuses "Commande inconnue : foo." foo
refuses "Commande inconnue : ad." organisation ad
refuses "Option inconnue : --email. Une commande vient d’abord." user ad --email x
refuses "Option inconnue : --prot. Vouliez-vous dire --port ?" serve --prot 80
refuses "Option inconnue : -x." verify -x
refuses "« abc » ne convient pas à --port <port>" serve --port abc
refuses "Il manque la valeur d’une option : --data <data>." verify --data
refuses "Il manque une option : --journal <journal>." export
refuses "Il manque une option : --name <name>." user add --email a@b.example
refuses "Il manque une option : --reason <reason>." organisation accept-restore
refuses "--json ne prend pas de valeur" organisation show --json=oui
refuses "De trop : x, y." serve x y
holds "what cannot be read is refused in French"

count=0
pages() {
    count=$((count + 1))
    "$DOLEANCES" "$@" --help >"$folder/said" 2>"$folder/errors" || fails "$* --help: $(cat "$folder/errors")"
    [ ! -s "$folder/errors" ] || fails "$* --help: on standard error: $(cat "$folder/errors")"
    grep -q "^Usage : doleances" "$folder/said" || fails "$* --help: $(cat "$folder/said")"
    if grep -E "$english" "$folder/said"; then fails "$* --help: in English"; fi
    local verb verbs
    verbs=$(sed -n '/^Commandes/,/^$/s/^  \([a-z][a-z-]*\).*/\1/p' "$folder/said")
    for verb in $verbs; do pages "$@" "$verb"; done
}
pages
[ "$count" -ge 15 ] || fails "only $count pages of help"
"$DOLEANCES" >"$folder/said" || fails "without a word: exit $?"
grep -q "^Commandes" "$folder/said" || fails "without a word: $(cat "$folder/said")"
holds "$count pages of help are French"
