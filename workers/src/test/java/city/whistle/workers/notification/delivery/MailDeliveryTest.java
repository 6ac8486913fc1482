package city.whistle.workers.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.notification.delivery.DeliverySettings.Mail;
import city.whistle.workers.notification.delivery.DeliverySettings.Security;
import city.whistle.workers.resident.VaultPart;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailDeliveryTest extends DeliveryTest {

  private static final Map<String, String> BY_MAIL = Map.of("resident", "mail", "unit", "mail");
  private static final Map<String, String> UNIT =
      Map.of("unit.110102009", "duty@zhanlanlu.example");

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void startTheServer() {
    server.start();
  }

  @AfterEach
  void stopTheServer() {
    server.stop();
  }

  @Test
  void writesToTheAddressInTheVaultInChinese() throws Exception {
    UUID caseId = reply("email", "wang@home.example");

    dispatcher().sendDue();

    MimeMessage message = onlyMessage();
    assertThat(message.getAllRecipients()[0]).hasToString("wang@home.example");
    assertThat(message.getFrom()[0]).hasToString("no-reply@12345.example");
    assertThat(message.getSubject())
        .isEqualTo("您的诉求（工单 " + registry.file(caseId).number() + "）有了答复");
    assertThat(message.getContent().toString()).contains("路灯已经修好。");
    assertThat(message.getHeader("Content-Language")).containsExactly("zh");
    assertThat(state(caseId)).isEqualTo("sent");
  }

  @Test
  void writesInTheResidentsOwnLanguage() throws Exception {
    UUID caseId = reply("email", "wang@home.example");
    vault.seal(caseId, VaultPart.LANGUAGE, "en");

    dispatcher().sendDue();

    assertThat(onlyMessage().getSubject())
        .isEqualTo("Your case " + registry.file(caseId).number() + " was answered");
  }

  @Test
  void writesToAUnitsAddressFromTheSettings() throws Exception {
    urge("110102009");

    dispatcher().sendDue();

    assertThat(onlyMessage().getAllRecipients()[0]).hasToString("duty@zhanlanlu.example");
  }

  @Test
  void logsThatTheSystemSawTheAddressAndTheWords() {
    UUID caseId = reply("email", "wang@home.example");

    dispatcher().sendDue();

    assertThat(
            jdbc.sql("select part from registry.vault_access where case_id = ? and who = 'system'")
                .param(caseId)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("email", "reply:1");
  }

  @Test
  void givesAMessageTheIdOfItsRow() throws Exception {
    UUID caseId = reply("email", "wang@home.example");

    dispatcher().sendDue();

    assertThat(onlyMessage().getMessageID())
        .isEqualTo("<" + column(caseId, "id") + "@12345.example>");
  }

  @Test
  void sendsTheSameMessageAgainAfterACrashBetweenSendingAndMarking() throws Exception {
    UUID caseId = reply("email", "wang@home.example");
    crashAfterSending(caseId);

    clock.add(Duration.ofMinutes(5));
    dispatcher().sendDue();

    MimeMessage[] messages = server.getReceivedMessages();
    assertThat(messages).hasSize(2);
    assertThat(messages[1].getMessageID()).isEqualTo(messages[0].getMessageID());
    assertThat(state(caseId)).isEqualTo("sent");
  }

  @Test
  void logsInWhereTheServerWantsIt() {
    server.setUser("no-reply@12345.example", "whistle", "right");
    UUID caseId = reply("email", "wang@home.example");

    dispatcher(login("right")).sendDue();

    assertThat(state(caseId)).isEqualTo("sent");
  }

  @Test
  void waitsWhereTheServerDoesNotKnowThePassword() {
    server.setUser("no-reply@12345.example", "whistle", "right");
    UUID caseId = reply("email", "wang@home.example");

    dispatcher(login("wrong")).sendDue();

    assertThat(state(caseId)).isEqualTo("waiting");
    assertThat(column(caseId, "attempts")).isEqualTo("0");
  }

  @Test
  void givesUpAtOnceWhatTheServerRefusesForGood() throws Exception {
    try (ScriptedSmtp smtp = new ScriptedSmtp()) {
      smtp.answers("RCPT", "550 5.1.1 <wang@home.example> no such user");
      UUID caseId = reply("email", "wang@home.example");

      dispatcher(mail(smtp.port())).sendDue();

      assertThat(state(caseId)).isEqualTo("dead");
      assertThat(reason(caseId)).isEqualTo("smtp 550");
      assertThat(registry.lastLine(caseId).what()).isEqualTo("NotificationUndeliverable");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RCPT", "DATA", "."})
  void triesAgainWhatTheServerRefusesForNow(String command) throws Exception {
    try (ScriptedSmtp smtp = new ScriptedSmtp()) {
      smtp.answers(command, "451 4.3.0 later <wang@home.example>");
      UUID caseId = reply("email", "wang@home.example");
      NotificationDispatcher dispatcher = dispatcher(mail(smtp.port()));
      dispatcher.sendDue();
      assertThat(column(caseId, "last_error")).isEqualTo("smtp 451");

      smtp.answers(command, command.equals("DATA") ? "354 go" : "250 ok");
      clock.add(Duration.ofSeconds(61));
      dispatcher.sendDue();

      assertThat(state(caseId)).isEqualTo("sent");
    }
  }

  @Test
  void givesUpAfterTheLastAttempt() throws Exception {
    try (ScriptedSmtp smtp = new ScriptedSmtp()) {
      smtp.answers("RCPT", "450 4.2.1 mailbox busy");
      UUID caseId = reply("email", "wang@home.example");
      NotificationDispatcher dispatcher = dispatcher(mail(smtp.port()));

      for (int hour = 0; hour < 6; hour++) {
        clock.set(MORNING.plus(Duration.ofHours(hour)));
        dispatcher.sendDue();
      }

      assertThat(smtp.heard("RCPT")).isEqualTo(3);
      assertThat(state(caseId)).isEqualTo("dead");
    }
  }

  @Test
  void doesNotBurnAttemptsOnAServerThatIsNotThere() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = free.getLocalPort();
      free.close();
      UUID first = reply("email", "wang@home.example");
      UUID second = reply("email", "li@home.example");

      dispatcher(mail(port)).sendDue();

      assertThat(column(first, "attempts")).isEqualTo("0");
      assertThat(column(second, "attempts")).isEqualTo("0");
    }
  }

  @Test
  void doesNotWriteToWhatIsNoAddress() {
    UUID caseId = reply("email", ".a@home.example");

    dispatcher().sendDue();

    assertThat(reason(caseId)).isEqualTo("addressInvalid");
  }

  @Test
  void leavesNothingOfTheResidentOutsideTheVault() throws Exception {
    try (ScriptedSmtp smtp = new ScriptedSmtp()) {
      smtp.answers("RCPT", "550 <secretive@home.example> unknown");
      reply("email", "secretive@home.example");

      dispatcher(mail(smtp.port())).sendDue();

      assertThat(registry.everythingOutsideTheVault()).doesNotContain("secretive");
    }
  }

  /** Takes the message and sends it, but is gone before it can mark it. */
  private void crashAfterSending(UUID caseId) {
    DeliverySettings settings = settings(BY_MAIL, mail(port()), Map.of());
    transaction.executeWithoutResult(
        status -> queue.unrouted(10).forEach(row -> queue.route(row, "mail", "email")));
    QueuedNotification taken = queue.take("mail", 10, Duration.ofMinutes(5)).get(0);
    Written written = writer(new Routes(settings)).write(taken, true);
    Outcome outcome =
        new MailEndpoint(settings.mail(), clock).deliver(((Written.Ready) written).letter());
    assertThat(outcome).isEqualTo(new Outcome.Delivered());
    assertThat(state(caseId)).isEqualTo("waiting");
  }

  private NotificationDispatcher dispatcher() {
    return dispatcher(mail(port()));
  }

  private NotificationDispatcher dispatcher(Mail mail) {
    return dispatcher(settings(BY_MAIL, UNIT, mail, Map.of()));
  }

  private Mail login(String password) {
    return new Mail(
        "127.0.0.1", port(), Security.NONE, "whistle", password, "no-reply@12345.example");
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  private MimeMessage onlyMessage() {
    MimeMessage[] messages = server.getReceivedMessages();
    assertThat(messages).hasSize(1);
    return messages[0];
  }
}
