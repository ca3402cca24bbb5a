// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.report.figure.Axis;
import cachemark.store.Command;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The operations that the report names, as rows of a chart. */
final class CommandRows {
  static final String PARAMETER = "command";
  static final Axis AXIS = axis();

  private CommandRows() {}

  private static Axis axis() {
    List<Command> commands = List.of(Command.values());
    return new Axis(
        "Operation",
        "",
        commands.stream().map(command -> command.name().replace('_', ' ')).toList(),
        IntStream.range(0, commands.size()).boxed().toList(),
        commands.stream().map(CommandRows::group).toList());
  }

  private static String group(Command command) {
    return switch (command) {
      case GET, SET, ADD, REPLACE, DELETE, INCR, TOUCH, MULTIGET, DELETE_WITH_TIME -> "Strings";
      case SADD, SREM, SCARD, SISMEMBER, SINTER, SMEMBERS -> "Sets";
      case LPUSH, RPUSH, LLEN, LRANGE, LTRIM, LINDEX, LSET, LPOP, RPOP -> "Lists";
    };
  }

  /** The row of a cell, or -1 where it has none. */
  static int of(Cell cell) {
    String command = cell.param(PARAMETER);
    return Arrays.stream(Command.values()).map(Command::name).toList().indexOf(command);
  }
}
