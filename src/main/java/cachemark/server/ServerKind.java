// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.util.List;

/** What a server is for; several programs may serve. */
public enum ServerKind {
  MEMCACHED("memcached", "memcached", "memcached:1.6", 11_211, "memcached"),
  REDIS("redis", "redis-server", "redis:8", 6_379, "redis-server valkey-server keydb-server"),
  MYSQL("mysql", "mariadb-server-core", "mysql:9", 3_306, "mysqld mariadbd");

  private final String id;
  private final String debianPackage;
  private final String image;
  private final int port;
  private final String programs;

  ServerKind(String id, String debianPackage, String image, int port, String programs) {
    this.id = id;
    this.debianPackage = debianPackage;
    this.image = image;
    this.port = port;
    this.programs = programs;
  }

  /** Its name on the command line. */
  public String id() {
    return id;
  }

  /** The Debian package that brings a program of this kind. */
  public String debianPackage() {
    return debianPackage;
  }

  /** The official container image of this kind. */
  public String image() {
    return image;
  }

  /** The port it usually listens at. */
  public int port() {
    return port;
  }

  /** The programs that serve, the one to be preferred first. */
  public List<String> programs() {
    return List.of(programs.split(" ", -1));
  }
}
