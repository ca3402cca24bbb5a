// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisCredentialsProvider.ImmediateRedisCredentialsProvider;
import org.junit.jupiter.api.Test;

final class LettuceStoresTest {
  private static final Access OPEN = Access.to(new Endpoint("localhost", 6379));

  @Test
  void noOtherThreadIsAskedForCredentials() {
    RedisCredentials named = credentials(new Credentials("guest", "secret"));
    assertThat(named.getUsername()).isEqualTo("guest");
    assertThat(named.getPassword()).containsExactly("secret".toCharArray());
  }

  @Test
  void theDefaultUserHasNoName() {
    RedisCredentials unnamed = credentials(new Credentials(RedisSession.DEFAULT_USER, "secret"));
    assertThat(unnamed.hasUsername()).isFalse();
    assertThat(unnamed.getPassword()).containsExactly("secret".toCharArray());
  }

  @Test
  void whereThereIsNoAccountNobodyLogsIn() {
    assertThat(resolved(OPEN).hasPassword()).isFalse();
  }

  private static RedisCredentials credentials(Credentials account) {
    return resolved(OPEN.withCredentials(account));
  }

  private static RedisCredentials resolved(Access access) {
    RedisCredentialsProvider provider =
        LettuceStores.uri(access, Timeouts.DEFAULT).getCredentialsProvider();
    assertThatObject(provider).isInstanceOf(ImmediateRedisCredentialsProvider.class);
    return ((ImmediateRedisCredentialsProvider) provider).resolveCredentialsNow();
  }
}
