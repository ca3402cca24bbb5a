// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.report.SyntheticRuns;
import cachemark.report.SyntheticTables;
import cachemark.report.catalogue.Figures;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.result.StoredRun;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineTest {
  private static final double WIDTH = 900;

  static Stream<Figure> figures() {
    return Stream.of(
            SyntheticRuns.whole("whole", 5, 1.1),
            SyntheticRuns.clients(5),
            SyntheticTables.tables("tables", 5, "MariaDB"),
            SyntheticTables.operations("operations", 5),
            SyntheticTables.troubled())
        .flatMap((StoredRun run) -> Figures.of(run).stream());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyTitleStatesItsFindingInTwoLines(Figure figure) {
    Headline headline = Headline.of(figure, WIDTH);
    assertThat(headline.title()).hasSizeLessThanOrEqualTo(2);
    if (!figure.finding().statements().isEmpty()) {
      assertThat(String.join(" ", headline.title())).contains(figure.finding().statements().get(0));
    }
  }

  @Test
  void whatDoesNotFitStandsBelow() {
    String more = "and " + "much ".repeat(30) + "more";
    Headline headline = Headline.of(saying("a short answer", more), WIDTH);

    assertThat(headline.title()).containsExactly("Heading: a short answer");
    assertThat(String.join(" ", headline.subtitle()))
        .isEqualTo("And " + "much ".repeat(30) + "more. Detail");
  }

  @Test
  void aNameKeepsItsSmallLetter() {
    Headline headline = Headline.of(saying("p50 " + "long ".repeat(60) + "answer"), WIDTH);

    assertThat(headline.title()).containsExactly("Heading");
    assertThat(headline.subtitle().get(0)).startsWith("p50 long");
  }

  private static Figure saying(String... statements) {
    return new Figure(
        "id",
        "Heading",
        new Finding(List.of(statements), "Detail"),
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
