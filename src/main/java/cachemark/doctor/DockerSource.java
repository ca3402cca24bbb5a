// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.server.ServerException;
import cachemark.server.ServerKind;
import cachemark.server.docker.DockerEngine;
import cachemark.server.docker.Images;
import java.util.ArrayList;
import java.util.List;

/** Containers: whether an engine answers, and which of the images need not be pulled. */
final class DockerSource implements Source {
  private static final String NAME = "docker";

  @Override
  public Offer look() {
    DockerEngine engine;
    try {
      engine = DockerEngine.find();
    } catch (ServerException e) {
      return new Offer(
          NAME, false, List.of(Finding.note("docker.engine", "docker: " + e.getMessage())));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("docker.engine", "docker: " + engine.version()));
    for (ServerKind kind : ServerKind.values()) {
      findings.add(image(engine, kind, Images.OFFICIAL.of(kind)));
    }
    boolean complete = findings.stream().allMatch(finding -> finding.mark() == Mark.OK);
    return new Offer(NAME, complete, findings);
  }

  private static Finding image(DockerEngine engine, ServerKind kind, String image) {
    String id = "docker." + kind.id();
    try {
      return engine.has(image)
          ? Finding.ok(id, "docker: image " + image)
          : Finding.note(
              id, "docker: no image " + image + " here; a run pulls it, or: docker pull " + image);
    } catch (ServerException e) {
      return Finding.note(id, "docker: " + e.getMessage());
    }
  }
}
