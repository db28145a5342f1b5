#!/usr/bin/env bash
# Fifty documents at once are received to their last byte, and take less memory than a third of what comes in.
# Shows: S-19
# Alone: it measures memory and speed.
source "$(dirname "$0")/common.bash"

experiment uploads
