// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Tells how a pull comes along: megabytes of all layers that are known so far. */
final class PullProgress extends PullImageResultCallback {
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final String LOADING = "Downloading";
  private static final double MEGABYTE = 1e6;

  private final String image;
  private final Consumer<String> listener;
  private final Map<String, Long> loaded = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private long toldNanos = System.nanoTime() - SECOND_NANOS;

  PullProgress(String image, Consumer<String> listener) {
    this.image = image;
    this.listener = listener;
  }

  @Override
  public void onNext(PullResponseItem item) {
    super.onNext(item);
    String layer = item.getId();
    ProgressDetail detail = item.getProgressDetail();
    if (layer == null) {
      return;
    }
    if (LOADING.equals(item.getStatus()) && detail != null && detail.getTotal() != null) {
      loaded.put(layer, detail.getCurrent());
      sizes.put(layer, detail.getTotal());
    } else if (sizes.containsKey(layer)) {
      loaded.put(layer, sizes.get(layer)); // later steps count from zero again
    }
    tell();
  }

  private void tell() {
    if (System.nanoTime() - toldNanos < SECOND_NANOS) {
      return;
    }
    toldNanos = System.nanoTime();
    if (sizes.isEmpty()) {
      listener.accept("pulling " + image);
      return;
    }
    listener.accept(
        String.format(
            Locale.ROOT,
            "pulling %s: %.0f of %.0f MB",
            image,
            sum(loaded) / MEGABYTE,
            sum(sizes) / MEGABYTE));
  }

  private static double sum(Map<String, Long> bytes) {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }
}
