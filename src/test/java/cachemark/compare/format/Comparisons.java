// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import static cachemark.compare.side.SideBuilder.around;
import static cachemark.compare.side.SideBuilder.key;

import cachemark.compare.Comparison;
import cachemark.compare.Terms;
import cachemark.compare.side.Aspect;
import cachemark.compare.side.CellKey;
import cachemark.compare.side.SideBuilder;

/** Invented comparisons with everything that a format has to write. */
final class Comparisons {
  private Comparisons() {}

  private static CellKey cell(String store, String operations, String... more) {
    String[] labels = {
      "experiment=E1w",
      "variant=today",
      "placement=same",
      "valueBytes=32",
      "store=" + store,
      "operations=" + operations,
      more.length == 0 ? "client=WIRE" : more[0]
    };
    return key(labels);
  }

  private static SideBuilder side(String name) {
    return new SideBuilder(name)
        .fact(Aspect.HOST, "kernel", "6.1")
        .fact(Aspect.PROFILE, "profile", "quick")
        .server("redis", "version", "7.0.15");
  }

  /** Screened, confirmed in part, and with every kind of row and of lone cell. */
  static Comparison all() {
    SideBuilder base =
        side("20260131-base")
            .floor(1.021)
            .note("the last line of results/20260131-base/trials.jsonl was cut off")
            .steady(cell("REDIS", "2000"), 0.0123, 5)
            .steady(cell("MEMCACHED", "2000"), 0.0123, 5)
            .steady(cell("REDIS", "500"), 12345.678, 5)
            .steady(cell("MEMCACHED", "500"), 1, 5)
            .steady(cell("REDIS", "7"), 1, 6)
            .steady(cell("REDIS", "8"), 1, 1)
            .cell(cell("REDIS", "9"), "ops/s", "warm-up 1 ms", 48200, 48300, 48100, 48250, 48150)
            .steady(cell("REDIS", "10"), 1, 5)
            .steady(cell("REDIS", "11"), 1, 5)
            .failing(cell("REDIS", "12"), "server died")
            .failing(cell("REDIS", "13"), "server died");
    SideBuilder next =
        side("20260201-new")
            .steady(cell("REDIS", "2000"), 0.0148, 5)
            .steady(cell("MEMCACHED", "2000"), 0.0100, 5)
            .steady(cell("REDIS", "500"), 15000, 5)
            .steady(cell("MEMCACHED", "500"), 0.8, 5)
            .seconds(cell("REDIS", "7"), 0.7, 1.3, 0.8, 1.2, 0.9, 1.1)
            .steady(cell("REDIS", "8"), 2, 5)
            .cell(cell("REDIS", "9"), "ops/s", "warm-up 1 ms", 48210, 48290, 48120, 48240, 48160)
            .failing(
                cell("REDIS", "10"), "3 values came back \"wrong\" <&> | *bold* \u001B[31m @here")
            .missing(cell("REDIS", "14", "client=]]>\u0000\uFFFF\n| # _x_ \u202Eevil ½ слово"))
            .steady(cell("REDIS", "12"), 1, 5)
            .failing(cell("REDIS", "13"), "server died")
            .steady(cell("REDIS", "15"), 1, 5);
    Comparison screened = Comparison.ofRuns(base.build(), next.build(), Terms.usual("client"));
    Comparison fresh =
        Comparison.ofArms(
            side("a")
                .seconds(cell("REDIS", "2000"), around(0.0121, 0.02, 10))
                .seconds(cell("MEMCACHED", "2000"), around(0.0121, 0.02, 10))
                .build(),
            side("b")
                .seconds(cell("REDIS", "2000"), around(0.0146, 0.03, 10))
                .seconds(cell("MEMCACHED", "2000"), around(0.0102, 0.01, 10))
                .build(),
            Terms.usual());
    return screened.confirmedBy(fresh);
  }

  /** Of two machines. */
  static Comparison incomparable() {
    return Comparison.ofRuns(
        side("base").fact(Aspect.HOST, "cores", "2").steady(cell("REDIS", "1"), 1, 5).build(),
        side("new")
            .fact(Aspect.HOST, "cores", "4")
            .server("redis", "version", "8.0 \u001B[2J")
            .steady(cell("REDIS", "1"), 1, 5)
            .build(),
        Terms.usual());
  }

  /** With so many cells within noise, and one slower for certain. */
  static Comparison many(int cells) {
    SideBuilder base = side("base").steady(cell("REDIS", "0"), 1, 10);
    SideBuilder next = side("new").steady(cell("REDIS", "0"), 2, 10);
    for (int i = 1; i <= cells; i++) {
      base.steady(cell("MEMCACHED", Integer.toString(i)), 1, 5);
      next.steady(cell("MEMCACHED", Integer.toString(i)), 1.01, 5);
    }
    Comparison screened = Comparison.ofArms(base.build(), next.build(), Terms.usual());
    return screened.confirmedBy(screened);
  }
}
