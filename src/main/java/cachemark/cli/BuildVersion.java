// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import picocli.CommandLine.IVersionProvider;

/** The version the jar was built as. */
final class BuildVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"cachemark " + (version == null ? "(not from a jar)" : version)};
  }
}
