// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.report.claims.JudgedClaim;
import cachemark.report.claims.JudgedPart;
import cachemark.report.claims.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimSectionTest {
  private static final JudgedPart SPEED =
      new JudgedPart(
          "speed", "0.90 (0.80 to 1.00) over 5 rounds", "at least 1.05", Standing.CONTRADICTED);
  private static final JudgedPart FAILURES = new JudgedPart("failures", "", "0", Standing.NOT_RUN);

  @Test
  void aClaimStandsBesideItsNumbersAndItsReason() {
    String page =
        page(
            new JudgedClaim(
                "C99",
                "One | is <faster>.",
                Standing.CONTRADICTED,
                List.of(SPEED, FAILURES),
                List.of("today: 1.30 in 1 round"),
                "Loopback."));
    assertThat(page)
        .contains("## The report's claims")
        .contains(
            "| C99 | One \\| is &lt;faster&gt;. | CONTRADICTED | speed: 0.90 (0.80 to 1.00) over 5"
                + " rounds, demanded at least 1.05: contradicted; failures: not run; (today: 1.30"
                + " in 1 round) | Loopback. |\n");
  }

  @Test
  void ofWhatWasNotRunNothingIsSaid() {
    String page =
        page(
            new JudgedClaim(
                "C98", "Nothing.", Standing.NOT_RUN, List.of(FAILURES), List.of("today: 1"), ""));
    assertThat(page).contains("| C98 | Nothing. | NOT RUN |  |  |\n");
  }

  private static String page(JudgedClaim claim) {
    Markdown page = new Markdown();
    page.add(new ClaimSection(List.of(claim)).blocks());
    return page.toString();
  }
}
