// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.MariaDbTables;
import cachemark.server.ServerException;
import cachemark.server.ServerKind;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.util.Iterator;
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
    Iterator<String> answers = List.of(run(engine, image, question).split(SPLIT, -1)).iterator();
    String path = answers.next().strip();
    String version = next(answers).strip();
    String tables = next(answers);
    String rows = next(answers);
    return new ImageProgram(
        Optional.of(path).filter(found -> !found.isEmpty()),
        version,
        tables.isBlank() ? "" : MariaDbTables.script(tables, rows));
  }

  private static String next(Iterator<String> answers) {
    return answers.hasNext() ? answers.next() : "";
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
              .withAttachStdout(true)
              .withHostConfig(
                  HostConfig.newHostConfig().withNetworkMode("none").withCapDrop(Capability.ALL))
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
      if (!id.isEmpty()) {
        client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
      }
    }
  }
}
