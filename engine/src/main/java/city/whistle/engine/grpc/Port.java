package city.whistle.engine.grpc;

import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The port and its threads, which tell what was accepted before anything is read of it. */
final class Port implements AutoCloseable {

  private final Connections connections;
  private final EventLoopGroup accepting = group("engine-grpc-accept", 1);
  private final EventLoopGroup serving = group("engine-grpc", 0);

  Port(Connections connections) {
    this.connections = connections;
  }

  private static EventLoopGroup group(String name, int threads) {
    return new NioEventLoopGroup(threads, new DefaultThreadFactory(name, true));
  }

  NettyServerBuilder server(InetSocketAddress address) {
    return NettyServerBuilder.forAddress(address)
        .channelFactory(this::listening)
        .bossEventLoopGroup(accepting)
        .workerEventLoopGroup(serving);
  }

  private NioServerSocketChannel listening() {
    NioServerSocketChannel socket = new NioServerSocketChannel();
    socket.pipeline().addLast(new Accepted());
    return socket;
  }

  /** Ends the threads; the server is closed by then. */
  @Override
  public void close() {
    accepting.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    serving.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  private final class Accepted extends ChannelInboundHandlerAdapter {

    /** Behind those who give it a thread: only then can it be closed. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
      context.fireChannelRead(connection);
      connections.opened((Channel) connection);
    }
  }
}
