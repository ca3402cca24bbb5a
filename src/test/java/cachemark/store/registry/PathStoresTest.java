// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.PathType;
import cachemark.store.Timeouts;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PathStoresTest {
  private static final Access NOWHERE = Access.to(new Endpoint("127.0.0.1", 1));

  @ParameterizedTest
  @EnumSource(PathType.class)
  void aProxyIsThereWhereThePathHasOneAndNotElsewhere(PathType path) {
    List<Access> servers = Collections.nCopies(path.servers(), NOWHERE);
    Access right = path.isProxied() ? NOWHERE : null;
    Access wrong = path.isProxied() ? null : NOWHERE;
    assertThatCode(() -> PathStores.open(path, servers, right, Timeouts.DEFAULT).close())
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathStores.open(path, servers, wrong, Timeouts.DEFAULT))
        .withMessage(path + " and its proxy go together");
  }
}
