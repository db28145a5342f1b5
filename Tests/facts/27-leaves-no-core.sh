#!/usr/bin/env bash
# A server that is brought down while it holds what people wrote leaves no core dump, whatever limit it was started under:
# the kernel allows it none, and it cannot ask for more.
# Shows: S-46
source "$(dirname "$0")/common.bash"

if ! ulimit -S -c unlimited 2>/dev/null; then
    echo "SKIP  $fact: this machine lets no process dump a core, so that nothing is shown"
    exit 0
fi
found
start
[[ $(complain "$(open_form)") = 303* ]] || fails "no complaint is received"
said=$(grep '^Max core' "/proc/$server/limits")
[[ $said =~ ^Max\ core\ file\ size\ +0\ +0\  ]] || fails "the server may dump a core: $said"
holds "the server has forbidden itself core dumps, which its shell allows without limit"
