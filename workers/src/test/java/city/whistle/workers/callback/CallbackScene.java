package city.whistle.workers.callback;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import city.whistle.workers.Registry;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A case that is called back. */
abstract class CallbackScene {

  @Autowired PlanCallbackWorker plan;
  @Autowired RecordCallbackWorker record;
  @Autowired Registry registry;
  @Autowired ResidentVault vault;
  @Autowired MockMvc api;

  Map<?, ?> planned(CaseFile file, int attempt) {
    return (Map<?, ?>)
        plan.planCallback(
                TestJob.of(
                    "callback.plan", Map.of("caseId", file.id(), "round", 1, "attempt", attempt)))
            .get("callback");
  }

  String comment(CaseFile file, Map<?, ?> callback) {
    return vault
        .reveal(file.id(), VaultPart.comment(id(callback)), "test", "to look")
        .orElseThrow();
  }

  static UUID id(Map<?, ?> callback) {
    return UUID.fromString((String) callback.get("id"));
  }

  ResultActions answer(String token, String body) throws Exception {
    return api.perform(
        post("/api/callbacks/" + token).contentType(MediaType.APPLICATION_JSON).content(body));
  }
}
