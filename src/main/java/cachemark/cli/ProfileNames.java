// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.PlanReader;
import java.util.Iterator;

/** The profiles that come with cachemark, for help and completion. */
final class ProfileNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return PlanReader.PROFILES.iterator();
  }
}
