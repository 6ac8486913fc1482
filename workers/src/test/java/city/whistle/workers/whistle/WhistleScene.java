package city.whistle.workers.whistle;

import city.whistle.workers.Registry;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** A whistle for the article's case, and the jobs of its process. */
abstract class WhistleScene {

  static final Map<String, Object> PROFILE =
      Map.of(
          "signWithin", "PT1H", "arriveWithin", "P3D", "centre", false, "escalateTo", "district");

  @Autowired OpenWhistleWorker open;
  @Autowired IssueWhistleWorker issue;
  @Autowired Registry registry;

  Map<?, ?> blow(CaseFile file, List<String> units) {
    return (Map<?, ?>) open.openWhistle(openJob(file, units)).get("whistle");
  }

  static TestJob openJob(CaseFile file, List<String> units) {
    return TestJob.of(
        "whistle.open",
        Map.of(
            "caseId", file.id(),
            "owner", file.owner(),
            "whistleRequest",
                Map.of(
                    "kind", "publicDemand",
                    "reason", "供电遗留问题需产权、供电、物业单位共同解决",
                    "place", "街道办事处",
                    "units", units)));
  }

  @SuppressWarnings("unchecked")
  List<Map<String, Object>> issue(Map<?, ?> whistle, Map<String, Object> profile) {
    return (List<Map<String, Object>>)
        issue
            .issueWhistle(
                TestJob.of("whistle.issue", Map.of("whistle", whistle, "profile", profile)))
            .get("summonses");
  }
}
