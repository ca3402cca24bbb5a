// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.figure.Digits;
import cachemark.result.drill.DrillAgreement;
import cachemark.result.drill.DrillLag;
import cachemark.result.drill.DrillMark;
import cachemark.result.drill.DrillMoment;
import cachemark.result.drill.DrillOutcome;
import cachemark.result.drill.DrillPlaces;
import cachemark.result.drill.DrillRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges what the 2012 report claims of clusters by what drills found. All is counted, so that a
 * part holds or does not; what was not drilled is not run.
 */
public final class DrillClaims {
  private static final String MAGENT = "proxy-magent";
  private static final String REPAIR = "proxy-repair";
  private static final String KILL_REVIVE = "kill-revive";

  /** Room for those that were under way when a server went. */
  private static final long SETTLED_MILLIS = 1_000;

  /** Consistent hashing moves about a quarter to a fourth server; so much is certainly more. */
  private static final double MOST_MOVED = 0.4;

  private static final double LEAST_SHARE = 0.2;

  private final DrillRecord record;

  private DrillClaims(DrillRecord record) {
    this.record = record;
  }

  /** The claims of clusters in the report's order, with what {@code record} says of each. */
  public static List<JudgedClaim> of(DrillRecord record) {
    DrillClaims claims = new DrillClaims(record);
    return List.of(
        claims.spreading(),
        claims.answering(),
        claims.forgetting(),
        claims.replicating(),
        claims.agreeing());
  }

  private JudgedClaim spreading() {
    Optional<DrillPlaces> places = record.places(MAGENT).findFirst();
    List<JudgedPart> parts = new ArrayList<>();
    places.ifPresent(
        one -> {
          List<Integer> primaries = one.held().subList(0, one.primaries());
          int least = primaries.stream().mapToInt(Integer::intValue).min().orElse(0);
          parts.add(
              part(
                  "keys on the primary that has fewest",
                  counted(least, one.keys()),
                  "20 % or more of all",
                  least >= LEAST_SHARE * one.keys()));
          int backup = one.held().size() > one.primaries() ? one.held().get(one.primaries()) : 0;
          parts.add(
              part(
                  "keys on the backup too",
                  counted(backup, one.keys()),
                  "all",
                  backup == one.keys()));
          Double moved = one.movedShare();
          if (moved != null) {
            parts.add(
                part(
                    "keys that move to another primary once there is a fourth",
                    percent(moved),
                    "40 % at the most, as consistent hashing has it",
                    moved <= MOST_MOVED));
          }
        });
    List<String> beside =
        record.places(REPAIR).findFirst().stream()
            .map(one -> "our proxy in repair: held " + one.held())
            .toList();
    return claim(
        "C11",
        parts,
        beside,
        "magent places keys by a hash modulo the number of servers, which is no consistent"
            + " hashing: another number of servers moves most keys");
  }

  private JudgedClaim answering() {
    List<JudgedPart> parts = new ArrayList<>();
    record
        .drill(MAGENT, KILL_REVIVE)
        .ifPresent(
            one -> {
              DrillMoment away = away(one);
              int amiss = away.missing() + away.stale() + away.wrong() + away.readErrors();
              parts.add(
                  part(
                      "reads that found nothing, an older value or failed, from 1 s after the kill"
                          + " to the return",
                      counted(amiss, away.reads()),
                      "0",
                      amiss == 0));
            });
    return claim("C12", parts, beside(this::away), "");
  }

  private JudgedClaim forgetting() {
    List<JudgedPart> parts = new ArrayList<>();
    record
        .drill(MAGENT, KILL_REVIVE)
        .ifPresent(
            one -> {
              DrillMoment back = back(one);
              parts.add(
                  part(
                      "reads that found nothing after the return",
                      counted(back.missing(), back.reads()),
                      "above 0",
                      back.missing() > 0));
              parts.add(
                  part(
                      "keys still lost at the end",
                      counted(one.readBack().missing(), one.readBack().reads()),
                      "above 0",
                      one.readBack().missing() > 0));
            });
    return claim("C13", parts, beside(this::back), "");
  }

  /** What our own way does instead. */
  private List<String> beside(Function<DrillOutcome, DrillMoment> part) {
    return record.drill(REPAIR, KILL_REVIVE).stream()
        .map(
            one -> {
              DrillMoment then = part.apply(one);
              return String.format(
                  Locale.ROOT,
                  "our proxy in repair: %d found nothing, %d an older value, %d failed, of %s reads;"
                      + " %d keys lost at the end",
                  then.missing(),
                  then.stale(),
                  then.readErrors(),
                  Digits.whole(then.reads()),
                  one.readBack().missing());
            })
        .toList();
  }

  private DrillMoment away(DrillOutcome one) {
    long killed = one.first(DrillMark.Kind.AWAY, 0);
    long revived = one.first(DrillMark.Kind.BACK, one.durationMillis());
    return one.between(killed + SETTLED_MILLIS, revived, record.settings().momentMillis());
  }

  private DrillMoment back(DrillOutcome one) {
    long revived = one.first(DrillMark.Kind.BACK, one.durationMillis());
    return one.between(revived, Long.MAX_VALUE / 2, record.settings().momentMillis());
  }

  private JudgedClaim replicating() {
    List<JudgedPart> parts = new ArrayList<>();
    for (DrillLag lag : record.lags()) {
      parts.add(
          part(
              (lag.waits() ? "writes with WAIT 1" : "writes") + " that were seen on the replica",
              counted(lag.found(), lag.writes())
                  + ", half of them within "
                  + Digits.significant(lag.visibleP50Nanos() / 1e3)
                  + " µs, the slowest after "
                  + Digits.significant(lag.visibleMaxNanos() / 1e3)
                  + " µs",
              "all",
              lag.found() == lag.writes()));
    }
    List<String> beside =
        record.lags().stream()
            .map(
                lag ->
                    (lag.waits() ? "with WAIT 1 " : "without ")
                        + counted(lag.foundAtOnce(), lag.writes())
                        + " were there at the first look after the answer")
            .toList();
    return claim("C15", parts, beside, "");
  }

  private JudgedClaim agreeing() {
    List<JudgedPart> parts = new ArrayList<>();
    for (DrillAgreement one : record.agreements()) {
      parts.add(
          part(
              one.writer() + " and " + one.reader() + ", servers given as " + one.list(),
              counted(one.alike(), one.keys()) + " keys on the same server",
              "all",
              one.alike() == one.keys()));
    }
    return claim(
        "C16",
        parts,
        List.of(),
        "ketama hashes the name of a server: given an address, XMemcached looks its name up and"
            + " hashes localhost/127.0.0.1:port where spymemcached hashes 127.0.0.1:port, so the same"
            + " list and hash are not enough");
  }

  private static JudgedPart part(String words, String numbers, String demanded, boolean holds) {
    return new JudgedPart(
        words, numbers, demanded, holds ? Standing.REPRODUCED : Standing.CONTRADICTED);
  }

  private static JudgedClaim claim(
      String id, List<JudgedPart> parts, List<String> beside, String why) {
    String text =
        ReportClaims.all().stream()
            .filter(one -> one.id().equals(id))
            .map(ClaimSpec::claim)
            .findFirst()
            .orElseThrow();
    Standing standing = Standing.together(parts.stream().map(JudgedPart::standing).toList());
    return new JudgedClaim(
        id, text, standing, parts, beside, standing == Standing.CONTRADICTED ? why : "");
  }

  private static String counted(int count, int of) {
    return Digits.whole(count) + " of " + Digits.whole(of);
  }

  private static String percent(double share) {
    return Digits.fixed(100 * share, 1) + " %";
  }
}
