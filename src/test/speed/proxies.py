#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a get costs through the memcached proxy of this suite, and through twemproxy.

    proxies.py [--rounds N] [--seconds N] [--idle N]

Three memcached servers and a backup, all on core 1 with the client, each proxy on core 0; 5 000
values of 32 bytes, all of them there. In turns: 50 connections, one get at a time and 32 of them;
then one connection, also straight to a server, for what a proxy adds to the time of a get. The CPU
time of a proxy comes from /proc; gets that miss end it. The first round warms up and is left out.
With --idle so many connections are opened to our proxy before, while 100 others are busy, and each
is asked something in the end: its memory is told, and whatever fails ends the script.

Needs benchmarks.jar, two cores, memcached, nutcracker, and MEMTIER=memtier_benchmark.
"""

import argparse
import collections
import os
import pathlib
import re
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[3]
HOST = "127.0.0.1"
SILENT = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
GETS = re.compile(r"^Gets" + r"\s+([\d.]+)" * 6, re.MULTILINE)
STARTED = []


def free_port():
    with socket.socket() as free:
        free.bind((HOST, 0))
        return free.getsockname()[1]


def start(core, *command):
    STARTED.append(subprocess.Popen(["taskset", "-c", str(core), *command], **SILENT))
    return STARTED[-1].pid


def await_port(port):
    for _ in range(100):
        try:
            socket.create_connection((HOST, port)).close()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"nothing listens at {port}")


def memcached():
    port = free_port()
    start(1, "memcached", "-u", "nobody", "-l", HOST, "-p", str(port), "-U", "0", "-t", "1",
          "-c", "4096")
    await_port(port)
    return f"{HOST}:{port}"


def twemproxy(servers, work):
    port = free_port()
    lines = ["pool:", f"  listen: {HOST}:{port}", "  hash: fnv1a_64", "  distribution: ketama",
             "  servers:"] + [f"   - {server}:1" for server in servers]
    config = pathlib.Path(work, "twemproxy.yml")
    config.write_text("\n".join(lines) + "\n")
    pid = start(0, "nutcracker", "-c", str(config), "-s", str(free_port()), "-o",
                str(pathlib.Path(work, "twemproxy.log")))
    await_port(port)
    return pid, port


def own(servers, backup):
    port = free_port()
    command = ["java", "-Xmx256m", "-XX:+UseSerialGC", "-jar", str(TOP / "benchmarks.jar"),
               "proxy", "-l", HOST, "-p", str(port), "-b", backup, "-n", "16384"]
    for server in servers:
        command += ["-s", server]
    pid = start(0, *command)
    await_port(port)
    return pid, port


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memtier(port, *options):
    command = ["taskset", "-c", "1", os.environ.get("MEMTIER", "memtier_benchmark"), "-s", HOST,
               "-p", str(port), "-P", "memcache_text", "-t", "1", "-d", "32", "--key-minimum=1",
               "--key-maximum=5000", "--hide-histogram", *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def gets(port, connections, pipeline, seconds):
    text = memtier(port, "-c", str(connections), "--ratio=0:1", f"--test-time={seconds}",
                   f"--pipeline={pipeline}", "--key-pattern=R:R")
    rate, _, misses, _, p50, p99 = (float(each) for each in GETS.search(text).groups())
    if misses:
        sys.exit(f"{misses} gets a second found nothing")
    return rate, 1000 * p50, 1000 * p99


def idle(count, pid, port, seconds):
    """Many connections that do nothing beside 100 that do."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (count + 100, count + 100))
    links = [socket.create_connection((HOST, port)) for _ in range(count)]
    rate, p50, p99 = gets(port, 100, 1, seconds)
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    megabytes = int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024
    for link in links:
        link.sendall(b"mn\r\n")
        if link.recv(16) != b"MN\r\n":
            sys.exit("an idle connection is not answered")
        link.close()
    print(f"{count} idle and 100 busy connections: {rate:.0f}/s, p99 {p99:.0f} µs, none failed, "
          f"{megabytes:.0f} MB")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=int, default=5)
    options.add_argument("--idle", type=int, default=0)
    asked = options.parse_args()
    found = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as work:
        servers = [memcached() for _ in range(3)]
        direct = memcached()
        ways = {"direct": (None, int(direct.rsplit(":", 1)[1])),
                "twemproxy": twemproxy(servers, work), "own": own(servers, memcached())}
        for _, port in ways.values():
            memtier(port, "-c", "1", "--ratio=1:0", "-n", "allkeys", "--key-pattern=P:P")
        if asked.idle:
            idle(asked.idle, *ways["own"], asked.seconds)
        for turn in range(asked.rounds + 1):
            for connections, pipeline in ((50, 1), (50, 32), (1, 1)):
                for name, (pid, port) in ways.items():
                    if pid is None and connections > 1:
                        continue
                    before = cpu_seconds(pid) if pid else 0
                    rate, p50, p99 = gets(port, connections, pipeline, asked.seconds)
                    spent = cpu_seconds(pid) - before if pid else 0
                    per_second = rate * asked.seconds / spent if spent else 0
                    print(f"round {turn} {connections:3} connections, pipeline {pipeline:2}, "
                          f"{name:9} {rate:9.0f}/s  p50 {p50:6.0f} µs  p99 {p99:6.0f} µs  "
                          f"{per_second:9.0f} gets per CPU second", flush=True)
                    if turn:
                        found[connections, pipeline, name].append((per_second, p50, p99))
    print()
    for connections, pipeline in ((50, 1), (50, 32)):
        ratios = [ours[0] / theirs[0] for ours, theirs in
                  zip(found[connections, pipeline, "own"], found[connections, pipeline, "twemproxy"])]
        print(f"{connections} connections, pipeline {pipeline}: gets per CPU second, own over "
              f"twemproxy: {' '.join(f'{ratio:.2f}' for ratio in ratios)}")
    for at, name in ((1, "p50"), (2, "p99")):
        straight = statistics.median(each[at] for each in found[1, 1, "direct"])
        for way in ("twemproxy", "own"):
            added = statistics.median(each[at] for each in found[1, 1, way]) - straight
            print(f"1 connection: {way} adds {added:.0f} µs to a {name} of {straight:.0f} µs")


if __name__ == "__main__":
    try:
        main()
    finally:
        for process in STARTED:
            process.kill()
