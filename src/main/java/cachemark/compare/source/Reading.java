// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import cachemark.compare.side.Side;
import java.util.Optional;

/**
 * What was read from one place.
 *
 * @param main the cells themselves
 * @param base what they were measured against in the same rounds, if they were
 */
public record Reading(Side main, Optional<Side> base) {}
