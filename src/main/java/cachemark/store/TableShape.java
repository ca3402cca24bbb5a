// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/**
 * How the table is made.
 *
 * @param index how a row is found
 * @param engine what keeps the rows
 * @param valueChars the longest value it takes, in characters, 1 or more
 */
public record TableShape(Index index, Engine engine, int valueChars) {
  /** The length of the report's two columns, and of the key's in every shape. */
  public static final int MAX_KEY_CHARS = 50;

  /** The report's table. */
  public static final TableShape REPORT = new TableShape(Index.NONE, Engine.MYISAM, MAX_KEY_CHARS);

  public TableShape {
    if (valueChars < 1) {
      throw new IllegalArgumentException("a value column of " + valueChars + " characters");
    }
  }

  /** A table whose value column is as long as the report's, or longer where values need it. */
  public static TableShape of(Index index, Engine engine, int valueChars) {
    return new TableShape(index, engine, Math.max(MAX_KEY_CHARS, valueChars));
  }
}
