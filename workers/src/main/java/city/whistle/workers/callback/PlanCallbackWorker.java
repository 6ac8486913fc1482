package city.whistle.workers.callback;

import city.whistle.workers.callback.CallbackSchedule.Attempt;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code callback.plan}: chooses how the resident is called back this time. A resident who left no
 * phone number that can be dialled, or a wrong one, is asked by a link on the web from the first
 * attempt on; one who answered an earlier link in the last moment isn't asked again, and of what a
 * patrol found nobody is.
 */
@Component
public class PlanCallbackWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CallbackSchedule schedule;
  private final Callbacks callbacks;
  private final ResidentVault vault;
  private final Timeline timeline;

  PlanCallbackWorker(
      Jobs jobs,
      CaseFiles cases,
      CallbackSchedule schedule,
      Callbacks callbacks,
      ResidentVault vault,
      Timeline timeline) {
    this.jobs = jobs;
    this.cases = cases;
    this.schedule = schedule;
    this.callbacks = callbacks;
    this.vault = vault;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "callback.plan",
      fetchVariables = {"caseId", "round", "attempt", "noAnswer"})
  public Map<String, Object> planCallback(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> new Output(plan(input)));
  }

  private CallbackVariable plan(Input input) {
    if (!cases.get(input.caseId()).about().hasResident()) {
      timeline.append(input.caseId(), "system", "CallbackSkipped", "noResident");
      return CallbackVariable.none(UUID.randomUUID(), 1);
    }
    List<Attempt> attempts = schedule.attempts();
    int number = input.attempt() == null ? 1 : input.attempt();
    Attempt attempt = attempts.get(Math.min(Math.max(number, 1), attempts.size()) - 1);
    return callbacks
        .unread(input.caseId())
        .map(unread -> CallbackVariable.answered(unread.callbackId(), number, attempts.size()))
        .orElseGet(() -> begin(input, number, attempt, attempts));
  }

  private CallbackVariable begin(Input input, int number, Attempt attempt, List<Attempt> attempts) {
    callbacks.closeLinks(input.caseId());
    if (AnswerReader.isWrongNumber(input.noAnswer())) {
      vault.numberIsWrong(input.caseId());
    }
    boolean reachable = vault.holdsNumber(input.caseId());
    CallbackVariable callback =
        new CallbackVariable(
            UUID.randomUUID(),
            reachable ? attempt.channel() : "web",
            number,
            attempts.size(),
            calls(attempts.subList(0, Math.min(number, attempts.size()))),
            calls(attempts),
            attempt.answerWithin(),
            attempt.nextAttemptIn());
    callbacks.insert(input.caseId(), input.round() == null ? 0 : input.round(), callback);
    timeline.append(
        input.caseId(), "system", "CallbackPlanned", callback.channel(), Map.of("attempt", number));
    return callback;
  }

  private static int calls(List<Attempt> attempts) {
    return (int) attempts.stream().filter(attempt -> attempt.channel().equals("phone")).count();
  }

  /**
   * @param noAnswer why the attempt before gave no answer; null where it is the first, or by link
   */
  record Input(UUID caseId, Integer round, Integer attempt, String noAnswer) {}

  record Output(CallbackVariable callback) {}
}
