// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachemark.server.ServerKind;
import cachemark.server.source.SourceType;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.TypeConversionException;

/** The words of {@code --servers}, one by one and together. */
final class ServerWordsTest {
  private static final Access HOST = Access.to(new Endpoint("host", 1));

  private final ServerWordConverter words = new ServerWordConverter();

  @Test
  void aWordIsASourceOrAServer() {
    assertThat(words.convert("docker")).isEqualTo(new ServerWord.Source(SourceType.DOCKER));
    assertThat(words.convert("redis=host:1"))
        .isEqualTo(new ServerWord.There(ServerKind.REDIS, HOST));
  }

  @Test
  void anUnknownWordIsAnsweredByTheNearestAndAllOthers() {
    assertThatThrownBy(() -> words.convert("lokal"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage(
            "\"lokal\": did you mean \"local\"? Choices: auto, docker, local, memcached=HOST:PORT,"
                + " redis=HOST:PORT, mysql=HOST:PORT");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsKnownByItsNameAlone(ServerKind kind) {
    ServerKindConverter kinds = new ServerKindConverter();
    assertThat(kinds.convert(kind.id())).isEqualTo(kind);
    assertThatThrownBy(() -> kinds.convert(kind.id() + "x"))
        .hasMessageContaining("did you mean \"" + kind.id() + "\"? Choices: memcached, redis");
  }

  @Test
  void wordsAreTakenApartOnlyWhereNoneNamesAnAccount() {
    ServerWords.Converter all = new ServerWords.Converter();
    assertThat(all.convert("local,redis=host:1").all()).hasSize(2);
    assertThatThrownBy(() -> all.convert("redis=me:Q,X=Z@host"))
        .hasMessageStartingWith("an address names an account")
        .hasMessageNotContainingAny("Q", "X", "Z");
  }
}
