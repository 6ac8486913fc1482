package city.whistle.engine.management;

import city.whistle.engine.http.Door;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.SimpleDecoratingHttpService;
import java.util.Map;

/**
 * Lets through what changes something only where tests run, and only without content or as JSON: a
 * page can have any browser send a form or plain text without asking first.
 */
final class Changes extends SimpleDecoratingHttpService {

  private final Door door;

  Changes(HttpService behind, Door door) {
    super(behind);
    this.door = door;
  }

  @Override
  public HttpResponse serve(ServiceRequestContext context, HttpRequest request) throws Exception {
    if (request.method() == HttpMethod.GET) {
      return unwrap().serve(context, request);
    }
    MediaType type = request.contentType();
    if (type != null && !type.isJson()) {
      return Answers.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          Map.of("message", "The content of this request must be of the type application/json."));
    }
    return door.testing()
        ? unwrap().serve(context, request)
        : Answers.forbidden(context, Door.FOR_TESTS);
  }
}
