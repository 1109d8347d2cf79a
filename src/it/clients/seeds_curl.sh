#!/usr/bin/env bash
# The flows by curl against a running demo: a cookie jar, a bearer token, a refresh.
# Usage: seeds_curl.sh [base URL, default http://127.0.0.1:8080/api]
set -uo pipefail

base=${1:-http://127.0.0.1:8080/api}
. "$(dirname "$0")/checks.sh"

cookie_jar() {
  local jar=$work/jar
  check "login by form" 200 \
    "$(status --cookie-jar "$jar" --data 'username=alice&password=123' "$base/login")"
  check "GET /profile without the jar" 401 "$(status "$base/profile")"
  check "GET /profile with the jar" 200 "$(status --cookie "$jar" "$base/profile")"
  contains "GET /me sees alice" '"alice"' "$(call --cookie "$jar" "$base/me")"
  check "POST /orders" 201 "$(status --cookie "$jar" --header 'Content-Type: application/json' \
    --data '{"item":"umbrella","quantity":1}' "$base/orders")"
  cp "$jar" "$work/kept"
  check "POST /logout" 200 \
    "$(status --cookie "$jar" --cookie-jar "$jar" --request POST "$base/logout")"
  check "GET /profile after logout" 401 "$(status --cookie "$jar" "$base/profile")"
  check "GET /profile with a kept copy of the jar" 401 "$(status --cookie "$work/kept" "$base/profile")"
}

cookie_attributes() {
  local cookie secure=no name=sid
  cookie=$(call --dump-header - --output /dev/null --data 'user=bob&pwd=123' "$base/login" |
    tr -d '\r' | grep -i '^set-cookie:.*sid=')
  case "$base" in https:*) secure=yes name=__Host-sid ;; esac
  check "one session cookie" 1 "$(printf '%s\n' "$cookie" | grep -c .)"
  check "its name" "$name" "$(printf '%s' "$cookie" | sed 's/^[^:]*: *\([^=]*\)=.*/\1/')"
  for attribute in HttpOnly SameSite=Lax Path=/; do
    contains "its attribute $attribute" "; $attribute;" "$cookie;"
  done
  case "$cookie;" in
    *"; Secure;"*) check "its attribute Secure" "$secure" yes ;;
    *) check "its attribute Secure" "$secure" no ;;
  esac
}

bearer() {
  local answer token refresh renewed
  answer=$(call --header 'Content-Type: application/json' \
    --data '{"username":"user1","password":"pass1"}' "$base/login")
  token=$(printf '%s' "$answer" | member accessToken)
  refresh=$(printf '%s' "$answer" | member refreshToken)
  check "GET /protected with the token" 200 \
    "$(status --header "Authorization: Bearer $token" "$base/protected")"
  check "GET /protected with a made-up token" 401 \
    "$(status --header 'Authorization: Bearer made.up.token' "$base/protected")"
  renewed=$(call --request POST --header "Authorization: Bearer $refresh" "$base/refresh" |
    member accessToken)
  check "GET /protected after a refresh" 200 \
    "$(status --header "Authorization: Bearer $renewed" "$base/protected")"
  check "POST /logout with the token" 200 \
    "$(status --request POST --header "Authorization: Bearer $renewed" "$base/logout")"
  check "GET /protected after logout" 401 \
    "$(status --header "Authorization: Bearer $renewed" "$base/protected")"
}

refusals() {
  check "GET /public" 200 "$(status "$base/public")"
  check "login with a wrong password" 401 \
    "$(status --data 'username=alice&password=wrong' "$base/login")"
  check "login with a malformed body" 400 \
    "$(status --header 'Content-Type: application/json' --data '{"username":' "$base/login")"
  contains "401 carries a Bearer challenge" 'Bearer realm=' \
    "$(call --dump-header - --output /dev/null "$base/profile" | grep -i '^www-authenticate:')"
}

cookie_jar
cookie_attributes
bearer
refusals
summary
