package city.whistle.workers.inlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemReportsTest {

  @Test
  void answersBrowsersByAPageInBothLanguages() {
    assertThat(ProblemReports.wantsPage("text/html,application/xhtml+xml,*/*;q=0.8")).isTrue();
    assertThat(ProblemReports.PAGE).contains("请求不对", "can't be understood", "href=\"/\"");
  }

  @Test
  void answersProgramsByAProblem() {
    assertThat(ProblemReports.wantsPage("application/json")).isFalse();
    assertThat(ProblemReports.wantsPage(null)).isFalse();
    assertThat(ProblemReports.json(400)).contains("\"status\":400");
  }
}
