// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What the proxy vouches for, whatever fails and when. */
final class RepairPropertyTest {
  private static final int SEEDS_OF_MAGENT = 20;

  @Property(tries = 150)
  void nothingAcknowledgedIsLostOrOld(@ForAll long seed) {
    Simulation simulation = new Simulation(seed, Mode.REPAIR).run();
    assertThat(simulation.violations).isEmpty();
    assertThat(simulation.answers()).isGreaterThan(200);
    assertThat(simulation.faults()).isPositive();
  }

  /** The same faults show what repair is for; without them this test could not fail. */
  @Test
  void asMagentItLosesValuesAndServesOldOnes() {
    String seen =
        LongStream.range(0, SEEDS_OF_MAGENT)
            .mapToObj(seed -> new Simulation(seed, Mode.MAGENT).run().violations.toString())
            .toList()
            .toString();
    assertThat(seen).contains("missing").contains("stale");
  }
}
