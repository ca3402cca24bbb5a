// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.Reading;
import cachemark.server.ServerKind;
import cachemark.server.SqlProduct;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Server programs that are installed on this machine. */
final class LocalSource implements Source {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

  private final Host host;

  LocalSource(Host host) {
    this.host = host;
  }

  @Override
  public Offer look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(cache(ServerKind.MEMCACHED, "-V"));
    findings.add(cache(ServerKind.REDIS, "--version"));
    findings.add(database());
    findings.add(tool("taskset", "nothing can be kept on its cores, so every placement is free"));
    findings.add(setpriv());
    findings.add(tool("setsid", "Ctrl-C reaches servers before it reaches the run"));
    boolean complete = findings.stream().noneMatch(finding -> finding.mark() == Mark.MISSING);
    return new Offer("local", complete, findings);
  }

  private Finding cache(ServerKind kind, String option) {
    String id = kind.programs().get(0);
    return found(kind)
        .map(path -> installed(id, path, host.commands().ask(List.of(path.toString(), option))))
        .orElseGet(() -> missing(id, kind));
  }

  private Finding database() {
    Optional<Path> found = found(ServerKind.MYSQL);
    if (found.isEmpty()) {
      return missing("database", ServerKind.MYSQL);
    }
    Reading<String> words =
        host.commands().ask(List.of(found.get().toString(), "--no-defaults", "--version"));
    String product =
        words.map(SqlProduct::ofVersion).map(SqlProduct::label).value().orElse("database");
    return installed("database", found.get(), words).with("product", product);
  }

  /** The program that a run would take. */
  private Optional<Path> found(ServerKind kind) {
    return kind.programs().stream()
        .flatMap(name -> host.commands().find(name).stream())
        .findFirst();
  }

  private Finding missing(String id, ServerKind kind) {
    return missing(id, String.join(" or ", kind.programs()), kind.debianPackage());
  }

  private static Finding installed(String id, Path path, Reading<String> words) {
    Optional<String> version = words.map(LocalSource::version).value();
    if (version.isEmpty()) {
      return Finding.missing(
          "local." + id,
          path + " does not tell its version: " + words.reason(),
          "try: " + path + " -V");
    }
    String product = words.is(text -> text.contains("MariaDB")) ? "MariaDB " : "";
    return Finding.ok("local." + id, "local: " + path + ", " + product + version.get())
        .with("path", path.toString())
        .with("version", version.get());
  }

  private static String version(String words) {
    Matcher matcher = VERSION.matcher(words);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no version");
    }
    return matcher.group();
  }

  private Finding missing(String id, String what, String debianPackage) {
    return Finding.missing(
        "local." + id, "local: no " + what, Packages.install(host, debianPackage));
  }

  private Finding setpriv() {
    String lost = "servers may outlive a run that is killed";
    if (host.root() && host.commands().find("setpriv").isEmpty()) {
      return missing("setpriv", "setpriv, without which root starts no servers", "util-linux");
    }
    return tool("setpriv", lost);
  }

  private Finding tool(String name, String lost) {
    return host.commands()
        .find(name)
        .map(path -> Finding.ok("local." + name, "local: " + path).with("path", path.toString()))
        .orElseGet(
            () ->
                host.linux()
                    ? Finding.warning(
                        "local." + name,
                        "local: no " + name + ": " + lost,
                        Packages.install(host, "util-linux"))
                    : Finding.note("local." + name, "local: no " + name + ": " + lost));
  }
}
