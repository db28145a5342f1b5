#!/usr/bin/env bash
# What was acknowledged survives a power cut, where loop devices can be mounted.
# Shows: F-02, S-63
source "$(dirname "$0")/common.bash"

experiment power_cut --cuts "${CUTS:-5}"
