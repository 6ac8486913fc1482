package city.whistle.console.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConsoleTest
class DraftsTest {

  @Autowired Drafts drafts;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private Person person;
  private long task;

  @BeforeEach
  void meet() {
    person = people.with(Role.HANDLER);
    task = ThreadLocalRandom.current().nextLong(1, 1_000_000_000L);
  }

  @Test
  void keepsTheLastOfWhatSomebodyBegan() {
    drafts.save(person.id(), task, "{\"note\":\"first\"}");
    drafts.save(person.id(), task, "{\"note\":\"second\"}");

    assertThat(drafts.find(person.id(), task)).contains("{\"note\":\"second\"}");
  }

  @Test
  void areEachPersonsOwn() {
    Person colleague = people.with(Role.HANDLER);
    drafts.save(person.id(), task, "{\"note\":\"mine\"}");

    assertThat(drafts.find(colleague.id(), task)).isEmpty();
  }

  @Test
  void opensNoneThatWasPutInAnothersPlace() {
    Person colleague = people.with(Role.HANDLER);
    drafts.save(person.id(), task, "{\"note\":\"mine\"}");
    jdbc.sql("update console.draft set person_id = ? where person_id = ? and task_key = ?")
        .params(colleague.id(), person.id(), task)
        .update();

    assertThat(drafts.find(colleague.id(), task)).isEmpty();
  }

  @Test
  void areForgottenByAllOnceTheTaskIsDone() {
    Person colleague = people.with(Role.HANDLER);
    drafts.save(person.id(), task, "{}");
    drafts.save(colleague.id(), task, "{}");

    drafts.forget(task);

    assertThat(drafts.find(person.id(), task)).isEmpty();
    assertThat(drafts.find(colleague.id(), task)).isEmpty();
  }

  @Test
  void areForgottenAfterThirtyDays() {
    drafts.save(person.id(), task, "{}");
    jdbc.sql("update console.draft set saved_at = saved_at - interval '31 days' where task_key = ?")
        .param(task)
        .update();

    drafts.save(person.id(), task + 1, "{}");

    assertThat(drafts.find(person.id(), task)).isEmpty();
    assertThat(drafts.find(person.id(), task + 1)).isPresent();
  }
}
