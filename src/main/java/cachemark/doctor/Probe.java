// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import java.util.List;

/** Looks at one thing, or a few that belong together. */
@FunctionalInterface
interface Probe {
  /** What there is to say; what cannot be found out is said to be unknown. */
  List<Finding> look(Host host);

  /** What {@code probe} finds; should it throw, that it could not find out. */
  static List<Finding> safely(String id, Probe probe, Host host) {
    try {
      return probe.look(host);
    } catch (RuntimeException e) {
      return List.of(Finding.unknown(id, id, e.toString()));
    }
  }
}
