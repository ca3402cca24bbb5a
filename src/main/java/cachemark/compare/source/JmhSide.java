// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import cachemark.compare.side.Aspect;
import cachemark.compare.side.CellKey;
import cachemark.compare.side.Series;
import cachemark.compare.side.Side;
import cachemark.result.FileTrouble;
import cachemark.result.ResultException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the JSON that JMH writes, of any suite, an entry at a time. A fork is a round, by its place
 * in the raw data; forks of two files are no pairs.
 */
final class JmhSide {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String ARM = "arm";
  private static final int NOTES_SHOWN = 5;

  private final Path file;
  private final Map<CellKey, Series.Builder> main = new HashMap<>();
  private final Map<CellKey, Series.Builder> again = new HashMap<>();
  private final NavigableSet<String> javas = new TreeSet<>();
  private final NavigableSet<String> flags = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();
  private int entries;
  private int ofBase;

  private JmhSide(Path file) {
    this.file = file;
  }

  /** Reads the results in {@code file}. */
  static Reading read(Path file) {
    JmhSide side = new JmhSide(file);
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = JSON.createParser(in)) {
      side.readAll(json);
    } catch (JsonProcessingException e) {
      throw new ResultException(file + " is no JSON, or is cut off: " + where(e), e);
    } catch (IOException e) {
      throw new ResultException(file + " cannot be read: " + FileTrouble.reason(e), e);
    }
    return new Reading(side.built(), Optional.empty());
  }

  private static String where(JsonProcessingException e) {
    String reason = e.getOriginalMessage().lines().findFirst().orElse("");
    return e.getLocation() == null
        ? reason
        : String.format(Locale.ROOT, "line %d: %s", e.getLocation().getLineNr(), reason);
  }

  private void readAll(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw new ResultException(file + " is no JMH result: that is a list of benchmarks");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      entries++;
      try {
        add(JmhEntry.read(json));
      } catch (JmhEntry.Unreadable e) {
        throw new ResultException(
            String.format(
                Locale.ROOT, "%s is no JMH result: entry %d %s", file, entries, e.getMessage()),
            e);
      }
    }
  }

  private void add(JmhEntry entry) {
    entry.java().ifPresent(javas::add);
    entry.flags().ifPresent(flags::add);
    String arm = entry.isOurs() ? entry.params().getOrDefault(ARM, "main") : "main";
    SortedMap<String, String> labels = new TreeMap<>(entry.params());
    if (entry.isOurs()) {
      labels.remove(ARM);
    }
    CellKey key = new CellKey(entry.benchmark(), entry.mode(), entry.threads(), labels);
    switch (arm) {
      case "base" -> ofBase++;
      case "again" -> fill(again, key, entry);
      default -> fill(main, key, entry);
    }
  }

  private void fill(Map<CellKey, Series.Builder> cells, CellKey key, JmhEntry entry) {
    Series.Builder series =
        cells.computeIfAbsent(
            key, k -> new Series.Builder(entry.unit()).timing(entry.timing().orElse(null)));
    if (!series.unit().equals(entry.unit())) {
      throw new JmhEntry.Unreadable(
          "has the unit " + entry.unit() + ", and was there in " + series.unit());
    }
    if (series.size() > 0) {
      note(key.id() + " is there twice; its forks are taken together");
    }
    if (entry.forks().length == 0) {
      series.invalid("there is no raw data");
      note(key.id() + " has no raw data, so nothing can be said of its forks");
    }
    for (double fork : entry.forks()) {
      series.value(series.size() + 1, fork);
      if (!(fork > 0 && Double.isFinite(fork))) {
        note(key.id() + " has a fork without a number above 0, which is left out");
      }
    }
  }

  private void note(String sentence) {
    notes.add(sentence);
  }

  private Side built() {
    SortedMap<CellKey, Series> cells = new TreeMap<>();
    main.forEach((key, series) -> cells.put(key, series.build()));
    Map<CellKey, Series> repeated = new HashMap<>();
    again.forEach((key, series) -> repeated.put(key, series.build()));
    Map<Aspect, SortedMap<String, String>> facts = new EnumMap<>(Aspect.class);
    facts.put(
        Aspect.JDK, RunFacts.known("java", joined(javas, " and "), "flags", joined(flags, " or ")));
    return new Side(
        file.toString(),
        facts,
        new TreeMap<>(),
        cells,
        new Side.Trials(
            cells.values().stream().mapToInt(Series::size).sum(),
            cells.values().stream().mapToInt(Series::invalid).sum(),
            0),
        Floor.of(cells, repeated),
        told());
  }

  private List<String> told() {
    List<String> told = new ArrayList<>(notes.subList(0, Math.min(NOTES_SHOWN, notes.size())));
    if (notes.size() > NOTES_SHOWN) {
      told.add((notes.size() - NOTES_SHOWN) + " more notes of this kind");
    }
    if (ofBase > 0) {
      told.add(
          "the cells that the run was measured against are left out: compare the run's folder");
    }
    return told.stream().map(note -> file + ": " + note).toList();
  }

  private static String joined(Collection<String> values, String between) {
    return values.isEmpty() ? "unknown" : String.join(between, values);
  }
}
