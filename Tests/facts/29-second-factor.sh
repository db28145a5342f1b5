#!/usr/bin/env bash
# Somebody invited by a link chooses a password and signs in with a second factor, set up with an application of their own;
# none of these secrets is in any file.
# Shows: S-53, S-55
source "$(dirname "$0")/common.bash"

experiment second_factor
