#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How well "run --against" and "compare --confirm" tell builds apart on this machine:
#   sensitivity.sh same RUNS FOLDER [run options]
#       one build against itself: how often is a cell called faster or slower?
#   sensitivity.sh slower PERCENT RUNS FOLDER [run options]
#       a build whose thin client waits PERCENT of a read longer: how often is that found?
# Needs benchmarks.jar; leaves every run in FOLDER and goes on with what is there. Run options are
# those of "run", as in --rounds 10. Servers are local programs unless SERVERS says otherwise.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
top="$(cd "$here/../../.." && pwd)"

usage() {
  sed -n '3,10s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

cachemark() {
  java -jar "$jar" "$@"
}

# Mean nanoseconds of a read, over the trials of a run.
read_nanos() {
  grep -o '"warmup":false,"score":[0-9.E]*' "$1/trials.jsonl" |
    awk -F: '{ sum += $NF } END { printf "%.0f", 1e9 * NR / sum }'
}

# Builds benchmarks.jar of these sources with a wait of $1 nanoseconds before every request.
build_slower() {
  local sources="$folder/sources"
  rm -rf "$sources"
  mkdir -p "$sources"
  git -C "$top" archive HEAD | tar -x -C "$sources"
  local client="$sources/src/main/java/cachemark/store/wire/WireConnection.java"
  sed -i "s|^  public boolean begin() {|&\n    for (long end = System.nanoTime() + $1; System.nanoTime() < end; ) {\n      Thread.onSpinWait();\n    }|" "$client"
  grep -q onSpinWait "$client"
  (cd "$sources" && mvn -B -q -DskipTests -Dspotless.check.skip package >&2)
  mv "$sources/benchmarks.jar" "$folder/slower.jar"
  rm -rf "$sources"
}

count() {
  grep -c "\"verdict\" *: *\"$1\"" "$2" || true
}

servers=(--servers "${SERVERS:-local}")
mode=${1:-}
case "$mode" in
  same) [[ $# -ge 3 ]] || usage; runs=$2 folder=$3; shift 3 ;;
  slower) [[ $# -ge 4 ]] || usage; percent=$2 runs=$3 folder=$4; shift 4 ;;
  *) usage ;;
esac
mkdir -p "$folder"
folder="$(cd "$folder" && pwd)"
base="$folder/base.jar"
cp "$top/benchmarks.jar" "$base"
jar=$base
options=(--results "$folder" "${servers[@]}" --quiet)
if [[ "$mode" == same ]]; then
  what=(--profile smoke --rounds 5)
else
  what=(--plan "$here/cells.yaml")
  [[ -d "$folder/first" ]] ||
    cachemark run "${what[@]}" "$@" "${options[@]}" --charts "$folder/charts" --id first >/dev/null
  nanos=$(($(read_nanos "$folder/first") * percent / 100))
  echo "a read takes $(read_nanos "$folder/first") ns; the slower build waits $nanos ns before each"
  build_slower "$nanos"
  jar="$folder/slower.jar"
fi

cells=0 faster=0 slower=0
for ((i = 1; i <= runs; i++)); do
  run="$mode-$i"
  if [[ ! -e "$folder/$run.json" ]]; then
    cachemark run "${what[@]}" "$@" "${options[@]}" --charts "$folder/charts" --against "$base" \
      --id "$run" >/dev/null
    cachemark compare "$run" --results "$folder" --confirm --format json \
      "${servers[@]}" >"$folder/$run.json" || [[ $? == 3 ]]
  fi
  here_faster=$(count faster "$folder/$run.json") here_slower=$(count slower "$folder/$run.json")
  here_cells=$(count '[a-zA-Z]*' "$folder/$run.json")
  cells=$((cells + here_cells)) faster=$((faster + here_faster)) slower=$((slower + here_slower))
  echo "$run: $here_cells cells, $here_faster faster, $here_slower slower"
done
echo "$runs runs, $cells cells: $faster called faster, $slower called slower"
