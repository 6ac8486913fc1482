package city.whistle.workers.matter;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTestApplication;
import city.whistle.workers.casefile.CaseFile;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Cases of one matter, and dispatchers who merge and part them over the API. */
final class MergeScene {

  private final Registry registry;
  private final MockMvc http;

  MergeScene(Registry registry, MockMvc http) {
    this.registry = registry;
    this.http = http;
  }

  CaseFile opened() {
    return registry.opened();
  }

  CaseFile dispatched() {
    return registry.dispatched();
  }

  ResultActions merge(CaseFile follower, CaseFile leader) throws Exception {
    return send(
        follower,
        "merge",
        "{\"into\": \"%s\", \"officer\": \"dispatcher-1\", \"reason\": \"同一处停电\"}"
            .formatted(leader.number()));
  }

  ResultActions part(CaseFile follower) throws Exception {
    return send(follower, "part", "{\"officer\": \"dispatcher-1\", \"reason\": \"不是一处\"}");
  }

  private ResultActions send(CaseFile file, String what, String body) throws Exception {
    return http.perform(
        MockMvcRequestBuilders.post("/api/cases/{number}/{what}", file.number(), what)
            .header("X-API-Key", RegistryTestApplication.API_KEY)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }
}
