#!/usr/bin/env bash
# No secret is in the arguments, the environment, the log, what commands say or an export; a password in --database is
# refused.
# Shows: S-81
source "$(dirname "$0")/common.bash"

experiment hushed
