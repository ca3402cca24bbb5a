#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long drawing a run takes, how much memory, and how large its page is: for the committed
# reference runs, and for a run of 5 000 cells that repeats the cells of one with other sizes of
# values.
#     report.sh [HEAP]          as in report.sh 1g, the default
# Needs benchmarks.jar and GNU time; leaves nothing behind.
set -euo pipefail
top="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)"
heap=${1:-1g}
cells=5000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
time=$(type -P time) || { echo "report.sh: GNU time is missing: apt-get install time" >&2; exit 1; }

# A run of the cells of reference-quick again and again: every time with another size of values, or
# with more operations or threads.
large_run() {
  local from="$top/results/reference-quick" to="$work/results/large" times=0
  mkdir -p "$to"
  local once
  once=$(grep -c '"valueBytes":"32".*"round":1,' "$from/trials.jsonl")
  while ((times * once < cells)); do
    local size=$((32 << (times / 10))) more=$((times % 10))
    grep '"valueBytes":"32"' "$from/trials.jsonl" |
      sed -e "s/\"valueBytes\":\"32\"/\"valueBytes\":\"$size\"/" \
        -e "/\"operations\"/ s/\"operations\":\"\([0-9]*\)\"/\"operations\":\"\1$more\"/" \
        -e "/\"operations\"/! s/\"threads\":\([0-9]*\)/\"threads\":\1$more/" \
        >>"$to/trials.jsonl"
    times=$((times + 1))
  done
  sed -e 's/"runId" : "[^"]*"/"runId" : "large"/' \
    -e "s/\"plannedTrials\" : [0-9]*/\"plannedTrials\" : $(wc -l <"$to/trials.jsonl")/" \
    "$from/run.json" >"$to/run.json"
  echo "large: $((times * once)) cells, $(wc -l <"$to/trials.jsonl") trials"
}

draw() {
  "$time" -f '%e s, %U s of CPU time, %M kB resident' -o "$work/time" \
    java "-Xmx$heap" -jar "$top/benchmarks.jar" report "$1" --results "$2" \
    --charts "$work/charts" --quiet
  local folder="$work/charts/$1"
  echo "$1: $(cat "$work/time"); page $(($(stat -c %s "$folder/index.html") / 1000)) kB," \
    "$(find "$folder" -name '*.png' | wc -l) PNG, $(find "$folder" -name '*.svg' | wc -l) SVG"
}

draw reference-quick "$top/results"
draw reference-report "$top/results"
large_run
draw large "$work/results"
