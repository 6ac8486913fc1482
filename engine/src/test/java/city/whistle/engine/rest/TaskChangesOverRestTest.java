package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.TaskChanges;
import city.whistle.engine.command.UpdateUserTask;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client says that it wants changed of a user task. */
class TaskChangesOverRestTest {

  @RegisterExtension private static final RestFixture fixture = new RestFixture();

  private static HttpResponse<String> update(String json) {
    return fixture.send("PATCH", "/v2/user-tasks/7", json);
  }

  private static TaskChanges changesOf(String changeset) {
    assertThat(update("{\"changeset\":" + changeset + ",\"action\":\"tidy\"}").statusCode())
        .isEqualTo(204);
    return ((UpdateUserTask) fixture.engine.lastCommand()).changes();
  }

  @Test
  void nullKeeps() {
    assertThat(
            changesOf(
                "{\"candidateGroups\":null,\"candidateUsers\":null,\"dueDate\":null,\"followUpDate\":null,\"priority\":null}"))
        .isEqualTo(TaskChanges.NONE);
    assertThat(changesOf("null")).isEqualTo(TaskChanges.NONE);
  }

  @Test
  void emptyClears() {
    assertThat(
            changesOf(
                "{\"candidateGroups\":[],\"candidateUsers\":[],\"dueDate\":\"\",\"followUpDate\":\"\"}"))
        .isEqualTo(new TaskChanges(null, List.of(), List.of(), "", "", null));
  }

  @Test
  void otherAttributesAreIgnored() {
    assertThat(changesOf("{\"priority\":7,\"assignee\":\"li\",\"colour\":{\"red\":1}}"))
        .isEqualTo(new TaskChanges(null, null, null, null, null, 7));
  }

  @Test
  void anUpdateOfNothingIsRefused() {
    assertThat(update("{\"changeset\":{\"priority\":null,\"colour\":1}}").statusCode())
        .isEqualTo(400);
    assertThat(update("{}").statusCode()).isEqualTo(400);
  }

  @Test
  void anAttributeOfAnotherTypeIsRefusedByItsName() {
    HttpResponse<String> answer = update("{\"changeset\":{\"candidateGroups\":\"all\"}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("changeset.candidateGroups");
  }

  @Test
  void correctionsAreReadByTheSameRule() {
    HttpResponse<String> answer =
        fixture.send(
            "POST",
            "/v2/jobs/5/completion",
            "{\"result\":{\"type\":\"userTask\",\"corrections\":{\"assignee\":\"\",\"dueDate\":null,\"candidateUsers\":[],\"colour\":1}}}");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(((CompleteJob) fixture.engine.lastCommand()).listenerResult().corrections())
        .isEqualTo(new TaskChanges("", null, List.of(), null, null, null));
  }

  @Test
  void aResultOfNoKnownTypeIsRefusedByItsName() {
    HttpResponse<String> answer =
        fixture.send("POST", "/v2/jobs/7/completion", "{\"result\":{\"type\":\"colour\"}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("colour", "userTask");
  }
}
