package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters by what there may be several of: variables, candidates, incidents. */
class SeveralTest {

  private static QueryFixture fixture;

  @BeforeAll
  static void open() {
    fixture = new QueryFixture();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  /** Task 1 of instance 100 has the variable n = 1, task 2 of 200 has n = null, task 3 has none. */
  @BeforeEach
  void insert() {
    fixture.rows.clear();
    fixture.rows.insert("process_definition", Map.of("key", 10));
    for (long i = 1; i <= 3; i++) {
      fixture.rows.insert("process_instance", Map.of("key", i * 100));
      task(i, i == 1 ? List.of("north", "south") : i == 2 ? List.of("north") : List.of());
    }
    fixture.variable(1, 100, 101, "n", "1");
    fixture.variable(2, 200, 201, "n", "null");
    fixture.variable(3, 200, 200, "side", "\"south\"");
  }

  private static void task(long key, List<String> groups) {
    fixture.rows.insert(
        "user_task",
        Map.of(
            "key",
            key,
            "process_instance_key",
            key * 100,
            "element_instance_key",
            key * 100 + 1,
            "candidate_groups",
            groups));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'$exists':false}           | 3",
        "{'$exists':true}            | 1 2",
        "{'$exists':true,'$neq':'1'} | 2",
        "{'$exists':false,'$in':[]}  | 3",
        "{'$exists':null,'$eq':'1'}  | 1",
        "{'$neq':'1'}                | 2",
        "{'$notIn':['1','2']}        | 2",
        "{'$in':['1','null']}        | 1 2",
        "{'$like':'?'}               | 1",
        "{}                          | 1 2",
        "'null'                      | 2"
      })
  void variablesAreThereOrNotWithAValueOrAnother(String value, String found) {
    String item = "[{'name':'n','value':" + value + "}]";
    assertThat(keys(Searchable.USER_TASK, "{'localVariables':" + item + "}"))
        .isEqualTo(List.of((Object[]) found.split(" ")));
    assertThat(keys(Searchable.PROCESS_INSTANCE, "{'variables':" + item + "}"))
        .isEqualTo(List.of((Object[]) found.replaceAll("(\\d)", "$100").split(" ")));
  }

  @Test
  void variablesAreAskedForTogetherAndInAlternatives() {
    assertThat(
            keys(
                Searchable.PROCESS_INSTANCE,
                "{'variables':[{'name':'n','value':{'$exists':true}},"
                    + "{'name':'side','value':{'$exists':false}}]}"))
        .containsExactly("100");
    assertThat(
            keys(
                Searchable.PROCESS_INSTANCE,
                "{'$or':[{'variables':[{'name':'n','value':{'$exists':false}}]},"
                    + "{'variables':[{'name':'side','value':{'$like':'*south*'}}]}]}"))
        .containsExactly("200", "300");
    assertThat(
            keys(
                Searchable.USER_TASK,
                "{'processInstanceVariables':[{'name':'side','value':{'$exists':false}}]}"))
        .containsExactly("1", "3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'south'                               | 1",
        "{'$exists':false}                     | 3",
        "{'$exists':true}                      | 1 2",
        "{'$neq':'south'}                      | 2 3",
        "{'$notIn':['north']}                  | 3",
        "{'$notIn':[]}                         | 1 2 3",
        "{'$in':[],'$eq':null}                 | 1 2 3",
        "{}                                    | 1 2 3",
        "{'$in':['north'],'$neq':'south'}      | 2",
        "{'$in':['north','x','north']}         | 1 2",
        "{'$eq':'south'}                       | 1",
        "{'$like':'*th','$exists':true}        | 1 2"
      })
  void candidatesAreTakenAsOneList(String filter, String found) {
    assertThat(keys(Searchable.USER_TASK, "{'candidateGroup':" + filter + "}"))
        .isEqualTo(List.of((Object[]) found.split(" ")));
  }

  @Test
  void incidentsAreFoundByTheHashOfTheirMessage() {
    fixture.incident(1, 100, 101, "no pump");
    fixture.incident(2, 200, 201, "no water");
    fixture.incident(3, 200, 202, "no pump");
    int pump = "no pump".hashCode();
    assertThat(keys(Searchable.PROCESS_INSTANCE, "{'incidentErrorHashCode':" + pump + "}"))
        .containsExactly("100", "200");
    assertThat(
            keys(
                Searchable.PROCESS_INSTANCE,
                "{'incidentErrorHashCode':"
                    + "no water".hashCode()
                    + ",'errorMessage':{'$in':['no pump']}}"))
        .isEmpty();
    assertThat(
            keys(
                Searchable.PROCESS_INSTANCE,
                "{'$or':[{'incidentErrorHashCode':"
                    + "no water".hashCode()
                    + "},{'errorMessage':{'$exists':false}}]}"))
        .containsExactly("200", "300");
    assertThat(keys(Searchable.PROCESS_INSTANCE, "{'errorMessage':{}}"))
        .containsExactly("100", "200", "300");
  }

  private static List<Object> keys(Searchable what, String filter) {
    return fixture.keys(what, filter.replace('\'', '"'));
  }
}
