// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cachemark.workload.KeyDistribution.Zipf;
import cachemark.workload.KeyStream;
import cachemark.workload.ValueSizes;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A small made-up trace in the published format: keys by Zipf's law, some of them with commas, more
 * records in some seconds than in others and none in a few, each operation somewhere.
 *
 * @param seed of everything
 * @param keys that there are
 * @param seconds that it lasts
 * @param perSecond records on average
 */
record SyntheticTrace(long seed, int keys, int seconds, int perSecond) {
  private static final TraceOperation[] OPERATIONS = TraceOperation.values();

  byte[] bytes() {
    SplittableRandom random = new SplittableRandom(seed);
    KeyStream drawn = new Zipf(0.9).stream(keys, seed, 0);
    ValueSizes sizes = ValueSizes.logNormal(200, 1.2, 1, 100_000, seed);
    StringBuilder text = new StringBuilder();
    for (int second = 0; second < seconds; second++) {
      int records = random.nextInt(10) == 0 ? 0 : random.nextInt(2 * perSecond);
      for (int i = 0; i < records; i++) {
        appendRecord(text, second, drawn.next(), sizes, random);
      }
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  private static void appendRecord(
      StringBuilder text, int second, long number, ValueSizes sizes, SplittableRandom random) {
    String key = (number % 7 == 0 ? "nz,u," : "nz:u:") + Long.toString(number, 36);
    TraceOperation operation =
        random.nextInt(4) == 0 ? OPERATIONS[random.nextInt(OPERATIONS.length)] : TraceOperation.GET;
    text.append(second).append(',').append(key).append(',').append(key.length()).append(',');
    text.append(sizes.bytes(number)).append(',').append(random.nextInt(300)).append(',');
    text.append(operation.name().toLowerCase(Locale.ROOT)).append(',');
    text.append(operation.isRead() ? 0 : 86_400).append('\n');
  }
}
