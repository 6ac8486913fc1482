package city.whistle.workers.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What is asked of the API that no method of it answers. Leaves other paths to others. */
@RestControllerAdvice
@Order
class NoSuchCall {

  private static final String API = "/api/";

  @ExceptionHandler({
    NoResourceFoundException.class,
    HttpRequestMethodNotSupportedException.class,
    HttpMediaTypeNotSupportedException.class,
    HttpMediaTypeNotAcceptableException.class
  })
  <E extends Exception> ResponseEntity<ProblemDetail> unanswered(E e, HttpServletRequest request)
      throws E {
    if (!request.getRequestURI().startsWith(API) || !(e instanceof ErrorResponse answer)) {
      throw e;
    }
    ProblemDetail problem = answer.getBody();
    if (e instanceof NoResourceFoundException) {
      problem.setDetail("there is no such call; /api shows those that there are");
    }
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
