// SPDX-License-Identifier: Apache-2.0
package cachemark.result.workload;

import cachemark.result.JsonFile;

/** The folder of a workload: {@code workload.json}. */
public final class WorkloadFiles {
  /** Its file. */
  public static final JsonFile<WorkloadRecord> FILE =
      new JsonFile<>("workload", WorkloadRecord.class, WorkloadRecord.SCHEMA_VERSION);

  private WorkloadFiles() {}
}
