package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.photo.PhotoCleaner.TooBusy;
import city.whistle.workers.photo.PhotoPlaces;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

class PhotoBodiesTest {

  private final AtomicLong nanos = new AtomicLong();
  private final PhotoBodies bodies = new PhotoBodies(new PhotoPlaces(), nanos::get);

  @Test
  void takesOnlySoManyAtOnce() {
    assertThatThrownBy(() -> nested(PhotoBodies.AT_ONCE + 1)).isInstanceOf(TooBusy.class);
  }

  @Test
  void hasAPlaceAgainOnceAPhotoIsDone() {
    nested(PhotoBodies.AT_ONCE);

    assertThat(nested(PhotoBodies.AT_ONCE)).isEqualTo(PhotoBodies.AT_ONCE);
  }

  @Test
  void hasAPlaceAgainAlsoAfterAPhotoThatWasRefused() {
    for (int i = 0; i <= PhotoBodies.AT_ONCE; i++) {
      assertThatThrownBy(() -> bodies.use(request(3), body -> refuse()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void waitsForNobodyLongerThanAMinute() {
    PhotoBodies slow =
        new PhotoBodies(
            new PhotoPlaces(),
            () -> nanos.getAndAdd(PhotoBodies.TIME_MAX.plusSeconds(1).toNanos()));

    assertThatThrownBy(() -> slow.use(request(3), body -> body.length))
        .isInstanceOf(ResponseStatusException.class)
        .hasMessageContaining("408");
  }

  @Test
  void takesABodyThatIsEmpty() {
    assertThat(bodies.<Integer>use(request(0), body -> body.length)).isZero();
  }

  /** A photo that comes while others are being looked at. */
  private int nested(int depth) {
    return bodies.use(request(3), body -> depth == 1 ? 1 : 1 + nested(depth - 1));
  }

  private static Object refuse() {
    throw new IllegalStateException("refused");
  }

  private static MockHttpServletRequest request(int bytes) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContent(new byte[bytes]);
    return request;
  }
}
