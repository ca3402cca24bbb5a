// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.PlanException;
import cachemark.plan.Variant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BenchmarkCatalogTest {
  private static final BenchmarkCatalog CATALOG = BenchmarkCatalog.ofThisJar();

  @Test
  void theBenchmarksAreThese() {
    assertThat(CATALOG.names())
        .contains(
            "AtomicityBenchmark.increment",
            "AtomicityBenchmark.pairApart",
            "AtomicityBenchmark.pairTogether",
            "CapacityBenchmark.fill",
            "CodecBenchmark.answer",
            "CodecBenchmark.parse",
            "ConcurrencyBenchmark.get",
            "ConcurrencyBenchmark.getBatch",
            "ConcurrencyBenchmark.set",
            "ConcurrencyBenchmark.setBatch",
            "ConnectionsBenchmark.open",
            "FloorBenchmark.echo",
            "FloorBenchmark.memoryGet",
            "FloorBenchmark.memorySet",
            "KeyDrawBenchmark.uniform",
            "KeyDrawBenchmark.valueBytes",
            "KeyDrawBenchmark.zipf",
            "OperationsBenchmark.batch",
            "PipelineBenchmark.get",
            "PipelineBenchmark.set",
            "ProxyHopBenchmark.get",
            "ProxyHopBenchmark.multiget10",
            "ProxyHopBenchmark.multiget100",
            "ProxyHopBenchmark.set",
            "RingBenchmark.ketama",
            "RingBenchmark.magent",
            "SingleThreadBenchmark.get",
            "SingleThreadBenchmark.getBatch",
            "SingleThreadBenchmark.set",
            "SingleThreadBenchmark.setBatch",
            "TraceBenchmark.keys",
            "TraceBenchmark.paced",
            "TraceBenchmark.read")
        .isSorted();
  }

  @Test
  void aSimpleNameStandsForTheFullOne() {
    String full = CATALOG.fullName("SingleThreadBenchmark.get");
    assertThat(full).isEqualTo("cachemark.bench.SingleThreadBenchmark.get");
    assertThat(BenchmarkCatalog.simpleName(full)).isEqualTo("SingleThreadBenchmark.get");
  }

  @Test
  void aCompleteCellHasEveryParameter() {
    Cell cell = cell("SingleThreadBenchmark.getBatch", Mode.BATCH, Map.of("store", "REDIS"));
    assertThat(CATALOG.complete(cell).params())
        .isEqualTo(
            Map.of(
                "store", "REDIS",
                "client", "LETTUCE",
                "connections", "SHARED",
                "valueBytes", "32",
                "operations", "1000"));
  }

  @Test
  void whatACellSaysStays() {
    Map<String, String> all =
        Map.of(
            "store", "MEMCACHED",
            "client", "WIRE",
            "connections", "PER_OP",
            "valueBytes", "7",
            "operations", "3");
    Cell cell = cell("ConcurrencyBenchmark.setBatch", Mode.BATCH, all);
    assertThat(CATALOG.complete(cell)).isEqualTo(cell);
  }

  @Test
  void theFloorHasNoParameters() {
    Cell cell = cell("FloorBenchmark.echo", Mode.SAMPLE, Map.of());
    assertThat(CATALOG.complete(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SingleThreadBenchmark.gett | SAMPLE | keys | unknown benchmark \
          "SingleThreadBenchmark.gett": did you mean "SingleThreadBenchmark.get"? Choices: \
          AtomicityBenchmark.increment,
          SingleThreadBenchmark.get | SAMPLE | operations | SingleThreadBenchmark.get has no \
          parameter "operations": did you mean "connections"? Choices:
          SingleThreadBenchmark.get | SAMPLE | keys | SingleThreadBenchmark.get needs the axis \
          store: one or more of [MEMCACHED, REDIS]
          SingleThreadBenchmark.get | BATCH | keys | SingleThreadBenchmark.get cannot be measured \
          in mode batch; it takes throughput or sample
          FloorBenchmark.echo | BATCH | keys | FloorBenchmark.echo cannot be measured in mode batch; \
          it takes throughput or sample
          SingleThreadBenchmark.getBatch | SAMPLE | keys | SingleThreadBenchmark.getBatch cannot be \
          measured in mode sample; it takes batch
          """)
  void whatABenchmarkDoesNotHaveIsRefused(String name, Mode mode, String param, String message) {
    Cell cell = cell(name, mode, Map.of(param, "5"));
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> CATALOG.complete(cell))
        .withMessageStartingWith(message);
  }

  @Test
  void defaultsMustGoTogetherWithTheRest() {
    Cell cell =
        cell(
            "SingleThreadBenchmark.getBatch",
            Mode.BATCH,
            Map.of("store", "REDIS", "client", "WIRE"));
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> CATALOG.complete(cell))
        .withMessage("client WIRE cannot be used with connections SHARED; it takes [PER_OP, KEPT]");
  }

  private static Cell cell(String benchmark, Mode mode, Map<String, String> params) {
    return new Cell("E1", Variant.TODAY, benchmark, mode, new TreeMap<>(params), 1, Placement.SAME);
  }
}
