// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import java.util.Map;

/** The command that installs a package here. */
final class Packages {
  /** What others call packages of Debian's. */
  private static final Map<String, Map<String, String>> NAMES =
      Map.of(
          "dnf",
          Map.of("redis-server", "redis", "mariadb-server-core", "mariadb-server"),
          "apk",
          Map.of(
              "redis-server", "redis", "mariadb-server-core", "mariadb", "util-linux", "setpriv"),
          "pacman",
          Map.of("redis-server", "redis", "mariadb-server-core", "mariadb"),
          "zypper",
          Map.of("redis-server", "redis", "mariadb-server-core", "mariadb"),
          "brew",
          Map.of("redis-server", "redis", "mariadb-server-core", "mariadb"));

  private Packages() {}

  /** How to install what Debian calls {@code debianName}. */
  static String install(Host host, String debianName) {
    if (has(host, "apt-get")) {
      return host.sudo() + "apt-get install -y --no-install-recommends " + debianName;
    }
    for (String installer : new String[] {"dnf", "apk", "pacman", "zypper", "brew"}) {
      if (has(host, installer)) {
        String name = NAMES.getOrDefault(installer, Map.of()).getOrDefault(debianName, debianName);
        return (installer.equals("brew") ? "" : host.sudo()) + verb(installer) + " " + name;
      }
    }
    return "install it (Debian's package is " + debianName + ")";
  }

  private static String verb(String installer) {
    return switch (installer) {
      case "apk" -> "apk add";
      case "pacman" -> "pacman -S --noconfirm";
      case "brew" -> "brew install";
      default -> installer + " install -y";
    };
  }

  private static boolean has(Host host, String program) {
    return host.commands().find(program).isPresent();
  }
}
