package city.whistle.console.lanes;

import city.whistle.console.access.LaneAccess;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Problems;
import city.whistle.console.people.Dates;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.lane.Lanes;
import city.whistle.workers.lane.Post;
import city.whistle.workers.lane.PostHeld;
import city.whistle.workers.request.StorableText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Has posts in lanes given and ended. A change begins today or later: who held a post on a day that
 * is past, the patrols of that day were reported by.
 */
@Component
class LaneDesk {

  private static final int AHEAD_DAYS = 366;

  /** Without it the post gives its holder nothing to do. */
  private static final Map<Post, Role> NEEDS =
      Map.of(Post.CHIEF, Role.CHIEF, Post.STEWARD, Role.STEWARD);

  private final Lanes lanes;
  private final LanePosts posts;
  private final LaneAccess access;
  private final Accounts accounts;
  private final CityTime time;

  LaneDesk(Lanes lanes, LanePosts posts, LaneAccess access, Accounts accounts, CityTime time) {
    this.lanes = lanes;
    this.posts = posts;
    this.access = access;
    this.accounts = accounts;
    this.time = time;
  }

  /** The lane, if the person may know of it. */
  Lane seen(Person person, String id) {
    return lanes.find(id).filter(lane -> access.sees(person, lane)).orElseThrow(NoSuchPage::new);
  }

  /**
   * From that day on he holds the post; of a chief, the one before no more.
   *
   * @param problems gets what is wrong, field by field
   * @return whether it was done
   */
  boolean appoint(Person person, Lane lane, PostForm form, Problems problems) {
    requireKept(person, lane);
    Optional<Post> post = post(form, problems);
    Optional<LocalDate> from = from(lane, form.from(), "from", problems);
    Optional<Person> who = who(lane, post, form.person(), problems);
    if (problems.isEmpty() && holds(lane, post.get(), who.get().id(), from.get())) {
      problems.add("person", "lane.wrong.person.already", who.get().name());
    }
    if (!problems.isEmpty()) {
      return false;
    }
    posts.appoint(lane.id(), post.get(), who.get().id(), from.get());
    return true;
  }

  /** From that day on he holds the post no more. */
  boolean relieve(Person person, Lane lane, PostForm form, Problems problems) {
    requireKept(person, lane);
    Optional<Post> post = Post.of(form.post());
    Optional<LocalDate> from = from(lane, form.from(), "end", problems);
    if (post.isEmpty() || !isLeft(lane, post.get(), form.person())) {
      problems.add("leaving", "lane.wrong.leaving");
    }
    if (!problems.isEmpty()) {
      return false;
    }
    posts.relieve(lane.id(), post.get(), form.person(), from.get());
    return true;
  }

  private void requireKept(Person person, Lane lane) {
    if (!access.keeps(person, lane)) {
      throw new AccessDeniedException("a lane's posts are its sub-district's leaders' to give");
    }
  }

  private static Optional<Post> post(PostForm form, Problems problems) {
    Optional<Post> post = Post.of(form.post());
    if (post.isEmpty()) {
      problems.add("post", "lane.wrong.post");
    }
    return post;
  }

  private Optional<LocalDate> from(Lane lane, String text, String field, Problems problems) {
    LocalDate today = time.today();
    LocalDate from = text.isBlank() ? today : Dates.read(field, text, problems);
    if (from != null && from.isBefore(today)) {
      problems.add(field, "lane.wrong.from.past");
    } else if (from != null && from.isAfter(today.plusDays(AHEAD_DAYS))) {
      problems.add(field, "lane.wrong.from.far");
    } else if (from != null && !lane.isOn(from)) {
      problems.add(field, "lane.wrong.from.noLane");
    }
    return Optional.ofNullable(from);
  }

  /** By his user name, or by a name that nobody else of the sub-district has. */
  private Optional<Person> who(Lane lane, Optional<Post> post, String text, Problems problems) {
    if (text.isBlank()) {
      problems.add("person", "lane.wrong.person.missing");
      return Optional.empty();
    }
    Optional<Person> who = accounts.find(text).or(() -> named(lane, text));
    if (who.isEmpty()) {
      problems.add("person", "lane.wrong.person.unknown");
    }
    Role needed = post.map(NEEDS::get).orElse(null);
    if (who.isPresent() && needed != null && !who.get().units(needed).contains(lane.streetCode())) {
      String sentence = "lane.wrong.person.role." + needed.wireName();
      problems.add("person", sentence, who.get().name());
    }
    return who;
  }

  private Optional<Person> named(Lane lane, String name) {
    List<Person> found =
        choices(lane).stream().filter(person -> person.name().equals(name)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Who may be chosen: chiefs and stewards of the sub-district. */
  List<Person> choices(Lane lane) {
    return accounts.holding(Set.copyOf(NEEDS.values()), lane.streetCode(), 200);
  }

  private boolean holds(Lane lane, Post post, String id, LocalDate from) {
    return posts.on(lane.id(), from).stream()
        .anyMatch(held -> held.post() == post && held.personId().equals(id) && held.to() == null);
  }

  private boolean isLeft(Lane lane, Post post, String id) {
    return leaving(lane).stream()
        .anyMatch(held -> held.post() == post && held.personId().equals(id));
  }

  /** Who holds a post today, or will. */
  List<PostHeld> leaving(Lane lane) {
    LocalDate today = time.today();
    return posts.of(lane.id()).stream()
        .filter(held -> held.to() == null || held.to().isAfter(today))
        .toList();
  }

  /**
   * What was sent.
   *
   * @param post wire name
   */
  record PostForm(String post, String person, String from) {

    PostForm {
      post = post == null ? "" : post;
      person = person == null || !StorableText.holds(person) ? "" : person.strip();
      from = from == null ? "" : from.strip();
    }
  }
}
