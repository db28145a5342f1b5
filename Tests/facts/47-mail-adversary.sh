#!/usr/bin/env bash
# Whoever writes to the mailbox as staff, as a complainant or as the house does nothing by it, and no robot is answered for ever,
# another house's least of all.
# Shows: F-15, S-71, S-73
source "$(dirname "$0")/common.bash"

experiment mail_adversary
