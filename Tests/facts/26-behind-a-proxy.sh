#!/usr/bin/env bash
# Behind an nginx configured as docs/operating.md says, over TLS: complaints with documents and sign-ins work; nobody is
# believed on forwarded headers or another host's name; of ambiguous requests nothing is handled that nginx has not read,
# and the next visitor gets his own answer; huge requests are refused and slow visitors stay outside.
# Shows: S-13, S-15, S-16, S-17, S-18
source "$(dirname "$0")/common.bash"

experiment proxy
