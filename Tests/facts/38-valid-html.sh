#!/usr/bin/env bash
# Every page, letter and notice in every state, of samples, is valid HTML for the Nu validator.
# Shows: R-79
source "$(dirname "$0")/common.bash"

in_browser markup
