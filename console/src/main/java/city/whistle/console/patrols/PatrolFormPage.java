package city.whistle.console.patrols;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The form of a patrol.
 *
 * @param lanes of the person's own; empty where he holds no post today
 * @param rhythms what one walks for
 * @param disorders the ten of today
 * @param photosMax of before, and as many of after
 */
public record PatrolFormPage(
    Fields form,
    List<Lane> lanes,
    List<Named> rhythms,
    List<Named> disorders,
    List<String> proposals,
    int photosMax,
    Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** What is filled in. */
  public record Fields(
      String ticket,
      String lane,
      String rhythm,
      String disorder,
      String what,
      String place,
      String proposal) {}

  /** A lane. */
  public record Lane(String id, String name) {}

  /** Something of the policy's. */
  public record Named(String code, String name, String nameEn) {}
}
