#!/usr/bin/env bash
# A mailbox whose line is cut, falls silent or garbles at any byte of the conversation, or whose server says everything twice, gives
# each mail once, byte for byte, whatever the mails say. CUTS_EVERY=1 cuts after every byte.
# Shows: F-13, F-14, S-74
source "$(dirname "$0")/common.bash"

# shellcheck disable=SC2086 — it is one option or none.
experiment mailbox_cuts --cuts "${LINE_CUTS:-12}" ${CUTS_EVERY:+--every}
