#!/usr/bin/env bash
# A mailbox is read to its last mail, each once, whatever kills the server or the mailbox.
# Shows: F-12, S-74, S-75
source "$(dirname "$0")/common.bash"

kills=${BOX_KILLS:-10}
experiment mailbox_kills --mails "${BOX_MAILS:-$((kills * 20))}" --kills "$kills"
