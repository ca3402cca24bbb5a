#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Everything on a fresh machine: installs what is missing, builds, runs, draws.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'EOF'
Usage: ./run-bench.sh [--no-install] [run options]   benchmark, then draw (profile quick by default)
       ./run-bench.sh [--no-install] drill [options] let servers fail, and draw who loses what
       ./run-bench.sh [--no-install] test            run the whole test suite
Options are those of: java -jar benchmarks.jar run --help, and of drill --help
EOF
}

install=yes
if [[ "${1:-}" == --no-install ]]; then
  install=no
  shift
fi
if [[ "${1:-}" == -h || "${1:-}" == --help ]]; then
  usage
  exit 0
fi

fail() {
  echo "run-bench.sh: $*" >&2
  exit 1
}

java_is_recent() {
  local version
  version=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [[ -n "$version" && "$version" -ge 17 ]]
}

# Whether containers can serve a run, so that no server need be installed.
containers_serve() {
  command -v docker >/dev/null && docker info >/dev/null 2>&1 || return
  local image
  for image in memcached:1.6 redis:8 mysql:9; do
    docker image inspect "$image" >/dev/null 2>&1 || docker pull "$image" >&2 || return
  done
}

# Whether one of these programs is there, be it in the administrator's folders.
any_of() {
  PATH="$PATH:/usr/sbin:/usr/local/sbin:/sbin" command -v "$@" >/dev/null
}

missing() {
  local packages=()
  java_is_recent || packages+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || packages+=(maven)
  { command -v taskset && command -v setpriv; } >/dev/null || packages+=(util-linux)
  # The page is tested in a browser.
  [[ "$1" != test ]] || any_of chromedriver || packages+=(chromium chromium-driver)
  # Drills let local programs fail, twemproxy among them.
  [[ "$1" != drill && "$1" != test ]] || any_of nutcracker || packages+=(nutcracker)
  [[ "$1" == drill || "$1" == test ]] || ! containers_serve || { echo "${packages[*]:-}"; return; }
  # The programs that serve are those of ServerKind.
  any_of memcached || packages+=(memcached)
  any_of redis-server valkey-server keydb-server || packages+=(redis-server)
  # Any MySQL will do; Debian has MariaDB, of which this package is the server alone.
  any_of mysqld mariadbd || packages+=(mariadb-server-core)
  echo "${packages[*]:-}"
}

install_missing() {
  local packages=$1 sudo=()
  local by_hand="install them with: apt-get install -y --no-install-recommends $packages"
  [[ "$install" == yes ]] || fail "missing: $packages; --no-install forbids to install them; $by_hand"
  command -v apt-get >/dev/null || fail "missing: $packages (names as on Debian); install them first"
  if [[ "$(id -u)" != 0 ]]; then
    command -v sudo >/dev/null || fail "missing: $packages; as root, $by_hand"
    sudo=(sudo)
  fi
  echo "run-bench.sh: installing $packages" >&2
  "${sudo[@]}" apt-get update -qq
  # The suite starts servers of its own; the packages' own services are not to be started.
  local policy=/usr/sbin/policy-rc.d made=no
  if [[ ! -e "$policy" ]]; then
    printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee "$policy" >/dev/null
    "${sudo[@]}" chmod +x "$policy"
    made=yes
  fi
  local status=0
  # shellcheck disable=SC2086 # a list of packages
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $packages >/dev/null || status=$?
  [[ "$made" == no ]] || "${sudo[@]}" rm -f "$policy"
  [[ "$status" == 0 ]] || fail "apt-get could not install $packages"
}

packages=$(missing "${1:-}")
[[ -z "$packages" ]] || install_missing "$packages"
java_is_recent || fail "the javac found first is older than 17: set PATH to a JDK of 17 or newer"

if [[ "${1:-}" == test ]]; then
  shift
  exec mvn --batch-mode --no-transfer-progress verify "$@"
fi

if [[ ! -f benchmarks.jar || -n "$(find pom.xml .mvn src/main -newer benchmarks.jar -print -quit)" ]]; then
  echo "run-bench.sh: building benchmarks.jar" >&2
  mvn --batch-mode --no-transfer-progress --quiet package -DskipTests >&2
fi
if [[ "${1:-}" == drill ]]; then
  exec java -jar benchmarks.jar "$@"
fi
exec java -jar benchmarks.jar run "$@"
