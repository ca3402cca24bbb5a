// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.server.ServerKind;
import cachemark.server.source.SourceType;
import cachemark.store.Access;

/** A word of {@code --servers}. */
sealed interface ServerWord {
  /** Where servers are to come from. */
  record Source(SourceType type) implements ServerWord {}

  /** A server that is there already, and how it is reached but for its account. */
  record There(ServerKind kind, Access access) implements ServerWord {}
}
