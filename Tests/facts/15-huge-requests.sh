#!/usr/bin/env bash
# Requests that are far too large, or that two readers could read differently, are refused and their connection closed;
# the server lives and answers others within a second. A form in chunks of one byte is received.
# Shows: S-14, S-15
# Alone: others are answered within a second meanwhile.
source "$(dirname "$0")/common.bash"

experiment huge_requests
