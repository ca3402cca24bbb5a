// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy.net;

import cachemark.proxy.Dialer;
import cachemark.proxy.Receiver;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Connects to servers, whose addresses are looked up once, at the start. */
final class NettyDialer implements Dialer {
  private static final int CONNECT_TIMEOUT_MILLIS = 1_000;
  private static final WriteBufferWaterMark UNSENT = new WriteBufferWaterMark(1 << 20, 4 << 20);

  private final EventLoop loop;
  private final Transport transport;
  private final Consumer<Throwable> fatal;
  private final Map<String, InetSocketAddress> addresses = new HashMap<>();

  NettyDialer(
      EventLoop loop, Transport transport, List<String> servers, Consumer<Throwable> fatal) {
    this.loop = loop;
    this.transport = transport;
    this.fatal = fatal;
    servers.forEach(server -> addresses.put(server, address(server)));
  }

  /** The address of {@code host:port}. */
  static InetSocketAddress address(String server) {
    int colon = server.lastIndexOf(':');
    int port = Integer.parseInt(server.substring(colon + 1));
    InetSocketAddress address = new InetSocketAddress(server.substring(0, colon), port);
    if (address.isUnresolved()) {
      throw new ProxyException("host \"" + server.substring(0, colon) + "\" is not known here");
    }
    return address;
  }

  @Override
  public void dial(String server, Receiver receiver) {
    ChannelFuture connected =
        new Bootstrap()
            .group(loop)
            .channel(transport.socket())
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.WRITE_BUFFER_WATER_MARK, UNSENT)
            .handler(new NettyWire(receiver, fatal))
            .connect(addresses.get(server));
    connected.addListener(
        done -> {
          if (!done.isSuccess()) {
            loop.execute(() -> receiver.closed(reason(done.cause())));
          }
        });
  }

  /** Without the address, which whoever says it says too, and without the call that failed. */
  private static String reason(Throwable cause) {
    Throwable inner = cause.getCause() == null ? cause : cause.getCause();
    String text = String.valueOf(inner.getMessage());
    boolean late = text.startsWith("connection timed out");
    return late ? "it cannot be reached" : text.substring(text.lastIndexOf(": ") + 1).strip();
  }
}
