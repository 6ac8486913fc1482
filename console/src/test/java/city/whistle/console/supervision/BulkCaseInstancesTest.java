package city.whistle.console.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Role;
import city.whistle.console.supervision.Bulk.State;
import city.whistle.workers.casefile.CaseFiles;
import io.camunda.client.CamundaClient;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Many instances of cases are moved, or go on by another version. */
@ConsoleTest
class BulkCaseInstancesTest {

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired CamundaClient client;
  @Autowired BulkStore store;

  private final String process = "many-" + UUID.randomUUID();
  private ManyInstances many;

  @BeforeEach
  void signIn() {
    many = new ManyInstances(mvc, store, people.with(Role.SUPERVISOR));
    deploy("Decide");
  }

  @Test
  void tellsACasesTimelineFromWhichVersionToWhich() throws Exception {
    String number = cases.open("路灯不亮");
    UUID caseId = files.byNumber(number).orElseThrow().id();
    long ofCase = start(Map.of("caseId", caseId.toString()));
    deploy("Approve");
    UUID id = many.choose(chosen("migrate", ofCase));
    many.migrateTo(id, 2);
    assertThat(many.page(id)).contains("路灯不亮", "承办单位、轮次和时限不变");

    assertThat(many.outcomes(id, "新版增加审批")).containsExactly(State.DONE);

    assertThat(many.content("/cases/" + number))
        .contains("流程迁移到其他版本", process + "：第1版改为第2版", "新版增加审批");
    assertThat(many.content(get("/cases/" + number).header("Accept-Language", "en")))
        .contains("Migrated to another version", process + ": from version 1 to version 2");
  }

  @Test
  void passesOverInstancesOfOthersCases() throws Exception {
    String number = cases.open("井盖缺失");
    UUID caseId = files.byNumber(number).orElseThrow().id();
    long ofCase = start(Map.of("caseId", caseId.toString()));
    ManyInstances other = many.by(people.with(Role.SUPERVISOR, "110105"));

    other
        .send(chosen("move", ofCase))
        .andExpect(
            redirectedUrl(
                "/supervision/processes/" + process + "/instances?version=1&element=Ask"));
    UUID id = many.choose(chosen("move", ofCase));
    other.send(get(ManyInstances.at(id))).andExpect(status().isNotFound());
    other
        .send(post(ManyInstances.at(id) + "/to").param("to", "Decide"))
        .andExpect(status().isNotFound());
  }

  @Test
  void leavesTheClockOfARoundAloneAndMovesTheRest() throws Exception {
    String number = cases.open("污水外溢");
    cases.task(number, "SignCase");
    long ofCase = files.byNumber(number).orElseThrow().processInstanceKey();
    int version =
        client.newProcessInstanceGetRequest(ofCase).send().join().getProcessDefinitionVersion();
    UUID id =
        many.choose(ManyInstances.chosen("move", "complaint-case", version, "SignCase", ofCase));
    many.moveTo(id, "ArchiveCase");
    assertThat(many.page(id)).contains("两步不在同一轮或同一子流程", "都不能处理");
    many.moveTo(id, "HandleCase");
    assertThat(many.page(id)).contains("跳过“联系诉求人”：工单里没有它的记录，统计按没有办理计算。<");

    assertThat(many.outcomes(id, "已在系统外签收")).containsExactly(State.DONE);
    assertThat(many.content("/cases/" + number)).contains("移动步骤", "“签收工单”改到“办理诉求”");
  }

  private void deploy(String next) {
    ManyInstances.deploy(client, process, "Ask", next);
  }

  private long start(Map<String, ?> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(Map.copyOf(variables))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private MockHttpServletRequestBuilder chosen(String action, long... keys) {
    return ManyInstances.chosen(action, process, 1, "Ask", keys);
  }
}
