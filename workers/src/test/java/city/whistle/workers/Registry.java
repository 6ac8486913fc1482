package city.whistle.workers;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.dispatch.DispatchCaseWorker;
import city.whistle.workers.intake.CaseIntake;
import city.whistle.workers.intake.CaseRequestReader;
import city.whistle.workers.intake.RegisterCaseWorker;
import city.whistle.workers.intake.RequestDigest;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests need again and again: the article's case, opened, dispatched, looked at. */
public class Registry {

  /** The units that the article's sub-district summoned. */
  public static final List<String> SIX =
      List.of(
          "xicheng-sasac",
          "xicheng-power",
          "xidu-estate",
          "tianchuang-estate",
          "huachen-property",
          "tianchuang-property");

  public static final Map<String, Object> SEVEN_DAYS =
      Map.of(
          "signWithin", "PT1H",
          "contactWithin", "PT24H",
          "settleWithin", "P7D",
          "warnShare", 0.8,
          "basis", "calendar");

  private static final int LINES_MAX = 1000;

  private final CaseIntake intake;
  private final CaseRequestReader reader;
  private final RequestDigest digest;
  private final CaseFiles cases;
  private final RegisterCaseWorker register;
  private final DispatchCaseWorker dispatch;
  private final Timeline timeline;
  private final ObjectMapper json;
  private final JdbcClient jdbc;

  Registry(
      CaseIntake intake,
      CaseRequestReader reader,
      RequestDigest digest,
      CaseFiles cases,
      RegisterCaseWorker register,
      DispatchCaseWorker dispatch,
      Timeline timeline,
      ObjectMapper json,
      JdbcClient jdbc) {
    this.intake = intake;
    this.reader = reader;
    this.digest = digest;
    this.cases = cases;
    this.register = register;
    this.dispatch = dispatch;
    this.timeline = timeline;
    this.json = json;
    this.jdbc = jdbc;
  }

  /** The article's complaint about the electricity of two buildings. */
  public ObjectNode complaint() {
    ObjectNode body = json.createObjectNode();
    body.put("externalId", UUID.randomUUID().toString())
        .put("channel", "phone")
        .put("kind", "complaint")
        .put("title", "展览路街道42、46号楼供电问题")
        .put("content", "两栋回迁楼长期没有正式供电,住户李某某请求解决")
        .put("categoryCode", "010204");
    body.putObject("place")
        .put("districtCode", "110102")
        .put("streetCode", "110102009")
        .put("address", "某小区42号楼3单元501室");
    body.putObject("resident").put("name", "李某某").put("phone", "13800000000");
    return body;
  }

  public CaseFile opened() {
    return opened(body -> {});
  }

  public CaseFile opened(Consumer<ObjectNode> change) {
    return openedBy("demo-hotline", change);
  }

  public CaseFile openedBy(String client, Consumer<ObjectNode> change) {
    ObjectNode body = complaint();
    change.accept(body);
    return intake.open(client, reader.read(body), digest.of(body)).file();
  }

  public CaseFile dispatched() {
    return dispatched(body -> {});
  }

  public CaseFile dispatched(Consumer<ObjectNode> change) {
    return dispatched(opened(change), null);
  }

  /** Dispatches to the unit; null for the case's sub-district. */
  public CaseFile dispatched(CaseFile file, String unitCode) {
    Map<String, Object> to =
        new HashMap<>(Map.of("unitKind", "street", "level", "7d", "copyToDistrict", true));
    to.put("unitCode", unitCode);
    register.registerCase(TestJob.of("case.register", Map.of("caseId", file.id())));
    dispatch.dispatchCase(
        TestJob.of(
            "case.dispatch",
            Map.of(
                "caseId", file.id(),
                "dispatch", to,
                "timeLimit", SEVEN_DAYS)));
    return cases.get(file.id());
  }

  /** A matter of many cases, in a district where no test complains; open. */
  public UUID matter() {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into registry.matter (id, number, category_code, category_name, district_code, found_at, since,
              seen, expected)
            values (?, ?, ?, '停水', '110119', now(), now(), 9, 1)\
            """)
        .params(id, "M-" + id, id.toString())
        .update();
    return id;
  }

  public CaseFile file(UUID id) {
    return cases.get(id);
  }

  public List<String> steps(UUID subject) {
    return lines(subject).stream().map(TimelineEntry::what).toList();
  }

  public List<TimelineEntry> lines(UUID subject) {
    return timeline.of(subject, 0, LINES_MAX);
  }

  public TimelineEntry lastLine(UUID subject) {
    List<TimelineEntry> lines = lines(subject);
    assertThat(lines).isNotEmpty();
    return lines.get(lines.size() - 1);
  }

  public List<String> notifications(UUID subject) {
    return jdbc.sql(
            "select recipient || ' ' || template from registry.notification where subject = ? order"
                + " by created_at, recipient")
        .param(subject)
        .query(String.class)
        .list();
  }

  public long count(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query(Long.class).single();
  }

  /** All text that any table outside the vault holds, for looking for what must not be there. */
  public String everythingOutsideTheVault() {
    StringBuilder text = new StringBuilder();
    jdbc.sql(
            """
            select table_name from information_schema.tables where table_schema = 'registry'
              and table_name not in ('case_secret', 'flyway_schema_history')\
            """)
        .query(String.class)
        .list()
        .forEach(
            table ->
                jdbc.sql("select t::text from registry." + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(text::append));
    return text.toString();
  }
}
