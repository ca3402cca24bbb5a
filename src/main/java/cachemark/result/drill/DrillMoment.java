// SPDX-License-Identifier: Apache-2.0
package cachemark.result.drill;

/**
 * What came of the operations that ended in one moment.
 *
 * @param right reads that returned the last acknowledged version or a later one
 * @param missing reads that returned nothing, though a write had been acknowledged
 * @param stale reads that returned an older version than one that had been acknowledged
 * @param wrong reads that returned what nobody wrote there
 * @param readErrors reads that failed
 * @param stored writes that were acknowledged
 * @param writeErrors writes that failed
 */
public record DrillMoment(
    int right, int missing, int stale, int wrong, int readErrors, int stored, int writeErrors) {
  /** Operations in all. */
  public int all() {
    return reads() + writes();
  }

  /** Reads in all. */
  public int reads() {
    return right + missing + stale + wrong + readErrors;
  }

  /** Writes in all. */
  public int writes() {
    return stored + writeErrors;
  }

  /** Both together. */
  public DrillMoment plus(DrillMoment other) {
    return new DrillMoment(
        right + other.right,
        missing + other.missing,
        stale + other.stale,
        wrong + other.wrong,
        readErrors + other.readErrors,
        stored + other.stored,
        writeErrors + other.writeErrors);
  }
}
