package city.whistle.workers.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@RegistryTest
class NotificationApiTest {

  @Autowired private MockMvc api;
  @Autowired private Registry registry;
  @Autowired private Notifications notifications;
  @Autowired private JdbcClient jdbc;

  private UUID id;

  @BeforeEach
  void giveAMessageUp() {
    jdbc.sql("delete from registry.notification").update();
    notifications.add(
        Notification.toUnit(
            registry.opened().id(), "110102009", NotificationKind.URGED, Map.of("times", "1")));
    id =
        jdbc.sql(
                """
                update registry.notification set state = 'dead', reason = 'smtp 550', attempts = 1
                returning id""")
            .query(UUID.class)
            .single();
  }

  @Test
  void listsWhatWasGivenUp() throws Exception {
    send(get("/api/notifications"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].id").value(id.toString()))
        .andExpect(jsonPath("$.items[0].reason").value("smtp 550"))
        .andExpect(jsonPath("$.items[0].endpoint").doesNotExist())
        .andExpect(jsonPath("$.cursor").doesNotExist());
  }

  @Test
  void listsNothingOfAnotherState() throws Exception {
    send(get("/api/notifications?state=dropped")).andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void namesAStateThatIsNone() throws Exception {
    send(get("/api/notifications?state=lost"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value("state"));
  }

  @Test
  void hasOneTriedAgainOnce() throws Exception {
    send(post("/api/notifications/" + id + "/retry")).andExpect(status().isNoContent());
    send(post("/api/notifications/" + id + "/retry"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value("only a message that was given up can be repaired"));
  }

  @Test
  void dropsOne() throws Exception {
    send(post("/api/notifications/" + id + "/drop")).andExpect(status().isNoContent());
    send(get("/api/notifications?state=dropped"))
        .andExpect(jsonPath("$.items[0].id").value(id.toString()));
  }

  @Test
  void knowsNoOtherIds() throws Exception {
    send(post("/api/notifications/" + UUID.randomUUID() + "/drop"))
        .andExpect(status().isNotFound());
    send(post("/api/notifications/some/drop")).andExpect(status().isNotFound());
  }

  @Test
  void needsTheScopeOfSupervisors() throws Exception {
    api.perform(get("/api/notifications")).andExpect(status().isUnauthorized());
  }

  private ResultActions send(MockHttpServletRequestBuilder call) throws Exception {
    return api.perform(call.header("X-API-Key", CaseApiTest.KEY));
  }
}
