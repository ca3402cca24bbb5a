// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

/**
 * Whether one client finds on real servers what another placed there.
 *
 * @param writer client that wrote
 * @param reader client that looked where it would itself have written
 * @param list how both were given the servers, in words
 * @param keys written
 * @param alike of these found by the reader
 */
public record Agreement(String writer, String reader, String list, int keys, int alike) {}
