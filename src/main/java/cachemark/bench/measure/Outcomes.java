// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import cachemark.cacheaside.Events;
import cachemark.store.FailureCause;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What became of each operation. JMH sums the counts over the threads and measured iterations and
 * shows them beside the score. Of one thread.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Outcomes implements Events {
  /** Reads that found their value. */
  public long hits;

  /** Reads that found nothing. */
  public long misses;

  /** Writes that the store took. */
  public long stored;

  /** Writes that the store did not take, though nothing failed: their condition did not hold. */
  public long notStored;

  /** Reads of the table that found their row. */
  public long rowsFound;

  /** Reads of the table that found no row. */
  public long rowsMissing;

  /** Rows that the table took. */
  public long rowsInserted;

  /** Answers that are not what was written: the store or its client is broken. */
  public long wrongBytes;

  /** Reads that saw one of two values which are always written together without the other. */
  public long torn;

  /** Steps of a counter that were acknowledged and are missing in its sum. */
  public long lostUpdates;

  public long refused;
  public long connectTimeout;
  public long lost;
  public long clientPorts;
  public long clientFiles;
  public long answerTimeout;
  public long serverError;
  public long protocol;

  /** Counts a read by comparing what came with what was written. */
  public void read(byte @Nullable [] value, byte[] expected) {
    if (value == null) {
      misses++;
    } else if (Arrays.equals(value, expected)) {
      hits++;
    } else {
      wrongBytes++;
    }
  }

  /** Counts a read whose way was counted already, should it have brought another value. */
  public void compare(byte @Nullable [] value, byte[] expected) {
    if (value != null && !Arrays.equals(value, expected)) {
      wrongBytes++;
    }
  }

  @Override
  public void hit() {
    hits++;
  }

  @Override
  public void miss() {
    misses++;
  }

  @Override
  public void cached() {
    stored++;
  }

  @Override
  public void rowFound() {
    rowsFound++;
  }

  @Override
  public void rowMissing() {
    rowsMissing++;
  }

  @Override
  public void rowInserted() {
    rowsInserted++;
  }

  @Override
  public void invalidated() {
    throw noneUpdates();
  }

  @Override
  public void rowUpdated() {
    throw noneUpdates();
  }

  private static IllegalStateException noneUpdates() {
    return new IllegalStateException("no benchmark updates rows: there is no counter of it");
  }

  /** Counts a read whose answer is right or wrong as a whole. */
  public void read(boolean right) {
    if (right) {
      hits++;
    } else {
      wrongBytes++;
    }
  }

  /** Counts a write that the store took or did not. */
  public void wrote(boolean taken) {
    if (taken) {
      stored++;
    } else {
      notStored++;
    }
  }

  /** Counts a write that the store took. */
  public void stored() {
    stored++;
  }

  /** Counts an operation that failed. */
  public void failed(FailureCause cause) {
    switch (cause) {
      case REFUSED -> refused++;
      case CONNECT_TIMEOUT -> connectTimeout++;
      case LOST -> lost++;
      case CLIENT_PORTS -> clientPorts++;
      case CLIENT_FILES -> clientFiles++;
      case ANSWER_TIMEOUT -> answerTimeout++;
      case SERVER_ERROR -> serverError++;
      case PROTOCOL -> protocol++;
    }
  }
}
