#!/usr/bin/env bash
# A program drives a whole case by the interface for programs, on both engines, and is refused what a page refuses; schemathesis
# finds no answer that the description does not have.
# Shows: S-40, S-60
source "$(dirname "$0")/common.bash"

experiment programs --examples "${API_EXAMPLES:-20}" --in-roles "${API_IN_ROLES:-0}"
