// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of a plan of experiments, and the values of its axes. */
final class ExperimentShape implements PlanShape {
  private static final Pattern PLACE =
      Pattern.compile("(?:/experiments/\\d+(/timing|/axes)?)?/([^/]*)");
  private static final Pattern AXIS_VALUE = Pattern.compile("/experiments/\\d+/axes/([^/]+)/\\d+");

  @Override
  public void key(String place, String name) {
    Matcher matcher = PLACE.matcher(place);
    if (!matcher.matches()) {
      return;
    }
    if ("/axes".equals(matcher.group(1))) {
      Axis.of(name);
    } else if ("/timing".equals(matcher.group(1))) {
      PlanShape.requireKey(name, Timing.class);
    } else {
      PlanShape.requireKey(name, place.startsWith("/experiments/") ? Experiment.class : Plan.class);
    }
  }

  @Override
  public void value(String place, String text) {
    Matcher matcher = AXIS_VALUE.matcher(place);
    if (matcher.matches()) {
      Axis.of(matcher.group(1)).canonical(text);
    }
  }
}
