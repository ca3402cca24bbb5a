// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cachemark.store.Access;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import org.junit.jupiter.api.Test;

final class CollectionFactoryTest {
  private static final Access NOWHERE = Access.to(new Endpoint("127.0.0.1", 1));

  @Test
  void whatDoesNotGoTogetherIsRefusedWithTheChoices() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory(ClientType.XMEMCACHED, Connections.KEPT))
        .withMessageContaining("LETTUCE");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory(ClientType.WIRE, Connections.PER_OP))
        .withMessage("this operation cannot be connected PER_OP; choose one of KEPT, SHARED");
  }

  @Test
  void threadsShareOnlyWhatIsShared() {
    try (CollectionFactory shared = factory(ClientType.LIBRARY, Connections.SHARED);
        CollectionFactory kept = factory(ClientType.LIBRARY, Connections.KEPT)) {
      assertThat(shared.open()).isSameAs(shared.open());
      assertThat(kept.open()).isNotSameAs(kept.open());
    }
  }

  @Test
  void aClosedFactoryOpensNothing() {
    CollectionFactory closed = factory(ClientType.WIRE, Connections.KEPT);
    closed.close();
    closed.close();
    assertThatIllegalStateException().isThrownBy(closed::open);
  }

  private static CollectionFactory factory(ClientType client, Connections connections) {
    return CollectionFactory.of(client, connections, NOWHERE, Timeouts.DEFAULT);
  }
}
