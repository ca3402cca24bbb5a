// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.result.Floor;
import cachemark.result.Noise;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was found out about a machine.
 *
 * @param groups the findings
 * @param noises as measured, in nanoseconds
 * @param floors as measured, in nanoseconds
 * @param verdict what it comes to
 */
public record Diagnosis(
    Map<Group, List<Finding>> groups, List<Noise> noises, List<Floor> floors, Verdict verdict) {
  /** Of the JSON; goes up when something in it is called or meant otherwise. */
  static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public Diagnosis {
    groups = new EnumMap<>(groups);
    noises = List.copyOf(noises);
    floors = List.copyOf(floors);
  }

  /** The lines that people read. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (group, findings) -> {
          lines.add(group.title());
          findings.forEach(finding -> lines.add(finding.line()));
        });
    lines.add(verdict.text());
    return lines;
  }

  /** The same as one JSON object. */
  public String json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("schemaVersion", SCHEMA_VERSION);
    object.put("ready", verdict.ready());
    object.put("verdict", verdict.text());
    Map<String, Object> told = new LinkedHashMap<>();
    groups.forEach((group, findings) -> told.put(group.key(), findings));
    object.put("findings", told);
    object.put("noise", noises);
    object.put("floor", floors);
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("findings that are no JSON", e);
    }
  }
}
