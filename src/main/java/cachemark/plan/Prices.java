// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

/**
 * What single operations take on a machine.
 *
 * @param connectMicros a connection to a cache, made and ended
 * @param operateMicros a get or a set over a connection that is there
 * @param loginMicros a connection to the database with its login, made and ended
 * @param insertMicros an insert over a connection that is there
 * @param selectMicros a select by primary key over a connection that is there
 * @param scanNanos what each row of a table without index adds to a select
 */
public record Prices(
    double connectMicros,
    double operateMicros,
    double loginMicros,
    double insertMicros,
    double selectMicros,
    double scanNanos) {
  /** Those of one small machine, for as long as none are measured. */
  public static final Prices ASSUMED = new Prices(90, 40, 650, 280, 100, 150);

  public Prices {
    requirePositive("connectMicros", connectMicros);
    requirePositive("operateMicros", operateMicros);
    requirePositive("loginMicros", loginMicros);
    requirePositive("insertMicros", insertMicros);
    requirePositive("selectMicros", selectMicros);
    requirePositive("scanNanos", scanNanos);
  }

  /** These prices with others for a cache. */
  public Prices withStore(double connect, double operate) {
    return new Prices(connect, operate, loginMicros, insertMicros, selectMicros, scanNanos);
  }

  /** These prices with others for the database. */
  public Prices withDatabase(double login, double insert, double select, double scan) {
    return new Prices(connectMicros, operateMicros, login, insert, select, scan);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " is " + value + ", not above 0");
    }
  }
}
