// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

/**
 * What a run takes beside its forks, over all of its starts; a start that was killed counts as far
 * as it had come.
 *
 * @param starts one, and one for each time it was gone on with
 * @param serversMillis until its servers were ready, images that had to be fetched included
 * @param probesMillis for prices and floors
 * @param classesMillis for the class archives that forks start from
 * @param writingMillis for what is written at its end
 */
public record Overhead(
    int starts, long serversMillis, long probesMillis, long classesMillis, long writingMillis) {
  /** Both together. */
  public Overhead plus(Overhead more) {
    return new Overhead(
        starts + more.starts,
        serversMillis + more.serversMillis,
        probesMillis + more.probesMillis,
        classesMillis + more.classesMillis,
        writingMillis + more.writingMillis);
  }
}
