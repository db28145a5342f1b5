#!/usr/bin/env bash
# Addresses in every field, header and document, through every act: the server connects to nothing but its mail relay.
# Shows: S-29
source "$(dirname "$0")/common.bash"

experiment callers
