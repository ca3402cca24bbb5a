// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairsReaderTest {
  @Test
  void manyPairsAreReadInOrder() throws JsonProcessingException {
    List<List<Long>> pairs =
        LongStream.range(0, 1_000).mapToObj(i -> List.of(i, Long.MAX_VALUE - i)).toList();
    assertThat(histogram(pairs.toString())).isEqualTo(pairs);
    assertThat(histogram("[]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "[3]",
        "[[1]]",
        "[[1,2,3]]",
        "[[1,2],[3]]",
        "[[1.5,2]]",
        "[[\"1\",2]]",
        "[[null,2]]",
        "[{}]",
        "[[9223372036854775808,1]]"
      })
  void whatIsNoListOfPairsIsAnError(String json) {
    assertThatThrownBy(() -> histogram(json)).isInstanceOf(JsonProcessingException.class);
  }

  private static List<List<Long>> histogram(String json) throws JsonProcessingException {
    return ResultFiles.JSON
        .readValue(
            "{\"warmup\":false,\"score\":1,\"threadSeconds\":[],\"histogram\":" + json + "}",
            Iteration.class)
        .histogram();
  }
}
