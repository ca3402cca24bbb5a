// SPDX-License-Identifier: Apache-2.0

/**
 * Servers as containers: an engine that is found, images that are there or pulled, containers that
 * never outlive the run.
 *
 * <p>May import {@code server} and {@code store} types; the only room of Testcontainers and its
 * client of Docker.
 */
@NullMarked
package cachemark.server.docker;

import org.jspecify.annotations.NullMarked;
