// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.proxy.Mode;
import cachemark.proxy.ProxyConfig;
import cachemark.proxy.net.ProxyServer;
import cachemark.server.RunningServer;
import cachemark.server.ServerSpec;
import cachemark.store.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The proxy of this build, on a thread of this process. Of what it says of its servers the changes
 * of their states are told on, by the names of the drill.
 */
final class OwnProxy implements Front {
  private static final String AWAY = " is away";
  private static final String UP_TO_DATE = " is up to date";
  private static final String BACK = " is back";

  /** The ends of its sentences that are told, and in which words. */
  private static final Map<String, String> TOLD =
      Map.of(AWAY, "away", UP_TO_DATE, "up to date", BACK, "back");

  private final Seats seats;
  private final ProxyServer proxy;
  private final Set<Integer> lacking = ConcurrentHashMap.newKeySet();
  private volatile Consumer<String> news = words -> {};

  private OwnProxy(Seats seats, Mode mode) {
    this.seats = seats;
    ProxyConfig config =
        new ProxyConfig(
            words(seats.primaries()),
            words(seats.backups()),
            false,
            mode,
            ProxyConfig.DEFAULT_TIMEOUT,
            ProxyConfig.DEFAULT_MAX_VALUE_BYTES,
            ProxyConfig.DEFAULT_MAX_CLIENTS);
    this.proxy = ProxyServer.start(config, ServerSpec.LOOPBACK, 0, this::hear);
  }

  /** Starts it before {@code seats}. */
  static OwnProxy start(Seats seats, Mode mode) {
    return new OwnProxy(seats, mode);
  }

  private static List<String> words(List<Endpoint> servers) {
    return servers.stream().map(Endpoint::toString).toList();
  }

  private void hear(String sentence) {
    List<Endpoint> all = seats.all();
    for (int i = 0; i < all.size(); i++) {
      String address = all.get(i).toString();
      for (Map.Entry<String, String> told : TOLD.entrySet()) {
        if (sentence.contains(address + told.getKey())) {
          note(i, sentence);
          news.accept("proxy: " + seats.name(i) + " " + told.getValue());
        }
      }
    }
  }

  /** A server that is back empty is whole only once it is up to date. */
  private void note(int server, String sentence) {
    if (sentence.contains(AWAY)) {
      lacking.add(server);
    } else if (sentence.endsWith(UP_TO_DATE) || sentence.endsWith(BACK)) {
      lacking.remove(server);
    }
  }

  @Override
  public boolean isWhole(int server) {
    return !lacking.contains(server);
  }

  @Override
  public Endpoint endpoint() {
    return new Endpoint(ServerSpec.LOOPBACK, proxy.address().getPort());
  }

  @Override
  public List<RunningServer> servers() {
    return List.of();
  }

  @Override
  public void tell(Consumer<String> next) {
    news = next;
  }

  @Override
  public void close() {
    proxy.close();
  }
}
