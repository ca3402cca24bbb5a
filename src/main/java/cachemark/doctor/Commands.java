// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.Reading;
import cachemark.server.Programs;
import cachemark.server.ServerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs of the machine that can be asked something. */
interface Commands {
  /** Those that are installed here. */
  Commands INSTALLED =
      new Commands() {
        @Override
        public Optional<Path> find(String program) {
          return Programs.find(program);
        }

        @Override
        public Reading<String> ask(List<String> command) {
          try {
            return Reading.of(Programs.run(command));
          } catch (ServerException e) {
            String message = String.valueOf(e.getMessage());
            return Reading.unknown(message.lines().findFirst().orElse("no word of why"));
          }
        }
      };

  /** Where a program is. */
  Optional<Path> find(String program);

  /** What a command prints; unknown if it fails. */
  Reading<String> ask(List<String> command);
}
