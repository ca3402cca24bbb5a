// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory a cache has, and what it does when that is full.
 *
 * @param megabytes for values and what belongs to them, {@value #LEAST} to {@value #MOST}, each of
 *     2^20 bytes
 * @param eviction that makes room; memcached knows LRU only
 */
public record CacheMemory(int megabytes, Eviction eviction) {
  /** memcached does not start with much less, and Redis by itself takes a part of it. */
  public static final int LEAST = 8;

  public static final int MOST = 1_000_000;

  private static final Pattern FORM = Pattern.compile("([0-9]{1,7})([mg])b?");
  private static final int MEGABYTES_PER_GIGABYTE = 1_024;

  public CacheMemory {
    if (megabytes < LEAST || megabytes > MOST) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%,d MB are not from %d to %,d", megabytes, LEAST, MOST));
    }
  }

  /**
   * So much memory as {@code text} says, as in {@code 64m} or {@code 2g}.
   *
   * @throws IllegalArgumentException if it does not
   */
  public static CacheMemory parse(String text, Eviction eviction) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "megabytes as in \"64m\" or gigabytes as in \"2g\" are needed");
    }
    long number = Long.parseLong(form.group(1));
    long megabytes = form.group(2).equals("g") ? number * MEGABYTES_PER_GIGABYTE : number;
    return new CacheMemory((int) Math.min(megabytes, Integer.MAX_VALUE), eviction);
  }

  /** As {@link #parse} takes it. */
  public String text() {
    return megabytes + "m";
  }
}
