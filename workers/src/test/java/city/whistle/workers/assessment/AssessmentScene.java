package city.whistle.workers.assessment;

import city.whistle.workers.access.Caller;
import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.assessment.request.Requests;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.AssessmentRuns;
import city.whistle.workers.assessment.result.AssessmentRuns.Run;
import city.whistle.workers.assessment.result.Assessments;
import city.whistle.workers.assessment.result.Computation;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.fact.CallbackFacts;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionTemplate;

/** Months of the assessment, brought to where a test begins. */
public class AssessmentScene {

  public static final Caller CENTRE = new Caller("demo-hotline", null, true);

  private static final AtomicLong INSTANCES = new AtomicLong(4503599627370496L);

  private final AnsweredCases cases;
  private final AssessmentRuns runs;
  private final Computation computation;
  private final Assessments assessments;
  private final CallbackFacts facts;
  private final Requests requests;
  private final CityTime time;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;

  AssessmentScene(
      AnsweredCases cases,
      AssessmentRuns runs,
      Computation computation,
      Assessments assessments,
      CallbackFacts facts,
      Requests requests,
      CityTime time,
      ObjectMapper json,
      TransactionTemplate transaction) {
    this.cases = cases;
    this.runs = runs;
    this.computation = computation;
    this.assessments = assessments;
    this.facts = facts;
    this.requests = requests;
    this.time = time;
    this.json = json;
    this.transaction = transaction;
  }

  public Assessment provisional(YearMonth month) {
    return transaction.execute(
        s -> {
          Run run = runs.begin(month, INSTANCES.incrementAndGet());
          return computation.provisional(run.id(), month, facts.settledMoment());
        });
  }

  /** The figures that hold, published now if there are none. */
  public Assessment published(YearMonth month) {
    return assessments
        .published(month)
        .orElseGet(
            () -> {
              Assessment version = provisional(month);
              assessments.publish(version.id());
              runs.appealUntil(version.runId(), time.now().plusYears(100));
              return assessments.get(version.id());
            });
  }

  public void finish(YearMonth month) {
    assessments.finish(published(month).runId());
  }

  public AskedFor exclusion() {
    return ask(Kind.EXCLUSION, cases.good(cases.of(null)), "beyondDuty");
  }

  /** Against the month at hand. */
  public AskedFor appeal(YearMonth month) {
    return appealAgainst(month, cases.bad(cases.of(null)));
  }

  /** Against published figures that count the case. */
  public AskedFor appealAgainst(YearMonth month, CaseFile file) {
    published(month);
    return ask(Kind.APPEAL, file, "answerWrong");
  }

  private AskedFor ask(Kind kind, CaseFile file, String ground) {
    ObjectNode body = json.createObjectNode();
    body.put("caseNumber", file.number()).put("ground", ground).put("evidence", "见附件");
    return requests.ask(kind, CENTRE, body).asked();
  }
}
