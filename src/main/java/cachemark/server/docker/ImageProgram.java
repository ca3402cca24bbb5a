// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.MariaDbTables;
import cachemark.server.ServerException;
import cachemark.server.ServerKind;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an image has to serve with, found out by asking it.
 *
 * @param path the program of the wanted kind, or empty where the image has another that speaks the
 *     same protocol
 * @param version what the program says its version is
 * @param systemTables of a MariaDB, the script that makes them
 */
record ImageProgram(Optional<String> path, String version, String systemTables) {
  private static final String SPLIT = "-- cachemark: next --";
  private static final int ANSWERS = 4;

  /**
   * Asks the image called {@code image}, which is there: for the program, its version and, where it
   * is MariaDB, its two scripts.
   */
  static ImageProgram ask(DockerEngine engine, ServerKind kind, String image) {
    String question =
        String.format(
            Locale.ROOT,
            """
            for name in %1$s; do program=$(command -v $name) && break; done
            echo "$program"
            echo '%2$s'
            [ -n "$program" ] && "$program" %3$s --version
            echo '%2$s'
            for part in system_tables system_tables_data; do
              for start in /usr/share/mysql/mariadb_ /usr/share/mariadb/mariadb_ \
                  /usr/share/mysql/mysql_ /usr/share/mariadb/mysql_; do
                if [ -r $start$part.sql ]; then cat $start$part.sql; break; fi
              done
              echo '%2$s'
            done
            """,
            String.join(" ", kind.programs()),
            SPLIT,
            kind == ServerKind.MYSQL ? "--no-defaults" : "");
    List<String> answers = List.of(run(engine, image, question).split(SPLIT, -1));
    if (answers.size() <= ANSWERS) { // else a program would seem not to be there
      throw new ServerException(
          "the image " + image + " was asked for its server and ended before it had answered");
    }
    String path = answers.get(0).strip();
    String version = answers.get(1).strip();
    String tables = answers.get(2);
    String rows = answers.get(3);
    return new ImageProgram(
        Optional.of(path).filter(found -> !found.isEmpty()),
        version,
        tables.isBlank() ? "" : MariaDbTables.script(tables, rows));
  }

  private static String run(DockerEngine engine, String image, String script) {
    DockerClient client = engine.client();
    String id = "";
    try (ContainerOutput output = new ContainerOutput()) {
      id =
          client
              .createContainerCmd(image)
              .withEntrypoint("sh", "-c", script)
              .withCmd(List.of())
              .withUser(Container.NOBODY)
              .withLabels(Owner.labels())
              .withAttachStdout(true)
              .withHostConfig(
                  HostConfig.newHostConfig()
                      .withNetworkMode("none")
                      .withCapDrop(Capability.ALL)
                      .withAutoRemove(true)) // whatever becomes of us
              .exec()
              .getId();
      client
          .attachContainerCmd(id)
          .withStdOut(true)
          .withFollowStream(true)
          .exec(output)
          .awaitStarted();
      client.startContainerCmd(id).exec();
      output.awaitCompletion();
      return output.text();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while asking the image " + image, e);
    } catch (Exception e) {
      throw new ServerException(
          "the image "
              + image
              + " cannot be asked for its server, which takes a shell in it: "
              + Words.of(e),
          e);
    } finally {
      engine.discard(id);
    }
  }
}
