#!/usr/bin/env bash
# Debian packages the tests need: installed when root, skipped loudly when not, never skipped under CI=true.
set -euo pipefail
missing=()
for package in "$@"; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
        missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -eq 0 ]; then
    echo "Installing Debian packages: ${missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
elif [ "${CI:-}" = true ]; then
    echo "CI needs the Debian packages ${missing[*]} and is not root." >&2
    exit 1
else
    echo "*** NOT INSTALLED (needs root): ${missing[*]}. The tests that need them are skipped." >&2
fi
