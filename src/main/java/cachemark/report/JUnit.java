// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Cell;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Trials;
import cachemark.result.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as JUnit's XML, a test case per cell: one with an invalid trial has failed, and trials that
 * never came are an error of the run.
 */
final class JUnit {
  private final StoredRun run;
  private final Map<Cell, List<TrialRecord>> cells;
  private final XMLStreamWriter xml;

  private JUnit(StoredRun run, XMLStreamWriter xml) {
    this.run = run;
    this.xml = xml;
    this.cells = Trials.byCell(run.trials().stream());
  }

  /** The whole run; ends in a new line. */
  static String of(StoredRun run) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnit(run, xml).all();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void all() throws XMLStreamException {
    int missing = run.missing() > 0 ? 1 : 0;
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    line();
    xml.writeStartElement("testsuite");
    attribute("name", "cachemark " + run.head().runId());
    attribute("tests", String.valueOf(cells.size() + missing));
    attribute("failures", String.valueOf(cells.values().stream().filter(JUnit::failed).count()));
    attribute("errors", String.valueOf(missing));
    attribute("skipped", "0");
    attribute("timestamp", run.head().startedAt().toString().replaceFirst("(\\.\\d+)?Z$", ""));
    line();
    for (Map.Entry<Cell, List<TrialRecord>> cell : cells.entrySet()) {
      cell(cell.getKey(), cell.getValue());
    }
    if (missing > 0) {
      missing();
    }
    xml.writeEndElement();
    line();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static boolean failed(List<TrialRecord> trials) {
    return trials.stream().anyMatch(trial -> trial.verdict() == Verdict.INVALID);
  }

  private void cell(Cell cell, List<TrialRecord> trials) throws XMLStreamException {
    long millis = trials.stream().mapToLong(TrialRecord::wallMillis).sum();
    start(cell.benchmark(), cell.id(), millis);
    if (failed(trials)) {
      xml.writeEmptyElement("failure");
      attribute("message", reasons(trials, Verdict.INVALID));
    }
    String doubts = reasons(trials, Verdict.SUSPECT);
    if (!doubts.isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(clean("suspect: " + doubts));
      xml.writeEndElement();
    }
    end();
  }

  private static String reasons(List<TrialRecord> trials, Verdict verdict) {
    return trials.stream()
        .filter(trial -> trial.verdict() == verdict)
        .map(trial -> "round " + trial.round() + ": " + String.join(" ", trial.reasons()))
        .collect(Collectors.joining("; "));
  }

  private void missing() throws XMLStreamException {
    start("cachemark", "every planned trial has a result", 0);
    xml.writeEmptyElement("error");
    attribute("message", run.missing() + " of " + run.head().plannedTrials() + " have none");
    end();
  }

  private void start(String suite, String name, long millis) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", suite);
    attribute("name", name);
    attribute("time", String.format(Locale.ROOT, "%.3f", millis / 1_000.0));
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
    line();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** Without what no XML may hold. */
  private static String clean(String text) {
    return text.replaceAll(
        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
  }
}
