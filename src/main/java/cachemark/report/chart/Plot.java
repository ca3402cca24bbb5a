// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The data of one panel as an XChart, in pixels from the lower left corner of the plot. Frame, grid
 * and words are not its business; its ground is transparent, and marks may overlap its edge.
 */
final class Plot {
  /** How far a mark may reach over the edge. */
  private static final int BLEED = 14;

  private static final double BAND = 0.2;
  private static final Color CLEAR = new Color(255, 255, 255, 0);

  private final int width;
  private final int height;
  private final XYChart chart;

  Plot(int width, int height) {
    this.width = width;
    this.height = height;
    this.chart = new XYChart(width + 2 * BLEED, height + 2 * BLEED);
    XYStyler styler = chart.getStyler();
    styler.setChartPadding(0).setChartBackgroundColor(CLEAR).setChartTitleVisible(false);
    styler.setLegendVisible(false).setPlotBackgroundColor(CLEAR).setPlotBorderVisible(false);
    styler.setPlotContentSize(1);
    styler.setPlotMargin(0).setPlotGridLinesVisible(false);
    styler.setAxisTicksVisible(false).setAxisTitlesVisible(false);
    // Ticks are placed and labelled even where none is to be seen: as few as possible.
    styler.setXAxisTickMarkSpacingHint(width).setYAxisTickMarkSpacingHint(height);
    styler.setXAxisMin((double) -BLEED).setXAxisMax((double) width + BLEED);
    styler.setYAxisMin((double) -BLEED).setYAxisMax((double) height + BLEED);
  }

  void line(double[] x, double[] y, Color color, BasicStroke stroke) {
    XYSeries series = add(x, y);
    series.setLineColor(color).setLineStyle(stroke);
    series.setMarker(SeriesMarkers.NONE);
  }

  void area(double[] x, double[] y, Color color) {
    XYSeries series = add(x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(color);
    series.setLineStyle(SeriesLines.NONE);
    series.setMarker(SeriesMarkers.NONE);
  }

  /** An area between two lines, through which what lies below it is seen. */
  void band(double[] x, double[] low, double[] high, Color color) {
    int n = x.length;
    double[] xs = Arrays.copyOf(x, 2 * n);
    double[] ys = Arrays.copyOf(low, 2 * n);
    for (int i = 0; i < n; i++) {
      xs[2 * n - 1 - i] = x[i];
      ys[2 * n - 1 - i] = high[i];
    }
    area(xs, ys, Ink.alpha(color, BAND));
  }

  void marks(double[] x, double[] y, Glyph glyph, double size, Color edge, Color fill) {
    XYSeries series = add(x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(
        new Marker() {
          @Override
          public void paint(Graphics2D g, double atX, double atY, int ignored) {
            glyph.paint(g, atX, atY, size, edge, fill);
          }
        });
  }

  private XYSeries add(double[] x, double[] y) {
    String name = "series " + chart.getSeriesCollection().size();
    return chart.addSeries(name, Arrays.copyOf(x, x.length), Arrays.copyOf(y, y.length));
  }

  /** Paints with the plot's upper left corner at the given place. */
  void paint(Graphics2D g, double left, double top) {
    if (chart.getSeriesCollection().isEmpty()) {
      return;
    }
    Graphics2D own = (Graphics2D) g.create();
    own.translate(left - BLEED, top - BLEED);
    chart.paint(own, width + 2 * BLEED, height + 2 * BLEED);
    own.dispose();
  }
}
