// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import cachemark.compare.Comparison;
import cachemark.compare.Fate;
import cachemark.compare.Judgement;
import cachemark.compare.Lone;
import cachemark.compare.Row;
import cachemark.compare.side.CellKey;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A comparison as JUnit's XML, a test case per cell: slower for certain is a failure, newly failing
 * an error, what cannot be told is skipped.
 */
public final class JUnitFormat {
  private final Comparison comparison;
  private final XMLStreamWriter xml;

  private JUnitFormat(Comparison comparison, XMLStreamWriter xml) {
    this.comparison = comparison;
    this.xml = xml;
  }

  /** The whole comparison; ends in a new line. */
  public static String of(Comparison comparison) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnitFormat(comparison, xml).all();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void all() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeCharacters("\n");
    if (comparison.isComparable()) {
      suite(comparison.rows().size() + failing().size());
      for (Row row : comparison.rows()) {
        row(row);
      }
      for (Lone cell : failing()) {
        lone(cell);
      }
    } else {
      suite(1);
      incomparable();
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(int tests) throws XMLStreamException {
    long skipped = comparison.rows().stream().filter(row -> isSkipped(row.judgement())).count();
    xml.writeStartElement("testsuite");
    attribute("name", "compare " + comparison.title().text());
    attribute("tests", Integer.toString(tests));
    attribute("failures", Integer.toString(comparison.rows(Judgement.SLOWER).size()));
    int errors = comparison.isComparable() ? comparison.lone(Fate.NEWLY_FAILING).size() : 1;
    attribute("errors", Integer.toString(errors));
    attribute("skipped", Long.toString(skipped + comparison.lone(Fate.FAILING_IN_BOTH).size()));
    xml.writeCharacters("\n");
  }

  private List<Lone> failing() {
    return comparison.lone().stream().filter(JUnitFormat::isFailing).toList();
  }

  private static boolean isFailing(Lone cell) {
    return cell.fate() == Fate.NEWLY_FAILING || cell.fate() == Fate.FAILING_IN_BOTH;
  }

  private static boolean isSkipped(Judgement judgement) {
    return switch (judgement) {
      case TOO_FEW, UNSTABLE, SUSPECTED_SLOWER, SUSPECTED_FASTER -> true;
      case SLOWER, FASTER, WITHIN_NOISE -> false;
    };
  }

  private void row(Row row) throws XMLStreamException {
    String name = name(row.key());
    start(row.key(), row.contrast().isEmpty() ? name : row.contrast() + " " + name);
    if (row.judgement() == Judgement.SLOWER) {
      outcome("failure", words(row));
    } else if (isSkipped(row.judgement())) {
      outcome("skipped", row.judgement().text() + ": " + words(row));
    }
    end();
  }

  private static String words(Row row) {
    return "speed "
        + Amounts.significant(row.speed().value())
        + row.speed().interval().map(range -> " " + Amounts.interval(range)).orElse("")
        + ", BASE "
        + Amounts.significant(row.base().mean())
        + " "
        + row.base().unit()
        + ", NEW "
        + Amounts.significant(row.next().mean())
        + " "
        + row.next().unit();
  }

  private void lone(Lone cell) throws XMLStreamException {
    start(cell.key(), name(cell.key()));
    String words = cell.fate().text() + (cell.why().isEmpty() ? "" : ": " + cell.why());
    outcome(cell.fate() == Fate.NEWLY_FAILING ? "error" : "skipped", words);
    end();
  }

  private void incomparable() throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", "cachemark.compare");
    attribute("name", "the sides can be compared");
    outcome("error", String.join("; ", Sentences.differences(comparison)));
    end();
  }

  private void start(CellKey key, String name) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", key.benchmark());
    attribute("name", name);
  }

  private static String name(CellKey key) {
    return key.id();
  }

  private void outcome(String element, String message) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attribute("message", message);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Names.clean(value));
  }
}
