// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import java.util.Locale;

/** What findings are about, in the order they are told. */
public enum Group {
  MACHINE("Machine"),
  SETTINGS("Settings that bend measurements"),
  NOISE("Noise"),
  FLOOR("Floor: 32 bytes there and back, one connection"),
  SERVERS("Servers");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The name in JSON. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
