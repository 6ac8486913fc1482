package city.whistle.workers.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.job.TestJob;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What tests do that ask for a resident's data. */
@RegistryTest
abstract class ResidentTest {

  static final String OWNER = "110102009";
  static final int TIMES_AN_HOUR = 60;

  @Autowired MockMvc api;
  @Autowired Registry registry;
  @Autowired ApiClients clients;
  @Autowired SteppedClock clock;
  @Autowired ArchiveCaseWorker archive;

  CaseFile confidential() {
    return registry.dispatched(body -> body.put("confidential", true));
  }

  CaseFile closed() {
    CaseFile file = registry.dispatched();
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));
    return file;
  }

  ResultActions reveal(CaseFile file, String more) throws Exception {
    return send(file, "/resident/reveal", asked(more));
  }

  ResultActions erase(CaseFile file) throws Exception {
    return send(file, "/resident/erase", asked(""));
  }

  ResultActions reveals(CaseFile file, String query) throws Exception {
    return api.perform(
        get("/api/cases/" + file.number() + "/resident/reveals" + query)
            .header("X-API-Key", CaseApiTest.KEY));
  }

  static String asked(String more) {
    return "{\"officer\": \"agent-7\", \"reason\": \"回访\"" + more + "}";
  }

  ResultActions send(CaseFile file, String path, String body) throws Exception {
    return api.perform(request(file, path, CaseApiTest.KEY, body));
  }

  static MockHttpServletRequestBuilder request(
      CaseFile file, String path, String key, String body) {
    return post("/api/cases/" + file.number() + path)
        .header("X-API-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  String admit(EnumSet<Scope> scopes, String unit) {
    String key = ApiClients.newKey();
    clients.admit(new ApiClient(UUID.randomUUID().toString(), "test", scopes, unit), key);
    return key;
  }
}
