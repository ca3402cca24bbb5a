#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs a command beside a Docker engine that has the images of the container tests, and with what
# else the fault tests need. Where no engine is running it installs and starts one (Debian, as root)
# and ends it afterwards; where images cannot be pulled it builds them from Debian's newest suite
# and calls them as the official ones.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

say() {
  echo "with-engine.sh: $*" >&2
}

install_packages() {
  say "installing $*"
  local policy=/usr/sbin/policy-rc.d made=no status=0
  if [[ ! -e "$policy" ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy" # no service is to be started
    chmod +x "$policy"
    made=yes
  fi
  apt-get update -qq || status=$?
  [[ "$status" != 0 ]] || DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null || status=$?
  [[ "$made" == no ]] || rm -f "$policy"
  return "$status"
}

engine_pid=
work=
end_engine() {
  if [[ -n "$engine_pid" ]]; then
    kill "$engine_pid" 2>/dev/null || true
    wait "$engine_pid" 2>/dev/null || true
  fi
  [[ -z "$work" ]] || rm -rf "$work"
}
trap end_engine EXIT

start_engine() {
  command -v dockerd >/dev/null || install_packages docker.io iptables
  say "starting an engine"
  setsid dockerd >"$work/dockerd.log" 2>&1 &
  engine_pid=$!
  local tries
  for tries in $(seq 1 120); do
    if docker info >/dev/null 2>&1; then
      say "an engine answers after $((tries / 2)) s"
      return
    fi
    kill -0 "$engine_pid" 2>/dev/null || break
    sleep 0.5
  done
  tail -20 "$work/dockerd.log" >&2
  say "no engine could be started"
  exit 1
}

base=cachemark-test-base:sid
build_base() {
  docker image inspect "$base" >/dev/null 2>&1 && return
  command -v debootstrap >/dev/null || install_packages debootstrap
  say "building $base"
  debootstrap --variant=minbase sid "$work/sid" >"$work/debootstrap.log" 2>&1 ||
    { tail -5 "$work/debootstrap.log" >&2; return 1; }
  tar -C "$work/sid" -c . | docker import - "$base" >/dev/null
  rm -rf "$work/sid"
}

lacking=()
provide() {
  docker image inspect "$1" >/dev/null 2>&1 || timeout 300 docker pull -q "$1" >/dev/null 2>&1 ||
    lacking+=("$*")
}

build() {
  local image=$1 package=$2
  say "building $image with Debian's $package"
  DOCKER_BUILDKIT=0 docker build -q --network host --build-arg "BASE=$base" \
    --build-arg "PACKAGE=$package" -t "$image" "$here" >/dev/null 2>"$work/$package.log" ||
    { tail -20 "$work/$package.log" >&2; return 1; }
}

# All at once: each of them keeps one core busy, or waits for the network.
build_lacking() {
  [[ "${#lacking[@]}" != 0 ]] || return 0
  build_base
  local words builds=() one
  for words in "${lacking[@]}"; do
    # shellcheck disable=SC2086 # an image and a package
    build $words &
    builds+=($!)
  done
  for one in "${builds[@]}"; do
    wait "$one"
  done
}

if ! compgen -G "/usr/lib/*/faketime/libfaketime.so.1" >/dev/null; then
  install_packages libfaketime || say "libfaketime cannot be installed: no test can set a clock"
fi
work=$(mktemp -d)
docker info >/dev/null 2>&1 || start_engine
provide memcached:1.6 memcached
provide redis:8 redis-server
provide mysql:9 mysql-server-core
provide valkey/valkey:9 valkey-server
provide mariadb:11 mariadb-server-core
build_lacking
command -v ip >/dev/null || install_packages iproute2 # for tests that cut a network
"$@"
