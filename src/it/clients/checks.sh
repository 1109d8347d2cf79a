# What the flows by curl have in common; each sets base, which its lines name.
passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The demo's certificate is self-signed.
call() { curl --silent --insecure --noproxy '*' --max-time 20 "$@"; }

status() { call --output /dev/null --write-out '%{http_code}' "$@"; }

check() { # what, expected, seen
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
    echo "ok    curl $base: $1"
  else
    failed=$((failed + 1))
    echo "FAIL  curl $base: $1 (expected: $2, seen: $3)"
  fi
}

contains() { # what, part, text
  case "$3" in
    *"$2"*) check "$1" yes yes ;;
    *) check "$1" "$2" "nothing like it" ;;
  esac
}

# The value of a text member of a flat JSON object.
member() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }

summary() {
  echo "curl $base: $passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}
