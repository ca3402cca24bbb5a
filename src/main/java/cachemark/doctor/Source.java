// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

/** A way to have servers: programs of this machine, containers, servers of somebody else. */
public interface Source {
  /** What it has to offer here; throws nothing, and takes a few seconds at the most. */
  Offer look();
}
