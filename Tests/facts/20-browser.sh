#!/usr/bin/env bash
# Every page of the site in a real browser, at two widths and in two colours: nothing breaks the content security policy,
# asks another origin, runs stored words, overflows or violates WCAG 2.1 AA; strangers get no cookie; Back shows nothing
# after signing out.
# Shows: R-66, R-79, S-03, S-07, S-08, S-09, S-22, S-35
source "$(dirname "$0")/common.bash"

in_browser browser ${BROWSER_ALL_LOOKS:+--all-looks}
