// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy.net;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/** How sockets are waited for: by Linux's own epoll where it can be had, else as Java does it. */
enum Transport {
  EPOLL,
  NIO;

  /** The better one of those that this machine has. */
  static Transport best() {
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  /** One thread that waits. */
  EventLoopGroup group() {
    return new MultiThreadIoEventLoopGroup(
        1,
        new DefaultThreadFactory("proxy", true),
        this == EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  }

  Class<? extends SocketChannel> socket() {
    return this == EPOLL ? EpollSocketChannel.class : NioSocketChannel.class;
  }

  Class<? extends ServerSocketChannel> serverSocket() {
    return this == EPOLL ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }
}
