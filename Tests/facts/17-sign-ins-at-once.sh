#!/usr/bin/env bash
# Many people sign in at once: all are let in, nobody else is, and complaints come in meanwhile. `make prove` measures it.
# Shows: S-52
source "$(dirname "$0")/common.bash"

# shellcheck disable=SC2086 — it is one option or none.
experiment sign_ins --count "${SIGN_INS:-20}" ${SIGN_INS_MEASURED:+--measured}
