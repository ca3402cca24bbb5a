// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PullProgressTest {
  private final ObjectMapper json = new ObjectMapper();
  private final List<String> told = new ArrayList<>();

  @Test
  void theMegabytesOfAllLayersAreAddedUp() throws Exception {
    PullProgress progress = new PullProgress("redis:8", told::add);
    progress.onNext(item("{'status':'Pulling fs layer','id':'a'}"));
    progress.onNext(
        item("{'status':'Downloading','id':'a','progressDetail':{'current':1,'total':40000000}}"));
    Thread.sleep(1_100);
    progress.onNext(
        item(
            "{'status':'Downloading','id':'b','progressDetail':{'current':9000000,'total':10000000}}"));
    Thread.sleep(1_100);
    progress.onNext(
        item("{'status':'Extracting','id':'a','progressDetail':{'current':1,'total':40000000}}"));
    assertThat(told)
        .containsExactly(
            "pulling redis:8", "pulling redis:8: 9 of 50 MB", "pulling redis:8: 49 of 50 MB");
  }

  @Test
  void whatIsOfNoLayerIsNotTold() throws Exception {
    new PullProgress("redis:8", told::add).onNext(item("{'status':'Digest: sha256:1'}"));
    assertThat(told).isEmpty();
  }

  private PullResponseItem item(String quoted) throws IOException {
    return json.readValue(quoted.replace('\'', '"'), PullResponseItem.class);
  }
}
