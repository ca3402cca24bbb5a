// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

/** What the proxy has done so far, counted. Not thread-safe. */
final class Counters {
  long connections;
  long rejectedConnections;
  long gets;
  long getHits;
  long sets;
  long deletes;
  long touches;
  long arithmetics;
  long metas;
  long flushes;
  long refused;
  long retriedReads;
  long failedRequests;
  long mends;

  /** Back to nothing, but for what is open. */
  void reset() {
    gets = 0;
    getHits = 0;
    sets = 0;
    deletes = 0;
    touches = 0;
    arithmetics = 0;
    metas = 0;
    flushes = 0;
    refused = 0;
    retriedReads = 0;
    failedRequests = 0;
    mends = 0;
    rejectedConnections = 0;
  }
}
