// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import cachemark.result.JsonFile;
import cachemark.result.ResultException;
import java.nio.file.Path;

/** The folder of a load: {@code load.json}, and the logs beside it. */
public final class LoadFiles {
  private static final JsonFile<LoadRecord> FILE =
      new JsonFile<>("load", LoadRecord.class, LoadRecord.SCHEMA_VERSION);

  private LoadFiles() {}

  /** Whether a load is stored in {@code folder}. */
  public static boolean isLoad(Path folder) {
    return FILE.isIn(folder);
  }

  /**
   * Makes the folder of a new load.
   *
   * @throws ResultException if it is there already or cannot be made
   */
  public static Path create(Path results, String runId) {
    return JsonFile.createFolder(results, runId);
  }

  /** Stores a load as far as it has come, in place of what was there. */
  public static void write(Path folder, LoadRecord load) {
    FILE.write(folder, load);
  }

  /**
   * The load stored in {@code folder}.
   *
   * @throws ResultException if there is none, it is of a newer schema, or damaged
   */
  public static LoadRecord read(Path folder) {
    return FILE.read(folder);
  }
}
