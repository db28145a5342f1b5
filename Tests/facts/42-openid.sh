#!/usr/bin/env bash
# An officer links their identity at a real provider of OpenID Connect with their account, comes and goes by it in a real
# browser, and has the password where the provider is out; nobody else comes in by it.
# Shows: S-56, S-58, S-62
source "$(dirname "$0")/common.bash"

in_browser openid
in_browser openid --engine postgresql
