// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import java.util.List;

/**
 * What a source of servers has to offer here.
 *
 * @param source its name, as {@code --servers} takes it
 * @param complete whether every server that a quick run needs can be had of it
 * @param findings what there is and what is missing
 */
public record Offer(String source, boolean complete, List<Finding> findings) {
  public Offer {
    findings = List.copyOf(findings);
  }
}
