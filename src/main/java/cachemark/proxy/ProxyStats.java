// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.ReceivedCommand;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What {@code stats} answers: the proxy's own numbers. Stateless. */
final class ProxyStats {
  /** What {@code version} answers. */
  static final String VERSION = "cachemark-" + version();

  private ProxyStats() {}

  static void put(WireBuffer out, Core core, ReceivedCommand received) {
    String about =
        received.words() < 2
            ? ""
            : new String(
                received.array(),
                received.wordStart(1),
                received.wordLength(1),
                java.nio.charset.StandardCharsets.ISO_8859_1);
    switch (about) {
      case "" -> plain(out, core);
      case "proxy" -> proxy(out, core);
      case "settings" -> settings(out, core);
      case "reset" -> {
        core.counters.reset();
        out.put("RESET\r\n");
        return;
      }
      default -> {
        out.put("ERROR\r\n");
        return;
      }
    }
    out.put(Answers.END);
  }

  private static void plain(WireBuffer out, Core core) {
    Counters counters = core.counters;
    put(out, "pid", ProcessHandle.current().pid());
    put(out, "uptime", uptimeSeconds(core));
    put(out, "time", core.reactor.epochSeconds());
    put(out, "version", VERSION);
    put(out, "pointer_size", 64);
    put(out, "max_connections", core.config.maxClients());
    put(out, "curr_connections", core.clients.size());
    put(out, "total_connections", counters.connections);
    put(out, "rejected_connections", counters.rejectedConnections);
    put(out, "cmd_get", counters.gets);
    put(out, "cmd_set", counters.sets);
    put(out, "cmd_flush", counters.flushes);
    put(out, "cmd_touch", counters.touches);
    put(out, "cmd_meta", counters.metas);
    put(out, "get_hits", counters.getHits);
    put(out, "get_misses", Math.max(0, counters.gets - counters.getHits));
    put(out, "threads", 1);
  }

  private static void settings(WireBuffer out, Core core) {
    put(out, "maxconns", core.config.maxClients());
    put(out, "item_size_max", core.config.maxValueBytes());
    put(out, "binding_protocol", "ascii");
    put(out, "cas_enabled", "yes");
    put(out, "flush_enabled", "yes");
  }

  private static void proxy(WireBuffer out, Core core) {
    Counters counters = core.counters;
    put(out, "mode", core.config.mode().name().toLowerCase(Locale.ROOT));
    put(out, "placement", core.config.ketama() ? "ketama" : "modulo");
    put(out, "uptime", uptimeSeconds(core));
    put(out, "timeout_ms", core.config.timeout().toMillis());
    put(out, "curr_connections", core.clients.size());
    put(out, "total_connections", counters.connections);
    put(out, "rejected_connections", counters.rejectedConnections);
    put(out, "gets", counters.gets);
    put(out, "sets", counters.sets);
    put(out, "deletes", counters.deletes);
    put(out, "touches", counters.touches);
    put(out, "arithmetics", counters.arithmetics);
    put(out, "metas", counters.metas);
    put(out, "flushes", counters.flushes);
    put(out, "refused", counters.refused);
    put(out, "retried_reads", counters.retriedReads);
    put(out, "failed_requests", counters.failedRequests);
    put(out, "mends", counters.mends);
    put(out, "queued", core.locks.waiting());
    core.cluster.servers().forEach(server -> server(out, server));
  }

  private static void server(WireBuffer out, Server server) {
    String prefix = server.name + ":";
    put(out, prefix + "role", server.isBackup ? "backup" : "primary");
    put(out, prefix + "state", server.state().name());
    put(out, prefix + "generation", server.generation());
    put(out, prefix + "failures", server.failures);
    put(out, prefix + "resyncs", server.resyncs);
    put(out, prefix + "keys_copied", server.keysCopied);
    put(out, prefix + "outstanding", server.outstanding());
  }

  private static long uptimeSeconds(Core core) {
    return TimeUnit.NANOSECONDS.toSeconds(core.reactor.nanoTime() - core.beginNanos);
  }

  private static void put(WireBuffer out, String name, long value) {
    put(out, name, Long.toString(value));
  }

  private static void put(WireBuffer out, String name, String value) {
    out.put("STAT ");
    out.put(name);
    out.put((byte) ' ');
    out.put(value);
    out.put("\r\n");
  }

  private static String version() {
    String version = ProxyStats.class.getPackage().getImplementationVersion();
    return version == null ? "unpacked" : version;
  }
}
