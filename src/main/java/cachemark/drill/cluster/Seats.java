// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.drill.Fault;
import cachemark.drill.Layout;
import cachemark.server.RunningServer;
import cachemark.store.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The memcached servers of a subject: primaries, then backups. For one thread. */
final class Seats implements AutoCloseable {
  private final Layout layout;
  private final List<Seat> seats;

  private Seats(Layout layout, List<Seat> seats) {
    this.layout = layout;
    this.seats = List.copyOf(seats);
  }

  /** Starts them all. */
  static Seats start(Site site, Layout layout, boolean relayed) {
    List<Seat> seats = new ArrayList<>();
    try {
      for (int i = 0; i < layout.servers(); i++) {
        seats.add(new Seat(site.memcached(), relayed || !site.isLocal()));
      }
      return new Seats(layout, seats);
    } catch (RuntimeException e) {
      seats.forEach(Seat::close);
      throw e;
    }
  }

  /** The same servers without some of the primaries; close only one of the two. */
  Seats withPrimaries(int primaries) {
    List<Seat> fewer = new ArrayList<>(seats.subList(0, primaries));
    fewer.addAll(seats.subList(layout.primaries(), layout.servers()));
    return new Seats(new Layout(primaries, layout.backups()), fewer);
  }

  Layout layout() {
    return layout;
  }

  String name(int server) {
    return layout.isBackup(server) ? "backup" : "primary " + (server + 1);
  }

  List<Endpoint> primaries() {
    return addresses(0, layout.primaries());
  }

  List<Endpoint> backups() {
    return addresses(layout.primaries(), layout.servers());
  }

  /** Where each is found, in order. */
  List<Endpoint> all() {
    return addresses(0, layout.servers());
  }

  List<RunningServer> servers() {
    return seats.stream().map(Seat::server).toList();
  }

  void apply(Fault fault, int server) {
    seats.get(server).apply(fault);
  }

  private List<Endpoint> addresses(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> seats.get(i).address()).toList();
  }

  @Override
  public void close() {
    seats.forEach(Seat::close);
  }
}
