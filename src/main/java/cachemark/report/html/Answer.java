// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import java.util.List;

/**
 * What one figure says.
 *
 * @param figure its id
 * @param heading what was done
 * @param conditions under which
 * @param headline the answer; may say that there is none
 * @param detail the ratios in words
 * @param sides the ratios, one each
 * @param traits to find it by
 */
public record Answer(
    String figure,
    String heading,
    String conditions,
    String headline,
    String detail,
    List<Side> sides,
    Traits traits) {

  /**
   * One side over another.
   *
   * @param subject what was compared, or where; may be empty
   * @param side the one
   * @param baseline the other, which stands for 1.00
   * @param speed how many times as fast the side is, in digits
   * @param interval of the speed, in words
   * @param outcome in words
   * @param tone of the outcome
   * @param forest where the interval lies
   */
  public record Side(
      String subject,
      String side,
      String baseline,
      String speed,
      String interval,
      String outcome,
      Tone tone,
      Forest forest) {}

  public Answer {
    sides = List.copyOf(sides);
  }
}
