#!/usr/bin/env bash
# F-16: the reader of mails under libFuzzer, with AddressSanitizer over GMime's calls, for FUZZ_SECONDS; seeds are the mails of
# the tests. What it finds worth keeping stays in FUZZ_CORPUS. It fails where a mail crashes it, or takes two seconds.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d "${TMPDIR:-/tmp}/doleances-fuzz-XXXXXX")
trap 'rm -rf "$work"' EXIT
corpus=${FUZZ_CORPUS:-$work/corpus}
mkdir -p "$corpus"
mapfile -t flags < <(pkg-config --cflags-only-I gmime-3.0 | tr ' ' '\n' | grep . | sed 's/^/-Xcc\n/')
options=(
    -O -swift-version 6 -package-name doleances -parse-as-library -sanitize=fuzzer,address -I "$work"
    -enable-upcoming-feature MemberImportVisibility -enable-upcoming-feature InternalImportsByDefault
    -enable-upcoming-feature NonisolatedNonsendingByDefault
    -Xcc "-fmodule-map-file=$PWD/Sources/CGMime/module.modulemap" "${flags[@]}"
)
for module in Mail MailReading; do
    mapfile -t sources < <(find "Sources/$module" -name '*.swift')
    swiftc "${options[@]}" -wmo -emit-module -emit-object -module-name "$module" \
        -emit-module-path "$work/$module.swiftmodule" -o "$work/$module.o" "${sources[@]}"
done
# shellcheck disable=SC2046 — they are several words.
swiftc "${options[@]}" -module-name mail_fuzz -o "$work/fuzz" Tests/fuzz/mail.swift "$work"/*.o $(pkg-config --libs gmime-3.0)
# The crash handler would hang over what the fuzzer catches.
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 "$work/fuzz" -max_total_time="${FUZZ_SECONDS:-60}" -timeout=2 \
    -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1 -artifact_prefix="${FUZZ_FOUND:-$work}/" \
    "$corpus" Tests/MailReadingTests/Mails
