#!/usr/bin/env bash
# Mails as programs write them, damaged ones and ones that are too much: the confined child reads them, or its limits end it.
# `make prove` damages a hundred thousand, makes the long ones as long as a mail may be, and holds rate and time.
# Shows: S-76, S-77
source "$(dirname "$0")/common.bash"

# shellcheck disable=SC2086 — it is one option or none.
experiment mails --count "${MAILS:-1000}" --size "${MAIL_SIZE:-1048576}" ${MAILS_MEASURED:+--measured}
