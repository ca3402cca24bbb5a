// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/**
 * What a server counted of itself since it started, under one set of names for all servers.
 *
 * @param gets keys looked up
 * @param hits keys looked up and found
 * @param sets values written, accepted or not
 * @param connections connections accepted
 * @param evictions values removed for lack of memory
 * @param expired values found or swept away after their expiry
 * @param bytesRead bytes received from clients
 * @param bytesWritten bytes sent to clients
 */
public record ServerCounters(
    long gets,
    long hits,
    long sets,
    long connections,
    long evictions,
    long expired,
    long bytesRead,
    long bytesWritten) {

  /** What was counted between {@code earlier} and this reading. */
  public ServerCounters since(ServerCounters earlier) {
    return new ServerCounters(
        gets - earlier.gets,
        hits - earlier.hits,
        sets - earlier.sets,
        connections - earlier.connections,
        evictions - earlier.evictions,
        expired - earlier.expired,
        bytesRead - earlier.bytesRead,
        bytesWritten - earlier.bytesWritten);
  }
}
