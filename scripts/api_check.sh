#!/usr/bin/env bash
# Asks the API thousands of requests, such as fit its description and such as do not (schemathesis, from PyPI), and fails
# where an answer is not as documented. Where Python is missing it says so and is skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

venv="${XDG_CACHE_HOME:-$HOME/.cache}/solo-crm/schemathesis"
skip() {
  echo "== SKIPPED: the API is not checked against its description ($1)"
  exit 0
}

tool="$(command -v schemathesis || true)"
if [ -z "$tool" ]; then
  command -v python3 >/dev/null || skip 'there is no python3'
  if [ ! -x "$venv/bin/schemathesis" ]; then
    python3 -m venv "$venv" >/dev/null 2>&1 || skip 'python3 makes no venv'
    timeout 180 "$venv/bin/pip" install -q schemathesis==4.32.5 >/dev/null 2>&1 || skip 'schemathesis cannot be installed'
  fi
  tool="$venv/bin/schemathesis"
fi
exec node_modules/.bin/tsx scripts/api_check.ts "$tool" "${SECONDS_AT_MOST:-40}"
