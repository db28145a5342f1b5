#!/usr/bin/env bash
# With the keyboard alone, and scripts switched off, a complaint is sent, then qualified and entered in the register in three
# screens; its author is told.
# Shows: R-79, R-83
source "$(dirname "$0")/common.bash"

in_browser keyboard
in_browser keyboard --engine postgresql
