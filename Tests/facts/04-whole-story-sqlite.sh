#!/usr/bin/env bash
# One complaint from bare books to its closing, on SQLite, by curl and without JavaScript.
# Shows: S-45, S-63, S-67, R-35
source "$(dirname "$0")/common.bash"

experiment story --engine sqlite
