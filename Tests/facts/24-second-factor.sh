#!/usr/bin/env bash
# Somebody signs in with a second factor, set up with an application of their own; none of its secrets is in any file.
# Shows: S-53
source "$(dirname "$0")/common.bash"

experiment second_factor
