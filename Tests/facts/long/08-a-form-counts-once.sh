#!/usr/bin/env bash
# Double clicks, later repeats and lost answers make one complaint of each form.
# Shows: F-10, S-40
source "$(dirname "$0")/../common.bash"

experiment repeats --forms "${FORMS:-150}"
