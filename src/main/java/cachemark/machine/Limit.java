// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

/**
 * How much of something a process may have. Pure but for {@link #of}.
 *
 * @param soft what it may have now
 * @param hard what it may ask for; the largest number where there is no limit
 */
public record Limit(long soft, long hard) {
  /** The limit of this process, as in {@code Max open files}. */
  public static Reading<Limit> of(Kernel kernel, String name) {
    return kernel.value("/proc/self/limits", name).map(Limit::parse);
  }

  /**
   * Reads what follows a limit's name in {@code /proc/PID/limits}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Limit parse(String columns) {
    String[] words = columns.strip().split(" +", -1);
    if (words.length < 2) {
      throw new IllegalArgumentException("two columns expected");
    }
    return new Limit(number(words[0]), number(words[1]));
  }

  private static long number(String word) {
    return word.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(word);
  }
}
