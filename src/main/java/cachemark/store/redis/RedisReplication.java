// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.protocol.resp.RespReply;
import cachemark.protocol.resp.RespRequests;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import java.util.Optional;

/**
 * Who follows whom, asked and said over one thin connection to a Redis or a Sentinel. Not
 * thread-safe; failures throw {@link cachemark.store.StoreException}.
 */
public final class RedisReplication implements AutoCloseable {
  private final RedisSession session;

  /** Of the server that {@code endpoint} leads to, not yet connected. */
  public RedisReplication(Endpoint endpoint, Timeouts timeouts) {
    this.session = new RedisSession(Access.to(endpoint), timeouts);
  }

  /** Asks for a sign of life. */
  public void ping() {
    session.require(RespReply.SIMPLE, session.ask("PING"));
  }

  /** Lets the server follow {@code master}, whose data take the place of its own. */
  public void follow(Endpoint master) {
    session.require(
        RespReply.SIMPLE, session.ask("REPLICAOF", master.host(), Integer.toString(master.port())));
  }

  /** Lets the server follow nobody, with the data it has. */
  public void promote() {
    session.require(RespReply.SIMPLE, session.ask("REPLICAOF", "NO", "ONE"));
  }

  /** Whether the server follows a master whose data it has. */
  public boolean isInStep() {
    session.require(RespReply.BULK, session.ask("INFO", "replication"));
    String info = new String(session.last().value(), UTF_8);
    return info.contains("master_link_status:up") && info.contains("master_sync_in_progress:0");
  }

  /** Waits until so many replicas have the last write of this connection; returns how many do. */
  public long awaitReplicas(int replicas, long millis) {
    session.require(
        RespReply.INTEGER, session.ask("WAIT", Integer.toString(replicas), Long.toString(millis)));
    return session.last().number();
  }

  /** Writes a key to stay. */
  public void set(String key, byte[] value) {
    RespRequests.write(session.begin(), RespRequests.Write.SET, key, value, 0);
    session.send();
    session.ok();
  }

  /** Where a Sentinel says that a master is; empty if it knows none of that name. */
  public Optional<Endpoint> masterOf(String name) {
    RespReply reply = session.ask("SENTINEL", "GET-MASTER-ADDR-BY-NAME", name);
    if (reply != RespReply.ARRAY) {
      return Optional.empty();
    }
    String host = session.text();
    return Optional.of(new Endpoint(host, Integer.parseInt(session.text())));
  }

  @Override
  public void close() {
    session.close();
  }
}
