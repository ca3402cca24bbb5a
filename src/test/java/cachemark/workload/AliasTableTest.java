// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class AliasTableTest {
  @Property
  void everyThingIsChosenByItsWeight(
      @ForAll @Size(min = 1, max = 300) List<@DoubleRange(min = 0.01, max = 1e6) Double> given) {
    double[] weights = given.stream().mapToDouble(Double::doubleValue).toArray();
    double sum = Arrays.stream(weights).sum();
    AliasTable table = new AliasTable(weights);
    for (int i = 0; i < weights.length; i++) {
      assertThat(table.probability(i)).isEqualTo(weights[i] / sum, within(1e-12));
    }
  }

  @Test
  void placesAreSharedAsTheProbabilitiesSay() {
    AliasTable table = new AliasTable(5, 1, 1, 3);
    int[] counts = new int[4];
    for (int i = 0; i < 10_000; i++) {
      counts[table.at((i + 0.5) / 10_000)]++;
    }
    assertThat(counts).containsExactly(5_000, 1_000, 1_000, 3_000);
  }

  @Test
  void theLastPlaceBelongsToSomething() {
    for (int things = 1; things < 2_000; things++) {
      double[] weights = new double[things];
      Arrays.fill(weights, 1);
      assertThat(new AliasTable(weights).at(Math.nextDown(1.0))).isEqualTo(things - 1);
    }
  }
}
