package city.whistle.workers.matter;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.Registry;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.handling.RecordReplyWorker;
import city.whistle.workers.job.TestJob;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Dispatchers merge cases, and what is left of them. */
abstract class CaseMergingScene {

  @Autowired Registry registry;
  @Autowired MockMvc http;
  @Autowired RecordReplyWorker reply;
  @Autowired ArchiveCaseWorker archive;
  @Autowired JdbcClient jdbc;

  MergeScene scene;

  @BeforeEach
  void dispatchersCome() {
    scene = new MergeScene(registry, http);
  }

  static void refused(ResultActions answer, String why) throws Exception {
    answer
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.why").value(why))
        .andExpect(jsonPath("$.detail").isNotEmpty());
  }

  void reply(CaseFile file, String text) {
    reply.recordReply(
        TestJob.of(
            "case.recordReply",
            Map.of("caseId", file.id(), "route", "dispatch", "reply", Map.of("text", text))));
  }

  void close(CaseFile file) {
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));
  }
}
