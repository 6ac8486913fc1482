package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Rejection;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is common to all searches, shown with jobs. */
class SearchTest {

  private static HikariDataSource source;
  private static Database database;
  private static StoredRows rows;

  @BeforeAll
  static void open() {
    source = TestDatabase.migrated();
    rows = new StoredRows(source);
    database = new Database(DSL.using(source, SQLDialect.POSTGRES));
  }

  @BeforeEach
  void insertJobs() {
    rows.clear();
    job(1, "alpha", 3, null);
    job(2, "beta", 1, "2026-01-02T00:00:00Z");
    job(3, "beta", 2, null);
    job(4, "gam%a", 0, "2026-01-01T12:00:00Z");
  }

  @AfterAll
  static void close() {
    source.close();
  }

  private void job(long key, String type, int retries, String endedAt) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("key", key);
    columns.put("type", type);
    columns.put("retries", retries);
    columns.put("ended_at", endedAt);
    columns.put("process_instance_key", 100);
    columns.put("element_instance_key", 101);
    rows.insert("job", columns);
  }

  @SuppressWarnings("unchecked")
  private Found search(String json) {
    return database.search(
        Searchable.JOB, SearchRequest.of((Map<String, Object>) Json.parse(json)));
  }

  private List<String> keys(String json) {
    return keys(search(json));
  }

  private static List<String> keys(Found found) {
    return found.items().stream().map(item -> (String) item.get("jobKey")).toList();
  }

  @Test
  void findsAllInTheOrderOfTheirKeysWithoutARequest() {
    assertThat(keys("{}")).containsExactly("1", "2", "3", "4");
  }

  @Test
  void takesAPlainValueForEquality() {
    assertThat(keys("{\"filter\":{\"type\":\"beta\"}}")).containsExactly("2", "3");
  }

  @Test
  void takesKeysAsStringsAndAsNumbers() {
    assertThat(keys("{\"filter\":{\"jobKey\":\"2\"}}")).containsExactly("2");
    assertThat(keys("{\"filter\":{\"jobKey\":2}}")).containsExactly("2");
  }

  @Test
  void takesEmptyListsAndNullsForNoCondition() {
    assertThat(
            keys(
                "{\"filter\":{\"type\":{\"$eq\":\"beta\",\"$in\":[],\"$notIn\":[],\"$like\":null},"
                    + "\"worker\":null}}"))
        .containsExactly("2", "3");
  }

  @Test
  void knowsEveryOperator() {
    assertThat(keys("{\"filter\":{\"type\":{\"$neq\":\"beta\"}}}")).containsExactly("1", "4");
    assertThat(keys("{\"filter\":{\"endTime\":{\"$exists\":true}}}")).containsExactly("2", "4");
    assertThat(keys("{\"filter\":{\"endTime\":{\"$exists\":false}}}")).containsExactly("1", "3");
    assertThat(keys("{\"filter\":{\"retries\":{\"$gt\":1}}}")).containsExactly("1", "3");
    assertThat(keys("{\"filter\":{\"retries\":{\"$gte\":1,\"$lt\":3}}}")).containsExactly("2", "3");
    assertThat(keys("{\"filter\":{\"retries\":{\"$lte\":1}}}")).containsExactly("2", "4");
    assertThat(keys("{\"filter\":{\"retries\":{\"$in\":[0,3]}}}")).containsExactly("1", "4");
    assertThat(keys("{\"filter\":{\"type\":{\"$notIn\":[\"alpha\",\"beta\"]}}}"))
        .containsExactly("4");
    assertThat(keys("{\"filter\":{\"type\":{\"$like\":\"*et?\"}}}")).containsExactly("2", "3");
    assertThat(keys("{\"filter\":{\"type\":{\"$like\":\"gam%*\"}}}")).containsExactly("4");
  }

  @Test
  void comparesDates() {
    assertThat(keys("{\"filter\":{\"endTime\":{\"$lt\":\"2026-01-02T01:00:00+02:00\"}}}"))
        .containsExactly("4");
  }

  @Test
  void sortsBySeveralAttributesAndPutsAbsentValuesLast() {
    assertThat(keys("{\"sort\":[{\"field\":\"type\",\"order\":\"DESC\"},{\"field\":\"retries\"}]}"))
        .containsExactly("4", "2", "3", "1");
    assertThat(keys("{\"sort\":[{\"field\":\"endTime\",\"order\":\"DESC\"}]}"))
        .containsExactly("2", "4", "1", "3");
    assertThat(keys("{\"sort\":[{\"field\":\"endTime\"}]}")).containsExactly("4", "2", "1", "3");
  }

  @Test
  void walksAllPagesForwardByCursor() {
    for (String order : List.of("ASC", "DESC")) {
      String sort = "\"sort\":[{\"field\":\"endTime\",\"order\":\"" + order + "\"}]";
      List<String> walked = new ArrayList<>();
      Found page = search("{" + sort + ",\"page\":{\"limit\":1}}");
      while (!page.items().isEmpty()) {
        walked.addAll(keys(page));
        page =
            search("{" + sort + ",\"page\":{\"limit\":1,\"after\":\"" + page.endCursor() + "\"}}");
      }
      assertThat(walked).isEqualTo(keys("{" + sort + "}"));
    }
  }

  @Test
  void walksBackByCursor() {
    String sort = "\"sort\":[{\"field\":\"endTime\"}]";
    Found last = search("{" + sort + ",\"page\":{\"from\":3}}");
    assertThat(
            keys("{" + sort + ",\"page\":{\"limit\":2,\"before\":\"" + last.startCursor() + "\"}}"))
        .containsExactly("2", "1");
  }

  @Test
  void countsWhatIsOnAllPages() {
    Found found = search("{\"page\":{\"from\":1,\"limit\":2}}");
    assertThat(keys(found)).containsExactly("2", "3");
    assertThat(found.total()).isEqualTo(4);
  }

  @Test
  void namesAnUnknownFilterAndTheKnownOnes() {
    assertThatThrownBy(() -> search("{\"filter\":{\"colour\":\"red\"}}"))
        .isInstanceOf(Rejection.class)
        .hasMessageStartingWith("Unknown filter 'colour'; known are creationTime, deadline,");
  }

  @Test
  void passesOverWhatSaysNothing() {
    assertThat(
            keys(
                "{\"filter\":{\"type\":\"alpha\",\"newer\":null,\"tags\":[],"
                    + "\"businessId\":{\"$eq\":null,\"$in\":[]}},\"page\":{\"mode\":null},"
                    + "\"options\":{}}"))
        .containsExactly("1");
  }

  @Test
  void namesAMistypedValueButDoesNotRepeatIt() {
    assertThatThrownBy(() -> search("{\"filter\":{\"jobKey\":{\"$in\":[\"secret\"]}}}"))
        .hasMessage("The value of 'jobKey.$in' is not a key, which is a whole number as a string.");
  }

  @Test
  void namesTheWordsThatAreRight() {
    assertThatThrownBy(() -> search("{\"filter\":{\"kind\":\"ODD\"}}"))
        .hasMessageStartingWith("The value of 'kind' is not one of AD_HOC_SUB_PROCESS, BPMN_");
  }

  @Test
  void refusesPagesThatAreTooLarge() {
    assertThatThrownBy(() -> search("{\"page\":{\"limit\":10001}}"))
        .hasMessage("'page.limit' is 10001, but must be from 1 to 10000.");
  }

  @Test
  void refusesACursorOfAnotherSort() {
    String cursor = search("{}").endCursor();
    assertThatThrownBy(
            () ->
                search("{\"sort\":[{\"field\":\"type\"}],\"page\":{\"after\":\"" + cursor + "\"}}"))
        .hasMessageStartingWith("The cursor was not given out for this search");
  }
}
