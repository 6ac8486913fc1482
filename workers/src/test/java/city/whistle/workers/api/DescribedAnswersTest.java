package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.photo.Photos;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What the API answers is what its description says, field by field. */
@RegistryTest
class DescribedAnswersTest {

  private static final String WHO = "\"officer\": \"agent-7\", \"reason\": \"到期回访\"";

  @Autowired private MockMvc api;
  @Autowired private Registry registry;
  @Autowired private Description description;
  @Autowired private ArchiveCaseWorker archive;
  @Autowired private ObjectMapper json;

  @Test
  void opensCasesAsDescribed() throws Exception {
    String body = CaseApiTest.body(UUID.randomUUID().toString());

    expect(201, "post", "/api/cases", "/api/cases", body);
    expect(200, "post", "/api/cases", "/api/cases", body);
    expect(409, "post", "/api/cases", "/api/cases", body.replace("供电", "供水"));
    expect(422, "post", "/api/cases", "/api/cases", "{}");
    expect(400, "post", "/api/cases", "/api/cases", "{");
  }

  @Test
  void showsACaseAsDescribedAtEachStage() throws Exception {
    expectCase(registry.opened(), "");
    expectCase(registry.dispatched(), "");
    expectCase(closed(), "");
    expect(404, "get", "/api/cases/{number}", "/api/cases/none", null);
  }

  @Test
  void showsTimelineListAndUnitsAsDescribed() throws Exception {
    CaseFile file = closed();

    expectCase(file, "/timeline");
    expect(200, "get", "/api/cases", "/api/cases?limit=3", null);
    expect(422, "get", "/api/cases", "/api/cases?limit=0", null);
    expect(200, "get", "/api/cases", "/api/cases?limit=3&stuck=overdue,nobody,waiting", null);
    expect(200, "get", "/api/units", "/api/units", null);
    expect(200, "get", "/api/differences", "/api/differences", null);
    expect(200, "get", "/api/health", "/api/health", null);
  }

  @Test
  void listsMessagesAsDescribed() throws Exception {
    registry.dispatched();

    expect(200, "get", "/api/notifications", "/api/notifications?state=waiting&limit=1", null);
    expect(422, "get", "/api/notifications", "/api/notifications?state=lost", null);
  }

  @Test
  void takesWishesAsDescribed() throws Exception {
    CaseFile file = registry.dispatched();

    expect(202, "post", "/api/cases/{number}/urge", path(file, "/urge"), "{}");
    expect(409, "post", "/api/cases/{number}/urge", path(closed(), "/urge"), "{}");
  }

  @Test
  void showsAndDestroysResidentsDataAsDescribed() throws Exception {
    CaseFile file = closed();
    String reveal = "/api/cases/{number}/resident/reveal";
    String erase = "/api/cases/{number}/resident/erase";
    String who = "{" + WHO + "}";

    expect(200, "post", reveal, path(file, "/resident/reveal"), who);
    expect(
        403,
        "post",
        reveal,
        path(file, "/resident/reveal"),
        "{" + WHO + ", \"unitCode\": \"traffic\"}");
    expectCase(file, "/resident/reveals");
    expect(409, "post", erase, path(registry.opened(), "/resident/erase"), who);
    expect(200, "post", erase, path(file, "/resident/erase"), who);
    expect(410, "post", reveal, path(file, "/resident/reveal"), who);
  }

  @Test
  void listsPhotosAsDescribed() throws Exception {
    CaseFile file = registry.opened();
    api.perform(
        request(HttpMethod.PUT, path(file, "/attachments/5b1f4c7e-0d6a-4e0b-9a51-3c8d2f7a9e10"))
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.IMAGE_JPEG)
            .content(Photos.jpeg(20, 20)));

    expectCase(file, "/attachments");
  }

  @Test
  void blowsWhistlesAndAdmitsClientsAsDescribed() throws Exception {
    String whistle =
        """
        {"kind": "emergency", "streetCode": "110102009", "reason": "路面塌陷",
         "place": "展览路", "units": ["xicheng-power"]}\
        """;

    expect(201, "post", "/api/whistles", "/api/whistles", whistle);
    expect(
        200,
        "put",
        "/api/clients/{id}",
        "/api/clients/described",
        "{\"name\": \"x\", \"scopes\": [\"read\"], \"unitCode\": \"110102009\"}");
    expect(200, "get", "/api/clients", "/api/clients", null);
    expect(204, "delete", "/api/clients/{id}", "/api/clients/described", null);
    expect(404, "post", "/api/callbacks/{token}", "/api/callbacks/none", "{}");
  }

  private CaseFile closed() {
    CaseFile file = registry.dispatched();
    archive.archiveCase(
        TestJob.of(
            "case.archive",
            Map.of(
                "caseId", file.id(),
                "verdict", "close",
                "answer",
                    Map.of(
                        "answered",
                        true,
                        "contacted",
                        true,
                        "settled",
                        "settled",
                        "satisfied",
                        "satisfied"))));
    return file;
  }

  private static String path(CaseFile file, String more) {
    return "/api/cases/" + file.number() + more;
  }

  private void expectCase(CaseFile file, String more) throws Exception {
    expect(200, "get", "/api/cases/{number}" + more, path(file, more), null);
  }

  private void expect(int status, String verb, String described, String path, String body)
      throws Exception {
    var call =
        request(HttpMethod.valueOf(verb.toUpperCase(Locale.ROOT)), path)
            .header("X-API-Key", CaseApiTest.KEY);
    if (body != null) {
      call.contentType(MediaType.APPLICATION_JSON).content(body);
    }
    MockHttpServletResponse answer = api.perform(call).andReturn().getResponse();
    String text = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(text).isEqualTo(status);
    JsonNode told =
        description.resolved(
            description
                .document()
                .at(
                    "/paths/"
                        + described.replace("/", "~1")
                        + "/"
                        + verb
                        + "/responses/"
                        + status));
    assertThat(told.isMissingNode()).as("%s %s has %d", verb, described, status).isFalse();
    if (!told.has("content")) {
      assertThat(text).isEmpty();
      return;
    }
    String type = told.get("content").fieldNames().next();
    assertThat(answer.getContentType()).startsWith(type);
    assertThat(
            new Schemas(description.document())
                .problems(
                    told.at("/content/" + type.replace("/", "~1") + "/schema"),
                    json.readTree(text)))
        .as(text)
        .isEmpty();
  }
}
