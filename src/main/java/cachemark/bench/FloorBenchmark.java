// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import org.openjdk.jmh.annotations.Benchmark;

public class FloorBenchmark {
  @Benchmark
  public int placeholder() {
    return 1;
  }
}
