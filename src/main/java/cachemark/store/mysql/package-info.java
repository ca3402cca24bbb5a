// SPDX-License-Identifier: Apache-2.0

/**
 * The adapter for MySQL and those that speak its protocol, through Connector/J or MariaDB's driver.
 *
 * <p>May import {@code store} and {@code store.wire}; the only room of JDBC and its pool.
 */
@NullMarked
package cachemark.store.mysql;

import org.jspecify.annotations.NullMarked;
