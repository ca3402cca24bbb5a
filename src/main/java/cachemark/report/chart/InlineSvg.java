// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.awt.Color;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A drawing made fit to stand inside a page: named, as wide as its place, in the page's colours. It
 * is half as long as the file, since it says each of its styles once: a class is named after what
 * it means, so that the same name means the same in all drawings.
 */
final class InlineSvg {
  private static final String ROOT = "svg";
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
  private static final Pattern REFERENCE = Pattern.compile("url\\(#([^)]+)\\)");
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{2,}");
  private static final Set<String> LENGTHS =
      Set.of(
          "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d",
          "points");
  private static final Set<String> NEEDLESS_AT_ROOT =
      Set.of("x", "y", "width", "height", "version");

  private final XMLStreamReader in;
  private final XMLStreamWriter out;
  private final String prefix;
  private final String label;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, String> classes = new HashMap<>();
  private final Map<String, String> rules = new TreeMap<>();
  private boolean inWords;
  private @Nullable Stroke stroke;

  private InlineSvg(XMLStreamReader in, XMLStreamWriter out, String prefix, String label) {
    this.in = in;
    this.out = out;
    this.prefix = prefix;
    this.label = label;
  }

  /**
   * Rewrites a drawing.
   *
   * @param svg a whole document
   * @param name unique on the page, which all ids begin with
   * @param label what is to be seen, in words
   */
  static String of(String svg, String name, String label) throws IOException {
    StringWriter text = new StringWriter(svg.length());
    try {
      XMLStreamReader in = factory().createXMLStreamReader(new StringReader(svg));
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new InlineSvg(in, out, name, label).rewrite();
      out.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IOException("the drawing " + name + " cannot stand in a page", e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private void rewrite() throws XMLStreamException {
    in.nextTag();
    int event = root();
    while (event != XMLStreamConstants.END_DOCUMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        event = element();
        continue;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        end(in.getLocalName());
      } else if (event == XMLStreamConstants.CHARACTERS && inWords) {
        out.writeCharacters(in.getText());
      }
      event = in.next();
    }
  }

  private void end(String name) throws XMLStreamException {
    endStroke();
    if (name.equals(ROOT)) {
      out.writeStartElement("style");
      for (Map.Entry<String, String> rule : rules.entrySet()) {
        out.writeCharacters("." + rule.getKey() + "{" + rule.getValue() + "}");
      }
      out.writeEndElement();
    }
    out.writeEndElement();
    inWords = false;
  }

  /** Says what it is, and takes as much room as there is. */
  private int root() throws XMLStreamException {
    out.writeStartElement(ROOT);
    out.writeDefaultNamespace(NAMESPACE);
    for (Map.Entry<String, String> attribute : attributes().entrySet()) {
      if (!NEEDLESS_AT_ROOT.contains(attribute.getKey())) {
        out.writeAttribute(attribute.getKey(), attribute.getValue());
      }
    }
    out.writeAttribute("style", "width:100%;height:auto;" + Svg.FAMILY);
    out.writeAttribute("role", "img");
    out.writeAttribute("aria-label", label);
    out.writeStartElement("title");
    out.writeCharacters(label);
    out.writeEndElement();
    return in.next();
  }

  /** Writes an element, in the short form where nothing is in it; returns what comes after it. */
  private int element() throws XMLStreamException {
    String name = in.getLocalName();
    Map<String, String> attributes = rewritten(attributes());
    int next = in.next();
    boolean empty = next == XMLStreamConstants.END_ELEMENT;
    if (empty && Stroke.canBe(name, attributes)) {
      if (stroke == null || !stroke.joins(attributes)) {
        endStroke();
        stroke = Stroke.of(attributes);
      }
      return in.next();
    }
    endStroke();
    if (empty) {
      out.writeEmptyElement(name);
    } else {
      out.writeStartElement(name);
    }
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      out.writeAttribute(attribute.getKey(), attribute.getValue());
    }
    inWords = name.equals("text");
    return empty ? in.next() : next;
  }

  private void endStroke() throws XMLStreamException {
    if (stroke != null) {
      stroke.write(out);
      stroke = null;
    }
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    return attributes;
  }

  private Map<String, String> rewritten(Map<String, String> attributes) {
    Map<String, String> rewritten = new LinkedHashMap<>();
    attributes.forEach(
        (name, value) ->
            rewritten.put(name.equals("style") ? "class" : name, rewritten(name, value)));
    return rewritten;
  }

  private String rewritten(String name, String value) {
    if (name.equals("id")) {
      return id(value);
    }
    if (LENGTHS.contains(name)) {
      return LONG_NUMBER.matcher(value).replaceAll(number -> rounded(number.group()));
    }
    return name.equals("style")
        ? classes.computeIfAbsent(value, this::named)
        : REFERENCE.matcher(value).replaceAll(found -> "url(#" + id(found.group(1)) + ")");
  }

  /** The class of a style. */
  private String named(String style) {
    String rule =
        RGB.matcher(style.replace(Svg.FAMILY, "").replace("stroke:none;", ""))
            .replaceAll(
                found -> Palette.css(color(found.group(1), found.group(2), found.group(3))));
    String name = "c" + Integer.toString(rule.hashCode() & Integer.MAX_VALUE, 36);
    rules.put(name, rule);
    return name;
  }

  private String id(String own) {
    return ids.computeIfAbsent(own, any -> prefix + "-" + (ids.size() + 1));
  }

  private static String rounded(String number) {
    long tenths = Math.round(10 * Double.parseDouble(number));
    return BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
  }

  private static Color color(String red, String green, String blue) {
    return new Color(Integer.parseInt(red), Integer.parseInt(green), Integer.parseInt(blue));
  }
}
