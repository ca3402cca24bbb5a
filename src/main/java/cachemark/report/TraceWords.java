// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadReplay;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTrace;
import java.util.ArrayList;
import java.util.List;

/** What a load that replays a trace has to say of that, in words. */
final class TraceWords {
  /** How to read it. */
  static final String METHOD =
      "A trace is replayed as requests to the table: get and gets are reads, delete removes the key"
          + " from the cache and leaves the row as it is, everything else is an update. Each key is"
          + " that row to which its hash leads. A row's value has the length that the trace first"
          + " tells, and after an update the one that this tells; a cache keeps it for the TTL that"
          + " was last written, else as the load says. A trace tells whole seconds: the requests of"
          + " one are spread over it evenly. What was recorded at a cache has the fills of its"
          + " application among the sets; nothing tells them from other writes, so they are"
          + " updates, too.";

  private TraceWords() {}

  /** How much of the trace was replayed; nothing where there was none. */
  static List<Block> steps(LoadRecord load) {
    LoadTrace trace = load.settings().trace();
    if (trace == null) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    for (LoadStep step : load.steps()) {
      LoadReplay replay = step.replay();
      if (replay != null) {
        sentences.addAll(replay.sentences(step, load.settings()));
      }
    }
    return List.of(new Block.Heading(2, "Trace " + trace.file()), new Block.Bullets(sentences));
  }
}
