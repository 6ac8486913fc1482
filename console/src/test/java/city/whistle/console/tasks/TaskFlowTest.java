package city.whistle.console.tasks;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What somebody of the sub-district does with his task, on the engine. */
@ConsoleTest
class TaskFlowTest {

  private static final String STREET = "110102012";

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired Timeline timeline;
  @Autowired JdbcClient jdbc;

  private Person handler;
  private String number;
  private long key;

  @BeforeEach
  void openCase() throws Exception {
    handler = people.with(Role.HANDLER, STREET);
    number = cases.openIn(STREET, "路灯不亮");
    key = cases.task(number, "SignCase");
  }

  @Test
  void listsTheTasksOfHisUnit() throws Exception {
    mvc.perform(get("/tasks").with(as(handler)))
        .andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString(number), containsString("路灯不亮"))));
  }

  @Test
  void listsNothingOfAnotherUnit() throws Exception {
    mvc.perform(get("/tasks").with(as(people.with(Role.HANDLER, "110102001"))))
        .andExpect(content().string(not(containsString(number))));
  }

  @Test
  void listsOneStepAlone() throws Exception {
    mvc.perform(get("/tasks?kind=ContactResident").with(as(handler)))
        .andExpect(content().string(not(containsString(number))));
    mvc.perform(get("/tasks?kind=SignCase").with(as(handler)))
        .andExpect(content().string(containsString(number)));
  }

  @Test
  void hidesTheTaskFromAnotherUnit() throws Exception {
    Person stranger = people.with(Role.HANDLER, "110102001");
    mvc.perform(get("/tasks/{key}", key).with(as(stranger))).andExpect(status().isNotFound());
    complete(stranger, "{}").andExpect(status().isNotFound());
  }

  @Test
  void showsTheFormWithTheCaseBeside() throws Exception {
    mvc.perform(get("/tasks/{key}", key).with(as(handler)))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("<task-form schema=\"{"),
                        containsString("/cases/" + number))));
  }

  @Test
  void completesInThePersonsName() throws Exception {
    complete(handler, "{}").andExpect(redirectedUrl("/tasks/" + key + "/done"));

    TimelineEntry last = newestLine();
    assertThat(last.what()).isEqualTo("SignCase");
    assertThat(last.who()).isEqualTo(handler.id());
  }

  @Test
  void showsWhatIsTrueAfterwards() throws Exception {
    complete(handler, "{}");
    cases.task(number, "ContactResident");

    mvc.perform(get("/tasks/{key}/done", key).with(as(handler)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("联系诉求人")));
  }

  @Test
  void saysAfterARedirectWhatIsWrongAndLosesNothing() throws Exception {
    complete(handler, "{\"bogus\": \"kept all the same\"}")
        .andExpect(redirectedUrl("/tasks/" + key + "?refused=yes"));

    mvc.perform(get("/tasks/{key}?refused=yes", key).with(as(handler)))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("<li>提交的内容里有本表单没有的项目"),
                        containsString("kept all the same"))));
  }

  @Test
  void offersNothingToSendBeforeTheFormIsThere() throws Exception {
    mvc.perform(get("/tasks/{key}", key).with(as(handler)))
        .andExpect(content().string(containsString("<div class=\"do\" data-send hidden>")));
  }

  @Test
  void bringsADraftBack() throws Exception {
    keep("{\"note\": \"begun\"}").andExpect(status().isNoContent());

    mvc.perform(get("/tasks/{key}", key).with(as(handler)))
        .andExpect(content().string(containsString("begun")));
  }

  @Test
  void sealsDrafts() throws Exception {
    keep("{\"note\": \"begun\"}");

    byte[] sealed =
        jdbc.sql("select sealed from console.draft where task_key = ?")
            .param(key)
            .query(byte[].class)
            .single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("begun");
  }

  @Test
  void takesATaskForWhoBeginsIt() throws Exception {
    keep("{\"note\": \"begun\"}");

    Person colleague = people.with(Role.HANDLER, STREET);
    mvc.perform(get("/tasks").with(as(colleague)))
        .andExpect(content().string(containsString(handler.name() + " 已领取")));
    mvc.perform(get("/tasks?mine").with(as(handler)))
        .andExpect(content().string(containsString(number)));
    complete(colleague, "{}").andExpect(redirectedUrl("/tasks/" + key));
  }

  @Test
  void takesOverWithAReasonThatTheTimelineKeeps() throws Exception {
    keep("{\"note\": \"begun\"}");
    Person colleague = people.with(Role.HANDLER, STREET);

    take(colleague, "").andExpect(redirectedUrl("/tasks/" + key + "?reason=missing#take"));
    take(colleague, "同事请假").andExpect(redirectedUrl("/tasks/" + key));

    TimelineEntry last = newestLine();
    assertThat(last.what()).isEqualTo("TaskTakenOver");
    assertThat(last.why()).isEqualTo("同事请假");
    assertThat(last.details()).contains(handler.id(), "SignCase");
    complete(colleague, "{}").andExpect(redirectedUrl("/tasks/" + key + "/done"));
  }

  @Test
  void tellsTheSecondOfTwoThatItIsDone() throws Exception {
    complete(handler, "{}");

    Person colleague = people.with(Role.HANDLER, STREET);
    complete(colleague, "{}").andExpect(redirectedUrl("/tasks/" + key + "/done"));
    mvc.perform(get("/tasks/{key}/done", key).with(as(colleague)))
        .andExpect(content().string(containsString("签收工单：已完成")));
  }

  private ResultActions complete(Person person, String values) throws Exception {
    return mvc.perform(
        post("/tasks/{key}/complete", key).param("values", values).with(as(person)).with(csrf()));
  }

  private ResultActions take(Person person, String reason) throws Exception {
    return mvc.perform(
        post("/tasks/{key}/take", key).param("reason", reason).with(as(person)).with(csrf()));
  }

  private ResultActions keep(String values) throws Exception {
    return mvc.perform(
        post("/tasks/{key}/draft", key)
            .contentType("text/plain;charset=UTF-8")
            .content(values)
            .with(as(handler))
            .with(csrf()));
  }

  private TimelineEntry newestLine() {
    return timeline.newest(files.byNumber(number).orElseThrow().id(), Integer.MAX_VALUE, 1).get(0);
  }
}
