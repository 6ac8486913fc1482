package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.outcome.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors as Camunda's clients take them: the pattern is that of its API. */
class CursorTest {

  private static final Pattern CAMUNDAS =
      Pattern.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
  private static final String LONG = "吹哨>?".repeat(1_000);

  private static QueryFixture fixture;

  @BeforeAll
  static void open() {
    fixture = new QueryFixture();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void insertJobs() {
    fixture.rows.clear();
    job(1, null);
    job(2, "short>?");
    job(3, LONG + "a");
    job(4, LONG + "b");
    job(5, LONG + "b");
    job(6, "x");
  }

  private static void job(long key, String message) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("key", key);
    columns.put("error_message", message);
    columns.put("process_instance_key", 100);
    columns.put("element_instance_key", 101);
    fixture.rows.insert("job", columns);
  }

  private static Found page(String sort, String page) {
    return fixture.search(Searchable.JOB, "{\"sort\":[" + sort + "],\"page\":{" + page + "}}");
  }

  private static List<Object> keys(Found found) {
    return found.items().stream().map(item -> item.get("jobKey")).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"field\":\"errorMessage\"}",
        "{\"field\":\"errorMessage\",\"order\":\"DESC\"}",
        "{\"field\":\"errorMessage\"},{\"field\":\"type\"},{\"field\":\"jobKey\",\"order\":\"DESC\"}"
      })
  void isStandardBase64OfAtMost300CharactersAndLeadsThroughAllPages(String sort) {
    List<Object> all = keys(page(sort, "\"limit\":100"));
    List<Object> walked = new ArrayList<>();
    Found page = page(sort, "\"limit\":1");
    while (!page.items().isEmpty()) {
      walked.addAll(keys(page));
      for (String cursor : List.of(page.startCursor(), page.endCursor())) {
        assertThat(cursor).hasSizeBetween(2, 300).matches(CAMUNDAS);
      }
      page = page(sort, "\"limit\":1,\"after\":\"" + page.endCursor() + "\"");
    }
    assertThat(walked).isEqualTo(all).hasSize(6);
  }

  @Test
  void leadsBackFromARowWithALongValue() {
    String sort = "{\"field\":\"errorMessage\"}";
    Found last = page(sort, "\"from\":4,\"limit\":1");
    assertThat(keys(page(sort, "\"limit\":2,\"before\":\"" + last.startCursor() + "\"")))
        .isEqualTo(keys(page(sort, "\"from\":2,\"limit\":2")));
  }

  @Test
  void isStillReadAsEarlierVersionsGaveItOut() {
    String sort = "{\"field\":\"errorMessage\"}";
    String json = "[\"short>?\",\"2\"]";
    String old =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    assertThat(old).containsAnyOf("-", "_");
    assertThat(keys(page(sort, "\"after\":\"" + old + "\"")))
        .isEqualTo(
            keys(
                page(
                    sort,
                    "\"after\":\""
                        + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))
                        + "\"")));
  }

  @Test
  void isRefusedWhereItsRowIsGone() {
    String sort = "{\"field\":\"errorMessage\"}";
    String cursor = page(sort, "\"from\":4,\"limit\":1").endCursor();
    fixture.rows.clear();
    assertThatThrownBy(() -> page(sort, "\"after\":\"" + cursor + "\""))
        .isInstanceOf(Rejection.class)
        .hasMessageStartingWith("The cursor was not given out for this search");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nonsense", "%%%", "bnVsbA==", "e30=", "WyJ4Il0=", "W10=", "eyJyb3ciOiJ4In0="})
  void isRefusedWhereItIsNone(String cursor) {
    assertThatThrownBy(() -> page("", "\"after\":\"" + cursor + "\""))
        .isInstanceOf(Rejection.class)
        .hasMessageStartingWith("The cursor was not given out for this search");
  }
}
