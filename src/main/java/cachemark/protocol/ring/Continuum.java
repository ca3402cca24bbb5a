// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.ring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The points of a ketama ring and their owners. Immutable and thread-safe.
 *
 * <p>Points and hashes are unsigned integers of 32 bits. Points lie evenly, being digests: a table
 * by a hash's leading bits leads to within a step or two of the answer, where a binary search takes
 * one step per bit, and the processor guesses every second one wrong.
 */
final class Continuum {
  private static final int HASHES = 40;
  private static final int POINTS = HASHES * Md5.WORDS;

  /**
   * Ascending; the highest bit is turned round, so that signed comparison gives the ring's order.
   */
  private final int[] points;

  /** Owner of the point with the same index; one more, that of the first point, ends the ring. */
  private final int[] owners;

  /** By leading bits of a hash: how many points lie before the first hash that begins with them. */
  private final int[] starts;

  /** How far a hash is shifted for its leading bits to be left; 0 to 31. */
  private final int shift;

  /**
   * Of one or more distinct names.
   *
   * @param names of the owners, who are numbered by this list from 0
   */
  Continuum(List<String> names) {
    List<Integer> byName =
        IntStream.range(0, names.size()).boxed().sorted(Comparator.comparing(names::get)).toList();
    long[] sorted = new long[names.size() * POINTS];
    for (int rank = 0; rank < byName.size(); rank++) {
      addPoints(names.get(byName.get(rank)), rank, sorted);
    }
    Arrays.sort(sorted);
    points = Arrays.stream(sorted).mapToInt(each -> (int) (each >> Integer.SIZE)).toArray();
    owners = new int[points.length + 1];
    Arrays.setAll(owners, i -> byName.get((int) sorted[i % points.length]));
    shift = Integer.numberOfLeadingZeros(points.length);
    starts = starts();
  }

  /** Puts the points of the owner with this rank by name where they have their place. */
  private static void addPoints(String name, int rank, long[] points) {
    int next = rank * POINTS;
    for (int hash = 0; hash < HASHES; hash++) {
      Md5 digest = Md5.ofThread().of((name + "-" + hash).getBytes(UTF_8));
      for (int word = 0; word < Md5.WORDS; word++) {
        points[next++] = ((long) turned(digest.word(word)) << Integer.SIZE) | rank;
      }
    }
  }

  private int[] starts() {
    int[] table = new int[1 << (Integer.SIZE - shift)];
    int before = 0;
    for (int bits = 0; bits < table.length; bits++) {
      while (before < points.length && points[before] < turned(bits << shift)) {
        before++;
      }
      table[bits] = before;
    }
    return table;
  }

  /** The owner of the first point at or after a hash. */
  int ownerOf(int hash) {
    int key = turned(hash);
    int next = starts[hash >>> shift];
    while (next < points.length && points[next] < key) {
      next++;
    }
    return owners[next];
  }

  private static int turned(int unsigned) {
    return unsigned ^ Integer.MIN_VALUE;
  }
}
