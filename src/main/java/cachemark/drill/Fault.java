// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

/** What is done to a server. */
public enum Fault {
  /** Its process ends at once, by SIGKILL; all it held is gone. */
  KILL("killed"),
  /** It is started again on the same port, empty. */
  REVIVE("revived empty"),
  /** Nothing passes between it and its clients any more, and nobody is told. */
  CUT("cut off"),
  /** Its connections are reset and new ones are refused; it runs on. */
  RESET("reset"),
  /** It can be reached again, with the memory it had. */
  HEAL("reachable again"),
  /** Its process is stopped by SIGSTOP; its kernel goes on to take what is sent to it. */
  STOP("stopped"),
  /** It goes on by SIGCONT, and first does what was sent to it meanwhile. */
  CONTINUE("continued");

  private final String label;

  Fault(String label) {
    this.label = label;
  }

  /** What has become of the server, in a word or two. */
  public String label() {
    return label;
  }

  /** Whether it takes a server away. */
  public boolean takesAway() {
    return this == KILL || this == CUT || this == RESET || this == STOP;
  }

  /** Whether something has to stand between the server and its clients for it. */
  public boolean needsRelay() {
    return this == CUT || this == RESET || this == HEAL;
  }

  /** What brings a server back that this has taken away. */
  public Fault undoing() {
    return switch (this) {
      case KILL -> REVIVE;
      case CUT, RESET -> HEAL;
      case STOP -> CONTINUE;
      default -> throw new IllegalArgumentException(this + " takes nothing away");
    };
  }
}
