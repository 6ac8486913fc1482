package city.whistle.workers.assessment.policy;

import city.whistle.workers.json.JsonText;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The policy sets of the registry: those that hold, and those that once made figures. */
@Component
public class Policies {

  private final JdbcClient jdbc;
  private final JsonText json;

  Policies(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** All that hold now, each for its months. */
  public PolicySets sets() {
    return new PolicySets(
        jdbc
            .sql("select content from registry.assessment_policy where current")
            .query(String.class)
            .list()
            .stream()
            .map(text -> json.read(text, Policy.class))
            .toList());
  }

  /** The set that a month is counted by from now on. */
  public StoredPolicy of(YearMonth month) {
    String id = sets().of(month).id();
    return jdbc.sql(
            "select digest, content from registry.assessment_policy where id = ? and current")
        .param(id)
        .query((row, n) -> read(row.getString("digest"), row.getString("content")))
        .single();
  }

  /** The set as it was when it made figures. */
  public StoredPolicy asItWas(String id, String digest) {
    return jdbc.sql("select content from registry.assessment_policy where id = ? and digest = ?")
        .params(id, digest)
        .query((row, n) -> read(digest, row.getString("content")))
        .single();
  }

  private StoredPolicy read(String digest, String content) {
    return new StoredPolicy(digest, json.read(content, Policy.class));
  }

  /**
   * A set with what it is known by.
   *
   * @param digest of its content, in hexadecimal digits
   */
  public record StoredPolicy(String digest, Policy policy) {}
}
