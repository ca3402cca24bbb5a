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

  /** Whether a server of this type has the operation. */
  public boolean isKnownTo(StoreType store) {
    return switch (this) {
      case GET, SET, ADD, REPLACE, DELETE, INCR, TOUCH, MULTIGET -> true;
      case DELETE_WITH_TIME -> store == StoreType.MEMCACHED;
      default -> store == StoreType.REDIS;
    };
  }
}
