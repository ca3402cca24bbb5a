// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Axis;
import cachemark.plan.PlanException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code -p name=value,value} options of a JMH command line, which JMH itself ignores where the
 * name is unknown.
 *
 * @param canonicalWords the command line with these options in front, each value in its one
 *     spelling
 * @param values of each parameter given, in that spelling; those of a name given twice add up
 */
record JmhParams(List<String> canonicalWords, Map<String, List<String>> values) {
  private static final String OPTION = "-p";
  private static final Set<String> SPELLINGS = Set.of(OPTION, "--p");

  /** Name and value in the same word as the option, as JMH reads them too. */
  private static final Pattern ATTACHED = Pattern.compile("(?:-p(?!rof)=?|--p=)(.*=.*)");

  /**
   * Reads them out of a command line.
   *
   * @throws PlanException if a name or value is not one the benchmarks know
   */
  static JmhParams of(List<String> words) {
    List<String> canonical = new ArrayList<>();
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      Matcher attached = ATTACHED.matcher(word);
      if (attached.matches()) {
        read(attached.group(1), values);
      } else if (SPELLINGS.contains(word) && i + 1 < words.size()) {
        i++;
        read(words.get(i), values);
      } else {
        canonical.add(word);
      }
    }
    return inFront(canonical, values);
  }

  /** These with other values of one parameter. */
  JmhParams with(Axis axis, List<String> given) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(axis.parameter(), given);
    return inFront(canonicalWords.subList(2 * values.size(), canonicalWords.size()), changed);
  }

  private static JmhParams inFront(List<String> others, Map<String, List<String>> values) {
    List<String> words = new ArrayList<>(others);
    values.forEach(
        (name, given) -> words.addAll(0, List.of(OPTION, name + "=" + String.join(",", given))));
    return new JmhParams(List.copyOf(words), values);
  }

  private static void read(String assignment, Map<String, List<String>> values) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new PlanException("-p takes name=value, not \"" + assignment + "\"");
    }
    Axis axis = Axis.of(assignment.substring(0, equals));
    List<String> before = values.getOrDefault(axis.parameter(), List.of());
    Stream<String> given = Stream.of(assignment.substring(equals + 1).split(",", -1));
    values.put(
        axis.parameter(),
        Stream.concat(before.stream(), given.map(axis::canonical)).distinct().toList());
  }
}
