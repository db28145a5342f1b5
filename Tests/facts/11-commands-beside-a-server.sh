#!/usr/bin/env bash
# Organisations and accounts are added while the server runs over the same folder: it takes the errand, shows what it did
# at once, and ends as well as ever. A dozen commands at once lose nothing.
# Shows: S-84
source "$(dirname "$0")/common.bash"

refused() {
    local sentence=$1
    shift
    if "$@" >"$folder/said" 2>&1 <<<"${entered:-}"; then fails "$* was not refused"; fi
    grep -q "$sentence" "$folder/said" || fails "$* said: $(cat "$folder/said")"
}

start
[ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/reclamation")" = 503 ] || fails "there is a form already"
found
grep -q 'Formation Vidéo & Cie' <<<"$(curl -sf "http://127.0.0.1:$port/" | sed 's/&amp;/\&/g')" || fails "the form is not there"

entered="cheval agrafe pile correcte"
user=("$DOLEANCES" user add --name "Camille d’Aÿ" --roles responsable,direction --password-stdin --data "$data")
"${user[@]}" --email camille@exemple.example <<<"$entered" >"$folder/said" || fails "user add: $(cat "$folder/said")"
refused "a déjà un compte" "${user[@]}" --email CAMILLE@exemple.example
entered=court refused "trop court" "${user[@]}" --email paul@exemple.example
refused "Rôle inconnu" "$DOLEANCES" user add --name P --roles roi --email p@exemple.example --password-stdin --data "$data"
refused "trois coordonnées" "$DOLEANCES" organisation set --mediator-name Untel --data "$data"

adding=()
for index in $(seq 12); do
    "${user[@]}" --email "personne$index@exemple.example" <<<"$entered" >/dev/null &
    adding+=($!)
done
for one in "${adding[@]}"; do wait "$one" || fails "one of the commands at once failed"; done
[ "$("$DOLEANCES" user list --data "$data" | wc -l)" = 13 ] || fails "accounts: $("$DOLEANCES" user list --data "$data")"
"$DOLEANCES" user disable --email personne7@exemple.example --data "$data" >/dev/null
grep -q '^personne7@.*désactivé$' <<<"$("$DOLEANCES" user list --data "$data")" || fails "the account is not disabled"
again=("$DOLEANCES" user set --email PERSONNE7@exemple.example --data "$data")
refused "Rien à régler" "${again[@]}"
entered=court refused "trop court" "${again[@]}" --password-stdin --enable
"${again[@]}" --enable --roles accueil --password-stdin <<<"$entered" >"$folder/said" \
    || fails "user set: $(cat "$folder/said")"
grep -q '^personne7@.*accueil.*actif$' <<<"$("$DOLEANCES" user list --data "$data")" || fails "the account is not open again"

stop KILL
"$DOLEANCES" organisation set --delays rapide --data "$data" >"$folder/said" || fails "after a kill: $(cat "$folder/said")"
start
grep -q "Formation Vidéo & Cie" <<<"$("$DOLEANCES" organisation list --data "$data")" || fails "the organisation is gone"
stop TERM
[ "$status" = 0 ] || fails "the server ended with status $status: $(tail -c 300 "$folder/log")"
[ ! -e "$data/commandes.sock" ] || fails "the socket was left behind"
holds "16 errands beside a running server"
