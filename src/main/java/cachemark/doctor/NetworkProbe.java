// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.Reading;
import java.util.List;

/** How many connections can be opened, closed and waited with. */
final class NetworkProbe {
  private static final String PORTS = "/proc/sys/net/ipv4/ip_local_port_range";

  /** What Linux has where nobody changed it, and a little less. */
  private static final long PORTS_EXPECTED = 28_000;

  /** The listen backlog that servers ask for. */
  private static final long BACKLOG = 1_024;

  private static final int TIME_WAIT_SECONDS = 60;

  private NetworkProbe() {}

  static List<Finding> look(Host host) {
    Reading<Long> ports = host.kernel().text(PORTS).map(NetworkProbe::range);
    return List.of(ports(host, ports), waiting(host, ports), backlog(host));
  }

  /** How many ports a range has, as in {@code 32768 60999}. */
  private static long range(String text) {
    String[] ends = text.strip().split("\\s+", -1);
    long count = Long.parseLong(ends[1]) - Long.parseLong(ends[0]) + 1;
    if (ends.length != 2 || count < 0 || count > 65_536) {
      throw new IllegalArgumentException("no range of ports");
    }
    return count;
  }

  private static Finding ports(Host host, Reading<Long> ports) {
    if (ports.value().isEmpty()) {
      return Finding.unknown("ports", "ephemeral ports", ports.reason());
    }
    long count = ports.value().get();
    String text =
        Amounts.count(count)
            + " ephemeral ports, each waits "
            + TIME_WAIT_SECONDS
            + " s after its connection: to a server that is not on loopback "
            + Amounts.count(count / TIME_WAIT_SECONDS)
            + " connections/s for good, "
            + Amounts.count(count)
            + " in a burst";
    long reuse = host.kernel().number("/proc/sys/net/ipv4/tcp_tw_reuse").value().orElse(-1L);
    Finding finding =
        count < PORTS_EXPECTED
            ? Finding.warning(
                "ports",
                text + "; with a connection per operation the rest fail (EADDRNOTAVAIL)",
                host.sysctl("net.ipv4.ip_local_port_range=\"1024 65535\""))
            : reuse == 0
                ? Finding.warning(
                    "ports",
                    text
                        + "; and on loopback too, since none is used again early: with a"
                        + " connection per operation the rest fail (EADDRNOTAVAIL)",
                    host.sysctl("net.ipv4.tcp_tw_reuse=2"))
                : Finding.ok("ports", text + "; on loopback ports are used again early");
    return finding
        .with("ephemeralPorts", count)
        .with("connectionsPerSecondBeyondLoopback", count / TIME_WAIT_SECONDS)
        .with("tcpTwReuse", reuse);
  }

  private static Finding waiting(Host host, Reading<Long> ports) {
    Reading<Long> waiting =
        host.kernel()
            .value("/proc/net/sockstat", "TCP")
            .map(text -> Long.parseLong(text.replaceFirst(".*\\btw (\\d+).*", "$1")));
    if (waiting.value().isEmpty()) {
      return Finding.unknown("timeWait", "sockets in TIME_WAIT", waiting.reason());
    }
    long now = waiting.value().get();
    String text = Amounts.count(now) + " sockets in TIME_WAIT now";
    Finding finding =
        ports.is(count -> now > count / 2)
            ? Finding.warning(
                "timeWait",
                text + ", more than half the ports: connecting gets slower, and fails at the end",
                "wait a minute: sleep 60")
            : Finding.ok("timeWait", text);
    return finding.with("timeWaitSockets", now);
  }

  private static Finding backlog(Host host) {
    Reading<Long> longest = host.kernel().number("/proc/sys/net/core/somaxconn");
    if (longest.value().isEmpty()) {
      return Finding.unknown("somaxconn", "longest listen backlog", longest.reason());
    }
    long now = longest.value().get();
    Finding finding =
        now < BACKLOG
            ? Finding.warning(
                "somaxconn",
                "a server may have "
                    + Amounts.count(now)
                    + " connections waiting to be accepted: one more is dropped and tried again"
                    + " after 1 s, which shows as operations of 1 s",
                host.sysctl("net.core.somaxconn=4096"))
            : Finding.ok(
                "somaxconn",
                "a server may have " + Amounts.count(now) + " connections waiting to be accepted");
    return finding.with("somaxconn", now);
  }
}
