package city.whistle.workers.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DocumentReferenceResponse;
import io.camunda.client.api.response.UserTaskProperties;
import io.camunda.client.api.search.enums.JobKind;
import io.camunda.client.api.search.enums.ListenerEventType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A job as an engine would hand it out. Each has an element instance of its own; {@link #again()}
 * is the same job once more.
 */
public record TestJob(
    String type,
    String elementId,
    long processInstanceKey,
    long elementInstanceKey,
    Map<String, Object> values,
    Map<String, String> headers,
    String assignee,
    int retries)
    implements ActivatedJob {

  private static final AtomicLong KEYS = new AtomicLong(2251799813685248L);
  public static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  public static TestJob of(String type, Map<String, Object> values) {
    return new TestJob(
        type, "Element", KEYS.incrementAndGet(), KEYS.incrementAndGet(), values, Map.of(), null, 3);
  }

  public TestJob header(String name, String value) {
    return new TestJob(
        type,
        elementId,
        processInstanceKey,
        elementInstanceKey,
        values,
        Map.of(name, value),
        assignee,
        retries);
  }

  public TestJob completing(String userTask, String by) {
    return new TestJob(
        type, userTask, processInstanceKey, elementInstanceKey, values, headers, by, retries);
  }

  public TestJob lastTry() {
    return new TestJob(
        type, elementId, processInstanceKey, elementInstanceKey, values, headers, assignee, 1);
  }

  public TestJob again() {
    return this;
  }

  public TestJob in(long processInstance) {
    return new TestJob(
        type, elementId, processInstance, elementInstanceKey, values, headers, assignee, retries);
  }

  @Override
  public long getKey() {
    return elementInstanceKey + 1;
  }

  @Override
  public String getType() {
    return type;
  }

  @Override
  public long getProcessInstanceKey() {
    return processInstanceKey;
  }

  @Override
  public String getBpmnProcessId() {
    return "process";
  }

  @Override
  public int getProcessDefinitionVersion() {
    return 1;
  }

  @Override
  public long getProcessDefinitionKey() {
    return 1;
  }

  @Override
  public String getElementId() {
    return elementId;
  }

  @Override
  public long getElementInstanceKey() {
    return elementInstanceKey;
  }

  @Override
  public Map<String, String> getCustomHeaders() {
    return headers;
  }

  @Override
  public String getWorker() {
    return "test";
  }

  @Override
  public int getRetries() {
    return retries;
  }

  @Override
  public long getDeadline() {
    return Long.MAX_VALUE;
  }

  @Override
  public String getVariables() {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public Map<String, Object> getVariablesAsMap() {
    return values;
  }

  @Override
  public <T> T getVariablesAsType(Class<T> type) {
    return JSON.convertValue(values, type);
  }

  @Override
  public Object getVariable(String name) {
    return values.get(name);
  }

  @Override
  public UserTaskProperties getUserTask() {
    return assignee == null ? null : new Task(assignee);
  }

  @Override
  public JobKind getKind() {
    return assignee == null ? JobKind.BPMN_ELEMENT : JobKind.TASK_LISTENER;
  }

  @Override
  public ListenerEventType getListenerEventType() {
    return assignee == null ? null : ListenerEventType.COMPLETING;
  }

  @Override
  public String toJson() {
    return getVariables();
  }

  @Override
  public String getTenantId() {
    return "<default>";
  }

  @Override
  public List<DocumentReferenceResponse> getDocumentReferences(String name) {
    return List.of();
  }

  @Override
  public Set<String> getTags() {
    return Set.of();
  }

  private record Task(String assignee) implements UserTaskProperties {

    @Override
    public String getAction() {
      return "complete";
    }

    @Override
    public String getAssignee() {
      return assignee;
    }

    @Override
    public List<String> getCandidateGroups() {
      return List.of();
    }

    @Override
    public List<String> getCandidateUsers() {
      return List.of();
    }

    @Override
    public List<String> getChangedAttributes() {
      return List.of();
    }

    @Override
    public OffsetDateTime getDueDate() {
      return null;
    }

    @Override
    public OffsetDateTime getFollowUpDate() {
      return null;
    }

    @Override
    public Long getFormKey() {
      return null;
    }

    @Override
    public Integer getPriority() {
      return 50;
    }

    @Override
    public Long getUserTaskKey() {
      return 1L;
    }
  }
}
