#!/usr/bin/env bash
# Make a virtual environment with exactly the packages of the lock: uv when it can be had (seconds), pip otherwise
# (minutes). Arguments: the folder, and a Python; without one, or with one that is not there, the oldest there is.
set -euo pipefail
venv=$1
for python in ${2:-} python3.11 python3.12 python3.13 python3.14 python3; do
    # a version manager's name for a Python it has not chosen is there and does not run
    "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null && fundet=$python && break
done
[ -n "${fundet:-}" ] || {
    echo "Python 3.11, 3.12, 3.13 or 3.14 is needed, and none was found." >&2
    exit 1
}
echo "Setting up $venv with $("$fundet" --version) (once)"
[ -x "$venv/bin/pip" ] || "$fundet" -m venv --clear "$venv"
if "$venv/bin/pip" install --quiet --require-hashes --requirement requirements-uv.lock; then
    installer=("$venv/bin/uv" pip install --compile-bytecode --python "$venv/bin/python")
else
    echo "uv cannot be had; pip takes a few minutes"
    installer=("$venv/bin/pip" install)
fi
"${installer[@]}" --require-hashes --requirement requirements.lock
"${installer[@]}" --no-deps --no-build-isolation --editable .
