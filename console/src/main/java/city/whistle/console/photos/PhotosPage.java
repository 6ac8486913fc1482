package city.whistle.console.photos;

import city.whistle.console.layout.Message;
import city.whistle.console.layout.Page;
import city.whistle.console.photos.PhotoDesk.Outcome;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The photos of a case.
 *
 * @param number of the case
 * @param path of this page
 * @param photos null where they were destroyed with the resident's data
 * @param open whether the person has said why he looks, so that they are shown
 * @param adds whether he may add some
 * @param outcomes of what he has just sent
 * @param problem what is wrong with his wish to look; null where nothing is
 */
public record PhotosPage(
    String number,
    String title,
    String path,
    List<Photo> photos,
    boolean open,
    boolean adds,
    List<Outcome> outcomes,
    Message problem)
    implements Page {

  @Override
  public HttpStatus status() {
    return problem == null && outcomes.stream().allMatch(one -> one.problem() == null)
        ? HttpStatus.OK
        : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** A photo. */
  public record Photo(String path, int width, int height, OffsetDateTime at) {}
}
