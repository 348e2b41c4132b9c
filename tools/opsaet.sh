#!/usr/bin/env bash
# Make .venv with exactly the packages of the lock: uv when it can be had (seconds), pip otherwise (minutes).
set -euo pipefail
python=$1
command -v "$python" >/dev/null || python=python3
"$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || {
    echo "Python 3.11 is needed, and $("$python" --version) was found." >&2
    exit 1
}
echo "Setting up .venv (once)"
[ -x .venv/bin/pip ] || "$python" -m venv --clear .venv
if .venv/bin/pip install --quiet --require-hashes --requirement requirements-uv.lock; then
    installer=(.venv/bin/uv pip install --compile-bytecode --python .venv/bin/python)
else
    echo "uv cannot be had; pip takes a few minutes"
    installer=(.venv/bin/pip install)
fi
"${installer[@]}" --require-hashes --requirement requirements.lock
"${installer[@]}" --no-deps --no-build-isolation --editable .
