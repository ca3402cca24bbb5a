// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** What the suite does to a database outside of any measurement, beside what it does to a cache. */
public interface RowStoreAdmin extends StoreAdmin {
  /** Makes the suite's own schema and in it an empty table, instead of what was there. */
  void create(TableShape shape);

  /**
   * Sets what commits wait for, for the whole server.
   *
   * @throws StoreException as SERVER_ERROR if the account may not
   */
  void setDurability(Durability durability);

  /** Removes the suite's own schema with all that is in it. */
  void drop();
}
