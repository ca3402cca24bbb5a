#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How fast this suite's own clients are beside the tools that people load caches with.

    peers.py [--rounds N] [--seconds N] [--only PART,PART]

All do the same work on the same servers in turns: 10 000 keys of 32 bytes, values of 32 bytes, all
keys there before. Not the same are mc-crusher's keys, of 32 to 35 bytes, YCSB's, which names 1 000
of its own, and sysbench's longer rows. The servers are started here, on core 1, the clients on
core 0; in the parts "sync" and "select" both are on core 0. What the server counted is what was
done, and its CPU time comes from /proc; sysbench counts for itself. Parts: sync, fifty, pipeline,
open, growth, select. In "open" and "growth" a whole JVM is on the one core, its compiler, too.

Needs benchmarks.jar, two cores, GNU time, memcached, redis-server and redis-benchmark; for "select"
mariadbd and sysbench. Of the others it takes those that it is told of:
    MEMTIER=memtier_benchmark  MC_CRUSHER=mc-crusher  YCSB=folder of a YCSB that was built
"""

import argparse
import collections
import glob
import json
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[3]
JAR = TOP / "benchmarks.jar"
HOST = "127.0.0.1"
KEYS = 10_000
VALUE = "v" * 32
REDIS_KEY = "cachemark:padding0:__rand_int__"  # which stands for 12 digits: 32 bytes
MEMTIER_KEY = ["--key-prefix=cachemark-padding-for-keys-", "--key-minimum=10000",
               "--key-maximum=19999", "--data-size=32"]
CRUSHER_KEY = "key_prefix=cachemark-padding-for-crushers-"


class Server:
    """A server of ours, with what it counted and the CPU time it took."""

    def __init__(self, kind, core, work):
        with socket.socket() as free:
            free.bind((HOST, 0))
            self.port = free.getsockname()[1]
        self.kind = kind
        command = {
            "redis": ["redis-server", "--port", str(self.port), "--bind", HOST, "--save", "",
                      "--appendonly", "no", "--dir", work],
            "memcached": ["memcached", "-u", "nobody", "-l", HOST, "-p", str(self.port), "-U", "0",
                          "-t", "1", "-m", "268", "-c", "4096"],
        }[kind]
        self.process = subprocess.Popen(["taskset", "-c", str(core)] + command,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                socket.create_connection((HOST, self.port)).close()
                return
            except OSError:
                time.sleep(0.05)
        sys.exit(f"{kind} does not start")

    def ask(self, command):
        with socket.create_connection((HOST, self.port)) as link:
            link.sendall(command)
            answer = b""
            while not answer.endswith(b"END\r\n") and b"db0" not in answer and len(answer) < 9000:
                more = link.recv(65536)
                answer += more
                if not more or (self.kind == "redis" and answer.endswith(b"\r\n\r\n")):
                    break
                if self.kind == "redis" and b"total_commands_processed" in answer:
                    break
            return answer.decode()

    def done(self):
        """Requests so far."""
        if self.kind == "redis":
            found = re.search(r"total_commands_processed:(\d+)", self.ask(b"INFO stats\r\n"))
            return int(found.group(1))
        stats = dict(line.split()[1:3] for line in self.ask(b"stats\r\n").splitlines()
                     if line.startswith("STAT cmd_"))
        return int(stats["cmd_get"]) + int(stats["cmd_set"])

    def cpu(self):
        """Nanoseconds so far."""
        total = 0
        for task in glob.glob(f"/proc/{self.process.pid}/task/*/schedstat"):
            with open(task, encoding="ascii") as file:
                total += int(file.read().split()[0])
        return total

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Rows(list):
    """What was measured: part, work, tool, requests per second, µs of CPU time of either side."""

    def take(self, part, work, tool, rate, client, server, more=""):
        self.append((part, work, tool, rate, client, server, more))
        print(f"{part:9} {work:28} {tool:16} {rate:12,.0f}/s  client {client:6.3f} µs"
              f"  server {server:6.3f} µs  {more}", flush=True)


class Bench:
    def __init__(self, seconds, rows):
        self.seconds = seconds
        self.rows = rows
        self.work = tempfile.mkdtemp(prefix="cachemark-peers-")
        self.memtier = os.environ.get("MEMTIER", shutil.which("memtier_benchmark"))
        self.crusher = os.environ.get("MC_CRUSHER", shutil.which("mc-crusher"))
        self.ycsb = os.environ.get("YCSB")

    def timed(self, command, server, core, counted=True):
        """Runs a tool; returns its output, requests, seconds, its CPU seconds and the server's."""
        before, cpu, start = server.done(), server.cpu(), time.monotonic()
        usage = os.times()
        ended = subprocess.run(["taskset", "-c", str(core)] + command, cwd=self.work, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        now = os.times()
        client = now.children_user - usage.children_user
        client += now.children_system - usage.children_system
        spent = (server.cpu() - cpu) / 1e9
        requests = server.done() - before
        if counted and requests < 1000:
            sys.exit(f"{command[0]} did nothing: {ended.stdout[-400:]}")
        return ended.stdout, requests, time.monotonic() - start, client, spent

    def fill(self, redis, memcached):
        if redis:
            # Every key once: the numbers are drawn, so many more than there are.
            subprocess.run(["redis-benchmark", "-p", str(redis.port), "-n", str(30 * KEYS), "-r",
                            str(KEYS), "-P", "32", "-q", "SET", REDIS_KEY, VALUE],
                           stdout=subprocess.DEVNULL, check=True)
        for server in filter(None, [redis, memcached]):
            if self.memtier:
                subprocess.run([self.memtier, "-s", HOST, "-p", str(server.port), "-P",
                                self.protocol(server), "-t", "1", "-c", "1", "--pipeline=32",
                                "--ratio=1:0", "--key-pattern=P:P", "-n", "allkeys",
                                "--hide-histogram"] + MEMTIER_KEY,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        if memcached and self.crusher:
            with socket.create_connection((HOST, memcached.port)) as link:
                for i in range(KEYS):
                    key = CRUSHER_KEY.split("=")[1] + str(i)
                    link.sendall(f"set {key} 0 0 32 noreply\r\n{VALUE}\r\n".encode())

    @staticmethod
    def protocol(server):
        return "redis" if server.kind == "redis" else "memcache_text"

    def redis_benchmark(self, part, server, op, connections, pipeline, core=0):
        requests = int(self.seconds * (1_000_000 if pipeline > 1 else
                                       90_000 if connections > 1 else 40_000))
        command = ["SET", REDIS_KEY, VALUE] if op == "set" else ["GET", REDIS_KEY]
        out, done, _, client, spent = self.timed(
            ["redis-benchmark", "-p", str(server.port), "-c", str(connections), "-P",
             str(pipeline), "-n", str(requests), "-r", str(KEYS), "--csv"] + command, server, core)
        line = out.strip().splitlines()[-1].replace('"', "").rsplit(",", 7)
        self.rows.take(part, f"Redis {op}", "redis-benchmark", float(line[1]), client / done * 1e6,
                       spent / done * 1e6, f"p50 {float(line[4]) * 1000:.0f} µs")

    def run_memtier(self, part, server, op, connections, pipeline, core=0):
        if not self.memtier:
            return
        out, done, _, client, spent = self.timed(
            [self.memtier, "-s", HOST, "-p", str(server.port), "-P", self.protocol(server), "-t",
             "1", "-c", str(connections), f"--pipeline={pipeline}",
             "--ratio=" + ("1:0" if op == "set" else "0:1"), "--key-pattern=R:R",
             f"--test-time={self.seconds}", "--hide-histogram"] + MEMTIER_KEY, server, core)
        totals = re.search(r"Totals +([\d.]+) .*", out)
        columns = totals.group(0).split()
        self.rows.take(part, f"{server.kind.capitalize()} {op}", "memtier", float(totals.group(1)),
                       client / done * 1e6, spent / done * 1e6,
                       f"p50 {float(columns[5]) * 1000:.0f} µs")

    def run_crusher(self, part, server, op, connections, pipeline):
        if not self.crusher:
            return
        sends = {"get": ["ascii_get", "ascii_mg,cmd_postfix= v"],
                 "set": ["ascii_set,value_size=32"]}[op]
        for send in sends:
            conf = pathlib.Path(self.work, "crusher.conf")
            conf.write_text(f"send={send},recv=blind_read,conns={connections},{CRUSHER_KEY},"
                            f"key_count={KEYS},live_rand=1,pipelines={pipeline}\n",
                            encoding="ascii")
            _, done, took, client, spent = self.timed(
                [self.crusher, "--conf", str(conf), "--ip", HOST, "--port", str(server.port),
                 "--timeout", str(self.seconds)], server, 0)
            self.rows.take(part, f"Memcached {op}", "mc-crusher " + send[6:].split(",")[0], done / took,
                           client / done * 1e6, spent / done * 1e6)

    def run_ycsb(self, part, server, op, connections):
        if not self.ycsb:
            return
        kind = server.kind
        jars = [jar for module in (kind, "core", "memcached")
                for jar in pathlib.Path(self.ycsb, module, "target").glob("**/*.jar")]
        database = {"redis": "RedisClient", "memcached": "MemcachedClient"}[kind]
        share = ["1", "0"] if op == "get" else ["0", "1"]
        common = ["java", "-cp", ":".join(map(str, jars)), "site.ycsb.Client", "-db",
                  "site.ycsb.db." + database]
        options = {"redis.host": HOST, "redis.port": server.port,
                   "memcached.hosts": f"{HOST}:{server.port}", "recordcount": 1000,
                   "operationcount": 100_000_000, "fieldcount": 1, "fieldlength": 32,
                   "readproportion": share[0], "updateproportion": share[1],
                   "workload": "site.ycsb.workloads.CoreWorkload", "readallfields": "true",
                   "scanproportion": 0, "insertproportion": 0,
                   "requestdistribution": "uniform"}
        flags = [flag for pair in options.items() for flag in ("-p", f"{pair[0]}={pair[1]}")]
        subprocess.run(common + ["-load"] + flags, cwd=self.work, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=True)
        out, done, _, client, spent = self.timed(
            common + ["-t", "-threads", str(connections), "-p",
                      f"maxexecutiontime={self.seconds + 2}"] + flags, server, 0)
        rate = float(re.search(r"Throughput\(ops/sec\), ([\d.E]+)", out).group(1))
        self.rows.take(part, f"{kind.capitalize()} {op}", "YCSB", rate, client / done * 1e6,
                       spent / done * 1e6)

    def run(self, plan, options=()):
        """The trials of a plan of this folder, with servers of its own."""
        stored = pathlib.Path(self.work, "results", plan)
        shutil.rmtree(stored, ignore_errors=True)
        subprocess.run(["java", "-jar", str(JAR), "run", "--plan",
                        str(pathlib.Path(__file__).with_name(plan + ".yaml")), "--servers", "local",
                        "--id", plan, "--quiet", *options], cwd=self.work,
                       stdout=subprocess.DEVNULL, check=True)
        with open(stored / "trials.jsonl", encoding="utf-8") as journal:
            return [json.loads(line) for line in journal]

    @staticmethod
    def costs(trial):
        """Requests per second, µs of CPU time of the client and of the server."""
        rates = [i["score"] for i in trial["iterations"] if not i["warmup"]]
        done = sum(trial["outcomes"].values())
        server = trial["server"]
        spent = server.get("serverCpuNanos", 0) + server.get("databaseCpuNanos", 0)
        return statistics.mean(rates), server["clientCpuNanos"] / done / 1e3, spent / done / 1e3

    def load(self, part, server, op, connections, pipeline=1, how=("--closed",), meta=False,
             name=None):
        """This suite's own load; its CPU time is that of what it measured, without its start."""
        pathlib.Path(self.work, "results").mkdir(exist_ok=True)
        shutil.rmtree(pathlib.Path(self.work, "results", "one"), ignore_errors=True)
        command = ["/usr/bin/time", "-f", "%M", "-o", "rss", "java", "-XX:+UseSerialGC", "-jar",
                   str(JAR), "load", *how, "--servers", f"{server.kind}={HOST}:{server.port}",
                   "--allow-destructive", "--gets", "100" if op == "get" else "0", "--keys",
                   str(KEYS), "--value-bytes", "32", "--connections", str(connections),
                   "--pipeline", str(pipeline), "--warmup", "4s", "--duration",
                   f"{self.seconds}s", "--id", "one"] + (["--meta"] if meta else [])
        out, done, _, _, spent = self.timed(command, server, 0)
        record = pathlib.Path(self.work, "results", "one", "load.json")
        if not record.exists():
            sys.exit(out[-600:])
        step = json.loads(record.read_text(encoding="utf-8"))["steps"][0]
        if step["verdict"] == "INVALID":
            sys.exit(f"the load is invalid: {step['reasons']}")
        sent = step["counts"]["sent"]
        memory = int(pathlib.Path(self.work, "rss").read_text(encoding="ascii").split()[-1])
        work = f"{server.kind.capitalize()} {op}"
        self.rows.take(part, work, name or ("load --meta" if meta else "load"),
                       step["answeredPerSecond"], step["costs"]["clientCpuNanos"] / sent / 1e3,
                       spent / done * 1e6, f"p50 {step['service']['p50Nanos'] / 1e3:.0f} µs"
                       + (f", {memory} kB resident" if part == "growth" else ""))
        return step, memory


def fifty(bench):
    with_servers(bench, 1, lambda redis, memcached: [
        (bench.redis_benchmark("fifty", redis, op, 50, 1),
         bench.run_memtier("fifty", redis, op, 50, 1), bench.run_ycsb("fifty", redis, op, 50),
         bench.load("fifty", redis, op, 50), bench.run_memtier("fifty", memcached, op, 50, 1),
         bench.run_ycsb("fifty", memcached, op, 50), bench.load("fifty", memcached, op, 50))
        for op in ("get", "set")])


def pipeline(bench):
    with_servers(bench, 1, lambda redis, memcached: [
        (bench.redis_benchmark("pipeline", redis, op, 4, 32),
         bench.run_memtier("pipeline", redis, op, 4, 32),
         bench.load("pipeline", redis, op, 4, 32),
         bench.run_memtier("pipeline", memcached, op, 4, 32),
         bench.run_crusher("pipeline", memcached, op, 4, 32),
         bench.load("pipeline", memcached, op, 4, 32, meta=True),
         bench.load("pipeline", memcached, op, 4, 32))
        for op in ("get", "set")])


def open_loop(bench):
    def half(server):
        full, _ = bench.load("open", server, "get", 50, name="closed loop")
        rate = int(full["answeredPerSecond"] / 2)
        step, _ = bench.load("open", server, "get", 50, how=("--rate", str(rate)),
                             name="open loop")
        print(f"open      {server.kind}: {rate}/s asked, {step['sentPerSecond']:.1f}/s sent "
              f"({100 * (step['sentPerSecond'] / rate - 1):+.3f} %); send late p50 "
              f"{step['lateness']['p50Nanos'] / 1e3:.1f} p99 "
              f"{step['lateness']['p99Nanos'] / 1e3:.1f} µs; response p99 "
              f"{step['response']['p99Nanos'] / 1e3:.0f} µs", flush=True)
    with_servers(bench, 1, lambda redis, memcached: [half(redis), half(memcached)])


def growth(bench):
    def grow(server):
        (few, small), (many, large) = [
            bench.load("growth", server, "get", count, name=f"{count} connections")
            for count in (50, 1000)]
        costs = [step["costs"]["clientCpuNanos"] / step["counts"]["sent"] for step in (few, many)]
        print(f"growth    {server.kind}: {100 * (costs[1] / costs[0] - 1):+.1f} % CPU time, "
              f"{(large - small) / 950:.1f} kB a connection", flush=True)
    with_servers(bench, 1, lambda redis, memcached: [grow(redis), grow(memcached)])


def sync(bench):
    def one(redis, memcached):
        for op in ("get", "set"):
            bench.redis_benchmark("sync", redis, op, 1, 1)
            bench.run_memtier("sync", redis, op, 1, 1)
            bench.run_memtier("sync", memcached, op, 1, 1)
    with_servers(bench, 0, one)
    medians = {}
    trials = bench.run("sync")
    for trial in trials:
        if trial["cell"]["mode"] == "sample":
            times = collections.Counter()
            for iteration in trial["iterations"]:
                if not iteration["warmup"]:
                    times.update(dict(iteration["histogram"]))
            left = sum(times.values()) / 2
            for nanos in sorted(times):
                left -= times[nanos]
                if left <= 0:
                    medians[named(trial)] = nanos / 1e3
                    break
    echo = medians[""]
    for trial in trials:
        if trial["cell"]["mode"] == "throughput":
            bench.rows.take("sync", named(trial), "WIRE", *bench.costs(trial),
                            f"p50 {medians[named(trial)]:.1f} µs, "
                            f"{medians[named(trial)] / echo:.2f} of an echo's {echo:.1f}")


def select(bench):
    """A row by its primary key, client and server on one core."""
    folder = pathlib.Path(bench.work, "database")
    if not folder.exists():
        folder.mkdir()  # without system tables: it has one account, which may do everything
        pathlib.Path(bench.work, "init.sql").write_text(
            "CREATE DATABASE IF NOT EXISTS sbtest;", encoding="ascii")
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        ["taskset", "-c", "0", "mariadbd", "--no-defaults", "--user=root", f"--datadir={folder}",
         f"--init-file={bench.work}/init.sql", f"--port={port}", f"--bind-address={HOST}",
         f"--socket={bench.work}/sql", "--skip-grant-tables", "--skip-name-resolve", "--skip-log-bin",
         "--innodb-buffer-pool-size=256M", "--innodb-flush-log-at-trx-commit=1",
         "--innodb-flush-method=O_DIRECT"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        sysbench = ["taskset", "-c", "0", "sysbench", "oltp_point_select", f"--mysql-host={HOST}",
                    f"--mysql-port={port}", "--mysql-user=root", "--tables=1",
                    f"--table-size={KEYS}"]
        for _ in range(200):
            if subprocess.run(sysbench + ["cleanup"], stdout=subprocess.DEVNULL,
                              check=False).returncode == 0:
                break
            time.sleep(0.1)
        subprocess.run(sysbench + ["prepare"], stdout=subprocess.DEVNULL, check=True)
        for threads in (1, 16):
            before = os.times()
            out = subprocess.run(
                sysbench + [f"--threads={threads}", f"--time={bench.seconds}",
                            "run"], stdout=subprocess.PIPE, text=True, check=True).stdout
            after = os.times()
            client = after.children_user + after.children_system
            client -= before.children_user + before.children_system
            done = int(re.search(r"queries: +(\d+)", out).group(1))
            rate = float(re.search(r"queries: +\d+ +\(([\d.]+) per", out).group(1))
            bench.rows.take("select", f"{threads} threads", "sysbench", rate, client / done * 1e6,
                            float("nan"))
    finally:
        server.terminate()
        server.wait()
    for trial in bench.run("select", ["--pin", "same"]):
        cell = trial["cell"]
        bench.rows.take("select", f"{cell['threads']} threads", cell["params"]["driver"].lower(),
                        *bench.costs(trial))


def named(trial):
    cell = trial["cell"]
    store = cell["params"].get("store", "")
    return f"{store.capitalize()} {cell['benchmark'].split('.')[1]}" if store else ""


def with_servers(bench, core, work):
    redis, memcached = (Server(kind, core, bench.work) for kind in ("redis", "memcached"))
    try:
        bench.fill(redis, memcached)
        work(redis, memcached)
    finally:
        redis.stop()
        memcached.stop()


PARTS = {"sync": sync, "fifty": fifty, "pipeline": pipeline, "open": open_loop, "growth": growth,
         "select": select}


def summary(rows):
    """Medians over the rounds, and each tool's rate in that of the fastest other one."""
    groups = collections.defaultdict(lambda: collections.defaultdict(list))
    for part, work, tool, *numbers, _ in rows:
        groups[part, work][tool].append(numbers)
    for (part, work), tools in groups.items():
        print(f"\n{part}: {work}")
        medians = {tool: [statistics.median(column) for column in zip(*all_of)]
                   for tool, all_of in tools.items()}
        for tool, (rate, client, server) in medians.items():
            others = [one[0] for name, one in medians.items() if name != tool] or [rate]
            print(f"  {tool:18} {rate:12,.0f}/s  {rate / max(others):5.2f} of the best other, "
                  f"client {client:.3f} µs, server {server:.3f} µs "
                  f"({min(100, rate * server / 1e4):.0f} % of its core)")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--only", default=",".join(PARTS))
    options = parser.parse_args()
    rows = Rows()
    bench = Bench(options.seconds, rows)
    try:
        for _ in range(options.rounds):
            for part in options.only.split(","):
                PARTS[part](bench)
    finally:
        shutil.rmtree(bench.work, ignore_errors=True)
        summary(rows)


if __name__ == "__main__":
    main()
