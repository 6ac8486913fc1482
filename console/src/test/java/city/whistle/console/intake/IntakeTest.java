package city.whistle.console.intake;

import static city.whistle.console.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.Cases;
import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What an agent does while the caller speaks. */
@ConsoleTest
class IntakeTest {

  private static final Pattern FORESEEN = Pattern.compile("name=\"foreseen\" value=\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("href=\"/cases/([^\"]+)\"");

  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired ResidentVault vault;

  private Person agent;
  private MultiValueMap<String, String> form;

  @BeforeEach
  void fillIn() {
    agent = people.with(Role.AGENT);
    form = new LinkedMultiValueMap<>();
    form.set("ticket", UUID.randomUUID().toString());
    form.set("where", "展览路街道");
    form.set("address", "百万庄大街 " + UUID.randomUUID());
    form.set("words", "供电");
    form.set("categoryCode", "010204");
    form.set("kind", "complaint");
    form.set("title", "楼道没有电");
    form.set("content", "昨天起楼道没有电");
    form.set("name", "李某某");
    form.set("phone", "（０１０）６５１２１２３４转８０１，或者 13800001111");
  }

  @Test
  void offersAnEmptyForm() throws Exception {
    mvc.perform(get("/intake").with(as(agent)))
        .andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("展览路街道（西城区）"), containsString("受理来电"))));
  }

  @Test
  void findsCategoriesByWordsOfAnyLevel() throws Exception {
    form.set("words", "供电 遗留");
    check().andExpect(content().string(containsString("小区供电遗留纠纷")));
    form.set("words", "nothing like it");
    form.set("categoryCode", "");
    check().andExpect(content().string(containsString("没有找到“nothing like it”的分类")));
  }

  @Test
  void saysWhoWillGetItAndByWhen() throws Exception {
    check()
        .andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("派给展览路街道"), containsString("前办结"))));
  }

  @Test
  void saysWhereTheDispatchersDecide() throws Exception {
    form.set("categoryCode", "none");
    check().andExpect(content().string(containsString("派单员会商后派单，预计西城区")));
  }

  @Test
  void showsOpenCasesOfTheSameCategoryInThePlace() throws Exception {
    String number = cases.open("配电室多年没有移交");
    check().andExpect(content().string(allOf(containsString(number), containsString("配电室多年没有移交"))));
  }

  @Test
  void saysWhichOpenCaseIsAtTheSameAddress() throws Exception {
    send();
    form.set("ticket", UUID.randomUUID().toString());
    check().andExpect(content().string(containsString("地址或标题相同")));
  }

  @Test
  void comparesNothingConfidential() throws Exception {
    String number = cases.open("配电室多年没有移交");
    form.set("confidential", "yes");
    check().andExpect(content().string(not(containsString(number))));
  }

  @Test
  void opensNothingBeforeTheAgentHasSeenWhoGetsIt() throws Exception {
    open()
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("请先看清会派给谁"), containsString("派给展览路街道"))));
  }

  @Test
  void opensTheCaseAndTellsNumberAndCode() throws Exception {
    String page =
        send()
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("接下一个来电")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    CaseFile file = files.byNumber(first(NUMBER, page)).orElseThrow();
    assertThat(file.clientId()).isEqualTo("console:" + agent.id());
    assertThat(file.about().streetCode()).isEqualTo(People.STREET);
    assertThat(page).containsPattern("tell__four\">[2-9A-Z]{4}<");
  }

  @Test
  void keepsTheNumberAsItWasSaidAndShowsWhatWillBeDialled() throws Exception {
    check().andExpect(content().string(containsString("回电时拨打 13800001111")));
    CaseFile file = sent();
    assertThat(vault.reveal(file.id(), VaultPart.PHONE, "test", "test"))
        .contains(form.getFirst("phone"));
  }

  @Test
  void givesTheSameCaseWhereTheFormIsSentTwice() throws Exception {
    assertThat(sent().number()).isEqualTo(sent().number());
  }

  @Test
  void refusesAnotherMatterByAFormThatWasSent() throws Exception {
    sent();
    form.set("title", "另一件事");
    send()
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("这张表已经提交过")));
  }

  @Test
  void saysEachRefusalAtItsFieldAndLosesNothing() throws Exception {
    form.set("title", "长".repeat(201));
    form.set("content", " ");
    form.set("email", "nobody");
    form.set("where", "没有这个街道");
    send()
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("标题最多 200 个字符"),
                        containsString("请写下来电人所说的内容"),
                        containsString("邮箱应像"),
                        containsString("没有叫这个名称的区"),
                        containsString("长".repeat(201)),
                        containsString("６５１２１２３４转８０１"))));
  }

  @Test
  void asksWhichPlaceIsMeantWhereSeveralAre() throws Exception {
    form.set("where", "街道");
    check().andExpect(content().string(containsString("有几个地方符合")));
  }

  @Test
  void takesACharacterThatCannotBeKeptAsARefusal() throws Exception {
    form.set("title", "a\0b");
    form.set("where", "\0");
    form.set("words", "\0");
    form.set("address", "\0");
    send().andExpect(status().isUnprocessableEntity());
  }

  @Test
  void letsTheAgentConfirmAnEmergency() throws Exception {
    form.set("categoryCode", "900102");
    send()
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("请说明是否立即转接紧急热线")));
    form.set("emergency", "yes");
    check().andExpect(content().string(containsString("立即转接 119")));
    assertThat(sent().signals()).contains("\"119\"");
  }

  @Test
  void letsTheAgentOverruleAnEmergency() throws Exception {
    form.set("categoryCode", "900102");
    form.set("emergency", "no");
    check().andExpect(content().string(containsString("派给")));
    assertThat(sent().signals()).containsPattern("\"emergency\": ?false");
  }

  @Test
  void linksWhatWasSaidBefore() throws Exception {
    form.set("repeatOf", cases.open("配电室多年没有移交"));
    check().andExpect(content().string(containsString("作为重复诉求答复")));
    assertThat(sent().signals()).contains(form.getFirst("repeatOf"));
  }

  @Test
  void keepsAReportFromTheUnitThatItAccuses() throws Exception {
    form.set("kind", "report");
    form.set("accused", "展览路街道办事处");
    send().andExpect(status().isUnprocessableEntity());
    form.set("accused", "展览路街道");
    check()
        .andExpect(
            content().string(allOf(containsString("派单员会商后"), not(containsString("派给展览路街道")))));
    CaseFile file = sent();
    assertThat(file.accusedUnit()).isEqualTo(People.STREET);
    assertThat(file.about().confidential()).isTrue();
  }

  @Test
  void refusesAnAccusationOutsideAReport() throws Exception {
    form.set("accused", "展览路街道");
    send()
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("只有举报才填被举报单位")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "special",
        "kind",
        "categoryCode",
        "repeatOf",
        "language",
        "emergencyLine",
        "ticket"
      })
  void refusesWhatThePageDoesNotOffer(String field) throws Exception {
    form.set("emergency", "yes");
    form.set(field, "made-up");
    send().andExpect(status().isUnprocessableEntity());
  }

  private ResultActions check() throws Exception {
    return mvc.perform(post("/intake/check").params(form).with(as(agent)).with(csrf()));
  }

  /** Sends the form after a look at what is foretold. */
  private ResultActions send() throws Exception {
    String seen = check().andReturn().getResponse().getContentAsString();
    Matcher foreseen = FORESEEN.matcher(seen);
    if (foreseen.find()) {
      form.set("foreseen", foreseen.group(1));
    }
    return open();
  }

  private ResultActions open() throws Exception {
    return mvc.perform(post("/intake").params(form).with(as(agent)).with(csrf()));
  }

  private CaseFile sent() throws Exception {
    String page = send().andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    return files.byNumber(first(NUMBER, page)).orElseThrow();
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
