package city.whistle.app;

import city.whistle.app.demo.ArticleCase;
import city.whistle.app.demo.Closing;
import city.whistle.app.demo.NotInTime;
import city.whistle.app.demo.Place;
import java.io.PrintStream;
import java.util.UUID;

/** Plays the article's case on a running installation and shows its timeline. */
final class Demo {

  private final Place place;
  private final PrintStream out;

  Demo(Addresses addresses, PrintStream out) {
    this.place = placeOf(addresses);
    this.out = out;
  }

  static Place placeOf(Addresses addresses) {
    return new Place(
        addresses.api().orElseThrow(), addresses.apiKey().orElseThrow(), addresses.rest());
  }

  /** Returns the exit code: 0 if the case went all the way and ended well. */
  int run() {
    ArticleCase.Handle handle = ArticleCase.open(place, "demo-" + UUID.randomUUID());
    out.printf("Case %s: power for buildings 42 and 46 in Zhanlanlu, Xicheng%n%n", handle.number());
    try (ArticleCase story = ArticleCase.join(place, handle, out::println)) {
      story.blowTheWhistle();
      story.report();
      story.settleTogether();
      story.score();
      story.replyAndCallBack();
      Closing closing = story.closing();
      out.println();
      out.println(closing);
      return closing.happy() ? 0 : Refusal.FAILED;
    } catch (NotInTime e) {
      throw Refusal.failed(e.getMessage());
    }
  }
}
