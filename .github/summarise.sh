#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Writes the summary of a job: how the run ended, worst first, then as much of its report as fits.
# Usage: summarise.sh SUMMARY.json REPORT.md [BYTES]
set -euo pipefail
summary=$1 report=$2
limit=${3:-900000} # of the 1024 kB that GitHub takes

if ! jq -e '.schemaVersion == 1' "$summary" >/dev/null 2>&1; then
  echo '## The run said nothing'
  echo 'It ended before it could; see the log of the step that measures.'
  exit 0
fi

head=$(jq -r '
  def cell: gsub("[|\n]"; " ");
  "## Run " + (.run.runId // "not begun") + ": "
    + (if .exitCode == 0 then "ok" else "exit code \(.exitCode)" end),
  "",
  .reason,
  "",
  (select(.run != null) | .run |
    "| planned | valid | suspect | invalid | missing |",
    "|--:|--:|--:|--:|--:|",
    (.trials | "| \(.planned) | \(.valid) | \(.suspect) | \(.invalid) | \(.missing) |"),
    "",
    (select(.invalidTrials != []) |
      "| invalid trial | why |", "|---|---|",
      (.invalidTrials[:50][] | "| \(.id | cell) | \(.reasons | join("; ") | cell) |"),
      (select((.invalidTrials | length) > 50) | "", "and \((.invalidTrials | length) - 50) more"),
      ""))' "$summary")
echo "$head"

if [[ -e "$report" ]]; then
  # Pictures are in the artifact: a summary cannot show files of the job.
  room=$((limit - $(wc -c <<<"$head")))
  echo
  LC_ALL=C awk -v room="$room" '
    /^!\[/ { next }
    { room -= length($0) + 1 }
    room < 0 { print "\n(cut here; the whole report is in the artifact)"; exit }
    { print }' "$report"
fi
