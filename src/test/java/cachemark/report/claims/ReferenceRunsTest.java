// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.result.RunReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stored reference runs, which everybody can read off by hand too. */
final class ReferenceRunsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reference-quick  |                     | C3 C4 C5 C7      | C1 C2 C6
          reference-report | C10a C14b C21       | C14a C18 C19 C20 | C7 C8 C9 C10b C17
          reference-c14    | C14b                | C14a             |
          reference-c17    | C17                 |                  |
          """)
  void standAsTheirNumbersSay(
      String run, String reproduced, String contradicted, String inconclusive) {
    Map<Standing, String> standings =
        Claims.of(RunReader.read(Path.of("results", run))).stream()
            .collect(
                Collectors.groupingBy(
                    JudgedClaim::standing,
                    TreeMap::new,
                    Collectors.mapping(JudgedClaim::id, Collectors.joining(" "))));
    assertThat(standings.get(Standing.REPRODUCED)).isEqualTo(reproduced);
    assertThat(standings.get(Standing.CONTRADICTED)).isEqualTo(contradicted);
    assertThat(standings.get(Standing.INCONCLUSIVE)).isEqualTo(inconclusive);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reference-quick  | C1 | 0.96 (0.86 to 1.07) over 5 rounds
          reference-quick  | C1 | 1.04 (0.87 to 1.25) over 5 rounds
          reference-quick  | C1 | writes: 0.96 (0.85 to 1.09) over 5 rounds
          reference-quick  | C1 | reads: 0.90 (0.79 to 1.03) over 5 rounds
          reference-quick  | C3 | 1.19 (0.83 to 1.70) over 5 rounds
          reference-quick  | C3 | 0.97 (0.91 to 1.03) over 5 rounds
          reference-quick  | C4 | 0 in 10 trials
          reference-report | C7 | 1.61 (1.04 to 2.50) over 5 rounds
          reference-report | C7 | 1.63 (0.94 to 2.83) over 5 rounds
          reference-c14    | C14a | 80,500 (77,500 to 83,500) ops/s over 5 rounds
          reference-c14    | C14b | 2,220,000 (2,080,000 to 2,360,000) ops/s over 5 rounds
          reference-report | C20 | 5,000 in 5 trials
          reference-report | C21 | 1.62 (1.38 to 1.90) over 5 rounds
          """)
  void haveTheNumbersThatAreReadOffByHand(String run, String id, String numbers) {
    JudgedClaim claim =
        Claims.of(RunReader.read(Path.of("results", run))).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    List<String> all = claim.parts().stream().map(JudgedPart::numbers).toList();
    assertThat(String.join("; ", all) + "; " + String.join("; ", claim.beside())).contains(numbers);
  }
}
