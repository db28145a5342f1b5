#!/usr/bin/env bash
# Ten thousand guesses at tracking secrets from one address, and as many from five hundred, open nothing, are told to wait,
# and keep nobody who has a secret from opening their case.
# Shows: S-47
# Alone: the secret opens its case within a second meanwhile.
source "$(dirname "$0")/common.bash"

experiment guesses
