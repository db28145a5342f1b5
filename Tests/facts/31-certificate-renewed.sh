#!/usr/bin/env bash
# A certificate that is replaced with its key is shown to new connections, by a server that goes on; open ones go on too.
source "$(dirname "$0")/common.bash"

experiment renewal
