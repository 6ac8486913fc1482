package city.whistle.workers.api;

import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * How many bodies that are larger than others' are held at once, whoever sends them: read and
 * unfolded, each takes many times its length. Photos have places of their own.
 */
@Component
class LargeBodies {

  static final int AT_ONCE = 2;

  private final Semaphore places = new Semaphore(AT_ONCE);

  /** Whether the call's body is read before the call is asked, and may be large. */
  static boolean isOf(HandlerMethod call) {
    return call.hasMethodAnnotation(TakesUpTo.class)
        && Arrays.stream(call.getMethodParameters())
            .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
  }

  /**
   * @throws TooMany where all places are taken
   */
  void begin() {
    if (!places.tryAcquire()) {
      throw new TooMany();
    }
  }

  void end() {
    places.release();
  }

  /** Others' are being received; this one may come again. */
  static final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooMany() {
      super("too many large bodies come at once; send this one again soon");
    }
  }
}
