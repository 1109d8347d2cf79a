#!/usr/bin/env bash
# Runs the flows of every client over HTTP and HTTPS against a running demo.
# Usage: run.sh [HTTP base URL] [HTTPS base URL]
# Needs curl and, for /usr/bin/python3, the modules requests and httpx.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
http=${1:-http://127.0.0.1:8080/api}
https=${2:-https://127.0.0.1:8443/api}
# Leaves no compiled files beside the sources.
export PYTHONDONTWRITEBYTECODE=1
code=0

for base in "$http" "$https"; do
  /usr/bin/python3 "$here/seeds_requests.py" "$base" || code=1
  /usr/bin/python3 "$here/seeds_httpx.py" "$base" || code=1
  "$here/seeds_curl.sh" "$base" || code=1
done

[ "$code" -eq 0 ] && echo "All clients passed." || echo "Some checks failed; see the lines marked FAIL."
exit "$code"
