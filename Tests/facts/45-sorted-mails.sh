#!/usr/bin/env bash
# Two hundred French mails in the styles of eleven programs, out of a real mailbox, end as what they are; no complaint among them ends
# where nobody looks, and no robot is answered.
# Shows: R-02, R-04, S-71, S-74
source "$(dirname "$0")/common.bash"

experiment sorted_mails
