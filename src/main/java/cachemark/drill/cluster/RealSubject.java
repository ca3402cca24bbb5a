// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.drill.Subject;
import cachemark.server.RunningServer;
import cachemark.store.Endpoint;
import java.util.List;

/** A subject of real servers. */
public interface RealSubject extends Subject {
  /** Where each of its servers is found, in the order of the layout. */
  List<Endpoint> addresses();

  /** Everything that was started for it, in the order of the layout, what stands before it last. */
  List<RunningServer> servers();

  /** The version that one of them says it is of, or that its program says. */
  String version(RunningServer server);
}
