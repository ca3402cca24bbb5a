// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

/** Who waits for the reply to a request that a server was sent. One of both is called, once. */
interface Call {
  /** The server has answered; the reply is good for the time of the call only. */
  void answered(Server server, MetaReply.Code code, MetaReply reply);

  /** The server is away, and whether it did what it was asked is not known. */
  void failed(Server server);
}
