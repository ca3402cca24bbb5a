// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The text of a plan of either kind, of experiments or of loads: that of a profile which comes with
 * cachemark, or of a file of one's own. Every kind is read here.
 */
public final class PlanSource {
  /** The profiles that come with cachemark, shortest first. */
  public static final List<String> PROFILES = List.of("smoke", "quick", "cache", "report");

  private static final ObjectMapper YAML =
      new ObjectMapper(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  private static final int MAX_BYTES = 1024 * 1024;
  private static final String EXPERIMENTS = "experiments";
  private static final String LOADS = "loads";

  /** What only a plan of loads has, too. */
  private static final String SHARED = "workload";

  private final String name;
  private final byte[] yaml;

  private PlanSource(String name, byte[] yaml) {
    this.name = name;
    this.yaml = yaml;
  }

  /** A text that is called {@code name} in messages. */
  public static PlanSource of(String name, byte[] yaml) {
    return new PlanSource(name, yaml.clone());
  }

  /**
   * The text of a profile.
   *
   * @throws PlanException with the nearest name if there is no such profile
   */
  public static PlanSource profile(String name) {
    PlanShape.requireKnown("profile", name, PROFILES);
    try (InputStream in = PlanSource.class.getResourceAsStream("/profiles/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("profile " + name + " is not in the jar");
      }
      return new PlanSource("profile " + name, in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The text of a file.
   *
   * @throws PlanException if it cannot be read
   */
  public static PlanSource file(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] yaml = in.readNBytes(MAX_BYTES + 1);
      if (yaml.length > MAX_BYTES) {
        throw new PlanException("the plan file " + path + " is larger than 1 MB, as no plan is");
      }
      return new PlanSource(path.toString(), yaml);
    } catch (NoSuchFileException e) {
      throw new PlanException("there is no plan file " + path);
    } catch (IOException e) {
      throw new PlanException("the plan file " + path + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Whether it is a plan of loads, and not one of experiments.
   *
   * @throws PlanException if it is of both
   */
  public boolean isOfLoads() {
    Map<String, Integer> keys = topKeys();
    boolean both = keys.containsKey(EXPERIMENTS) && keys.containsKey(LOADS);
    if (both) {
      int line = Math.max(keys.getOrDefault(EXPERIMENTS, 0), keys.getOrDefault(LOADS, 0));
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "%s%s: it has both \"experiments\" and \"loads\", which are two kinds of plans: make"
                  + " a file of each",
              name,
              where(line)));
    }
    return keys.containsKey(LOADS) || (keys.containsKey(SHARED) && !keys.containsKey(EXPERIMENTS));
  }

  /** The keys of the plan as a whole with their lines, as far as it is YAML at all. */
  private Map<String, Integer> topKeys() {
    Map<String, Integer> keys = new HashMap<>();
    try (JsonParser parser = YAML.createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean top = parser.getParsingContext().getNestingDepth() == 1;
        if (token == JsonToken.FIELD_NAME && top) {
          keys.putIfAbsent(parser.getText(), parser.currentTokenLocation().getLineNr());
        } else if (token == JsonToken.END_OBJECT && parser.getParsingContext().inRoot()) {
          break;
        }
      }
      return keys;
    } catch (IOException e) {
      return keys; // where it is read, what is wrong is told
    }
  }

  /**
   * The plan that this is the text of.
   *
   * @param type of plan
   * @param shape of such a plan
   * @throws PlanException if it is none; the message names source and line
   */
  public <T> T read(Class<T> type, PlanShape shape) {
    PlanLines lines = new PlanLines(shape);
    try {
      try (JsonParser parser = YAML.createParser(yaml)) {
        lines.check(parser);
      }
      T plan = YAML.readValue(yaml, type);
      PlanException.require(plan != null, "it is empty");
      return plan;
    } catch (PlanException e) {
      throw new PlanException(name + where(lines.current()) + ": " + e.getMessage());
    } catch (JsonProcessingException e) {
      PlanFault fault = new PlanFault(e);
      throw new PlanException(name + where(fault.line(lines)) + ": " + fault.sentence());
    } catch (IOException e) {
      throw new PlanException(name + ": not YAML: " + e.getMessage());
    }
  }

  private static String where(int line) {
    return line < 1 ? "" : ", line " + line;
  }
}
