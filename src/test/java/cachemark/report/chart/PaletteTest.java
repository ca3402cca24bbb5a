// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
  private static final double WORDS = 4.5;
  private static final double MARKS = 3;

  @Test
  void everyColourHasAPropertyOfItsOwn() {
    assertThat(Palette.all()).extracting(Palette.Entry::property).doesNotHaveDuplicates();
    assertThat(Palette.all()).extracting(Palette.Entry::light).doesNotHaveDuplicates();
    assertThat(Palette.all())
        .extracting(Palette.Entry::property)
        .contains("--chart-table-bar", "--chart-grid", "--chart-stripe");
  }

  @Test
  void aColourIsItsPropertyOrElseItself() {
    assertThat(Palette.css(Ink.PAPER)).isEqualTo("var(--chart-paper,#ffffff)");
    assertThat(Palette.css(new Color(0x0072B2))).isEqualTo("var(--chart-memcached,#0072b2)");
  }

  @Test
  void aColourWithoutAPropertyIsRefused() {
    assertThatThrownBy(() -> Palette.css(new Color(0x123456))).hasMessageContaining("#123456");
  }

  @Test
  void everyPropertyHasADarkValue() {
    assertThat(Charts.darkColours().lines())
        .hasSameSizeAs(Palette.all())
        .allMatch(line -> line.matches("--chart-[a-z-]+: #[0-9a-f]{6};"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--chart-text", "--chart-muted"})
  void wordsAreReadOnEitherPaper(String words) {
    for (String ground : List.of("--chart-paper", "--chart-stripe")) {
      assertThat(contrast(dark(words), dark(ground))).as(ground).isGreaterThanOrEqualTo(WORDS);
      assertThat(contrast(light(words), light(ground))).as(ground).isGreaterThanOrEqualTo(WORDS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--chart-text",
        "--chart-axis",
        "--chart-memcached",
        "--chart-redis",
        "--chart-memory",
        "--chart-other"
      })
  void marksAreSeenOnDarkPaper(String mark) {
    assertThat(contrast(dark(mark), dark("--chart-paper"))).isGreaterThanOrEqualTo(MARKS);
    assertThat(contrast(dark(mark), dark("--chart-stripe"))).isGreaterThanOrEqualTo(MARKS);
  }

  @Test
  void whiskersAreSeenOnEveryDarkBar() {
    assertThat(Palette.all())
        .filteredOn(entry -> entry.property().matches(".*-(bar|bar-hollow|box)"))
        .isNotEmpty()
        .allSatisfy(
            bar ->
                assertThat(contrast(dark("--chart-text"), bar.dark()))
                    .isGreaterThanOrEqualTo(MARKS));
  }

  private static Color dark(String property) {
    return entry(property).dark();
  }

  private static Color light(String property) {
    return entry(property).light();
  }

  private static Palette.Entry entry(String property) {
    return Palette.all().stream()
        .filter(entry -> entry.property().equals(property))
        .findFirst()
        .orElseThrow();
  }

  /** The contrast ratio of the Web Content Accessibility Guidelines, 1 to 21. */
  private static double contrast(Color one, Color other) {
    double[] sorted = DoubleStream.of(luminance(one), luminance(other)).sorted().toArray();
    return (sorted[1] + 0.05) / (sorted[0] + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
