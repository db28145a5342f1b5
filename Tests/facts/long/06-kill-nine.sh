#!/usr/bin/env bash
# What was acknowledged survives kill -9, once and with its files.
# Shows: F-01, S-63
source "$(dirname "$0")/../common.bash"

experiment kill_nine --kills "${KILLS:-100}" --longest 0.3
