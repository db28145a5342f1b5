#!/usr/bin/env bash
# Many complaints under somebody's address, however it is written: all are received, and three mails reach them at most.
# Shows: S-43
source "$(dirname "$0")/common.bash"

experiment forgeries --forms "${FORGERIES:-300}"
