// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/**
 * A key and its value.
 *
 * @param key as {@link KeyValueStore} allows it
 * @param value not copied; nobody modifies it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier on a hot path: never compared, never copied
public record Entry(String key, byte[] value) {}
