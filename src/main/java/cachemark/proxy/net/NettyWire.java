// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy.net;

import cachemark.protocol.WireBuffer;
import cachemark.proxy.Receiver;
import cachemark.proxy.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection of Netty's, between it and its receiver. Used by the event loop only. */
final class NettyWire extends ChannelInboundHandlerAdapter implements Wire {
  private final Receiver receiver;
  private final Consumer<Throwable> fatal;
  private @Nullable Channel channel;
  private String reason = "it ended the connection";

  /**
   * A connection that does not stand yet.
   *
   * @param fatal gets what the receiver throws, which it never should
   */
  NettyWire(Receiver receiver, Consumer<Throwable> fatal) {
    this.receiver = receiver;
    this.fatal = fatal;
  }

  private Channel channel() {
    Channel mine = channel;
    if (mine == null) {
      throw new IllegalStateException("the connection does not stand yet");
    }
    return mine;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    receiver.connected(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    try {
      WireBuffer in = receiver.inbox();
      int length = bytes.readableBytes();
      in.reserve(length);
      bytes.readBytes(in.array(), in.end(), length);
      in.advance(length);
    } finally {
      bytes.release();
    }
    receiver.received();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      context.channel().eventLoop().execute(this::tellWritable);
    }
  }

  private void tellWritable() {
    if (channel().isActive()) {
      receiver.writable();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      receiver.ended();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    receiver.closed(reason);
  }

  /** What the network does is followed by the end of the connection where it has to be. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      reason = String.valueOf(cause.getMessage());
    } else {
      fatal.accept(cause);
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // nobody can wait for this one
  public void send(WireBuffer bytes) {
    Channel to = channel();
    int length = bytes.readable();
    if (length > 0) {
      ByteBuf out = to.alloc().directBuffer(length);
      out.writeBytes(bytes.array(), bytes.start(), length);
      bytes.clear();
      to.writeAndFlush(out, to.voidPromise());
    }
  }

  @Override
  public boolean isWritable() {
    return channel().isWritable();
  }

  @Override
  public long unsentBytes() {
    ChannelOutboundBuffer out = channel().unsafe().outboundBuffer();
    return out == null ? 0 : out.totalPendingWriteBytes();
  }

  @Override
  public void receive(boolean wanted) {
    channel().config().setAutoRead(wanted);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // where it fails, the connection ends
  public void endOutput() {
    ((DuplexChannel) channel()).shutdownOutput();
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // where it fails, the connection has ended
  public void close() {
    channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }
}
