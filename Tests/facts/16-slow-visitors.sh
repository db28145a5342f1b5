#!/usr/bin/env bash
# Visitors who are silent, drip, or take no answer are closed; five hundred of them slow nobody, and whoever is only on a
# bad line is heard.
# Shows: S-16
# Alone: others are answered within a second meanwhile.
source "$(dirname "$0")/common.bash"

experiment slow_visitors
