#!/usr/bin/env bash
# Hostile words in every field and file name, and a thousand names, come back as they were written: on pages, in letters,
# in the history; SQL among them finds and changes nothing; the server's log stays one JSON object a line without them.
# So do the strings of published lists, each in every field.
# Shows: S-21, S-22, S-25, S-26
source "$(dirname "$0")/common.bash"

experiment hostile_strings --names 1000 --lives 8
experiment hostile_strings --strings 60 --names 100 --lives 2 --engine postgresql
experiment published_strings
experiment published_strings --strings 60 --engine postgresql
