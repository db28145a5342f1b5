#!/usr/bin/env bash
# The leaflet for complainants, printed by a real browser: two sheets of A4, however much the settings have to say.
source "$(dirname "$0")/common.bash"

in_browser leaflet
