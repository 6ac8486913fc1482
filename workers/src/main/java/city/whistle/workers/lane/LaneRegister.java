package city.whistle.workers.lane;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.LaneRights;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.request.RequestDay;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is registered of lanes: themselves, and who answers for them. */
@Component
public class LaneRegister {

  private static final int POSTS_MAX = 200;
  private static final int LENGTH_MAX = 100_000;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
  private static final Set<String> CLASSES =
      Arrays.stream(LaneClass.values())
          .map(LaneClass::wireName)
          .collect(Collectors.toCollection(TreeSet::new));
  private static final Set<String> POSTS =
      Arrays.stream(Post.values())
          .map(Post::wireName)
          .collect(Collectors.toCollection(TreeSet::new));

  private final Lanes lanes;
  private final LanePosts posts;
  private final LaneRights rights;
  private final Units units;
  private final CityTime time;

  LaneRegister(Lanes lanes, LanePosts posts, LaneRights rights, Units units, CityTime time) {
    this.lanes = lanes;
    this.posts = posts;
    this.rights = rights;
    this.units = units;
    this.time = time;
  }

  /**
   * Keeps the lane as the body says.
   *
   * @return whether it is new
   * @throws city.whistle.workers.request.InvalidRequest naming every bad field
   * @throws city.whistle.workers.access.NotAllowed where it is another sub-district's, before or
   *     now
   */
  @Transactional
  public boolean put(Caller caller, String id, JsonNode body) {
    RequestFields fields = RequestFields.of(body);
    if (!ID.matcher(id).matches()) {
      fields.refuse("id", "must be 2 to 40 small letters, digits and hyphens");
    }
    Lane lane = lane(id, fields);
    fields.refuseOthers();
    fields.throwIfWrong();
    rights.requireOwn(caller, lane.streetCode());
    lanes.find(id).ifPresent(before -> rights.requireOwn(caller, before.streetCode()));
    return !lanes.put(lane);
  }

  private Lane lane(String id, RequestFields fields) {
    LocalDate from = RequestDay.of(fields, "validFrom");
    LocalDate to = RequestDay.of(fields, "validTo");
    LocalDate begins = from == null ? time.today() : from;
    if (to != null && to.isBefore(begins)) {
      fields.refuse("validTo", "must not lie before validFrom");
    }
    String wanted =
        fields.requiredText("class", 20) == null ? null : fields.oneOf("class", CLASSES);
    return new Lane(
        id,
        fields.requiredText("name", 60),
        street(fields),
        LaneClass.of(wanted).orElse(LaneClass.STANDARD),
        length(fields),
        fields.text("community", 60),
        List.copyOf(LaneCells.read(fields)),
        begins,
        to,
        Optional.ofNullable(fields.text("source", 200)).orElse("registered by the API"));
  }

  private String street(RequestFields fields) {
    String code = fields.requiredText("streetCode", 20);
    return code == null || units.find(code, UnitKind.STREET).isPresent()
        ? code
        : fields.refuse("streetCode", "must be the code of a sub-district or township");
  }

  private static Integer length(RequestFields fields) {
    String wanted = "must be its length in metres, 1 to " + LENGTH_MAX;
    Integer length = fields.wholeNumber("lengthMetres", LENGTH_MAX, wanted);
    return length != null && length == 0 ? fields.refuse("lengthMetres", wanted) : length;
  }

  /**
   * Keeps these posts of the lane and no others; empty where there is no such lane.
   *
   * @throws city.whistle.workers.request.InvalidRequest naming every bad field
   * @throws city.whistle.workers.access.NotAllowed where it is another sub-district's
   */
  @Transactional
  public Optional<Lane> putPosts(Caller caller, String id, JsonNode body) {
    Optional<Lane> lane = lanes.find(id);
    lane.ifPresent(
        known -> {
          rights.requireOwn(caller, known.streetCode());
          posts.replace(id, posts(RequestFields.of(body)));
        });
    return lane;
  }

  private static List<PostHeld> posts(RequestFields fields) {
    List<PostHeld> posts = new ArrayList<>();
    fields.objects("posts", POSTS_MAX).forEach(row -> post(row).ifPresent(posts::add));
    fields.refuseOthers();
    List<PostHeld> chiefs = posts.stream().filter(held -> held.post() == Post.CHIEF).toList();
    for (PostHeld held : posts) {
      boolean twice =
          posts.stream()
              .anyMatch(
                  other ->
                      other != held
                          && other.post() == held.post()
                          && other.personId().equals(held.personId())
                          && other.overlaps(held));
      if (twice) {
        fields.refuse("posts", "has a post twice for the same person and time");
        break;
      }
    }
    if (chiefs.stream()
        .anyMatch(one -> chiefs.stream().anyMatch(o -> o != one && o.overlaps(one)))) {
      fields.refuse("posts", "has two chiefs at a time: a lane has one");
    }
    fields.throwIfWrong();
    return posts;
  }

  private static Optional<PostHeld> post(RequestFields row) {
    String post = row.requiredText("post", 20) == null ? null : row.oneOf("post", POSTS);
    String person = row.requiredText("person", 100);
    LocalDate from = RequestDay.required(row, "from");
    LocalDate to = RequestDay.of(row, "to");
    row.refuseOthers();
    if (from != null && to != null && !to.isAfter(from)) {
      row.refuse(
          "to", "must lie after from: it is the first day on which the post is held no more");
    }
    return post == null || person == null || from == null
        ? Optional.empty()
        : Optional.of(new PostHeld(Post.of(post).orElseThrow(), person, from, to));
  }
}
