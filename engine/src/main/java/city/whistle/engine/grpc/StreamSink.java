package city.whistle.engine.grpc;

import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.job.JobSink;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.List;
import java.util.function.Consumer;

/**
 * A stream's end at the server. It is ready when nothing waits to be written and gRPC's flow
 * control says that the worker's connection still takes some.
 */
final class StreamSink implements JobSink {

  private final ServerCallStreamObserver<ActivatedJob> worker;
  private final Connection connection;
  private final Consumer<JobsActivated> giveBack;
  private volatile Runnable onWritten = () -> {};
  private volatile boolean writing;

  StreamSink(
      ServerCallStreamObserver<ActivatedJob> worker,
      Connection connection,
      Consumer<JobsActivated> giveBack) {
    this.worker = worker;
    this.connection = connection;
    this.giveBack = giveBack;
  }

  /** Runs each time when jobs were written and it can be ready for others. */
  void onWritten(Runnable action) {
    onWritten = action;
  }

  @Override
  public boolean isReady() {
    return !writing && worker.isReady() && !worker.isCancelled();
  }

  @Override
  public boolean send(JobsActivated jobs) {
    if (worker.isCancelled()) {
      return false;
    }
    List<ActivatedJob> messages = ActivatedJobs.of(jobs);
    writing = true;
    connection.afterReading(() -> write(jobs, messages));
    return true;
  }

  private void write(JobsActivated jobs, List<ActivatedJob> messages) {
    writing = false;
    if (worker.isCancelled()) {
      giveBack.accept(jobs);
    } else {
      messages.forEach(worker::onNext);
      onWritten.run();
    }
  }

  @Override
  public void end() {
    if (!worker.isCancelled()) {
      connection.afterReading(this::complete);
    }
  }

  private void complete() {
    if (!worker.isCancelled()) {
      worker.onCompleted();
    }
  }
}
