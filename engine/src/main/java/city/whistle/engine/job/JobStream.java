package city.whistle.engine.job;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.JobsActivated;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker that is sent jobs as they come, until it or the engine ends it. */
public final class JobStream implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobStream.class);

  private final JobDispatcher dispatcher;
  private final JobSink sink;
  private final Consumer<JobStream> onClose;
  private final Taker taker;
  private volatile boolean closed;

  JobStream(
      JobDispatcher dispatcher, ActivateJobs request, JobSink sink, Consumer<JobStream> onClose) {
    this.dispatcher = dispatcher;
    this.sink = sink;
    this.onClose = onClose;
    this.taker = new StreamTaker(request);
  }

  /** The sink became ready, again or for the first time. */
  public void ready() {
    dispatcher.join(taker);
  }

  /** Sends no more jobs: the worker hung up. */
  @Override
  public void close() {
    closed = true;
    onClose.accept(this);
    dispatcher.leave(taker);
  }

  void end() {
    close();
    sink.end();
  }

  private final class StreamTaker implements Taker {

    private final ActivateJobs request;

    StreamTaker(ActivateJobs request) {
      this.request = request;
    }

    @Override
    public ActivateJobs request() {
      return request;
    }

    @Override
    public boolean mayWait() {
      return true;
    }

    @Override
    public boolean isAway() {
      return closed || !sink.isReady();
    }

    @Override
    public boolean take(JobsActivated jobs) {
      try {
        return !closed && sink.send(jobs);
      } catch (RuntimeException e) {
        LOG.error("A stream of {} jobs can't be written to and ends", request.type(), e);
        end();
        return false;
      }
    }

    @Override
    public void foundNothing() {
      // It waits.
    }

    @Override
    public void fail(Throwable reason) {
      // It stays: the dispatcher asks for it again after a pause.
    }
  }
}
