package city.whistle.engine.rest;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseCompleteException;
import com.linecorp.armeria.common.ShuttingDownException;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpResponseException;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whatever goes wrong with a problem. */
final class Failures implements ServerErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @Override
  public HttpResponse onServiceException(ServiceRequestContext context, Throwable cause) {
    if (cause instanceof HttpResponseException answered) {
      return answered.httpResponse();
    }
    if (cause instanceof HttpStatusException failed) {
      return toResponse(ofStatus(context.method().name(), failed.httpStatus()), context);
    }
    if (cause instanceof RequestTimeoutException) {
      return toResponse(
          Problem.of(HttpStatus.GATEWAY_TIMEOUT, "The request was not done in time."), context);
    }
    return response(cause, context);
  }

  /** The answer to a request that failed. */
  static HttpResponse response(Throwable failure, ServiceRequestContext context) {
    return toResponse(Problem.of(failure).orElseGet(() -> logged(context, failure)), context);
  }

  private static Problem logged(ServiceRequestContext context, Throwable failure) {
    Throwable cause = Exceptions.peel(failure);
    if (Exceptions.isExpected(cause)
        || cause instanceof ResponseCompleteException
        || cause instanceof CancellationException) {
      return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The client hung up.");
    }
    if (cause instanceof ShuttingDownException) {
      return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The engine is being stopped.");
    }
    LOG.error("Could not do {} {}", context.method(), context.config().route(), cause);
    return Problem.bug();
  }

  static HttpResponse forbidden(ServiceRequestContext context, String reason) {
    return toResponse(Problem.of(HttpStatus.FORBIDDEN, reason), context);
  }

  private static HttpResponse toResponse(Problem problem, ServiceRequestContext context) {
    return problem.toResponse(context.path()).toHttpResponse();
  }

  @Override
  public AggregatedHttpResponse renderStatus(
      ServiceRequestContext context,
      ServiceConfig config,
      RequestHeaders headers,
      HttpStatus status,
      String description,
      Throwable cause) {
    String path = headers == null ? "/" : withoutQuery(headers.path());
    String method = headers == null ? "" : headers.method().name();
    return ofStatus(method, status).toResponse(path);
  }

  private static String withoutQuery(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static Problem ofStatus(String method, HttpStatus status) {
    if (status.equals(HttpStatus.NOT_FOUND)) {
      return Problem.of(status, "There is nothing at this path.");
    }
    if (status.equals(HttpStatus.METHOD_NOT_ALLOWED)) {
      return Problem.of(status, "The method " + method + " is not possible at this path.");
    }
    if (status.equals(HttpStatus.REQUEST_ENTITY_TOO_LARGE)) {
      return Problem.of(
          status, "The request's content is larger than " + RestServer.MAX_CONTENT + " bytes.");
    }
    return Problem.of(status, status.reasonPhrase());
  }
}
