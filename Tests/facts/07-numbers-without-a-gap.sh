#!/usr/bin/env bash
# Register numbers are 1…k under concurrent registrations, roll-backs and kills, on both engines. Incomplete complaints are
# received like the others; it is their registration that is refused.
# Shows: F-11, S-32, S-64
source "$(dirname "$0")/common.bash"

count=${REGISTRATIONS:-400}
experiment numbering --count "$count" --kills $((count / 200 + 1))
