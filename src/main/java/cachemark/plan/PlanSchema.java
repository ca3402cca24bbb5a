// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON schema of plan files: what {@link PlanReader} takes, as editors understand it. */
public final class PlanSchema {
  private static final String RESOURCE = "/schema/plan.schema.json";

  private PlanSchema() {}

  /** The schema, of draft 2020-12. */
  public static String text() {
    try (InputStream in = PlanSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
