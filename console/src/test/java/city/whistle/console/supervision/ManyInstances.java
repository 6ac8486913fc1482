package city.whistle.console.supervision;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import city.whistle.console.account.Person;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What somebody does with the pages of one action on many instances. */
record ManyInstances(MockMvc mvc, BulkStore store, Person person) {

  /** A version in which one task follows another. */
  static void deploy(CamundaClient client, String process, String step, String next) {
    client
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess(process)
                .startEvent()
                .userTask(step)
                .name("Step " + step)
                .zeebeUserTask()
                .userTask(next)
                .name("Step " + next)
                .zeebeUserTask()
                .endEvent()
                .done(),
            process + ".bpmn")
        .send()
        .join();
  }

  ManyInstances by(Person other) {
    return new ManyInstances(mvc, store, other);
  }

  static MockHttpServletRequestBuilder chosen(
      String action, String process, int version, String element, long... keys) {
    MockHttpServletRequestBuilder request =
        post("/supervision/bulk/instances")
            .param("action", action)
            .param("process", process)
            .param("version", String.valueOf(version))
            .param("element", element);
    for (long key : keys) {
      request.param("instance", String.valueOf(key));
    }
    return request;
  }

  ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(as(person)).with(csrf()));
  }

  UUID choose(MockHttpServletRequestBuilder chosen) throws Exception {
    String path = send(chosen).andReturn().getResponse().getRedirectedUrl();
    assertThat(path).startsWith("/supervision/bulk/");
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  void migrateTo(UUID id, int version) throws Exception {
    send(post(at(id) + "/to").param("version", String.valueOf(version)));
  }

  void moveTo(UUID id, String step) throws Exception {
    send(post(at(id) + "/to").param("to", step));
  }

  MockHttpServletRequestBuilder start(UUID id, String reason) {
    return post(at(id))
        .param("reason", reason)
        .param("seal", store.find(id).orElseThrow().cohort().seal().toString());
  }

  /** Starts it and waits: of every item, what became of it. */
  List<State> outcomes(UUID id, String reason) throws Exception {
    send(start(id, reason));
    return outcomes(id);
  }

  List<State> outcomes(UUID id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> store.find(id).orElseThrow().ended() != null);
    return store.items(id, 1, 10).stream().map(Item::state).toList();
  }

  String page(UUID id) throws Exception {
    return content(at(id));
  }

  String content(String path) throws Exception {
    return content(get(path));
  }

  String content(MockHttpServletRequestBuilder page) throws Exception {
    return mvc.perform(page.with(as(person))).andReturn().getResponse().getContentAsString();
  }

  static String at(UUID id) {
    return "/supervision/bulk/" + id;
  }
}
