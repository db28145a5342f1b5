#!/usr/bin/env bash
# However strangely a form is sent, it has its receipt or a refusal in French, its words kept, nothing half stored.
# Shows: S-20, S-25, S-41
source "$(dirname "$0")/common.bash"

experiment strangers
