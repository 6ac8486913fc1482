package city.whistle.workers.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import city.whistle.workers.RecordingEngine;
import city.whistle.workers.Registry;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFile;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Cases of a day of their own that stand still, and who asks for them. */
abstract class StuckApiScene {

  @Autowired MockMvc api;
  @Autowired Registry registry;
  @Autowired SteppedClock clock;
  @Autowired RecordingEngine engine;

  /** Other tests' cases came at other times. */
  String day;

  @BeforeEach
  void beginADay() {
    clock.add(Duration.ofDays(20));
    day = "from=" + clock.instant() + "&to=" + clock.instant().plusSeconds(60);
  }

  @AfterEach
  void comeUp() {
    engine.comeUp();
  }

  CaseFile running() {
    return registry.dispatched();
  }

  ResultActions stuck(String reasons) throws Exception {
    return api.perform(
        get(URI.create("/api/cases?" + day + "&stuck=" + reasons))
            .header("X-API-Key", CaseApiTest.KEY));
  }
}
