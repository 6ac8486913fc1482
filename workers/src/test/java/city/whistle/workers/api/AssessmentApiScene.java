package city.whistle.workers.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import city.whistle.workers.FreeMonths;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.assessment.AnsweredCases;
import city.whistle.workers.assessment.AssessmentScene;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A month's figures over the API, in a year that no other test comes to. */
abstract class AssessmentApiScene {

  static final String STREET = "110102009";
  static final String OTHER_STREET = "110102001";

  @Autowired MockMvc api;
  @Autowired ApiClients clients;
  @Autowired AssessmentScene scene;
  @Autowired AnsweredCases cases;
  @Autowired SteppedClock clock;
  @Autowired ObjectMapper json;

  YearMonth month;
  Instant before;

  @BeforeEach
  void goToAYearOfItsOwn() {
    before = clock.instant();
    month = FreeMonths.january(1);
    to(month);
  }

  @AfterEach
  void goBack() {
    clock.set(before);
  }

  void publish(YearMonth of) {
    end(of);
    scene.published(of);
  }

  void end() {
    end(month);
  }

  void end(YearMonth of) {
    clock.set(Instant.parse(of + "-18T16:00:00Z"));
  }

  void to(YearMonth of) {
    clock.set(Instant.parse(of + "-02T04:00:00Z"));
  }

  ResultActions show(String more) throws Exception {
    return show("centre", more);
  }

  ResultActions show(String who, String more) throws Exception {
    return api.perform(get("/api/assessments/" + month + more).header("X-API-Key", key(who)));
  }

  String key(String who) {
    String unit =
        switch (who) {
          case "street" -> STREET;
          case "otherStreet" -> OTHER_STREET;
          case "district" -> "110102";
          case "housing" -> "housing";
          default -> null;
        };
    EnumSet<Scope> scopes = EnumSet.of(Scope.READ, Scope.ASSESS);
    if (who.equals("centre")) {
      scopes.add(Scope.SUPERVISE);
    }
    String id = "assessment-" + who;
    String key = ApiClients.newKey();
    clients.admit(new ApiClient(id, id, scopes, unit), key);
    return key;
  }
}
