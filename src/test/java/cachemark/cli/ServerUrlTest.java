// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachemark.server.ServerKind;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

/** How people write where a server is. */
final class ServerUrlTest {
  @ParameterizedTest
  @CsvSource({
    "MEMCACHED, cache1:11211, cache1, 11211, false",
    "MEMCACHED, cache1, cache1, 11211, false",
    "MEMCACHED, memcached://cache1:7, cache1, 7, false",
    "MEMCACHED, memcacheds://cache1, cache1, 11211, true",
    "REDIS, cache1, cache1, 6379, false",
    "REDIS, redis://cache1:6380/, cache1, 6380, false",
    "REDIS, rediss://cache1, cache1, 6379, true",
    "REDIS, rediss://cache1:1?, cache1, 1, true",
    "REDIS, 192.0.2.7:65535, 192.0.2.7, 65535, false",
    "REDIS, [::1]:6380, [::1], 6380, false",
    "REDIS, [::1], [::1], 6379, false",
    "REDIS, unix:/run/redis.sock, /run/redis.sock, 0, false",
    "MEMCACHED, unix:///run/a b.sock, /run/a b.sock, 0, false",
    "MYSQL, db, db, 3306, false",
    "MYSQL, mysql://db:3307, db, 3307, false",
    "MYSQL, jdbc:mysql://db/, db, 3306, false",
    "MYSQL, jdbc:mysql://db:1/?sslMode=VERIFY_IDENTITY, db, 1, true",
    "MYSQL, db?sslMode=VERIFY_IDENTITY, db, 3306, true",
    "MYSQL, jdbc:mysql://db:1?sslMode=DISABLED, db, 1, false",
  })
  void everyFormIsRead(ServerKind kind, String text, String host, int port, boolean tls) {
    Access access = ServerUrl.read(kind, text);
    assertThat(access.endpoint()).isEqualTo(new Endpoint(host, port));
    assertThat(access.tls()).isEqualTo(tls);
    assertThat(access.credentials()).isNull();
    assertThat(access.guest()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REDIS | '' | is not of the form HOST:PORT
          REDIS | unix: | is no absolute path of a Unix domain socket
          REDIS | unix:/ | is no absolute path of a Unix domain socket
          MEMCACHED | unix:run/my.sock | is no absolute path of a Unix domain socket
          MYSQL | unix:/run/mysqld.sock | is a Unix domain socket, which its drivers do not take
          REDIS | :6379 | is not of the form HOST:PORT
          REDIS | host:secret | is not of the form HOST:PORT
          REDIS | host: | is not of the form HOST:PORT
          REDIS | user:secret:6379 | is not of the form HOST:PORT
          REDIS | ::1 | an IPv6 address stands in brackets
          REDIS | sec ret:1 | is not of the form HOST:PORT
          REDIS | host:0 | has a port that is not between 1 and 65535
          REDIS | host:65536 | has a port that is not between 1 and 65535
          REDIS | host:-1 | is not of the form HOST:PORT
          REDIS | http://host | begins with none of redis://, rediss://
          REDIS | ://host | begins with none of redis://, rediss://
          REDIS | REDIS://host | begins with none of redis://, rediss://
          REDIS | secret://host | begins with none of redis://, rediss://
          REDIS | redis://host/3 | goes on after its port: what data is called there is said with --guest
          REDIS | redis://host?timeout=secret | has settings, and there are none
          MEMCACHED | rediss://host | begins with none of memcached://, memcacheds://
          MYSQL | jdbc:mariadb://host | begins with none of jdbc:mysql://, mysql://
          MYSQL | mysql://host/secret | goes on after its port
          MYSQL | mysql://host/?sslMode=REQUIRED | other than sslMode=VERIFY_IDENTITY or sslMode=DISABLED
          MYSQL | mysql://host/?password=secret | other than sslMode=VERIFY_IDENTITY or sslMode=DISABLED
          """)
  void whatIsNoneIsRefusedWithoutRepeatingIt(ServerKind kind, String text, String part) {
    assertThatThrownBy(() -> ServerUrl.read(kind, text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageStartingWith("the address of " + kind.id())
        .hasMessageContaining(part)
        .hasMessageNotContaining("secret")
        .message()
        .hasLineCount(1);
  }
}
