package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.photo.Photos;
import city.whistle.workers.timeline.TimelineEntry;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos of a case: who sees them, and that nobody else does. */
class AttachmentLookApiTest extends AttachmentTest {

  private static final String OWNER = "110102009";

  /** Larger than a chunk when it is kept. */
  private static final byte[] LARGE = Photos.noise(900, 700);

  @Autowired private JdbcClient jdbc;

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
}
