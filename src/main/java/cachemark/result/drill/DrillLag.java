// SPDX-License-Identifier: Apache-2.0
package cachemark.result.drill;

/**
 * How far a Redis replica is behind its master.
 *
 * @param waits whether each write waited by {@code WAIT 1} until the replica had it
 * @param writes to the master, each looked for on the replica
 * @param found of these there in the end
 * @param foundAtOnce of these there at the first look after the write was acknowledged
 * @param ackP50Nanos half of the writes were acknowledged after so long, {@code WAIT} included
 * @param ackP99Nanos 99 of 100
 * @param ackMaxNanos all
 * @param visibleP50Nanos half of the writes were seen on the replica so long after they were sent
 * @param visibleP99Nanos 99 of 100
 * @param visibleMaxNanos all
 */
public record DrillLag(
    boolean waits,
    int writes,
    int found,
    int foundAtOnce,
    long ackP50Nanos,
    long ackP99Nanos,
    long ackMaxNanos,
    long visibleP50Nanos,
    long visibleP99Nanos,
    long visibleMaxNanos) {}
