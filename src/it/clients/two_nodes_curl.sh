#!/usr/bin/env bash
# Two nodes of a running demo by curl: what one knows, so does the other.
# Usage: two_nodes_curl.sh [base URL of one] [base URL of the other]
set -uo pipefail

one=${1:-http://127.0.0.1:8080/api}
base=${2:-http://127.0.0.1:8081/api}
. "$(dirname "$0")/checks.sh"

jar=$work/jar
check "login at the one" 200 \
  "$(status --cookie-jar "$jar" --data 'username=alice&password=123' "$one/login")"
check "GET /me without the jar" 401 "$(status "$base/me")"
contains "GET /me with the jar sees alice" '"alice"' "$(call --cookie "$jar" "$base/me")"
token=$(call --header 'Content-Type: application/json' \
  --data '{"username":"user1","password":"pass1"}' "$one/login" | member accessToken)
check "GET /me with a token of the one" 200 \
  "$(status --header "Authorization: Bearer $token" "$base/me")"
check "POST /logout" 200 "$(status --cookie "$jar" --request POST "$base/logout")"
check "GET /me at the one after it" 401 "$(status --cookie "$jar" "$one/me")"
summary
