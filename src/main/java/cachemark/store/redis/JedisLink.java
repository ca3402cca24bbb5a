// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import redis.clients.jedis.commands.JedisBinaryCommands;

/** Where commands of Jedis go. As thread-safe as it says. */
interface JedisLink extends AutoCloseable {
  /** What takes a command, connected now where it was not. */
  JedisBinaryCommands commands();

  /** Says that the last command cost its connection. */
  void lose();

  /** Ends what is this link's alone; never throws, may be called twice. */
  @Override
  void close();
}
