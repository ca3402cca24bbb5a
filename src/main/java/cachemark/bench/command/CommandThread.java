// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

import cachemark.bench.measure.Batch;
import cachemark.bench.measure.BatchSize;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.StartLine;
import cachemark.bench.measure.WarmUp;
import cachemark.bench.target.Server;
import cachemark.bench.target.Target;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A thread that does one command many times, on keys of its own, and takes its time. Before each
 * batch the server is emptied and given what the command is to find.
 */
@State(Scope.Thread)
public class CommandThread {
  private static final int WARMUP_OPERATIONS = 1_000;

  private CommandTasks tasks;
  private Task task;
  private int operations;
  private int batches;

  @Setup(Level.Trial)
  public void start(
      Server server,
      Target target,
      BatchSize size,
      CommandChoice choice,
      BenchmarkParams params,
      ThreadParams thread) {
    operations = size.operations;
    tasks = new CommandTasks(server, target, choice);
    task = tasks.task("batch-" + thread.getThreadIndex(), operations);
    warmUp(new WarmUp(params, operations), "warmup-" + thread.getThreadIndex());
  }

  @Setup(Level.Iteration)
  public void await(Server server, StartLine line) {
    line.prepareOnce(++batches, server::flush);
    task.preparation().run();
    line.await();
  }

  @TearDown(Level.Trial)
  public void stop(StartLine line) {
    line.leave();
    tasks.leave();
  }

  /** Does all operations; returns how many they are. */
  int run(Outcomes outcomes) {
    return Batch.run(operations, task.step(), outcomes);
  }

  /** Rounds on keys of their own, since the next could not find again what one has used up. */
  private void warmUp(WarmUp time, String label) {
    int most = Math.min(operations, WARMUP_OPERATIONS);
    for (int round = 0; time.goesOn(); round++) {
      Task other = tasks.warmUp(label + "-" + round, most);
      other.preparation().run();
      time.run(most, other.step());
    }
  }
}
