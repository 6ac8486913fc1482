package city.whistle.workers.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.timeline.Timeline;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryTest
class RegistryChangesTest {

  @Autowired private RegistryChanges changes;
  @Autowired private DataSource database;
  @Autowired private Timeline timeline;
  @Autowired private TransactionTemplate transaction;

  private final Set<UUID> heard = ConcurrentHashMap.newKeySet();
  private final Set<UUID> heardElsewhere = ConcurrentHashMap.newKeySet();
  private final UUID subject = UUID.randomUUID();
  private RegistryChanges copy;

  @BeforeEach
  void listenHereAndInAnotherCopy() {
    copy = new RegistryChanges(database);
    copy.listen(changed -> heardElsewhere.addAll(changed.subjects()));
    copy.start();
    changes.listen(changed -> heard.addAll(changed.subjects()));
    changes.start();
  }

  @AfterEach
  void stop() {
    changes.stop();
    copy.stop();
  }

  @Test
  void tellsAllCopiesWhatWasCommitted() {
    await()
        .untilAsserted(
            () -> {
              timeline.append(subject, "system", "CaseReceived", "");
              assertThat(heard).contains(subject);
              assertThat(heardElsewhere).contains(subject);
            });
  }

  @Test
  void tellsNothingOfWhatWasRolledBack() {
    UUID after = UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          timeline.append(subject, "system", "CaseReceived", "");
          status.setRollbackOnly();
        });
    await()
        .untilAsserted(
            () -> {
              timeline.append(after, "system", "CaseReceived", "");
              assertThat(heard).contains(after);
            });
    assertThat(heard).doesNotContain(subject);
  }

  @Test
  void saysThatMuchChangedWhereItIsTooMuchToName() {
    Noted noted = new Noted();
    for (int i = 0; i <= Noted.MAX; i++) {
      noted.add(UUID.randomUUID());
    }
    Changed taken = noted.take();
    String text = RegistryChanges.write(taken);

    assertThat(text.length()).isLessThan(8000);
    assertThat(RegistryChanges.read(text)).isEqualTo(taken);
    assertThat(taken.perhapsMore()).isTrue();
  }

  @Test
  void takesWhatItDoesNotUnderstandForAnything() {
    assertThat(RegistryChanges.read("?").perhapsMore()).isTrue();
  }
}
