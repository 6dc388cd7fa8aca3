#!/bin/sh
# Checks the administration; the reports are there whatever the exit status.
set -eu

set -- check --format github \
  --report "sarif=$REPORTS/bio2lint.sarif" \
  --report "junit=$REPORTS/junit.xml" \
  --report "markdown=$REPORTS/check.md" \
  --report "json=$REPORTS/check.json"
[ -z "$BIO2LINT_ROOT" ] || set -- "$@" "--root=$BIO2LINT_ROOT"
[ -z "$BIO2LINT_PROFILE" ] || set -- "$@" "--profile=$BIO2LINT_PROFILE"
[ -z "$BIO2LINT_FAIL_ON" ] || set -- "$@" "--fail-on=$BIO2LINT_FAIL_ON"
[ -z "$BIO2LINT_AS_OF" ] || set -- "$@" "--as-of=$BIO2LINT_AS_OF"
[ -z "$BIO2LINT_LANG" ] || set -- "$@" "--lang=$BIO2LINT_LANG"
if [ -n "$BIO2LINT_JUNIT" ]; then
  set -- "$@" --report "junit=$BIO2LINT_JUNIT"
  # A change may have put a link there: what it leads to is not to be overwritten.
  folder=$(cd -P -- "$(dirname -- "$BIO2LINT_JUNIT")" && pwd) || folder=$(pwd -P)
  case $BIO2LINT_JUNIT in
    "$GITHUB_WORKSPACE"/* | [!/]*) inside=$(cd -P -- "$GITHUB_WORKSPACE" && pwd) ;;
    *) inside= ;;
  esac
  case $folder/ in
    "$inside"/*) ;;
    *)
      echo "::error title=bio2lint::De map van junit ligt achter een koppeling buiten de checkout." \
        "/ The folder of junit lies behind a link outside of the checkout."
      exit 2
      ;;
  esac
  [ ! -L "$BIO2LINT_JUNIT" ] || rm -f -- "$BIO2LINT_JUNIT"
fi

status=0
"$PROGRAM" "$@" || status=$?
{
  echo "status=$status"
  [ ! -f "$REPORTS/bio2lint.sarif" ] || echo "sarif=$REPORTS/bio2lint.sarif"
  [ ! -f "$REPORTS/junit.xml" ] || echo "junit=$REPORTS/junit.xml"
} >> "$GITHUB_OUTPUT"
exit "$status"
