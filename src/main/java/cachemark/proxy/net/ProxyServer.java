// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy.net;

import cachemark.proxy.Proxy;
import cachemark.proxy.ProxyConfig;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A running proxy: it listens, on one thread of its own. Safe for use by several threads. */
public final class ProxyServer implements AutoCloseable {
  private static final int BACKLOG = 1_024;
  private static final long START_SECONDS = 30;
  private static final long DRAIN_MILLIS = 3_000;
  private static final long DRAIN_STEP_MILLIS = 10;
  private static final WriteBufferWaterMark UNSENT =
      new WriteBufferWaterMark(128 * 1024, 512 * 1024);

  private final Transport transport = Transport.best();
  private final EventLoopGroup group;
  private final EventLoop loop;
  private final Proxy proxy;
  private final CompletableFuture<List<String>> started = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final AtomicBoolean isClosed = new AtomicBoolean();
  private final Channel listening;

  /**
   * Connects to all servers of {@code config}, then listens.
   *
   * @param host the address to listen at
   * @param port the port to listen at, or 0 for any that is free
   * @param log gets a sentence when the state of a server changes, on the proxy's thread
   * @throws ProxyException if a server cannot be used, or the address not be listened at
   */
  public static ProxyServer start(ProxyConfig config, String host, int port, Consumer<String> log) {
    return new ProxyServer(config, host, port, log);
  }

  private ProxyServer(ProxyConfig config, String host, int port, Consumer<String> log) {
    group = transport.group();
    loop = group.next();
    boolean isUp = false;
    try {
      List<String> servers = new ArrayList<>(config.primaries());
      servers.addAll(config.backups());
      NettyDialer dialer = new NettyDialer(loop, transport, servers, ended::completeExceptionally);
      proxy = new Proxy(config, new NettyReactor(loop), dialer, log, started::complete);
      loop.execute(proxy::start);
      awaitServers();
      listening = listen(new InetSocketAddress(host, port));
      isUp = true;
    } finally {
      if (!isUp) {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
      }
    }
  }

  private void awaitServers() {
    try {
      List<String> problems = started.get(START_SECONDS, TimeUnit.SECONDS);
      if (!problems.isEmpty()) {
        throw new ProxyException("cannot use " + String.join("; ", problems));
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new ProxyException("the servers do not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProxyException("interrupted while connecting to the servers", e);
    }
  }

  private Channel listen(InetSocketAddress address) {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(group)
            .channel(transport.serverSocket())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNSENT)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new NettyWire(proxy.client(), ended::completeExceptionally));
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new ProxyException(
          "cannot listen at "
              + address.getHostString()
              + ":"
              + address.getPort()
              + ": "
              + bound.cause().getMessage());
    }
    return bound.channel();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  /**
   * Waits until it is closed.
   *
   * @throws RuntimeException if it went wrong
   */
  public void await() {
    try {
      ended.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Accepts no more, answers what is under way for a few seconds at the most, and ends. */
  @Override
  public void close() {
    if (isClosed.getAndSet(true)) {
      return;
    }
    listening.close().awaitUninterruptibly();
    loop.execute(proxy::endClients);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
    while (clients() > 0 && System.nanoTime() < deadline) {
      pause();
    }
    loop.submit(proxy::end).awaitUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    ended.complete(null);
  }

  private int clients() {
    return loop.submit(proxy::clients).awaitUninterruptibly().getNow();
  }

  private static void pause() {
    try {
      Thread.sleep(DRAIN_STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
