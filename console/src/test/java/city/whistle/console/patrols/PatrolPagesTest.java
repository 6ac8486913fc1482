package city.whistle.console.patrols;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.lane.Post;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.PatrolFilter;
import city.whistle.workers.patrol.PatrolPhotos;
import city.whistle.workers.patrol.PatrolState;
import city.whistle.workers.patrol.Patrols;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The form of a patrol as a phone sends it, and what is shown of it. */
@ConsoleTest
class PatrolPagesTest {

  private static final String LANE = "baiwanzhuang-north";
  private static final String BOUNDARY = "------whistle";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired LanePosts posts;
  @Autowired Patrols patrols;
  @Autowired PatrolPhotos photos;
  @Autowired CityTime time;

  private Person steward;

  @BeforeEach
  void haveASteward() {
    steward = people.with(Role.STEWARD);
    posts.appoint(LANE, Post.STEWARD, steward.id(), time.today());
  }

  @Test
  void takesAFormOnceHoweverOftenItIsSent() throws Exception {
    String what = "井盖松动" + UUID.randomUUID();
    Map<String, String> form = form(steward, what);

    send(steward, form, 2).andExpect(status().is3xxRedirection());
    send(steward, form, 2).andExpect(status().is3xxRedirection());

    List<Patrol> found = found(what);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).state()).isEqualTo(PatrolState.REPORTED);
    assertThat(found.get(0).proposal()).isEqualTo("case");
    assertThat(photos.of(found.get(0).id())).as("each photo once").hasSize(2);
  }

  @Test
  void takesAWalkOnWhichNothingWasFound() throws Exception {
    Map<String, String> form = form(steward, "");
    form.put("disorder", "none");

    send(steward, form, 0).andExpect(status().is3xxRedirection());
  }

  @Test
  void saysWhatIsWrongAtEachField() throws Exception {
    Map<String, String> form = form(steward, "");
    form.remove("disorder");
    send(steward, form, 0)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("disorder-problem")));
    form.put("disorder", "road");
    send(steward, form, 1).andExpect(content().string(containsString("what-problem")));
    form.put("walkedAt", time.now().minusDays(30).toInstant().toString());
    send(steward, form, 0).andExpect(content().string(containsString("超过了可以补报的天数")));
  }

  /** A device may have kept it for another, or another may have signed in meanwhile. */
  @Test
  void takesNoFormThatWasMadeForSomebodyElse() throws Exception {
    String what = "别人的表" + UUID.randomUUID();
    Person other = people.with(Role.STEWARD);
    posts.appoint(LANE, Post.STEWARD, other.id(), time.today());

    send(other, form(steward, what), 0).andExpect(status().isUnprocessableEntity());

    assertThat(found(what)).isEmpty();
  }

  @Test
  void takesNoneOfALaneThatIsNotOnesOwn() throws Exception {
    Map<String, String> form = form(steward, "不是自己的街巷");
    form.put("lane", "juer");

    send(steward, form, 0)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("lane-problem")));
  }

  @Test
  void showsPhotosToWhoMayKnowOfThePatrol() throws Exception {
    String what = "照片" + UUID.randomUUID();
    send(steward, form(steward, what), 1);
    Patrol patrol = found(what).get(0);
    String path =
        "/patrols/%s/photos/%s"
            .formatted(patrol.number(), photos.of(patrol.id()).get(0).about().id());

    show(steward, "/patrols/" + patrol.number()).andExpect(content().string(containsString(path)));
    show(steward, path).andExpect(content().contentType("image/jpeg"));
    show(people.with(Role.LEAD), path).andExpect(status().isOk());
    show(people.with(Role.STEWARD), path).andExpect(status().isNotFound());
    show(people.with(Role.LEAD, "110102001"), path).andExpect(status().isNotFound());
  }

  @Test
  void keepsNobodysNameOnWhatADeviceShowsWithoutANetwork() throws Exception {
    show(steward, "/patrols/offline")
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    not(
                        anyOf(
                            containsString(steward.id()),
                            containsString(steward.name()),
                            containsString("_csrf")))));
  }

  private List<Patrol> found(String what) {
    return patrols
        .list(new PatrolFilter(null, List.of(LANE), null, null, null, null, null, 500))
        .stream()
        .filter(patrol -> what.equals(patrol.what()))
        .toList();
  }

  private static Map<String, String> form(Person person, String what) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_person", person.id());
    form.put("ticket", UUID.randomUUID().toString());
    form.put("lane", LANE);
    form.put("rhythm", "walk");
    form.put("disorder", "road");
    form.put("what", what);
    form.put("place", "21号门前");
    form.put("proposal", "case");
    return form;
  }

  private ResultActions show(Person person, String path) throws Exception {
    return mvc.perform(get(path).with(as(person)));
  }

  private ResultActions send(Person person, Map<String, String> form, int files) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : form.entrySet()) {
      part(
          body,
          "name=\"" + field.getKey() + "\"",
          field.getValue().getBytes(StandardCharsets.UTF_8));
    }
    for (int i = 1; i <= files; i++) {
      part(body, "name=\"photosBefore\"; filename=\"a.jpg\"", jpeg(30 + i));
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return mvc.perform(
        post("/patrols/new")
            .with(as(person))
            .with(csrf())
            .contentType("multipart/form-data; boundary=" + BOUNDARY)
            .content(body.toByteArray()));
  }

  private static void part(ByteArrayOutputStream body, String head, byte[] content) {
    body.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] jpeg(int width) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 20, BufferedImage.TYPE_INT_RGB), "jpg", out);
    return out.toByteArray();
  }
}
