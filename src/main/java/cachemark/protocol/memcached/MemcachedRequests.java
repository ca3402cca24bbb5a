// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.protocol.WireBuffer;

/**
 * The requests of memcached's text protocol, appended to a buffer.
 *
 * <p>Keys are put as they are: the caller vouches that they hold no space and no control character.
 * Flags are always 0; expiry is in seconds, 0 for never. Stateless.
 */
public final class MemcachedRequests {
  private static final byte[] CRLF = bytes("\r\n");
  private static final byte[] GET = bytes("get ");
  private static final byte[] GET_ALL = bytes("get");
  private static final byte[] DELETE = bytes("delete ");
  private static final byte[] GETS = bytes("gets ");
  private static final byte[] CAS = bytes("cas ");
  private static final byte[] INCREMENT = bytes("incr ");
  private static final byte[] TOUCH = bytes("touch ");
  private static final byte[] FLAGS = bytes(" 0 ");
  private static final byte[] EXPIRED = bytes(" 0 -1 ");

  private MemcachedRequests() {}

  /** Whether a value is stored depends on what is there already. */
  public enum Write {
    /** Always stored. */
    SET("set "),
    /** Stored only where there is nothing. */
    ADD("add "),
    /** Stored only where there is something. */
    REPLACE("replace ");

    @SuppressWarnings("ImmutableEnumChecker") // private, and nobody writes to it
    private final byte[] command;

    Write(String command) {
      this.command = bytes(command);
    }
  }

  /** Appends {@code get}; answered by VALUE and END, or by END alone. */
  public static void get(WireBuffer out, String key) {
    out.put(GET);
    out.put(key);
    out.put(CRLF);
  }

  /** Appends one {@code get} of all keys; answered by a VALUE for each found, and END. */
  public static void getAll(WireBuffer out, Iterable<String> keys) {
    out.put(GET_ALL);
    for (String key : keys) {
      out.put((byte) ' ');
      out.put(key);
    }
    out.put(CRLF);
  }

  /**
   * Appends {@code gets}; answered by VALUE, with what is unique to it, and END, or by END alone.
   */
  public static void gets(WireBuffer out, String key) {
    out.put(GETS);
    out.put(key);
    out.put(CRLF);
  }

  /**
   * Appends {@code cas}; answered by STORED, by EXISTS where another value is there by now, or by
   * NOT_FOUND.
   *
   * @param unique what {@link MemcachedReplies#unique} said of the value that is to be replaced
   */
  public static void cas(
      WireBuffer out, String key, byte[] value, int expirySeconds, String unique) {
    out.put(CAS);
    out.put(key);
    out.put(FLAGS);
    out.putDecimal(expirySeconds);
    out.put((byte) ' ');
    out.putDecimal(value.length);
    out.put((byte) ' ');
    out.put(unique);
    out.put(CRLF);
    out.put(value);
    out.put(CRLF);
  }

  /** Appends a write; answered by STORED or NOT_STORED. */
  public static void write(
      WireBuffer out, Write write, String key, byte[] value, int expirySeconds) {
    out.put(write.command);
    out.put(key);
    out.put(FLAGS);
    out.putDecimal(expirySeconds);
    out.put((byte) ' ');
    out.putDecimal(value.length);
    out.put(CRLF);
    out.put(value);
    out.put(CRLF);
  }

  /** Appends {@code delete}; answered by DELETED or NOT_FOUND. */
  public static void delete(WireBuffer out, String key) {
    out.put(DELETE);
    out.put(key);
    out.put(CRLF);
  }

  /** Appends the {@code delete} of old, with a time; the answer depends on the server's age. */
  public static void delete(WireBuffer out, String key, int blockedSeconds) {
    numbered(out, DELETE, key, blockedSeconds);
  }

  /** Appends {@code incr}; answered by NUMBER or NOT_FOUND. */
  public static void increment(WireBuffer out, String key, long delta) {
    numbered(out, INCREMENT, key, delta);
  }

  /** Appends {@code touch}; answered by TOUCHED or NOT_FOUND. */
  public static void touch(WireBuffer out, String key, int expirySeconds) {
    numbered(out, TOUCH, key, expirySeconds);
  }

  /** Appends a request that is one line, such as {@code flush_all} or {@code stats settings}. */
  public static void line(WireBuffer out, String line) {
    out.put(line);
    out.put(CRLF);
  }

  /**
   * Appends the {@code set} that a server takes for a login; answered by STORED. One that asks for
   * no login takes it for a value that has expired already, which nobody can get.
   */
  public static void login(WireBuffer out, String key, String user, String password) {
    byte[] account = (user + " " + password).getBytes(UTF_8);
    out.put(Write.SET.command);
    out.put(key);
    out.put(EXPIRED);
    out.putDecimal(account.length);
    out.put(CRLF);
    out.put(account);
    out.put(CRLF);
  }

  private static void numbered(WireBuffer out, byte[] command, String key, long number) {
    out.put(command);
    out.put(key);
    out.put((byte) ' ');
    out.putDecimal(number);
    out.put(CRLF);
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
