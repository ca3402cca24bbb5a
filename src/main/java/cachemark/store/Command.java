// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** An operation that the report names, by the name its server gives it. */
public enum Command {
  GET,
  SET,
  ADD,
  REPLACE,
  DELETE,
  INCR,
  TOUCH,
  MULTIGET,
  /** memcached's delete with a time for which the key is to stay blocked. */
  DELETE_WITH_TIME,
  SADD,
  SREM,
  SCARD,
  SISMEMBER,
  SINTER,
  SMEMBERS,
  LPUSH,
  RPUSH,
  LLEN,
  LRANGE,
  LTRIM,
  LINDEX,
  LSET,
  LPOP,
  RPOP;

  /** What a command works on. */
  public enum Kind {
    /** The value of a key. */
    VALUE,
    SET,
    LIST
  }

  /** What this command works on. */
  public Kind kind() {
    return switch (this) {
      case GET, SET, ADD, REPLACE, DELETE, INCR, TOUCH, MULTIGET, DELETE_WITH_TIME -> Kind.VALUE;
      case SADD, SREM, SCARD, SISMEMBER, SINTER, SMEMBERS -> Kind.SET;
      case LPUSH, RPUSH, LLEN, LRANGE, LTRIM, LINDEX, LSET, LPOP, RPOP -> Kind.LIST;
    };
  }

  /** Whether a client has the operation, connected in this way. */
  public boolean goesThrough(ClientType client, Connections connections) {
    if (this == DELETE_WITH_TIME) {
      return client == ClientType.WIRE && connections == Connections.KEPT;
    }
    return kind() == Kind.VALUE || connections != Connections.PER_OP;
  }

  /** Whether a server of this type has the operation. */
  public boolean isKnownTo(StoreType store) {
    return switch (this) {
      case GET, SET, ADD, REPLACE, DELETE, INCR, TOUCH, MULTIGET -> true;
      case DELETE_WITH_TIME -> store == StoreType.MEMCACHED;
      default -> store == StoreType.REDIS;
    };
  }
}
