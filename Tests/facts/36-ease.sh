#!/usr/bin/env bash
# Where scripts run, what is typed survives a lost connection, a closed tab and Back; documents go up with their progress and
# can be stopped; keys lead through the desk and can be turned off. A picture stands beside the forms. Without scripts all of
# it is done as well.
# Shows: S-03, S-12, S-35, R-79
source "$(dirname "$0")/common.bash"

in_browser ease
