// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.LoadPlan;
import cachemark.plan.Placement;
import cachemark.server.source.SourceChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A load that is asked for.
 *
 * @param plan what to do
 * @param series at which rates
 * @param servers where the server comes from
 * @param placement of client and server, or null for what suits the machine
 * @param results where it is stored, in a folder of its own
 * @param runId name of that folder, or null for one made of time and server
 */
public record LoadRequest(
    LoadPlan plan,
    LoadSeries series,
    SourceChoice servers,
    @Nullable Placement placement,
    Path results,
    @Nullable String runId) {}
