// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

final class OwnProxyProcessTest {
  @Test
  void theMainClassIsThere() throws Exception {
    int modifiers =
        Class.forName(OwnProxyProcess.MAIN).getMethod("main", String[].class).getModifiers();
    assertThat(Modifier.isStatic(modifiers)).isTrue();
  }
}
