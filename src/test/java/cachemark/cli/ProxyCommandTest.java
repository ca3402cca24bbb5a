// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code proxy} as far as it needs no server. */
final class ProxyCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          proxy                                     | Missing required option: '-s=HOST:PORT'
          proxy -s 127.0.0.1                        | -s "127.0.0.1" is not of the form host:port
          proxy -s a:70000                          | -s "a:70000" is not of the form host:port
          proxy -s a:1 -b :2                        | -b ":2" is not of the form host:port
          proxy -s a:1 -s a:1                       | server "a:1" is a primary twice
          proxy -s a:1 -b a:1                       | server "a:1" is there twice, once as a backup
          proxy -s a:1 -p 70000                     | -p 70000 is not 0 to 65535
          proxy -s a:1 -n 0                         | max-clients = 0 is not 1 or more
          proxy -s a:1 --mode fix                   | expected one of [REPAIR, MAGENT]
          proxy -s a:1 --timeout 500                | "500" is no time
          proxy -s a:1 --timeout 1ms                | timeout = 1 ms is not 10 to 60000
          proxy -s a:1 --max-value -1               | max-value = -1 bytes
          proxy -s a:1 --max-values 5               | did you mean "--max-value"?
          """)
  void whatCannotBeMeantIsRefused(String line, String reason) {
    Said.to(line.strip().split(" +", -1)).refused(ExitCode.USAGE, reason.strip());
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    Said.to("proxy", "-s", "127.0.0.1:1", "-p", "0")
        .refused(ExitCode.RUN_ERROR, "cannot use primary 127.0.0.1:1: Connection refused");
  }

  @Test
  void helpExplainsItself() {
    Said.to("proxy", "--help").fine("-s=HOST:PORT", "--mode=MODE", "Not taken are -u", "Example:");
  }
}
