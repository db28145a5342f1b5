#!/usr/bin/env bash
# No change of what was logged goes unseen by verify.
# Shows: F-21, S-66
source "$(dirname "$0")/common.bash"

experiment tampering --flips "${FLIPS:-150}"
