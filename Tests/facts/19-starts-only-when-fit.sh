#!/usr/bin/env bash
# The server does not start where the clock is before the newest line, the key is gone or others can read it; it says
# which, and starts once that is mended. Every key and every signed head is on the disk, name and all, before it counts.
# Shows: S-81, S-83, F-30
source "$(dirname "$0")/common.bash"

# Does not start, and says so in words like these.
refuses() {
    local sentence=$1 status=0
    shift
    "$@" timeout 120 "$DOLEANCES" serve --data "$data" --port "$(free_port)" >"$folder/said" 2>&1 || status=$?
    [ "$status" = 1 ] || fails "$*: exit $status: $(tail -c 300 "$folder/said")"
    grep -q "$sentence" "$folder/said" || fails "$*: $(tail -c 600 "$folder/said")"
}

found
start
complain "$(open_form)" >/dev/null
stop TERM
key=$(echo "$data"/cles/*.cle)

printf '{"doleances": {' >"$folder/reglages.json"
refuses "pas du JSON.*$folder/reglages.json.*C-01" env DOLEANCES_CONFIGURATION="$folder/reglages.json"

instant='[0-9]*-[0-9]*-[0-9]*T[0-9:]*Z'
refuses "horloge de la machine indique $instant, et la dernière ligne du journal est datée de $instant" faketime -f -1d

chmod 640 "$key"
refuses "chmod 600 $key" env
chmod 600 "$key"
mv "$key" "$key-ailleurs"
refuses "introuvable ou illisible.*$key" env
mv "$key-ailleurs" "$key"
start
stop TERM

if strace -o /dev/null true 2>/dev/null; then
    # The names of what was synchronised in the key folder, that folder's own among them, in order.
    synchronised() { grep -o 'fsync([0-9]*<[^>]*/cles[^>]*>' "$folder/trace" | sed 's|.*/||; s|>$||' | tr '\n' ' '; }
    strace -f -y -s 0 -e trace=fsync -o "$folder/trace" \
        "$DOLEANCES" organisation add --name Autre --host autre.exemple.fr --data "$data" >/dev/null
    id=$("$DOLEANCES" organisation list --data "$data" | grep 'autre.exemple.fr' | cut -f1)
    [ "$(synchronised)" = "$id.cle cles " ] ||
        fails "a new key is not on the disk with its name: $(cat "$folder/trace")"
    strace -f -y -s 0 -e trace=fsync -o "$folder/trace" \
        "$DOLEANCES" organisation accept-restore --organisation "$id" --reason "essai de reprise" --keys-lost --data "$data" >/dev/null
    grep -q "^$id\.point\.[^ ]* cles $" <<<"$(synchronised)" ||
        fails "a signed head is not noted on the disk: $(cat "$folder/trace")"
    [ "$(stat -c %a "$data/cles/$id.point")" = 600 ] || fails "the note of the signed head is not for the server alone"
else
    echo "SKIP  $fact: no strace here, so what reaches the disk is not looked at"
fi
"$DOLEANCES" verify --data "$data" >"$folder/said" || fails "the books are not sound: $(cat "$folder/said")"
holds "three reasons not to start"
