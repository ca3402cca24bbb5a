// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads plans: the profiles that come with cachemark, and files of one's own. */
public final class PlanReader {
  /** The profiles that come with cachemark, shortest first. */
  public static final List<String> PROFILES = List.of("smoke", "quick", "report");

  private static final ObjectMapper YAML =
      new ObjectMapper(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  private static final int MAX_BYTES = 1024 * 1024;

  private PlanReader() {}

  /**
   * The plan of a profile.
   *
   * @throws PlanException with the nearest name if there is no such profile
   */
  public static Plan profile(String name) {
    if (!PROFILES.contains(name)) {
      throw new PlanException(
          String.format(
              Locale.ROOT, "unknown profile \"%s\": %s", name, Nearest.hint(name, PROFILES)));
    }
    try (InputStream in = PlanReader.class.getResourceAsStream("/profiles/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("profile " + name + " is not in the jar");
      }
      return parse("profile " + name, in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The plan in a YAML file.
   *
   * @throws PlanException if it cannot be read or is not a plan; the message names file and line
   */
  public static Plan file(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] yaml = in.readNBytes(MAX_BYTES + 1);
      if (yaml.length > MAX_BYTES) {
        throw new PlanException("the plan file " + path + " is larger than 1 MB, as no plan is");
      }
      return parse(path.toString(), yaml);
    } catch (NoSuchFileException e) {
      throw new PlanException("there is no plan file " + path);
    } catch (IOException e) {
      throw new PlanException("the plan file " + path + " cannot be read: " + e.getMessage());
    }
  }

  /** The plan in {@code yaml}, called {@code source} in messages. */
  static Plan parse(String source, byte[] yaml) {
    PlanLines lines = new PlanLines();
    try {
      try (JsonParser parser = YAML.createParser(yaml)) {
        lines.check(parser);
      }
      Plan plan = YAML.readValue(yaml, Plan.class);
      PlanException.require(plan != null, "it is empty");
      return plan;
    } catch (PlanException e) {
      throw new PlanException(source + where(lines.current()) + ": " + e.getMessage());
    } catch (JsonProcessingException e) {
      PlanFault fault = new PlanFault(e);
      throw new PlanException(source + where(fault.line(lines)) + ": " + fault.sentence());
    } catch (IOException e) {
      throw new PlanException(source + ": not YAML: " + e.getMessage());
    }
  }

  private static String where(int line) {
    return line < 1 ? "" : ", line " + line;
  }
}
