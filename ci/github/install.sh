#!/bin/sh
# Installs the program into an environment of its own, beside a folder for its reports.
set -eu

for switch in "check=$BIO2LINT_CHECK" "review=$BIO2LINT_REVIEW" \
  "comment=$BIO2LINT_COMMENT" "sarif=$BIO2LINT_SARIF"; do
  case $switch in
    *=true | *=false) ;;
    # A misspelled `true` would silently check nothing.
    *)
      echo "::error title=bio2lint::De invoer ${switch%%=*} is true noch false." \
        "/ The input ${switch%%=*} is neither true nor false."
      exit 2
      ;;
  esac
done

folder=$(mktemp -d "$RUNNER_TEMP/bio2lint.XXXXXX")
mkdir "$folder/reports"
# `-I`: the working folder is that of the change, and no module of it may be run.
"$PYTHON" -I -m venv "$folder/venv"
"$folder/venv/bin/python" -I -m pip install --quiet --disable-pip-version-check -- \
  "${BIO2LINT_INSTALL:-$GITHUB_ACTION_PATH}"
{
  echo "program=$folder/venv/bin/bio2lint"
  echo "reports=$folder/reports"
} >> "$GITHUB_OUTPUT"
