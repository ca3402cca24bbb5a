// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.store.ClientType;

/**
 * What tells the series of a figure apart.
 *
 * @param subject what is measured, as in {@code MEMCACHED}
 * @param client the library to it; {@link Named#NOTHING} where there is none or all share it
 * @param operation as in {@code set}; empty where the x axis tells them apart
 */
public record SeriesKey(Named subject, Named client, String operation) {

  /**
   * Whether {@code other} differs in nothing but the subject and the library that belongs to it.
   */
  public boolean pairsWith(SeriesKey other) {
    return !subject.equals(other.subject)
        && operation.equals(other.operation)
        && (!client.isPresent() || !other.client.isPresent() || isThin() == other.isThin());
  }

  /** Whether the client is a thin socket. */
  public boolean isThin() {
    return ClientType.isThin(client.id());
  }
}
