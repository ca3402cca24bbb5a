// SPDX-License-Identifier: Apache-2.0
package cachemark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The structure of the code: which room may use which, and where third parties may appear. */
final class ArchitectureTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("cachemark");

  /** A room and the rooms it may import beside itself. */
  private record Room(String name, List<String> mayImport) {
    static Room of(String name, String... mayImport) {
      return new Room(name, List.of(mayImport));
    }
  }

  private static final List<Room> ROOMS =
      List.of(
          Room.of("workload"),
          Room.of("workload.trace", "workload"),
          Room.of("protocol.."),
          Room.of("protocol.ring", "protocol"),
          Room.of("store"),
          Room.of("store.wire", "store", "protocol"),
          Room.of("store.memcached", "store", "store.wire", "protocol.."),
          Room.of("store.redis", "store", "store.wire", "protocol.."),
          Room.of("store.memory", "store"),
          Room.of("store.mysql", "store", "store.wire"),
          Room.of("store.registry", "store.."),
          Room.of("cacheaside", "store"),
          Room.of("load", "workload", "workload.trace", "protocol..", "store", "cacheaside"),
          Room.of("proxy", "protocol.."),
          Room.of("proxy.net", "proxy", "protocol"),
          Room.of("echo", "store", "store.wire"),
          Room.of("server", "store", "echo"),
          Room.of("server.local", "server", "store"),
          Room.of("server.docker", "server", "store"),
          Room.of("server.source", "server..", "store"),
          Room.of("drill", "workload", "load", "store"),
          Room.of(
              "drill.cluster",
              "drill",
              "protocol.ring",
              "proxy",
              "proxy.net",
              "server",
              "server.local",
              "store",
              "store.memcached",
              "store.redis",
              "store.registry"),
          Room.of("plan", "workload", "store", "cacheaside"),
          Room.of("plan.workload", "plan"),
          Room.of("bench.fork", "store", "store.registry", "protocol.."),
          Room.of("bench.measure", "bench.fork", "store", "cacheaside"),
          Room.of("bench.target", "bench.fork", "store", "store.registry", "workload"),
          Room.of(
              "bench.table",
              "bench.fork",
              "bench.measure",
              "bench.target",
              "store",
              "store.registry",
              "cacheaside"),
          Room.of("bench.command", "bench.measure", "bench.target", "store", "store.registry"),
          Room.of(
              "bench.hop",
              "bench.fork",
              "bench.measure",
              "bench.target",
              "store",
              "store.registry"),
          Room.of(
              "bench.claim",
              "bench.fork",
              "bench.measure",
              "bench.target",
              "store",
              "store.registry"),
          Room.of(
              "bench",
              "bench.fork",
              "bench.measure",
              "bench.target",
              "echo",
              "store",
              "store.registry",
              "workload..",
              "protocol.."),
          Room.of("result", "plan"),
          Room.of("result.load", "result", "plan"),
          Room.of("result.drill", "result"),
          Room.of("result.workload", "result", "result.load", "plan", "plan.workload"),
          Room.of("machine", "server", "result"),
          Room.of("floor", "echo", "server", "server.local", "plan", "result", "store"),
          Room.of("stats"),
          Room.of("compare.side", "plan"),
          Room.of("compare.source", "compare.side", "result", "plan", "stats"),
          Room.of("compare", "compare.side", "result", "stats", "plan", "store"),
          Room.of(
              "compare.format", "compare", "compare.side", "stats", "report.html", "report.block"),
          Room.of("report..", "result..", "stats", "plan..", "store", "cacheaside"),
          Room.of(
              "report.claims",
              "report.catalogue",
              "report.figure",
              "result",
              "result.drill",
              "stats",
              "plan",
              "store"),
          Room.of("run.judge", "plan", "result", "store", "cacheaside", "stats"),
          Room.of(
              "run",
              "run.judge",
              "plan..",
              "machine",
              "floor",
              "server",
              "server.local",
              "server.source",
              "bench..",
              "load",
              "drill..",
              "result..",
              "store",
              "store.registry",
              "cacheaside",
              "workload"),
          Room.of("doctor", "machine", "floor", "server..", "plan", "result", "store"),
          Room.of(
              "cli",
              "plan..",
              "cacheaside",
              "load",
              "drill..",
              "proxy..",
              "result..",
              "compare..",
              "report",
              "machine",
              "doctor",
              "run",
              "server..",
              "store"));

  /** A library and the only rooms that may use it. */
  private record Fence(String library, List<String> rooms) {
    static Fence of(String library, String... rooms) {
      return new Fence(library, List.of(rooms));
    }
  }

  private static final List<Fence> FENCES =
      List.of(
          Fence.of("io.lettuce..", "store.redis"),
          Fence.of("redis.clients..", "store.redis"),
          Fence.of("org.apache.commons.pool2..", "store.redis"),
          Fence.of("net.rubyeye..", "store.memcached"),
          Fence.of("net.spy..", "store.memcached"),
          Fence.of("java.sql..", "store.mysql"),
          Fence.of("javax.sql..", "store.mysql"),
          Fence.of("com.mysql..", "store.mysql"),
          Fence.of("org.mariadb..", "store.mysql"),
          Fence.of("com.zaxxer..", "store.mysql"),
          Fence.of("org.openjdk.jmh..", "bench..", "run"),
          Fence.of("gg.jte..", "report.html"),
          Fence.of("org.knowm.xchart..", "report.chart"),
          Fence.of("de.erichseifert..", "report.chart"),
          Fence.of("java.awt..", "report.chart"),
          Fence.of("picocli..", "cli"),
          Fence.of("org.apache.commons.math3..", "stats", "workload"),
          Fence.of("org.testcontainers..", "server.docker"),
          Fence.of("com.github.dockerjava..", "server.docker"),
          Fence.of("org.HdrHistogram..", "floor", "load"),
          Fence.of("io.netty..", "store.redis", "proxy.net"));

  @TestFactory
  Stream<DynamicTest> everyRoomImportsOnlyWhatItMay() {
    return ROOMS.stream()
        .map(room -> DynamicTest.dynamicTest(room.name(), () -> onlyImports(room).check(CODE)));
  }

  @Test
  void everyPackageIsARoomWithItsRule() {
    classes()
        .should()
        .resideInAnyPackage(packages(ROOMS.stream().map(Room::name).toList()))
        .check(CODE);
  }

  @TestFactory
  Stream<DynamicTest> everyLibraryStaysWithinItsFence() {
    return FENCES.stream()
        .map(
            fence ->
                DynamicTest.dynamicTest(fence.library(), () -> staysWithin(fence).check(CODE)));
  }

  @Test
  void noCycles() {
    slices().matching("cachemark.(**)").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("cachemark.cli")
        .and(JavaClass.Predicates.resideOutsideOfPackage("cachemark.bench..jmh_generated"))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CODE);
  }

  @Test
  void formatsNameTheirLocale() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
        .orShould()
        .callConstructor(Formatter.class)
        .check(CODE);
  }

  private static ArchRule onlyImports(Room room) {
    List<String> allowed = new ArrayList<>(room.mayImport());
    allowed.add(room.name());
    ClassesShouldConjunction rule =
        noClasses()
            .that()
            .resideInAPackage("cachemark." + room.name())
            .should()
            .dependOnClassesThat(
                JavaClass.Predicates.resideInAPackage("cachemark..")
                    .and(JavaClass.Predicates.resideOutsideOfPackages(packages(allowed))));
    return rule.because(room.name() + " may import only " + allowed);
  }

  private static ArchRule staysWithin(Fence fence) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages(fence.rooms()))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(fence.library())
        .because(fence.library() + " is fenced in by " + fence.rooms());
  }

  private static String[] packages(List<String> rooms) {
    return Stream.concat(
            rooms.stream().map(room -> "cachemark." + room),
            Stream.of("cachemark.bench..jmh_generated"))
        .toArray(String[]::new);
  }
}
