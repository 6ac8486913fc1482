package city.whistle.console;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Cases that the hotline opened, and their tasks at the engine. */
public class Cases {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MockMvc mvc;
  private final ObjectMapper json;
  private final CamundaClient client;

  Cases(MockMvc mvc, ObjectMapper json, CamundaClient client) {
    this.mvc = mvc;
    this.json = json;
    this.client = client;
  }

  /** Opens a complaint from the sub-district and returns its number. */
  public String open(String title) throws Exception {
    return open(title, Map.of());
  }

  /**
   * In a sub-district that a test has for itself alone, since a page of a list doesn't hold all
   * that others leave.
   */
  public String openIn(String street, String title) throws Exception {
    return open(
        title,
        Map.of("place", Map.of("districtCode", street.substring(0, 6), "streetCode", street)));
  }

  public String open(String title, Map<String, ?> more) throws Exception {
    Map<String, Object> body = new HashMap<>();
    body.put("externalId", UUID.randomUUID().toString());
    body.put("channel", "phone");
    body.put("kind", "complaint");
    body.put("categoryCode", "010204");
    body.put("title", title);
    body.put("content", "请解决");
    body.put("place", Map.of("districtCode", "110102", "streetCode", People.STREET));
    body.put("resident", Map.of("name", "李某某", "phone", "13800000000"));
    body.putAll(more);
    String answer =
        mvc.perform(
                post("/api/cases")
                    .header("X-API-Key", ConsoleTestApplication.API_KEY)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(json.writeValueAsString(body)))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    return json.readTree(answer).get("number").asText();
  }

  /** Waits for the open task of this step, of a case or a whistle, and returns its key. */
  public long task(String number, String step) {
    return task(number, step, filter -> {});
  }

  /** The same of one group, where several have such a task. */
  public long task(String number, String step, String group) {
    return task(number, step, filter -> filter.candidateGroup(group));
  }

  private long task(String number, String step, Consumer<UserTaskFilter> more) {
    return await("task " + step)
        .atMost(PATIENCE)
        .until(() -> open(number, step, more), found -> !found.isEmpty())
        .get(0)
        .getUserTaskKey();
  }

  private List<UserTask> open(String number, String step, Consumer<UserTaskFilter> more) {
    return client
        .newUserTaskSearchRequest()
        .filter(f -> more.accept(f.elementId(step).state(UserTaskState.CREATED)))
        // the newest are the case's: other tests left more open than a page holds
        .sort(s -> s.creationDate().desc())
        .send()
        .join()
        .items()
        .stream()
        .filter(task -> isOf(number, task))
        .toList();
  }

  private boolean isOf(String number, UserTask task) {
    return client
        .newVariableSearchRequest()
        .filter(
            f ->
                f.processInstanceKey(task.getProcessInstanceKey())
                    .name(name -> name.in("case", "whistle")))
        .send()
        .join()
        .items()
        .stream()
        .anyMatch(variable -> variable.getValue().contains(number));
  }
}
