#!/bin/sh
# Reviews the change of a pull request, into the log, the summary of the job and a file.
set -eu

review=$REPORTS/review.md
said=$(mktemp "$RUNNER_TEMP/bio2lint.XXXXXX")
set -- review --report "markdown=$review" --report "json=$REPORTS/review.json"
[ -z "$BIO2LINT_ROOT" ] || set -- "$@" "--root=$BIO2LINT_ROOT"
[ -z "$BIO2LINT_FAIL_ON" ] || set -- "$@" "--fail-on=$BIO2LINT_FAIL_ON"
[ -z "$BIO2LINT_AS_OF" ] || set -- "$@" "--as-of=$BIO2LINT_AS_OF"
[ -z "$BIO2LINT_LANG" ] || set -- "$@" "--lang=$BIO2LINT_LANG"

status=0
"$PROGRAM" "$@" 2> "$said" || status=$?
kind=error
[ "$status" -gt 1 ] || kind=warning
tr -d '\r' < "$said" | sed -e 's/%/%25/g' -e "s/^/::$kind title=bio2lint::/"

# Without a review the comment of an earlier commit would stand as if it were about this one.
if [ ! -f "$review" ]; then
  {
    echo '<!-- bio2lint:review -->'
    echo '## ❌ BIO2'
    echo
    echo "bio2lint kon deze wijziging niet beoordelen. / bio2lint could not review this change."
    echo
    # A forge refuses a comment that is too long, or that ends within a letter. A marker in it
    # would make it that of another administration.
    head -n 20 "$said" | cut -b 1-1000 \
      | LC_ALL=C sed -e 's/[^ -~]*$//' -e 's/<!--/<! --/g' -e 's/^/    /'
  } > "$review"
fi
cat "$review" >> "$GITHUB_STEP_SUMMARY"
{
  echo "status=$status"
  echo "review=$review"
} >> "$GITHUB_OUTPUT"
exit "$status"
