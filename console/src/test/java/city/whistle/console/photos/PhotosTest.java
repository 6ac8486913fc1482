package city.whistle.console.photos;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.attachment.Attachments;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.photo.PhotoPlaces;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Photos of those who work on a case. */
@ConsoleTest
class PhotosTest {

  private static final String BOUNDARY = "------whistle";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired Attachments attachments;
  @Autowired Timeline timeline;

  private Cookie session = new Cookie("whistle", "none");
  private Person handler;
  private String number;
  private UUID caseId;

  @BeforeEach
  void openCase() throws Exception {
    handler = people.with(Role.HANDLER);
    number = cases.open("路灯不亮");
    caseId = files.byNumber(number).orElseThrow().id();
    cases.task(number, "SignCase");
  }

  @Test
  void keepsASidewaysPhotoUprightWithoutWhereItWasTaken() throws Exception {
    add(handler, Map.of("灯.jpg", Photos.sideways(300, 200)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("灯.jpg: 已添加")));

    give("核对现场");
    byte[] shown =
        photo(handler).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
    assertThat(new String(shown, StandardCharsets.ISO_8859_1))
        .doesNotContain(Photos.SECRET, "Exif");
    assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getHeight()).isEqualTo(300);
  }

  @Test
  void saysWhoAddedIt() throws Exception {
    add(handler, Map.of("a.jpg", Photos.jpeg(30, 20)));

    TimelineEntry last = timeline.newest(caseId, Integer.MAX_VALUE, 1).get(0);
    assertThat(last.what()).isEqualTo("PhotoAdded");
    assertThat(last.who()).isEqualTo(handler.id());
  }

  @Test
  void keepsTheOthersWhereOneFails() throws Exception {
    add(
            handler,
            Map.of(
                "notes.txt", "<html>".getBytes(StandardCharsets.UTF_8),
                "huge.jpg", new byte[PhotoPlaces.BYTES_MAX + 1],
                "good.jpg", Photos.jpeg(30, 20)))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("notes.txt: 不是 JPEG 或 PNG"),
                        containsString("huge.jpg: 超过 10 MB"),
                        containsString("good.jpg: 已添加"))));
    assertThat(attachments.of(caseId)).hasSize(1);
  }

  @Test
  void takesTheSamePhotoOnce() throws Exception {
    add(handler, Map.of("a.jpg", Photos.jpeg(30, 20)));
    add(handler, Map.of("again.jpg", Photos.jpeg(30, 20))).andExpect(status().isOk());

    assertThat(attachments.of(caseId)).hasSize(1);
  }

  @Test
  void takesTenAndNoMore() throws Exception {
    for (int i = 1; i <= Attachments.PER_CASE_MAX; i++) {
      add(handler, Map.of("a.jpg", Photos.jpeg(30, 20 + i))).andExpect(status().isOk());
    }
    add(handler, Map.of("a.jpg", Photos.jpeg(30, 19)))
        .andExpect(content().string(containsString("已有十张")));
  }

  @Test
  void opensNoPhotoBeforeTheReasonIsGivenAndLogsEachLook() throws Exception {
    add(handler, Map.of("a.jpg", Photos.jpeg(30, 20)));
    photo(handler).andExpect(status().isForbidden());

    give("");
    photo(handler).andExpect(status().isForbidden());

    give("核对现场");
    photo(handler).andExpect(status().isOk());
    TimelineEntry last = timeline.newest(caseId, Integer.MAX_VALUE, 1).get(0);
    assertThat(last.what()).isEqualTo("ResidentRevealed");
    assertThat(last.why()).isEqualTo("核对现场");
  }

  @Test
  void isNotThereForAnotherUnit() throws Exception {
    add(handler, Map.of("a.jpg", Photos.jpeg(30, 20)));
    Person stranger = people.with(Role.HANDLER, "110102001");

    mvc.perform(get("/cases/{number}/photos", number).with(as(stranger)))
        .andExpect(status().isNotFound());
    photo(stranger).andExpect(status().isNotFound());
    add(stranger, Map.of("b.jpg", Photos.jpeg(30, 21))).andExpect(status().isNotFound());
  }

  @Test
  void saysThatNothingWasChosen() throws Exception {
    add(handler, Map.of())
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("请先选择照片")));
  }

  private ResultActions photo(Person person) throws Exception {
    UUID id = attachments.of(caseId).get(0).id();
    return mvc.perform(
        get("/cases/{number}/photos/{id}", number, id).cookie(session).with(as(person)));
  }

  private void give(String reason) throws Exception {
    ResultActions answer =
        mvc.perform(
            post("/cases/{number}/photos/look", number)
                .param("reason", reason)
                .cookie(session)
                .with(as(handler))
                .with(csrf()));
    answer.andExpect(
        reason.isEmpty()
            ? status().isUnprocessableEntity()
            : redirectedUrl("/cases/" + number + "/photos"));
    session =
        Optional.ofNullable(answer.andReturn().getResponse().getCookie("whistle")).orElse(session);
  }

  private ResultActions add(Person person, Map<String, byte[]> photos) throws Exception {
    return mvc.perform(
        post("/cases/{number}/photos", number)
            .contentType("multipart/form-data; boundary=" + BOUNDARY)
            .content(form(photos))
            .cookie(session)
            .with(as(person))
            .with(csrf()));
  }

  private static byte[] form(Map<String, byte[]> photos) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> photo : photos.entrySet()) {
      out.write(
          ("--%s\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"%s\"\r\n\r\n"
                  .formatted(BOUNDARY, photo.getKey()))
              .getBytes(StandardCharsets.UTF_8));
      out.write(photo.getValue());
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
