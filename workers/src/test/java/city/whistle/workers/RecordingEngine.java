package city.whistle.workers;

import city.whistle.workers.casefile.OpenTasks;
import city.whistle.workers.outbox.EngineCall;
import city.whistle.workers.outbox.EngineCalls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for the engine: remembers each call by its id, or refuses to answer. */
public class RecordingEngine implements EngineCalls, OpenTasks {

  private final Map<String, EngineCall> calls = new ConcurrentHashMap<>();
  private volatile boolean up = true;

  public void goDown() {
    up = false;
  }

  public void comeUp() {
    up = true;
  }

  public List<EngineCall> calls() {
    return List.copyOf(calls.values());
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public void make(String id, EngineCall call) {
    if (!up) {
      throw new IllegalStateException("the engine is down");
    }
    calls.put(id, call);
  }

  @Override
  public Optional<List<String>> of(long processInstanceKey) {
    return up ? Optional.of(List.of("签收")) : Optional.empty();
  }
}
