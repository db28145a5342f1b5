#!/usr/bin/env bash
# Every page, letter and notice in every state, of samples, in a real browser at two widths and in two colours: nothing breaks
# the content security policy, asks another origin, overflows or violates WCAG 2.1 AA, and the atelier keeps nothing.
# Shows: R-79, S-03
source "$(dirname "$0")/common.bash"

# One of eight, two minutes; `make prove` opens them all.
in_browser atelier --every "${ATELIER:-8}" ${ATELIER_ALL_LOOKS:+--all-looks}
