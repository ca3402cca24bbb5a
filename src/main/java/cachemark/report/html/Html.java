// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes pages, each one file that needs no other and no network. Stateless. */
public final class Html {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Html() {}

  /**
   * The page of a run.
   *
   * @param darkColours declarations of the charts' colours on dark paper
   */
  public static String of(PageModel page, String darkColours) {
    return rendered("page.jte", page, darkColours);
  }

  /**
   * The page of a load.
   *
   * @param darkColours declarations of the chart's colours on dark paper
   */
  public static String of(LoadModel page, String darkColours) {
    return rendered("load.jte", page, darkColours);
  }

  /**
   * The page of drills.
   *
   * @param darkColours declarations of the charts' colours on dark paper
   */
  public static String of(DrillModel page, String darkColours) {
    return rendered("drill.jte", page, darkColours);
  }

  /**
   * The page of a workload.
   *
   * @param darkColours declarations of the charts' colours on dark paper
   */
  public static String of(WorkloadModel page, String darkColours) {
    return rendered("workload.jte", page, darkColours);
  }

  /**
   * The page of a comparison.
   *
   * @param darkColours declarations of the charts' colours on dark paper
   */
  public static String of(VersusModel page, String darkColours) {
    return rendered("versus.jte", page, darkColours);
  }

  private static String rendered(String template, Object page, String darkColours) {
    String style = resource("page.css").replace("/* dark charts */", darkColours);
    StringOutput out = new StringOutput();
    TEMPLATES.render(
        template,
        Map.of(
            "page", page,
            "style", "<style>\n" + style + "</style>",
            "script", "<script>\n" + resource("page.js") + "</script>"),
        out);
    return out.toString();
  }

  private static String resource(String name) {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build has left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
