// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Named;
import cachemark.report.figure.SeriesKey;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Client against client of the same store: a row for each client, a series for each store. */
record Libraries() implements Sides {
  static final String CLIENT = "client";

  private static final List<ClientType> CLIENTS =
      Arrays.stream(ClientType.values()).filter(client -> client != ClientType.LIBRARY).toList();

  /** The clients as rows under {@code header}. */
  static Axis rows(String header) {
    return new Axis(
        "Client",
        "",
        CLIENTS.stream().map(ClientType::label).toList(),
        List.of(),
        Collections.nCopies(CLIENTS.size(), header));
  }

  /** The row of a cell, or -1 where it has none. */
  static int row(Cell cell) {
    return CLIENTS.stream().map(ClientType::name).toList().indexOf(cell.param(CLIENT));
  }

  @Override
  public SeriesKey key(Cell cell) {
    return new SeriesKey(Labels.store(cell.param("store")), Named.NOTHING, "");
  }

  @Override
  public Set<String> parameters() {
    return Set.of("store", CLIENT);
  }

  /** Threads cannot share a thin socket: one each stands beside libraries that are shared. */
  @Override
  public String condition(Cell cell, String parameter) {
    boolean beside =
        parameter.equals("connections")
            && cell.threads() > 1
            && ClientType.isThin(cell.param(CLIENT));
    return beside ? Connections.SHARED.name() : cell.param(parameter);
  }
}
