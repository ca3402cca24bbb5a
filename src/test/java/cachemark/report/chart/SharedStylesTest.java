// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedStylesTest {
  private final SharedStyles styles = new SharedStyles();

  @Test
  void theFirstDrawingSaysTheStylesOfAll() {
    assertThat(styles.once("<svg><a/><style>.c1{fill:none;}.c2{x:1;}</style></svg>"))
        .isEqualTo("<svg><a/><style>.c1{fill:none;}.c2{x:1;}</style></svg>");
    assertThat(styles.once("<svg><style>.c1{fill:none;}</style></svg>")).isEqualTo("<svg></svg>");
    assertThat(styles.once("<svg><style>.c1{fill:none;}.c3{x:1;}</style></svg>"))
        .isEqualTo("<svg><style>.c3{x:1;}</style></svg>");
  }

  @Test
  void wordsThatLookLikeAPatternStayWords() {
    assertThat(styles.once("<svg><text>$1 \\ }</text><style>.c$1{x:1;}</style></svg>"))
        .isEqualTo("<svg><text>$1 \\ }</text><style>.c$1{x:1;}</style></svg>");
  }
}
