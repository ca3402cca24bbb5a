// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.server.ServerKind;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a server is, as people write it: {@code HOST:PORT}, or a URL as its own clients take it.
 * What would have to be ignored, and above all a password, is refused.
 */
final class ServerUrl {
  private static final Pattern URL =
      Pattern.compile("(?:([a-z:]+)://)?([^/?]*)(/[^?]*)?(?:\\?(.*))?");
  private static final String VERIFIED = "sslMode=VERIFY_IDENTITY";
  private static final String OFF = "sslMode=DISABLED";

  private ServerUrl() {}

  /**
   * Reads how a server is reached, but for its account.
   *
   * @throws TypeConversionException in one sentence that does not repeat a password
   */
  static Access read(ServerKind kind, String text) {
    Matcher url = URL.matcher(text);
    if (text.contains("@")) {
      throw fault(
          kind,
          "names an account, which others could read off the command line: use --credentials or the"
              + " environment");
    }
    if (!url.matches()) {
      throw fault(kind, "is not of the form HOST:PORT");
    }
    String scheme = url.group(1) == null ? "" : url.group(1);
    List<String> schemes = schemes(kind);
    if (!scheme.isEmpty() && !schemes.contains(scheme)) {
      throw fault(
          kind,
          "begins with " + scheme + "://: choose one of " + String.join("://, ", schemes) + "://");
    }
    String path = url.group(3) == null ? "/" : url.group(3);
    if (!path.equals("/")) {
      throw fault(
          kind, "ends with " + path + ": what the data is called there is said with --guest");
    }
    Access access = Access.to(endpoint(kind, url.group(2)));
    return isSecure(kind, scheme, url.group(4)) ? access.withTls() : access;
  }

  private static List<String> schemes(ServerKind kind) {
    return switch (kind) {
      case MEMCACHED -> List.of("memcached");
      case REDIS -> List.of("redis", "rediss");
      case MYSQL -> List.of("jdbc:mysql", "mysql");
    };
  }

  private static Endpoint endpoint(ServerKind kind, String text) {
    boolean hasPort = text.matches(".*:\\d+");
    try {
      return Endpoint.parse(hasPort ? text : text + ":" + kind.port());
    } catch (IllegalArgumentException e) {
      throw fault(kind, "is not of the form HOST:PORT: " + e.getMessage());
    }
  }

  private static boolean isSecure(ServerKind kind, String scheme, @Nullable String settings) {
    if (settings == null || settings.isEmpty()) {
      return scheme.equals("rediss");
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

  private static TypeConversionException fault(ServerKind kind, String what) {
    return new TypeConversionException(
        String.format(Locale.ROOT, "the address of %s %s", kind.id(), what));
  }
}
