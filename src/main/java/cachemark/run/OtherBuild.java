// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.bench.fork.TurnTaker;
import cachemark.plan.Cell;
import cachemark.plan.PlanException;
import cachemark.result.Against;
import cachemark.result.FileTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.util.Version;

/** Another build of cachemark in its jar, whose benchmarks can be forked beside ours. */
final class OtherBuild {
  private static final String BENCHMARKS = "META-INF/BenchmarkList";
  private static final String TURN_TAKER = TurnTaker.class.getName().replace('.', '/') + ".class";

  private final Path jar;
  private final BenchmarkCatalog catalog;
  private final Against.Jar facts;
  private final boolean turns;

  private OtherBuild(Path jar, BenchmarkCatalog catalog, Against.Jar facts, boolean turns) {
    this.jar = jar;
    this.catalog = catalog;
    this.facts = facts;
    this.turns = turns;
  }

  /**
   * The build in {@code jar}.
   *
   * @throws PlanException if it is no jar of benchmarks that this build can start
   */
  static OtherBuild in(Path jar) {
    PlanException.require(Files.isRegularFile(jar), "--against: there is no file %s", jar);
    try (JarFile file = new JarFile(jar.toFile())) {
      requireSameJmh(jar, file);
      BenchmarkCatalog catalog = BenchmarkCatalog.of(entries(jar, file));
      return new OtherBuild(
          jar,
          catalog,
          new Against.Jar(
              jar.toString(),
              sha256(jar),
              MachineProbe.build(properties(file, "git.properties").orElseGet(Properties::new))),
          file.getEntry(TURN_TAKER) != null);
    } catch (IOException e) {
      throw new PlanException(
          String.format(Locale.ROOT, "--against: %s is no jar: %s", jar, FileTrouble.reason(e)));
    }
  }

  /** Forks of two versions of JMH do not understand each other. */
  private static void requireSameJmh(Path jar, JarFile file) throws IOException {
    String theirs =
        properties(file, "jmh.properties")
            .map(p -> p.getProperty("jmh.version", ""))
            .orElse("none");
    PlanException.require(
        theirs.equals(Version.getPlainVersion()),
        "--against: %s has JMH %s and this build %s: both must have the same",
        jar,
        theirs,
        Version.getPlainVersion());
  }

  private static List<BenchmarkListEntry> entries(Path jar, JarFile file) throws IOException {
    ZipEntry list = file.getEntry(BENCHMARKS);
    PlanException.require(list != null, "--against: %s holds no JMH benchmarks", jar);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(file.getInputStream(list), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank()).map(BenchmarkListEntry::new).toList();
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      throw new PlanException("--against: the list of benchmarks in " + jar + " is damaged");
    }
  }

  private static Optional<Properties> properties(JarFile file, String name) throws IOException {
    ZipEntry entry = file.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = file.getInputStream(entry)) {
      Properties properties = new Properties();
      properties.load(in);
      return Optional.of(properties);
    }
  }

  private static String sha256(Path jar) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(jar), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether it has the benchmark of a cell, with the same parameters and in the same mode. */
  boolean has(Cell cell) {
    return catalog.knows(cell);
  }

  /** Whether forks of it can take turns; those of early builds cannot. */
  boolean takesTurns() {
    return turns;
  }

  /** What forks of it run with. */
  String classPath() {
    return jar.toString();
  }

  /** What is stored of it. */
  Against.Jar facts() {
    return facts;
  }
}
