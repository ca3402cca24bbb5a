// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.Shows;
import cachemark.report.block.Block;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.finding.Conclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a group of loads is shown as, beside the table of its loads. */
interface View {
  /** What it shows, in a phrase. */
  String heading();

  /** Pictures, the first one first; none where nothing was measured. */
  List<Figure> figures();

  /** Tables, each with a heading where it needs one. */
  List<Block> tables();

  /** The view of a group by what it is drawn for. */
  static View of(Group group) {
    Shows shows = group.shows();
    if (shows == null) {
      return new PlainView(group);
    }
    return switch (shows) {
      case HIT_RATIO -> new HitRatioView(group);
      case BREAK_EVEN -> new BreakEvenView(group);
      case MIX, VALUE_SIZE, CONNECTIONS -> SweepView.of(group);
      case EXPIRY -> new ExpiryView(group);
      case STAMPEDE -> new StampedeView(group);
      case STALENESS -> new StalenessView(group);
      case OUTAGE -> new OutageView(group);
      case COLD_START -> new ColdStartView(group);
    };
  }

  /** A figure of a group, or none without a panel. */
  static List<Figure> figure(
      Group group, String id, String heading, Finding finding, String caption, List<Panel> panels) {
    return panels.isEmpty()
        ? List.of()
        : List.of(
            new Figure(
                id, heading, finding, caption, group.conditions(), panels, List.of(), List.of()));
  }

  /** What several panels say, one after the other. */
  static Finding compared(List<Panel> panels) {
    List<Finding> all = panels.stream().map(Conclusion::of).toList();
    List<String> statements = new ArrayList<>();
    all.forEach(one -> statements.addAll(one.statements()));
    return new Finding(
        statements.stream().distinct().toList(),
        all.stream().map(Finding::detail).distinct().collect(Collectors.joining("; ")));
  }
}
