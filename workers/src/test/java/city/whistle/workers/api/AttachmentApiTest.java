package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.photo.Photos;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** Photos of a case: how they are taken, and when they are gone. */
class AttachmentApiTest extends AttachmentTest {

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
}
