package city.whistle.engine.management;

import city.whistle.engine.job.JobPolls;
import city.whistle.engine.loop.ClusterStatus;
import city.whistle.engine.loop.Engine;
import com.linecorp.armeria.common.HttpResponse;
import java.util.Map;

/** Deletes everything; answers when it is gone. */
final class Purge {

  private final Engine engine;
  private final JobPolls polls;
  private final ClusterStatus status;

  Purge(Engine engine, JobPolls polls, ClusterStatus status) {
    this.engine = engine;
    this.polls = polls;
    this.status = status;
  }

  HttpResponse run() {
    long change = status.begin();
    polls.endAll();
    return Answers.of(
        engine
            .purge()
            .thenApply(
                gone -> {
                  status.complete(change);
                  return Map.of("changeId", change);
                }));
  }
}
