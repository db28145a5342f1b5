#!/usr/bin/env bash
# A relay that fails in every manner, one that is not ours, and relay, mailbox and scanner down for a day: every complaint is received,
# every letter arrives, one alone twice, and what does not leave is before somebody within five minutes.
# Shows: F-26, F-27, S-79, S-80, S-87
source "$(dirname "$0")/common.bash"

# shellcheck disable=SC2086 — it is one option or none.
experiment relay_faults --complaints "${COMPLAINTS:-5}" ${COMPLAINTS_MEASURED:+--measured}
