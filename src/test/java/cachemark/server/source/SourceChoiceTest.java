// SPDX-License-Identifier: Apache-2.0
package cachemark.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.server.ServerKind;
import cachemark.server.docker.Images;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may be said of servers before there are any. */
final class SourceChoiceTest {
  private static final Access HOST = Access.to(new Endpoint("host", 1));

  @Test
  void onlyServersThatAreStartedCanBePinned() {
    assertThat(SourceChoice.AUTO.canPin()).isTrue();
    assertThat(choice(Map.of(ServerKind.REDIS, HOST)).canPin()).isFalse();
  }

  @Test
  void itIsNotChangedByWhatItWasMadeOf() {
    Map<ServerKind, Access> external = new EnumMap<>(Map.of(ServerKind.REDIS, HOST));
    SourceChoice choice = choice(external);
    external.clear();
    assertThat(choice.external()).containsOnlyKeys(ServerKind.REDIS);
  }

  @Test
  void imagesAreTheOfficialOnesButForThoseChosen() {
    Images images = Images.OFFICIAL.with(ServerKind.REDIS, "valkey/valkey:9");
    assertThat(images.of(ServerKind.REDIS)).isEqualTo("valkey/valkey:9");
    assertThat(images.with(ServerKind.REDIS, "redis:7").of(ServerKind.REDIS)).isEqualTo("redis:7");
    for (ServerKind kind : ServerKind.values()) {
      assertThat(Images.OFFICIAL.of(kind)).isEqualTo(kind.image());
    }
    assertThat(Images.OFFICIAL.chosen()).isEmpty();
  }

  private static SourceChoice choice(Map<ServerKind, Access> external) {
    return new SourceChoice(SourceType.AUTO, Images.OFFICIAL, external);
  }
}
