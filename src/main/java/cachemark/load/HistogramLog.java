// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * The seconds of a load as logs of HdrHistogram, which its tools read: a file of response times and
 * one of service times, in nanoseconds, with the longest of each second in milliseconds beside. Not
 * thread-safe.
 */
public final class HistogramLog implements Closeable {
  private static final double NANOS_PER_MILLI = 1e6;

  private final PrintStream response;
  private final PrintStream service;
  private final HistogramLogWriter responseLog;
  private final HistogramLogWriter serviceLog;

  private HistogramLog(PrintStream response, PrintStream service) {
    this.response = response;
    this.service = service;
    this.responseLog = new HistogramLogWriter(response);
    this.serviceLog = new HistogramLogWriter(service);
  }

  /**
   * Begins logs.
   *
   * @param name of both, what they hold follows
   * @param subject of the first line of both
   */
  public static HistogramLog in(Path folder, String name, String subject) throws IOException {
    PrintStream response = stream(folder.resolve(name + "response-time.hlog"));
    HistogramLog log =
        new HistogramLog(response, stream(folder.resolve(name + "service-time.hlog")));
    head(log.responseLog, "responseTime of " + subject);
    head(log.serviceLog, "serviceTime of " + subject);
    return log;
  }

  /** Keeps nothing. */
  public static HistogramLog none() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new HistogramLog(nowhere, nowhere);
  }

  private static PrintStream stream(Path file) throws IOException {
    return new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
  }

  private static void head(HistogramLogWriter log, String subject) {
    log.outputComment("[" + subject + ", in nanoseconds]");
    log.outputLogFormatVersion();
    long now = Instant.now().toEpochMilli();
    log.outputStartTime(now);
    log.setBaseTime(now);
    log.outputLegend();
  }

  void second(int number, Interval interval) {
    append(responseLog, number, interval.response);
    append(serviceLog, number, interval.service);
  }

  private static void append(HistogramLogWriter log, int number, Histogram histogram) {
    if (histogram.getTotalCount() > 0) {
      log.outputIntervalHistogram(number, number + 1, histogram, NANOS_PER_MILLI);
    }
  }

  /** Ends both; a file that could not be written in full is told of. */
  @Override
  public void close() throws IOException {
    response.close();
    service.close();
    if (response.checkError() || service.checkError()) {
      throw new IOException("a histogram log could not be written in full");
    }
  }
}
