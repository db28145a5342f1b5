#!/usr/bin/env bash
# Register numbers are 1…k under concurrent registrations, roll-backs and kills, on both engines.
# Shows: F-11, S-64
source "$(dirname "$0")/common.bash"

experiment numbering --count "${REGISTRATIONS:-400}" --kills 3
