package city.whistle.workers.api;

import java.util.Arrays;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Which calls' bodies are read before the call is asked, and may be large. */
final class LargeBodies {

  private LargeBodies() {}

  static boolean isOf(HandlerMethod call) {
    return call.hasMethodAnnotation(TakesUpTo.class)
        && Arrays.stream(call.getMethodParameters())
            .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
  }
}
