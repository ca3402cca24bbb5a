// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A drawing made fit to stand inside a page: named, as wide as its place, in the page's colours.
 */
final class InlineSvg {
  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
  private static final Pattern REFERENCE = Pattern.compile("url\\(#([^)]+)\\)");
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}");
  private static final Set<String> LENGTHS =
      Set.of(
          "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d",
          "points");

  private final Document document;
  private final String prefix;
  private final Map<String, String> ids = new LinkedHashMap<>();

  private InlineSvg(Document document, String prefix) {
    this.document = document;
    this.prefix = prefix;
  }

  /**
   * Rewrites a drawing.
   *
   * @param svg a whole document
   * @param name unique on the page, which all ids begin with
   * @param label what is to be seen, in words
   */
  static String of(byte[] svg, String name, String label) throws IOException {
    try {
      InlineSvg inline = new InlineSvg(parse(svg), name);
      inline.elements().forEach(inline::rewrite);
      inline.root(label);
      return inline.text();
    } catch (ParserConfigurationException | SAXException | TransformerException e) {
      throw new IOException("the drawing " + name + " cannot stand in a page", e);
    }
  }

  private static Document parse(byte[] svg)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
  }

  private List<Element> elements() {
    NodeList nodes = document.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private void rewrite(Element element) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      attribute.setValue(rewritten(attribute.getName(), attribute.getValue()));
    }
  }

  private String rewritten(String name, String value) {
    if (name.equals("id")) {
      return id(value);
    }
    if (LENGTHS.contains(name)) {
      return LONG_NUMBER.matcher(value).replaceAll(number -> rounded(number.group()));
    }
    String named = REFERENCE.matcher(value).replaceAll(found -> "url(#" + id(found.group(1)) + ")");
    return RGB.matcher(named)
        .replaceAll(found -> Palette.css(color(found.group(1), found.group(2), found.group(3))));
  }

  private String id(String own) {
    return ids.computeIfAbsent(own, any -> prefix + "-" + (ids.size() + 1));
  }

  private static String rounded(String number) {
    String text = String.format(Locale.ROOT, "%.2f", Double.parseDouble(number));
    return text.replaceFirst("\\.?0+$", "");
  }

  private static Color color(String red, String green, String blue) {
    return new Color(Integer.parseInt(red), Integer.parseInt(green), Integer.parseInt(blue));
  }

  /** Says what it is, and takes as much room as there is. */
  private void root(String label) {
    Element root = document.getDocumentElement();
    for (String needless : List.of("x", "y", "width", "height", "version", "xmlns:xlink")) {
      root.removeAttribute(needless);
    }
    root.setAttribute("style", "width:100%;height:auto");
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", label);
    Element title = document.createElementNS(root.getNamespaceURI(), "title");
    title.setTextContent(label);
    root.insertBefore(title, root.getFirstChild());
  }

  private String text() throws TransformerException {
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }
}
