package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.photo.Photos;
import city.whistle.workers.timeline.TimelineEntry;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Photos of a case: how they are taken, who sees them, and when they are gone. */
@RegistryTest
class AttachmentApiTest {

  private static final String OWNER = "110102009";
  private static final byte[] PHOTO = Photos.withExif(Photos.noise(600, 400), 6);

  /** Larger than a chunk when it is kept. */
  private static final byte[] LARGE = Photos.noise(900, 700);

  @Autowired private MockMvc api;
  @Autowired private Registry registry;
  @Autowired private ApiClients clients;
  @Autowired private ArchiveCaseWorker archive;
  @Autowired private JdbcClient jdbc;

  @Test
  void takesAPhoto() throws Exception {
    CaseFile file = registry.opened();
    UUID id = UUID.randomUUID();

    send(file, id, PHOTO)
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", path(file) + "/" + id))
        .andExpect(jsonPath("$.id").value(id.toString()))
        .andExpect(jsonPath("$.width").value(400))
        .andExpect(jsonPath("$.height").value(600));
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("PhotoAdded");
  }

  @Test
  void takesTheSamePhotoOnceHoweverOftenItIsSent() throws Exception {
    CaseFile file = registry.opened();
    UUID id = UUID.randomUUID();
    String first = send(file, id, PHOTO).andReturn().getResponse().getContentAsString();

    send(file, id, PHOTO).andExpect(status().isOk()).andExpect(content().json(first));

    assertThat(registry.steps(file.id())).containsOnlyOnce("PhotoAdded");
  }

  @Test
  void takesAPhotoOnceThatComesTwiceInTheSameMoment() throws Exception {
    CaseFile file = registry.opened();
    UUID id = UUID.randomUUID();
    Callable<Integer> sending = () -> send(file, id, PHOTO).andReturn().getResponse().getStatus();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Set<Integer> answers = new TreeSet<>();
      for (Future<Integer> answer : two.invokeAll(List.of(sending, sending))) {
        answers.add(answer.get());
      }

      assertThat(answers).containsExactly(200, 201);
    } finally {
      two.shutdown();
    }
    assertThat(registry.steps(file.id())).containsOnlyOnce("PhotoAdded");
  }

  @Test
  void takesNoOtherPhotoUnderAnIdThatIsUsed() throws Exception {
    CaseFile file = registry.opened();
    UUID id = UUID.randomUUID();
    send(file, id, PHOTO);

    send(file, id, Photos.jpeg(600, 400))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("choose a new id")));
  }

  @Test
  void takesTenAndNoMore() throws Exception {
    CaseFile file = registry.opened();
    byte[] photo = Photos.jpeg(20, 20);
    for (int i = 0; i < 10; i++) {
      send(file, UUID.randomUUID(), photo).andExpect(status().isCreated());
    }

    send(file, UUID.randomUUID(), photo)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("at most 10")));
    list(file).andExpect(jsonPath("$", hasSize(10)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', image/jpeg, 415, empty",
    "%PDF-1.7, image/jpeg, 415, no photo",
    "%PDF-1.7, application/pdf, 415, ''",
    "x=1, application/x-www-form-urlencoded, 415, ''",
    "{}, application/json, 415, ''",
    "GIF89a, image/gif, 415, GIF",
  })
  void saysWhatItTakesInstead(String body, String type, int status, String said) throws Exception {
    api.perform(
            put(path(registry.opened()) + "/" + UUID.randomUUID())
                .header("X-API-Key", CaseApiTest.KEY)
                .contentType(type)
                .content(body))
        .andExpect(status().is(status))
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detail", containsString(said)));
  }

  @Test
  void keepsNothingOfAPhotoThatIsWrong() throws Exception {
    CaseFile file = registry.opened();

    send(file, UUID.randomUUID(), Arrays.copyOf(PHOTO, PHOTO.length / 2))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.detail", containsString("cut off")));

    list(file).andExpect(jsonPath("$", hasSize(0)));
    assertThat(registry.steps(file.id())).doesNotContain("PhotoAdded");
  }

  @Test
  void refusesWhatIsTooLargeBeforeItReadsIt() throws Exception {
    send(registry.opened(), UUID.randomUUID(), new byte[PhotoBodies.BYTES_MAX + 1])
        .andExpect(status().isPayloadTooLarge());
  }

  @ParameterizedTest
  @ValueSource(strings = {"IMG_1234.jpg", "1", "wang-13800000000"})
  void takesNoIdThatCouldSaySomething(String id) throws Exception {
    api.perform(
            put(path(registry.opened()) + "/" + id)
                .header("X-API-Key", CaseApiTest.KEY)
                .contentType(MediaType.IMAGE_JPEG)
                .content(PHOTO))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains("id")));
  }

  @Test
  void takesNoneForACaseThatIsOver() throws Exception {
    CaseFile file = registry.dispatched();
    UUID before = UUID.randomUUID();
    send(file, before, PHOTO);
    close(file);

    send(file, UUID.randomUUID(), PHOTO)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("is over")));
    send(file, before, PHOTO).andExpect(status().isOk());
  }

  @Test
  void losesThemWithTheResidentsData() throws Exception {
    CaseFile file = registry.dispatched();
    UUID id = UUID.randomUUID();
    send(file, id, PHOTO);
    close(file);
    api.perform(
        post("/api/cases/" + file.number() + "/resident/erase")
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"officer\": \"agent-7\", \"reason\": \"本人申请\"}"));

    send(file, id, PHOTO).andExpect(status().isGone());
    list(file).andExpect(status().isGone());
    look(file, id, CaseApiTest.KEY, null).andExpect(status().isGone());
    assertThat(
            registry.count(
                "select count(*) from registry.attachment_chunk where case_id = ?", file.id()))
        .isZero();
  }

  @Test
  void doesNotKnowACaseThatIsNone() throws Exception {
    api.perform(
            put("/api/cases/20000101-000000/attachments/" + UUID.randomUUID())
                .header("X-API-Key", CaseApiTest.KEY)
                .contentType(MediaType.IMAGE_JPEG)
                .content(PHOTO))
        .andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @CsvSource({
    // whose system, and what it may: add, list, look
    ", 403, 200, 200",
    "110102009, 403, 200, 200",
    "110102, 403, 200, 403",
    "110102011, 404, 404, 403",
  })
  void holdsItsRights(String unit, int add, int list, int look) throws Exception {
    CaseFile file = registry.dispatched();
    UUID id = UUID.randomUUID();
    send(file, id, PHOTO);
    String key = admit(EnumSet.of(Scope.INTAKE, Scope.READ, Scope.REVEAL), unit);

    api.perform(
            put(path(file) + "/" + UUID.randomUUID())
                .header("X-API-Key", key)
                .contentType(MediaType.IMAGE_JPEG)
                .content(PHOTO))
        .andExpect(status().is(add));
    api.perform(get(path(file)).header("X-API-Key", key)).andExpect(status().is(list));
    look(file, id, key, null).andExpect(status().is(look));
  }

  @ParameterizedTest
  @CsvSource({"PUT, intake", "GET, reveal"})
  void needsItsScope(String verb, String scope) throws Exception {
    CaseFile file = registry.opened();
    String key = admit(EnumSet.complementOf(EnumSet.of(Scope.of(scope).orElseThrow())), null);

    var call = verb.equals("PUT") ? put(path(file) + "/1") : get(path(file) + "/1");
    api.perform(call.header("X-API-Key", key).contentType(MediaType.IMAGE_JPEG))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.scope").value(scope));
  }

  @Test
  void hidesItFromTheOwnerOfAConfidentialCase() throws Exception {
    CaseFile file = registry.dispatched(body -> body.put("confidential", true));
    UUID id = UUID.randomUUID();
    send(file, id, PHOTO);

    look(file, id, CaseApiTest.KEY, OWNER)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.rule").value("confidential"));
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("RevealRefused");
  }

  @Test
  void showsThePhotoAndWritesDownWhoLooked() throws Exception {
    CaseFile file = registry.opened();
    UUID id = UUID.randomUUID();
    send(file, id, LARGE);

    byte[] shown =
        look(file, id, CaseApiTest.KEY, null)
            .andExpect(status().isOk())
            .andExpect(content().contentType(MediaType.IMAGE_JPEG))
            .andExpect(header().string("Cache-Control", "no-store"))
            .andExpect(header().string("X-Content-Type-Options", "nosniff"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();

    assertThat(shown.length).isGreaterThan(2 * 128 * 1024);
    assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(900);
    TimelineEntry line = registry.lastLine(file.id());
    assertThat(line.what()).isEqualTo("ResidentRevealed");
    assertThat(line.why()).isEqualTo("核对现场");
    assertThat(
            registry.count(
                "select count(*) from registry.vault_access where case_id = ? and part = ? and found",
                file.id(),
                "photo:" + id))
        .isOne();
  }

  @Test
  void countsThePhotosOfACaseThatOnePersonLooksAtOnce() throws Exception {
    CaseFile file = registry.opened();
    UUID id = UUID.randomUUID();
    send(file, id, Photos.jpeg(20, 20));
    String key = admit(EnumSet.of(Scope.REVEAL), null);

    for (int i = 0; i < 61; i++) {
      look(file, id, key, null).andExpect(status().isOk());
    }
  }

  @Test
  void showsNothingToNobodyForNoReason() throws Exception {
    CaseFile file = registry.opened();

    api.perform(
            get(path(file) + "/" + UUID.randomUUID())
                .header("X-API-Key", CaseApiTest.KEY)
                .header("X-Reason", "%ZZ"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains("X-Reason", "X-Officer")));
  }

  @Test
  void doesNotKnowAPhotoThatIsNone() throws Exception {
    CaseFile file = registry.opened();

    look(file, UUID.randomUUID(), CaseApiTest.KEY, null).andExpect(status().isNotFound());
    list(file).andExpect(status().isOk()).andExpect(jsonPath("$", hasSize(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from registry.attachment_chunk where case_id = ? and position = 1",
        "update registry.attachment_chunk set ciphertext = set_byte(ciphertext, 40, 1 # get_byte(ciphertext, 40)) where case_id = ? and position = 1",
        "update registry.attachment_chunk c set ciphertext = o.ciphertext from registry.attachment_chunk o where c.case_id = ? and c.position = 1 and o.case_id = c.case_id and o.position = 2",
      })
  void showsNothingOfAPhotoThatSomebodyChanged(String change) throws Exception {
    CaseFile file = registry.opened();
    UUID id = UUID.randomUUID();
    send(file, id, LARGE);
    jdbc.sql(change).param(file.id()).update();

    look(file, id, CaseApiTest.KEY, null)
        .andExpect(status().isInternalServerError())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void leavesNothingOfItReadable() throws Exception {
    CaseFile file = registry.opened();
    send(file, UUID.randomUUID(), PHOTO);

    long readable =
        registry.count(
            """
            select count(*) from registry.attachment_chunk
            where case_id = ? and (position('\\xffd8ff'::bytea in ciphertext) = 1
              or position(convert_to(?, 'UTF8') in ciphertext) > 0)""",
            file.id(),
            Photos.SECRET);

    assertThat(readable).isZero();
    assertThat(registry.everythingOutsideTheVault()).doesNotContain(Photos.SECRET);
  }

  private void close(CaseFile file) {
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));
  }

  private ResultActions send(CaseFile file, UUID id, byte[] photo) throws Exception {
    return api.perform(
        put(path(file) + "/" + id)
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.IMAGE_JPEG)
            .content(photo));
  }

  private ResultActions list(CaseFile file) throws Exception {
    return api.perform(get(path(file)).header("X-API-Key", CaseApiTest.KEY));
  }

  private ResultActions look(CaseFile file, UUID id, String key, String unit) throws Exception {
    var call =
        get(path(file) + "/" + id)
            .header("X-API-Key", key)
            .header("X-Officer", "agent-7")
            .header("X-Reason", URLEncoder.encode("核对现场", StandardCharsets.UTF_8));
    return api.perform(unit == null ? call : call.header("X-Unit-Code", unit));
  }

  private static String path(CaseFile file) {
    return "/api/cases/" + file.number() + "/attachments";
  }

  private String admit(EnumSet<Scope> scopes, String unit) {
    String key = ApiClients.newKey();
    clients.admit(new ApiClient(UUID.randomUUID().toString(), "test", scopes, unit), key);
    return key;
  }
}
