#!/usr/bin/env bash
# The same story, on PostgreSQL.
# Shows: S-45, S-63, S-67, R-35
source "$(dirname "$0")/common.bash"

experiment story --engine postgresql
