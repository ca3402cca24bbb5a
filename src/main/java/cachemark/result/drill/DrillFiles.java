// SPDX-License-Identifier: Apache-2.0
package cachemark.result.drill;

import cachemark.result.JsonFile;

/** The folder of drills: {@code drill.json}. */
public final class DrillFiles {
  /** Their file. */
  public static final JsonFile<DrillRecord> FILE =
      new JsonFile<>("drill", DrillRecord.class, DrillRecord.SCHEMA_VERSION);

  private DrillFiles() {}
}
