// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** Which way a request to a table went. */
public enum Route {
  /** A read that the cache answered. */
  HIT("hit"),
  /** A read that the cache had nothing for: it went on to the table, or waited for one that did. */
  MISS("miss"),
  /** A read of a table without a cache. */
  READ("read"),
  /** An update. */
  UPDATE("update"),
  /** A removal of a key from the cache. */
  REMOVAL("removal");

  private final String text;

  Route(String text) {
    this.text = text;
  }

  /** What it is called. */
  public String text() {
    return text;
  }
}
