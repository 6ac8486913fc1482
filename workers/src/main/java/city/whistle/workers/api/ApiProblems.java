package city.whistle.workers.api;

import city.whistle.workers.access.NotAllowed;
import city.whistle.workers.assessment.request.NotNow;
import city.whistle.workers.attachment.AttachmentRefused;
import city.whistle.workers.difference.Mending;
import city.whistle.workers.disclosure.ResidentErasure.CaseStillOpen;
import city.whistle.workers.inlet.BodyRefused;
import city.whistle.workers.intake.ExternalIdConflict;
import city.whistle.workers.intake.ResidentWishes.CaseIsAbandoned;
import city.whistle.workers.intake.ResidentWishes.CaseIsOver;
import city.whistle.workers.matter.MergeRefused;
import city.whistle.workers.patrol.PatrolRefused;
import city.whistle.workers.photo.PhotoCleaner;
import city.whistle.workers.photo.PhotoRefused;
import city.whistle.workers.request.BodyPlaces;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.sheet.SheetDesk;
import city.whistle.workers.stuck.CaseRepairs;
import city.whistle.workers.stuck.CaseRestarts;
import city.whistle.workers.stuck.EngineView;
import city.whistle.workers.whistle.WhistleRequests;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * What goes wrong in the API, as {@code application/problem+json}; a problem never repeats what was
 * sent.
 */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

  @ExceptionHandler
  ProblemDetail invalid(InvalidRequest e) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_ENTITY, "these fields must be put right");
    problem.setProperty("errors", e.problems());
    return problem;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> noKey(ApiGate.NoKey e) {
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "ApiKey header=\"" + ApiGate.KEY_HEADER + "\"")
        .body(ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, e.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail noScope(ApiGate.NoScope e) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
    problem.setProperty("scope", e.scope().wireName());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail notAllowed(NotAllowed e) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
    problem.setProperty("rule", e.rule());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail conflict(ExternalIdConflict e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail mergeRefused(MergeRefused e) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    problem.setProperty("why", e.code());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail notNow(NotNow e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notOfThisPatrol(PatrolRefused e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail over(CaseIsOver e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notAbandoned(CaseRestarts.NotAbandoned e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail nothingToRepair(CaseRepairs.NothingToRepair e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail nothingToMend(Mending.NothingToMend e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail abandoned(CaseIsAbandoned e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail whistleOver(WhistleRequests.WhistleIsOver e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notChecked(OrganisationFileController.NotChecked e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler({SheetDesk.TooMany.class, BodyPlaces.TooMany.class})
  ResponseEntity<ProblemDetail> tooManyFiles(RuntimeException e) {
    return later(e);
  }

  @ExceptionHandler
  ProblemDetail noPhoto(PhotoRefused e) {
    return ProblemDetail.forStatusAndDetail(
        e.isOtherType() ? HttpStatus.UNSUPPORTED_MEDIA_TYPE : HttpStatus.UNPROCESSABLE_ENTITY,
        e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail noAttachment(AttachmentRefused e) {
    return ProblemDetail.forStatusAndDetail(
        e.isGone() ? HttpStatus.GONE : HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooBusy(PhotoCleaner.TooBusy e) {
    return later(e);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> noBody(BodyRefused e) {
    return e.isLate()
        ? ResponseEntity.status(HttpStatus.REQUEST_TIMEOUT)
            .header(HttpHeaders.CONNECTION, "close")
            .body(ProblemDetail.forStatusAndDetail(HttpStatus.REQUEST_TIMEOUT, e.getMessage()))
        : later(e);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> engineAway(EngineView.EngineAway e) {
    return later(e);
  }

  /** No key can be looked up without it, so this says nothing of who asks. */
  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    RecoverableDataAccessException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class
  })
  ResponseEntity<ProblemDetail> databaseAway(Exception e) {
    LOG.warn("the database is away: {}", e.getClass().getName());
    return later("the database doesn't answer now; send it again soon");
  }

  private static ResponseEntity<ProblemDetail> later(Exception e) {
    return later(e.getMessage());
  }

  private static ResponseEntity<ProblemDetail> later(String detail) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
  }

  @ExceptionHandler
  ProblemDetail stillOpen(CaseStillOpen e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notFound(NotFound e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail unexpected(Exception e) {
    LOG.error("a request failed: {}", e.getClass().getName(), e);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR, "this is our mistake; what was sent may be sent again");
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, unreadable(e, request));
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  private static String unreadable(HttpMessageNotReadableException e, WebRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && !type.contains("json")) {
      return "the body is missing";
    }
    if (e.contains(StreamConstraintsException.class)) {
      return "the JSON is too wide, too deep, or has too long a name or number";
    }
    return hasNameTwice(e)
        ? "the JSON has a name twice in one object; each may be there once"
        : "the body must be JSON";
  }

  /** The parser has no type of its own for it. */
  private static boolean hasNameTwice(HttpMessageNotReadableException e) {
    return e.getMostSpecificCause() instanceof JsonParseException cause
        && cause.getOriginalMessage().startsWith("Duplicate field");
  }
}
