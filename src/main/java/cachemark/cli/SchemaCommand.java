// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.PlanSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code schema}: what editors need to complete and check a plan while it is written. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Print the JSON schema of plan files, for editors.",
    footer = {
      "",
      "Editors with a YAML language server (VS Code, Neovim, IntelliJ, Emacs...) then",
      "complete keys and values and underline what is wrong. Once:",
      "  java -jar benchmarks.jar schema > plan.schema.json",
      "and as the first line of each plan beside it:",
      "  # yaml-language-server: $schema=plan.schema.json",
      "",
      "What a plan comes to, and its faults by line, without an editor:",
      "  java -jar benchmarks.jar run --plan my-plan.yaml --dry-run"
    })
final class SchemaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().print(PlanSchema.text());
    spec.commandLine().getOut().flush();
  }
}
