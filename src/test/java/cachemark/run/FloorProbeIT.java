// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Placement;
import cachemark.result.Floor;
import cachemark.result.Transport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run learns of its machine's floor, with real processes. */
final class FloorProbeIT {
  private final List<String> news = new ArrayList<>();

  @Test
  void bothTransportsAtEveryPlacementOnce() {
    List<Floor> floors = FloorProbe.measure(List.of(Placement.FREE, Placement.FREE), news::add);
    assertThat(news).isEmpty();
    assertThat(floors).extracting(Floor::placement).containsOnly(Placement.FREE);
    assertThat(floors).extracting(Floor::transport).containsExactly(Transport.TCP, Transport.UNIX);
    assertThat(floors).allMatch(floor -> floor.count() > 100);
  }

  @Test
  void whatCannotBeMeasuredIsToldInASentenceAndStopsNothing() {
    Thread.currentThread().interrupt();
    try {
      assertThat(FloorProbe.measure(List.of(Placement.FREE), news::add)).isEmpty();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(news)
        .singleElement()
        .asString()
        .startsWith("the floor ")
        .contains(" is not known, which stops nothing: ");
  }
}
