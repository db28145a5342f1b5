#!/usr/bin/env bash
# What was acknowledged survives kill -9, once and with its files.
# Shows: F-01, S-63
source "$(dirname "$0")/common.bash"

kills=${KILLS:-100}
experiment kill_nine --kills "$kills" --longest 0.3
experiment kill_nine --kills $((kills / 5)) --longest 0.3 --engine postgresql
