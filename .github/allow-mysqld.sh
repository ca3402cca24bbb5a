#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Ubuntu's AppArmor profile keeps mysqld in /var/lib/mysql; the suite starts one in a folder of its own.
set -euo pipefail
profile=/etc/apparmor.d/usr.sbin.mysqld
[[ ! -e "$profile" ]] || sudo apparmor_parser --remove "$profile"
