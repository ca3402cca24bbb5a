// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import java.time.Duration;

/**
 * What was around a fork while it ran.
 *
 * @param ownServers whether nobody but this run uses the servers
 * @param clientCores that the fork could use, 1 or more
 * @param serverCores that the servers could use, 1 or more
 * @param swappedPages that the machine moved to disk or back
 * @param throttled how long our control group was kept from running for having used its share
 */
public record Circumstances(
    boolean ownServers, int clientCores, int serverCores, long swappedPages, Duration throttled) {}
