// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import cachemark.plan.PlanShape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of a plan of loads, and the words by which these are described. */
final class WorkloadShape implements PlanShape {
  private static final Pattern WORD =
      Pattern.compile("/workload/[^/]*|/loads/\\d+/(?:with|vary)/[^/]*");
  private static final Pattern KEY = Pattern.compile("(/loads/\\d+(/events/\\d+)?)?/[^/]*");

  @Override
  public void key(String place, String name) {
    Matcher key = KEY.matcher(place);
    if (WORD.matcher(place).matches()) {
      PlanShape.requireKnown("word", name, LoadWords.NAMES);
    } else if (key.matches()) {
      PlanShape.requireKey(name, keysOf(key));
    }
  }

  private static Class<? extends Record> keysOf(Matcher key) {
    if (key.group(2) != null) {
      return PlannedEvent.class;
    }
    return key.group(1) == null ? WorkloadPlan.class : LoadGroup.class;
  }

  @Override
  public void value(String place, String text) {
    // Those of words are looked at where the words are understood.
  }
}
