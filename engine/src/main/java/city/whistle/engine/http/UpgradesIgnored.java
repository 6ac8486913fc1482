package city.whistle.engine.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Lets a connection that began in HTTP/1.1 stay there, although the client offers to go on in
 * HTTP/2, as the JDK's own does with its first request. A server may ignore the offer (RFC 9110,
 * 7.8), and HTTP/2 itself has dropped it (RFC 9113, 3.1).
 *
 * <p>Armeria takes it, but then counts the request that came with it as unfinished and cancels its
 * stream right behind the answer. A client that has not read the answer by then loses it, as that
 * of JDK 25 does; and that of JDK 17 waits in vain where a large content was answered before its
 * end.
 *
 * <p>Armeria puts its decoders into the pipeline when it has seen a connection's first four bytes.
 * So these go ahead alone, and what strips the offer takes its place before the rest arrives.
 */
final class UpgradesIgnored extends ChannelInboundHandlerAdapter {

  private static final int TELLING_BYTES = 4;

  private int passed;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    int ahead = Math.min(TELLING_BYTES - passed, bytes.readableBytes());
    passed += ahead;
    context.fireChannelRead(bytes.readRetainedSlice(ahead));
    if (passed == TELLING_BYTES) {
      makeWay(context.pipeline());
    }
    context.fireChannelRead(bytes);
  }

  private void makeWay(ChannelPipeline pipeline) {
    ChannelHandlerContext http1 = pipeline.context(CombinedChannelDuplexHandler.class);
    if (http1 != null) {
      pipeline.addAfter(http1.name(), null, new OfferStripped());
    }
    pipeline.remove(this);
  }

  private static final class OfferStripped extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest request) {
        request.headers().remove(HttpHeaderNames.UPGRADE);
      }
      context.fireChannelRead(message);
    }
  }
}
