// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.server.ServerKind;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a server is, as people write it: {@code HOST:PORT}, {@code unix:} and the path of a Unix
 * domain socket, or a URL as its own clients take it. What would have to be ignored is refused. No
 * message repeats any of it, since whoever writes it wrongly may have put a password there.
 */
final class ServerUrl {
  private static final Pattern URL =
      Pattern.compile("(?:([^/]*)://)?([^/?]*)(/[^?]*)?(?:\\?(.*))?");
  private static final Pattern ENDPOINT =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\s\\[\\]]+)(?::(\\d{1,9}))?");
  private static final Set<String> SECURE = Set.of("rediss", "memcacheds");
  private static final String VERIFIED = "sslMode=VERIFY_IDENTITY";
  private static final String OFF = "sslMode=DISABLED";

  private ServerUrl() {}

  /**
   * Reads how a server is reached, but for its account.
   *
   * @throws TypeConversionException in one sentence
   */
  static Access read(ServerKind kind, String text) {
    if (text.startsWith(Endpoint.UNIX)) {
      return Access.to(socket(kind, text.substring(Endpoint.UNIX.length())));
    }
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      throw formless(kind);
    }
    String scheme = url.group(1);
    List<String> schemes = schemes(kind);
    if (scheme != null && !schemes.contains(scheme)) {
      throw fault(kind, "begins with none of " + String.join("://, ", schemes) + "://");
    }
    if (url.group(3) != null && !url.group(3).equals("/")) {
      throw fault(kind, "goes on after its port: what data is called there is said with --guest");
    }
    Access access = Access.to(endpoint(kind, url.group(2)));
    return isSecure(kind, scheme, url.group(4)) ? access.withTls() : access;
  }

  private static Endpoint socket(ServerKind kind, String path) {
    if (kind == ServerKind.MYSQL) {
      throw fault(kind, "is a Unix domain socket, which its drivers do not take");
    }
    try {
      return Endpoint.unix(path.startsWith("///") ? path.substring(2) : path);
    } catch (IllegalArgumentException e) {
      throw fault(kind, "is no absolute path of a Unix domain socket, as in unix:/run/my.sock");
    }
  }

  private static List<String> schemes(ServerKind kind) {
    return switch (kind) {
      case MEMCACHED -> List.of("memcached", "memcacheds");
      case REDIS -> List.of("redis", "rediss");
      case MYSQL -> List.of("jdbc:mysql", "mysql");
    };
  }

  private static Endpoint endpoint(ServerKind kind, String text) {
    Matcher endpoint = ENDPOINT.matcher(text);
    if (!endpoint.matches()) {
      throw formless(kind);
    }
    String port = endpoint.group(2);
    try {
      return new Endpoint(
          endpoint.group(1), port == null ? kind.port() : Integer.parseInt(port, 10));
    } catch (IllegalArgumentException e) {
      throw fault(kind, "has a port that is not between 1 and 65535");
    }
  }

  private static boolean isSecure(
      ServerKind kind, @Nullable String scheme, @Nullable String settings) {
    if (settings == null || settings.isEmpty()) {
      return scheme != null && SECURE.contains(scheme);
    }
    if (kind == ServerKind.MYSQL && (settings.equals(VERIFIED) || settings.equals(OFF))) {
      return settings.equals(VERIFIED);
    }
    throw fault(
        kind,
        kind == ServerKind.MYSQL
            ? "has settings other than " + VERIFIED + " or " + OFF
            : "has settings, and there are none");
  }

  private static TypeConversionException formless(ServerKind kind) {
    return fault(kind, "is not of the form HOST:PORT, where an IPv6 address stands in brackets");
  }

  private static TypeConversionException fault(ServerKind kind, String what) {
    return new TypeConversionException(
        String.format(Locale.ROOT, "the address of %s %s", kind.id(), what));
  }
}
