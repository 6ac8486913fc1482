package city.whistle.workers;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.whistle.workers.answer.ShownTask;
import city.whistle.workers.answer.ShownTasks;
import city.whistle.workers.casefile.OpenTasks;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.model.ModelEngine;
import city.whistle.workers.model.ModelFile;
import city.whistle.workers.outbox.EngineCall;
import city.whistle.workers.outbox.EngineCalls;
import city.whistle.workers.stuck.EngineView;
import city.whistle.workers.stuck.UnanswerableForms;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Stands for the engine: remembers each call by its id, or refuses to answer. */
public class RecordingEngine
    implements EngineCalls, OpenTasks, EngineView, ModelEngine, ShownTasks {

  private static final OffsetDateTime SINCE = OffsetDateTime.parse("2026-03-27T10:00:00+08:00");

  private static final ObjectMapper JSON = TestJob.JSON;

  private final Map<String, EngineCall> calls = new ConcurrentHashMap<>();
  private final Map<Long, OffsetDateTime> ended = new ConcurrentHashMap<>();
  private final Set<Long> hindered = ConcurrentHashMap.newKeySet();
  private final Set<Long> retried = ConcurrentHashMap.newKeySet();
  private volatile boolean up = true;
  private volatile List<ModelFile> deployed = List.of();

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
  public Optional<List<OpenTask>> of(long processInstanceKey) {
    return up ? Optional.of(List.of(new OpenTask("SignCase", "签收"))) : Optional.empty();
  }

  /** The instance has ended, as far as the engine knows. */
  public void end(long processInstanceKey, OffsetDateTime at) {
    ended.put(processInstanceKey, at);
  }

  /** The instance can't go on. */
  public void retry(long processInstanceKey) {
    retried.add(processInstanceKey);
  }

  public void hinder(long processInstanceKey) {
    hindered.add(processInstanceKey);
  }

  @Override
  public Map<Long, Instances> instances(Collection<Long> roots) {
    if (!up) {
      throw new EngineAway(new IllegalStateException("the engine is down"));
    }
    return roots.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                key -> key,
                key ->
                    new Instances(
                        ended.get(key),
                        Set.of(),
                        List.of(key),
                        hindered.contains(key) ? List.of(key) : List.of())));
  }

  @Override
  public List<Long> hindered(int max) {
    if (!up) {
      throw new EngineAway(new IllegalStateException("the engine is down"));
    }
    return hindered.stream().limit(max).toList();
  }

  @Override
  public List<Obstacle> obstacles(Instances instances) {
    return List.of(new Obstacle("RegisterCase", "JOB_NO_RETRIES", SINCE));
  }

  @Override
  public Map<Long, Obstacle> showing(Collection<UnanswerableForms.Shown> forms) {
    return Map.of();
  }

  @Override
  public List<Obstacle> retried(Instances instances) {
    return instances.running().stream()
        .filter(retried::contains)
        .map(key -> new Obstacle("RegisterCase", "JOB_RETRIED", null))
        .toList();
  }

  @Override
  public Optional<NewerModels> newerModels(long processInstanceKey) {
    return Optional.empty();
  }

  @Override
  public List<List<Wait>> waits(List<Instances> many) {
    Wait wait =
        new Wait("签收", "SignCase", List.of("street:110102009"), null, SINCE, SINCE.plusHours(1));
    return many.stream().map(one -> List.of(wait)).toList();
  }

  @Override
  public List<Deployed> deploy(List<ModelFile> files) {
    if (files.stream().anyMatch(file -> new String(file.content(), UTF_8).contains("\"REFUSE\""))) {
      throw new Refused("the engine says no");
    }
    deployed = files;
    return files.stream().map(file -> new Deployed("process", file.name(), 1)).toList();
  }

  /** Its forms ask for nothing. */
  @Override
  public ShownTask of(ActivatedJob listener) {
    return new ShownTask(
        JSON.createObjectNode(), JSON.convertValue(listener.getVariablesAsMap(), ObjectNode.class));
  }

  /** The set that was deployed last. */
  public List<ModelFile> deployed() {
    return deployed;
  }
}
