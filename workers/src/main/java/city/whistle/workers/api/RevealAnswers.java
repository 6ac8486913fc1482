package city.whistle.workers.api;

import city.whistle.workers.disclosure.RevealOutcome;
import city.whistle.workers.disclosure.RevealOutcome.Erased;
import city.whistle.workers.disclosure.RevealOutcome.Refused;
import city.whistle.workers.disclosure.RevealOutcome.Shown;
import city.whistle.workers.disclosure.RevealOutcome.TooMany;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How the API answers who wanted to see a resident's data. */
final class RevealAnswers {

  private RevealAnswers() {}

  static ResponseEntity<Object> of(RevealOutcome outcome) {
    if (outcome instanceof Shown shown) {
      return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown);
    } else if (outcome instanceof Refused refused) {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, refused.sentence());
      problem.setProperty("rule", refused.rule());
      return ResponseEntity.of(problem).build();
    } else if (outcome instanceof Erased erased) {
      return ResponseEntity.of(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.GONE, "the resident's data were destroyed on " + erased.at()))
          .build();
    }
    long wait = ((TooMany) outcome).retryAfterSeconds();
    return ResponseEntity.of(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "residents' data were looked at too often within an hour; go on in "
                    + wait
                    + " seconds"))
        .headers(headers -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait)))
        .build();
  }
}
