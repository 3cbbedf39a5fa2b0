#!/bin/sh
# Make .venv and install one locked set into it: "serve" to run Turnpoint, "develop" to work on it.
set -eu
cd "$(dirname "$0")/.."
set_name=$1

fits='import sys; sys.exit(sys.version_info < (3, 11))'

find_python() {
    for name in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.14 python; do
        if [ -n "$name" ] && "$name" -c "$fits" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    found=$(python3 --version 2>/dev/null || echo "no Python")
    echo "Turnpoint needs Python 3.11 or newer, and found $found here. Install a newer one, or name it: make serve PYTHON=/path/to/python3" >&2
    exit 1
}

make_environment() {
    python=$(find_python)
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --clear --python "$(command -v "$python")" .venv
    elif "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        "$python" -m venv --clear .venv
    else
        echo "$python cannot make virtual environments here: its venv module is missing. On Debian and Ubuntu, run: sudo apt install python3-venv" >&2
        exit 1
    fi
}

install() {
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python .venv/bin/python "$@"
    else
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input "$@"
    fi
}

usable() {
    .venv/bin/python -c "$fits" >/dev/null 2>&1 &&
        { command -v uv >/dev/null 2>&1 || .venv/bin/python -c 'import pip' >/dev/null 2>&1; }
}

usable || make_environment
echo "Installing what Turnpoint needs into .venv (only when it changes)…" >&2
install --require-hashes -r "requirements/$set_name.txt"
install --no-build-isolation --no-deps --editable .
touch ".venv/.$set_name-installed"
