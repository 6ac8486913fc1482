package city.whistle.workers.patrol;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.LanePolicies;
import city.whistle.workers.lane.LanePolicy;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.lane.Lanes;
import city.whistle.workers.lane.Post;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.resident.Redaction;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads and checks what is reported of a walk, by what held on the day of the walk. */
@Component
class PatrolReader {

  private static final Set<String> PROPOSALS = new TreeSet<>(Set.of("settled", "case", "whistle"));

  private final Lanes lanes;
  private final LanePosts posts;
  private final LanePolicies policies;
  private final CityTime time;

  PatrolReader(Lanes lanes, LanePosts posts, LanePolicies policies, CityTime time) {
    this.lanes = lanes;
    this.posts = posts;
    this.policies = policies;
    this.time = time;
  }

  /**
   * @param own throws where the lane is none of the caller's, before anything is said of who holds
   *     a post there
   * @throws city.whistle.workers.request.InvalidRequest naming every bad field
   */
  NewPatrol read(RequestFields fields, Consumer<Lane> own) {
    OffsetDateTime walkedAt = walkedAt(fields);
    LocalDate day = walkedAt.toLocalDate();
    LanePolicy policy = policies.on(day);
    Optional<Lane> lane = lane(fields, day);
    lane.ifPresent(own);
    String person = fields.requiredText("person", 100);
    Optional<Post> post = lane.flatMap(known -> post(fields, known, person, day));
    String rhythm =
        fields.requiredText("rhythm", 40) == null
            ? null
            : fields.oneOf("rhythm", codes(policy.rhythm(), LanePolicy.Rhythm::code));
    boolean found = fields.has("finding");
    RequestFields finding = fields.object("finding");
    NewPatrol patrol =
        new NewPatrol(
            lane.orElse(null),
            rhythm,
            walkedAt,
            person,
            post.orElse(null),
            found ? disorder(finding, policy) : null,
            found ? redacted(finding.requiredText("what", 500), Redaction::of) : null,
            found ? redacted(finding.requiredText("place", 200), Redaction::ofPlace) : null,
            found && Boolean.TRUE.equals(finding.flag("settledAtOnce")),
            found ? finding.oneOf("proposal", PROPOSALS) : null);
    if (found) {
      finding.refuseOthers();
    }
    fields.refuseOthers();
    fields.throwIfWrong();
    return patrol;
  }

  private static String redacted(String text, UnaryOperator<String> rule) {
    return text == null ? null : rule.apply(text);
  }

  /** Now where nothing is said; clocks differ by a little, so what is just ahead is now. */
  private OffsetDateTime walkedAt(RequestFields fields) {
    OffsetDateTime now = time.now();
    OffsetDateTime said = CityTime.inCity(fields.time("walkedAt"));
    if (said == null) {
      return now;
    }
    int days = policies.on(said.toLocalDate()).backdatedDays();
    if (said.isAfter(now.plusMinutes(5))) {
      fields.refuse("walkedAt", "must not lie in the future");
    } else if (said.toLocalDate().isBefore(now.toLocalDate().minusDays(days))) {
      fields.refuse("walkedAt", "must not lie more than " + days + " days back");
    }
    return said.isAfter(now) ? now : said;
  }

  private Optional<Lane> lane(RequestFields fields, LocalDate day) {
    String id = fields.requiredText("lane", 40);
    Optional<Lane> lane =
        id == null ? Optional.empty() : lanes.find(id).filter(known -> known.isOn(day));
    if (id != null && lane.isEmpty()) {
      fields.refuse(
          "lane", "must be the id of a lane, as GET /api/lanes lists them, on the day of the walk");
    }
    return lane;
  }

  private Optional<Post> post(RequestFields fields, Lane lane, String person, LocalDate day) {
    Optional<Post> post = person == null ? Optional.empty() : posts.held(lane.id(), person, day);
    if (person != null && post.isEmpty()) {
      fields.refuse("person", "must hold a post in this lane on the day of the walk");
    }
    return post;
  }

  private static String disorder(RequestFields finding, LanePolicy policy) {
    return finding.requiredText("disorder", 40) == null
        ? null
        : finding.oneOf("disorder", codes(policy.disorders(), LanePolicy.Disorder::code));
  }

  private static <T> Set<String> codes(List<T> of, Function<T, String> code) {
    return of.stream().map(code).collect(Collectors.toCollection(TreeSet::new));
  }
}
