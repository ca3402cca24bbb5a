// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.CellKey;
import cachemark.compare.side.Side;
import cachemark.plan.PlanException;
import cachemark.stats.Evidence;
import cachemark.stats.Holm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Two sides compared cell by cell. Screened when made: whatever looks changed is a suspect until
 * {@link #confirmedBy} fresh measurements. Immutable.
 */
public final class Comparison {
  /** Fresh rounds that a decision on a suspect needs. */
  public static final int FEWEST_FRESH_ROUNDS = 10;

  private final Side base;
  private final Side next;
  private final Title title;
  private final Terms terms;
  private final Judge judge;
  private final List<Difference> differences;
  private final List<Row> rows;
  private final Map<Row.Name, Row> index;
  private final List<Lone> lone;
  private final List<String> notes;

  private Comparison(
      Side base,
      Side next,
      Title title,
      Terms terms,
      Judge judge,
      List<Difference> differences,
      List<Row> rows,
      List<Lone> lone,
      List<String> notes) {
    this.base = base;
    this.next = next;
    this.title = title;
    this.terms = terms;
    this.judge = judge;
    this.differences = List.copyOf(differences);
    this.rows = rows.stream().sorted(Row.WORST_FIRST).toList();
    this.index = rows.stream().collect(Collectors.toMap(Row::name, row -> row));
    this.lone = List.copyOf(lone);
    this.notes = List.copyOf(notes);
  }

  /**
   * Two runs, measured one after the other.
   *
   * @throws PlanException if what is meant to differ is no aspect and no axis of theirs
   * @throws IncomparableException if they have no cell in common
   */
  public static Comparison ofRuns(Side base, Side next, Terms terms) {
    terms.requireKnown(base, next);
    Matching matching = SideMatcher.match(base, next, terms.across());
    List<Difference> differences = new ArrayList<>(matching.differences());
    differences.addAll(Comparability.differences(base, next, matching.pairs(), terms.across()));
    if (isApart(matching) && differences.isEmpty()) {
      throw new IncomparableException(
          base.name() + " and " + next.name() + " have no cell in common, so nothing is compared");
    }
    Title title = new Title(Title.Kind.RUNS, base.name(), next.name(), "");
    return screened(base, next, title, terms, false, matching, differences);
  }

  /** Two builds or servers whose cells were measured in the same rounds of one run. */
  public static Comparison ofArms(Side base, Side next, Terms terms) {
    Matching matching = SideMatcher.match(base, next, Set.of());
    Title title = new Title(Title.Kind.ARMS, base.name(), next.name(), "");
    return screened(base, next, title, terms, true, matching, List.of());
  }

  /**
   * The cells of one run that differ in an axis alone: every value of it against its first one.
   *
   * @throws PlanException if no cell has the axis, or all have the same value
   */
  public static Comparison along(Side side, String axis, Terms terms) {
    Title title =
        new Title(Title.Kind.ALONG, axis + "=" + AxisMatcher.first(side, axis), side.name(), axis);
    Matching matching = AxisMatcher.match(side, axis);
    if (matching.pairs().isEmpty()) {
      throw new IncomparableException(
          "no two cells of " + side.name() + " that were measured differ in " + axis + " alone");
    }
    return screened(side, side, title, terms, true, matching, List.of());
  }

  private static Comparison screened(
      Side base,
      Side next,
      Title title,
      Terms terms,
      boolean paired,
      Matching matching,
      List<Difference> differences) {
    double limit = larger(1 + terms.threshold(), floor(title, base, next));
    Judge judge = new Judge(limit, paired);
    List<String> notes = Screening.notes(base, next, title);
    List<Row> rows = new ArrayList<>();
    if (differences.isEmpty()) {
      notes.addAll(Screening.screen(judge, matching.pairs(), rows));
    }
    return new Comparison(
        base, next, title, terms, judge, differences, rows, matching.lone(), notes);
  }

  /**
   * This comparison with the suspects decided that {@code fresh} measured again, in ten rounds or
   * more; the others stay suspects. Only the fresh measurements count.
   *
   * @param fresh measured in pairs: of arms, or along the same axis
   */
  public Comparison confirmedBy(Comparison fresh) {
    if (!fresh.judge.paired()) {
      throw new IllegalArgumentException("what is to confirm must be measured in pairs");
    }
    Judge deciding = new Judge(larger(judge.limit(), fresh.floor()), judge.paired());
    List<Row> suspects = suspects();
    double[] pValues =
        Holm.adjusted(
            suspects.stream()
                .mapToDouble(row -> fresh.measured(row).map(Comparison::pValue).orElse(1.0))
                .toArray());
    List<Row> decided = new ArrayList<>(rows);
    decided.removeAll(suspects);
    for (int i = 0; i < pValues.length; i++) {
      Row suspect = suspects.get(i);
      double pValue = pValues[i];
      decided.add(
          fresh
              .measured(suspect)
              .map(row -> deciding.decide(suspect, row, pValue))
              .orElse(suspect));
    }
    List<String> all = new ArrayList<>(notes);
    fresh.notes.stream().filter(note -> !all.contains(note)).forEach(all::add);
    return new Comparison(base, next, title, terms, deciding, differences, decided, lone, all);
  }

  /** The row of the same cell, where it has rounds enough to decide. */
  private Optional<Row> measured(Row suspect) {
    return Optional.ofNullable(index.get(suspect.name()))
        .filter(row -> row.speed().rounds() >= FEWEST_FRESH_ROUNDS);
  }

  private static double pValue(Row row) {
    return row.speed().evidence().map(Evidence::pValue).orElse(1.0);
  }

  /** What is compared. */
  public Title title() {
    return title;
  }

  public Side base() {
    return base;
  }

  public Side next() {
    return next;
  }

  public Terms terms() {
    return terms;
  }

  /** By how many times a cell must be faster or slower for anybody to care, more than 1. */
  public double limit() {
    return judge.limit();
  }

  /**
   * By how many times the same differed from itself, 1 or more; NaN where nothing was measured
   * twice.
   */
  public double floor() {
    return floor(title, base, next);
  }

  /**
   * Arms of one run have what is said of the base: forks that take turns differ less than others.
   */
  private static double floor(Title title, Side base, Side next) {
    return title.kind() == Title.Kind.ARMS ? base.floor() : larger(base.floor(), next.floor());
  }

  /** Whether the sides share what they must; if not, there are no rows. */
  public boolean isComparable() {
    return differences.isEmpty();
  }

  /** Why the sides cannot be compared; empty if they can. */
  public List<Difference> differences() {
    return differences;
  }

  /** Every cell with values on both sides, worst first. */
  public List<Row> rows() {
    return rows;
  }

  /** The cells of one judgement, worst first. */
  public List<Row> rows(Judgement judgement) {
    return rows.stream().filter(row -> row.judgement() == judgement).toList();
  }

  /** The cells that are to be measured again before anybody acts on them, worst first. */
  public List<Row> suspects() {
    return rows.stream().filter(row -> row.judgement().isSuspicion()).toList();
  }

  /** The whole names of the cells to measure for {@link #confirmedBy}, on both sides. */
  public SortedSet<CellKey> suspectCells() {
    return SuspectCells.of(this);
  }

  /** The cells that are not in a row. */
  public List<Lone> lone() {
    return lone;
  }

  /** The cells of one fate. */
  public List<Lone> lone(Fate fate) {
    return lone.stream().filter(cell -> cell.fate() == fate).toList();
  }

  /** What was repaired, left out or is unknown, a sentence each. */
  public List<String> notes() {
    return notes;
  }

  /** Whether a cell got slower for certain. */
  public boolean isRegression() {
    return rows.stream().anyMatch(row -> row.judgement() == Judgement.SLOWER);
  }

  /** Whether something that NEW should have measured is missing or invalid. */
  public boolean isIncomplete() {
    return !next.isComplete() || lone.stream().anyMatch(cell -> cell.fate() == Fate.NEWLY_FAILING);
  }

  private static boolean isApart(Matching matching) {
    return matching.pairs().isEmpty()
        && matching.lone().stream()
            .allMatch(cell -> cell.fate() == Fate.ADDED || cell.fate() == Fate.REMOVED);
  }

  private static double larger(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }
}
