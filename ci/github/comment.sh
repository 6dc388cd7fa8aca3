#!/bin/sh
# Posts the review as a comment, or brings the comment of an earlier commit up to date.
# What fails here leaves the verdict of the job as it is.
set -eu

if [ "$HEAD_REPOSITORY" != "$GITHUB_REPOSITORY" ]; then
  echo "::notice title=bio2lint::Geen opmerking bij een wijziging uit een fork; de beoordeling" \
    "staat in de samenvatting. / No comment on a change from a fork; the review is in the summary."
  exit 0
fi

tell() {
  [ $? -eq 0 ] || echo "::warning title=bio2lint::De opmerking is niet geplaatst (is er" \
    "\`pull-requests: write\`?); de beoordeling staat in de samenvatting. / The comment was not" \
    "posted (is there \`pull-requests: write\`?); the review is in the summary."
  exit 0
}
trap tell EXIT

# The administrations of one repository have a comment each.
key="<!-- bio2lint:root:$(printf '%s' "$BIO2LINT_ROOT" | cksum | tr ' ' -) -->"
body=$(mktemp "$RUNNER_TEMP/bio2lint.XXXXXX")
{
  cat "$REVIEW"
  echo
  echo "$key"
} > "$body"

# Only a comment of our own: anybody can write a marker, and edit below it afterwards.
ours=".data.repository.pullRequest.comments.nodes[]
  | select(.viewerDidAuthor)
  | select(.body | startswith(\"<!-- bio2lint:review -->\") and contains(\"$key\"))
  | .databaseId"

GH_HOST=${GITHUB_SERVER_URL#*://}
GH_ENTERPRISE_TOKEN=$GH_TOKEN
export GH_HOST GH_ENTERPRISE_TOKEN

found=$(gh api graphql --paginate --jq "$ours" \
  -F "query=@$GITHUB_ACTION_PATH/ci/github/comments.graphql" \
  -f "owner=${GITHUB_REPOSITORY%%/*}" -f "name=${GITHUB_REPOSITORY#*/}" -F "number=$PULL_REQUEST")
comment=$(printf '%s\n' "$found" | head -n 1)
if [ -n "$comment" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" \
    -F "body=@$body"
else
  gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" \
    -F "body=@$body"
fi
