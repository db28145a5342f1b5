#!/usr/bin/env bash
# Double clicks, later repeats and lost answers make one complaint of each form.
# Shows: F-10, S-40
source "$(dirname "$0")/common.bash"

forms=${FORMS:-150}
experiment repeats --forms "$forms"
experiment repeats --forms $((forms / 3)) --engine postgresql
