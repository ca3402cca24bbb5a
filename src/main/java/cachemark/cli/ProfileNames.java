// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.PlanSource;
import java.util.Iterator;

/** The profiles that come with cachemark, for help and completion. */
final class ProfileNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return PlanSource.PROFILES.iterator();
  }
}
