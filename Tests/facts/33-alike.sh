#!/usr/bin/env bash
# What the server knows and what it does not get the same answer, in size and in time: addresses at the sign-in, codes,
# invitations, references of those who lost their code. `make prove` holds the times to five milliseconds.
# Shows: S-44
# Alone: it compares times.
source "$(dirname "$0")/common.bash"

# shellcheck disable=SC2086 — it is one option or none.
experiment alike --count "${ALIKE:-200}" --sign-ins "${ALIKE_SIGN_INS:-20}" ${ALIKE_MEASURED:+--measured}
