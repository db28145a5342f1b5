#!/usr/bin/env bash
# A telephone loads at most four things, and forty kilobytes, to show the public form.
source "$(dirname "$0")/common.bash"

in_browser weight
