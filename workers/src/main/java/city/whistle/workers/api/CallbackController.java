package city.whistle.workers.api;

import city.whistle.workers.callback.CallbackAnswers;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes a resident's answer by link. */
@RestController
class CallbackController {

  private final CallbackAnswers answers;

  CallbackController(CallbackAnswers answers) {
    this.answers = answers;
  }

  @PostMapping("/api/callbacks/{token}")
  @OpenToAll
  ResponseEntity<ProblemDetail> answer(@PathVariable String token, @RequestBody JsonNode body) {
    return switch (answers.take(token, body)) {
      case TAKEN -> ResponseEntity.noContent().build();
      case GONE ->
          problem(
              HttpStatus.GONE,
              "this link was used or is too old, or the case is over: an answer by it can't count"
                  + " any more; whoever has something to say calls the hotline");
      case UNKNOWN -> problem(HttpStatus.NOT_FOUND, "there is no such link");
    };
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
  }
}
