// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.RunBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.RunBuilder;
import cachemark.report.SyntheticTables;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFiguresTest {
  private final RunBuilder run = new RunBuilder("run", 5);

  @Test
  void aWholeRunHasEveryFigure() {
    List<Figure> figures = Figures.of(SyntheticTables.tables("tables", 2, "MariaDB"));
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly(
            "figure-3.3.4-report",
            "figure-3.3.5-report",
            "time-per-read-report",
            "figure-3.3.4-today-index-none",
            "figure-3.3.4-today-index-primary",
            "figure-3.3.5-today-index-none",
            "figure-3.3.5-today-index-primary",
            "time-per-read-today-index-none",
            "time-per-read-today-index-primary",
            "writes-threads-today-index-none",
            "writes-threads-today-index-primary",
            "reads-threads-today-index-none",
            "reads-threads-today-index-primary",
            "throughput-reads-today-free-connections-shared",
            "throughput-reads-today-same-connections-kept",
            "latency-writes-today",
            "percentiles-writes-today",
            "boxes-writes-today",
            "latency-reads-today",
            "percentiles-reads-today",
            "boxes-reads-today",
            "latency-writes-threads-today",
            "latency-reads-threads-today");
  }

  @Test
  void theReportsOwnExpiriesBelongTogether() {
    score(report("MEMCACHED", "ttl=60s"), 1);
    score(report("REDIS", "ttl=none"), 1);
    score(report("NONE", "ttl=none"), 1);

    Figure figure = batchFigures().get(0);
    assertThat(names(figure)).containsExactly("mysql_get", "mem_mysql_get", "redis_mysql_get");
    assertThat(figure.conditions()).contains("expiry after 60 s in memcached, none in Redis");
    assertThat(figure.caption()).contains("memcached's entries expire after 60 seconds");
  }

  @Test
  void anyOtherExpiryStandsApart() {
    score(report("MEMCACHED", "ttl=none"), 1);
    score(report("REDIS", "ttl=none"), 1);

    assertThat(batchFigures())
        .extracting(Figure::id)
        .containsExactly("figure-3.3.5-report-ttl-none", "figure-3.3.5-report-ttl-report");
  }

  @Test
  void theTableAloneStandsBesideEveryExpiryAndPolicy() {
    score(today("MEMCACHED", "ttl=60s"), 1);
    score(today("MEMCACHED", "ttl=none"), 1);
    score(today("NONE", "ttl=none"), 1);

    List<Figure> figures = batchFigures();
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly("figure-3.3.5-today-ttl-60s", "figure-3.3.5-today-ttl-none");
    assertThat(figures)
        .allSatisfy(one -> assertThat(names(one)).containsExactly("mysql_get", "mem_mysql_get"));
  }

  @Test
  void theTableAloneIsShownOnceAndWithoutAClient() {
    score(today("NONE", "ttl=none"), 1);
    score(today("NONE", "ttl=60s"), 9);
    score(today("NONE", "ttl=none", "client=WIRE"), 9);

    Figure figure = batchFigures().get(0);
    assertThat(batchFigures()).hasSize(1);
    assertThat(names(figure)).containsExactly("mysql_get");
    assertThat(figure.trials()).hasSize(1);
    assertThat(figure.conditions()).noneMatch(words -> words.contains("client:"));
    assertThat(figure.finding().detail()).contains("nothing to compare");
  }

  @ParameterizedTest
  @CsvSource({
    "index=PRIMARY, index-none",
    "engine=MYISAM, engine-innodb",
    "durability=FSYNC, durability-relaxed",
    "connections=PER_OP, connections-kept",
    "policy=READ_THROUGH, policy-report",
    "valueBytes=4096, valuebytes-32"
  })
  void whatElseDiffersIsNeverMixed(String other, String suffix) {
    score(today("NONE", "ttl=none"), 1);
    score(today("MEMCACHED", "ttl=none"), 1);
    score(today("REDIS", other), 2);

    List<Figure> figures = batchFigures();
    assertThat(figures).hasSize(2);
    Figure own = figures.stream().filter(one -> one.id().endsWith(suffix)).findFirst().get();
    assertThat(names(own)).containsExactly("mysql_get", "mem_mysql_get");
  }

  @Test
  void aSharedClientIsNoTwinOfTheReport() {
    score(threads("MEMCACHED", 1), 1);
    assertThat(Figures.of(run.build())).isEmpty();

    score(threads("MEMCACHED", 10), 1);
    assertThat(Figures.of(run.build()))
        .extracting(Figure::id)
        .containsExactly("reads-threads-today");
  }

  @Test
  void manyThreadsShowRowsPerSecondOfAllTogether() {
    run.score(threads("MEMCACHED", 1), 1, 2);
    run.score(threads("MEMCACHED", 10), 1, 5);

    Series series = Figures.of(run.build()).get(0).panels().get(0).series().get(0);
    assertThat(mean(series, 1)).isCloseTo(500, within(1e-9));
    assertThat(mean(series, 10)).isCloseTo(2000, within(1e-9));
  }

  @Test
  void aReadIsABatchDividedByItsRows() {
    run.score(today("MEMCACHED", "ttl=none"), 1, 0.5);

    Figure figure = Figures.of(run.build()).get(1);
    assertThat(figure.id()).isEqualTo("time-per-read-today");
    assertThat(mean(figure.panels().get(0).series().get(0), 1000)).isCloseTo(500, within(1e-9));
  }

  @Test
  void missedReadsAreTold() {
    Map<String, Long> outcomes = Map.of("hits", 750L, "misses", 250L);
    run.add(report("MEMCACHED", "ttl=60s"), 1, 1, List.of(), outcomes, Verdict.VALID);
    run.add(report("NONE", "ttl=none"), 1, 1, List.of(), Map.of(), Verdict.VALID);

    Figure figure = batchFigures().get(0);
    assertThat(figure.finding().detail()).endsWith(". Missed reads: mem_mysql_get at 1,000 rows");
    Panel misses = figure.tables().get(0);
    assertThat(misses.series().get(0).points()).isEmpty();
    assertThat(mean(misses.series().get(1), 1000)).isCloseTo(25, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "MariaDB, 10.11.6, MariaDB alone",
    "mysql, 10.11.6-MariaDB-1, MariaDB alone",
    "MySQL, 9.7.4, MySQL alone",
    "Percona, 8, the table alone"
  })
  void theServerIsCalledWhatItIs(String name, String version, String alone) {
    run.server(name, version, 3406);
    score(today("NONE", "ttl=none"), 1);

    Figure figure = batchFigures().get(0);
    assertThat(figure.panels().get(0).series().get(0).meaning()).isEqualTo(alone);
    assertThat(figure.caption()).contains("mysql_get is " + alone);
  }

  @Test
  void operationsAreComparedOneByOne() {
    for (int round = 1; round <= 5; round++) {
      run.score(command("MEMCACHED", "GET"), round, 1 + 0.001 * round);
      run.score(command("REDIS", "GET"), round, 2);
      run.score(command("MEMCACHED", "SET"), round, 2);
      run.score(command("REDIS", "SET"), round, 1 + 0.001 * round);
      run.score(command("REDIS", "LPOP"), round, 1);
    }
    Figure figure = Figures.of(run.build()).get(0);
    assertThat(figure.id()).isEqualTo("operations-report");
    assertThat(figure.finding().statements())
        .containsExactly(
            "memcached 1.99× as fast as Redis (GET)", "Redis 1.99× as fast as memcached (SET)");
    Series memcached = figure.panels().get(0).series().get(0);
    assertThat(memcached.points()).hasSize(2);
    assertThat(mean(memcached, 1)).isCloseTo(4000, within(1e-9));
  }

  @Test
  void listsAreAFigureForEachClient() {
    run.score(list("LINDEX", "WIRE", 10), 1, 1);
    run.score(list("LRANGE", "WIRE", 10), 1, 1);
    run.score(list("LINDEX", "LETTUCE", 10), 1, 1);

    List<Figure> figures = Figures.of(run.build());
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly("list-length-today-client-lettuce", "list-length-today-client-wire");
    assertThat(names(figures.get(1))).containsExactly("LRANGE", "LINDEX");
  }

  private void score(Cell cell, double seconds) {
    run.score(cell, 1, seconds);
  }

  private List<Figure> batchFigures() {
    return Figures.of(run.build()).stream()
        .filter(figure -> figure.id().startsWith("figure-"))
        .toList();
  }

  private static List<String> names(Figure figure) {
    return figure.panels().get(0).series().stream().map(Series::name).toList();
  }

  private static double mean(Series series, double x) {
    return series.at(x).orElseThrow().summary().orElseThrow().mean();
  }

  private static Cell report(String cache, String... params) {
    return table(
        Variant.REPORT, cache, 1, "client=WIRE", "connections=PER_OP", "engine=MYISAM", params);
  }

  private static Cell today(String cache, String... params) {
    return table(
        Variant.TODAY, cache, 1, client(cache), "connections=KEPT", "engine=INNODB", params);
  }

  private static Cell threads(String cache, int threads) {
    return table(
        Variant.TODAY, cache, threads, client(cache), "connections=SHARED", "engine=INNODB");
  }

  private static String client(String cache) {
    return switch (cache) {
      case "MEMCACHED" -> "client=XMEMCACHED";
      case "REDIS" -> "client=LETTUCE";
      default -> "client=LIBRARY";
    };
  }

  private static Cell table(
      Variant variant,
      String cache,
      int threads,
      String client,
      String connections,
      String engine,
      String... params) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "cache=" + cache,
                client,
                connections,
                engine,
                "index=NONE",
                "durability=RELAXED",
                "policy=REPORT",
                "ttl=none",
                "valueBytes=32",
                "operations=1000"));
    all.addAll(List.of(params));
    return cell(
        "E4",
        variant,
        "DatabaseReadBenchmark.readBatch",
        Mode.BATCH,
        threads,
        all.toArray(String[]::new));
  }

  private static Cell command(String store, String command) {
    return cell(
        "E8",
        Variant.REPORT,
        "OperationsBenchmark.batch",
        Mode.BATCH,
        1,
        "store=" + store,
        "client=WIRE",
        "connections=PER_OP",
        "command=" + command,
        "elements=100",
        "operations=500");
  }

  private static Cell list(String command, String client, int elements) {
    return cell(
        "C21",
        Variant.TODAY,
        "OperationsBenchmark.batch",
        Mode.BATCH,
        1,
        "store=REDIS",
        "client=" + client,
        "connections=KEPT",
        "command=" + command,
        "elements=" + elements,
        "operations=500");
  }
}
