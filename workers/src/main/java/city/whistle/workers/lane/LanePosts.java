package city.whistle.workers.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which post in a lane, by day. */
@Component
public class LanePosts {

  /** Before the id of the lane whose chief is a candidate group. */
  public static final String CHIEFS = "lane:";

  private final JdbcClient jdbc;
  private final Lanes lanes;

  LanePosts(JdbcClient jdbc, Lanes lanes) {
    this.jdbc = jdbc;
    this.lanes = lanes;
  }

  /** All that were ever held there, the newest first. */
  public List<PostHeld> of(String laneId) {
    return jdbc.sql(
            """
            select * from registry.lane_post where lane_id = ?
            order by valid_from desc, post, person_id\
            """)
        .param(laneId)
        .query(LanePosts::read)
        .list();
  }

  public List<PostHeld> on(String laneId, LocalDate day) {
    return of(laneId).stream().filter(post -> post.isHeldOn(day)).toList();
  }

  /** The account of the chief on that day; empty where the lane has none. */
  public Optional<String> chief(String laneId, LocalDate day) {
    return on(laneId, day).stream()
        .filter(held -> held.post() == Post.CHIEF)
        .map(PostHeld::personId)
        .findFirst();
  }

  /** Which post the person holds there on that day; of several the first of {@link Post}. */
  public Optional<Post> held(String laneId, String personId, LocalDate day) {
    return on(laneId, day).stream()
        .filter(held -> held.personId().equals(personId))
        .map(PostHeld::post)
        .sorted()
        .findFirst();
  }

  /** The candidate groups of the lanes whose chief is one of these on that day. */
  public Set<String> groups(Collection<String> personIds, LocalDate day) {
    return jdbc
        .sql(
            """
            select distinct lane_id from registry.lane_post
            where post = 'chief' and person_id = any(:people::text[]) and valid_from <= :day
              and (valid_to is null or valid_to > :day)\
            """)
        .param("people", personIds.toArray(String[]::new))
        .param("day", day)
        .query(String.class)
        .list()
        .stream()
        .map(CHIEFS::concat)
        .collect(Collectors.toSet());
  }

  /** These posts and no others; the caller has looked that there is one chief at a time. */
  @Transactional
  public void replace(String laneId, List<PostHeld> posts) {
    lanes.lock(laneId);
    jdbc.sql("delete from registry.lane_post where lane_id = ?").param(laneId).update();
    posts.forEach(post -> insert(laneId, post));
  }

  /**
   * From that day on the person holds the post; a chief follows the one before, whose time ends
   * there, and what was to come after is no more.
   */
  @Transactional
  public void appoint(String laneId, Post post, String personId, LocalDate from) {
    lanes.lock(laneId);
    end(laneId, post, post == Post.CHIEF ? null : personId, from);
    insert(laneId, new PostHeld(post, personId, from, null));
  }

  /** From that day on the person holds the post no more. */
  @Transactional
  public void relieve(String laneId, Post post, String personId, LocalDate from) {
    lanes.lock(laneId);
    end(laneId, post, personId, from);
  }

  /**
   * @param personId null for whoever holds it
   */
  private void end(String laneId, Post post, String personId, LocalDate from) {
    for (String change :
        List.of(
            "delete from registry.lane_post where valid_from >= :from",
            "update registry.lane_post set valid_to = :from where (valid_to is null or valid_to > :from)")) {
      jdbc.sql(
              change
                  + " and lane_id = :lane and post = :post"
                  + " and (:person::text is null or person_id = :person)")
          .param("from", from)
          .param("lane", laneId)
          .param("post", post.wireName())
          .param("person", personId, Types.VARCHAR)
          .update();
    }
  }

  private void insert(String laneId, PostHeld held) {
    jdbc.sql(
            """
            insert into registry.lane_post (lane_id, post, person_id, valid_from, valid_to)
            values (?, ?, ?, ?, ?)\
            """)
        .params(laneId, held.post().wireName(), held.personId(), held.from(), held.to())
        .update();
  }

  private static PostHeld read(ResultSet row, int n) throws SQLException {
    return new PostHeld(
        Post.of(row.getString("post")).orElseThrow(),
        row.getString("person_id"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
