// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/**
 * How long requests took that went one way.
 *
 * @param response from when a request was due to its answer; of an open loop only
 * @param service from when a request was sent to its answer
 */
public record RouteTimes(Times response, Times service) {}
