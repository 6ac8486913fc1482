package city.whistle.workers.patrol;

import city.whistle.workers.attachment.Attachment;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.digest.Sha256;
import city.whistle.workers.photo.CleanPhoto;
import city.whistle.workers.photo.PhotoCleaner;
import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.resident.SealedFiles;
import city.whistle.workers.timeline.Timeline;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The photos of what a patrol found, before and after it was settled: sealed like those of cases,
 * under a key of the patrol's own.
 */
@Component
public class PatrolPhotos {

  /** Of each moment. */
  public static final int MAX = 5;

  private final SealedFiles files;
  private final PhotoCleaner cleaner;
  private final MasterKey key;
  private final Timeline timeline;
  private final CityTime time;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  PatrolPhotos(
      SealedFiles files,
      PhotoCleaner cleaner,
      MasterKey key,
      Timeline timeline,
      CityTime time,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.files = files;
    this.cleaner = cleaner;
    this.key = key;
    this.timeline = timeline;
    this.time = time;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** The oldest first. */
  public List<Photo> of(UUID patrolId) {
    return jdbc.sql("select * from registry.patrol_photo where patrol_id = ? order by added_at, id")
        .param(patrolId)
        .query(PatrolPhotos::read)
        .list();
  }

  public boolean has(UUID patrolId, Moment moment) {
    return of(patrolId).stream().anyMatch(photo -> photo.moment() == moment);
  }

  /**
   * Takes a photo, whole or not at all; the same under the same id again changes nothing.
   *
   * @param declaredType the media type that the client says, or null
   * @throws PatrolRefused where the patrol takes no such photo
   * @throws city.whistle.workers.photo.PhotoRefused where it isn't one that can be kept
   */
  public Taken take(
      Patrol patrol, Moment moment, UUID id, byte[] bytes, String declaredType, String clientId) {
    byte[] mac = mac(patrol.id(), bytes);
    Optional<Photo> before = before(patrol, moment, id, mac);
    if (before.isPresent()) {
      return new Taken(before.get(), false);
    }
    CleanPhoto photo = cleaner.clean(bytes, declaredType);
    return transaction.execute(status -> add(patrol, moment, id, mac, photo, clientId));
  }

  private Taken add(
      Patrol patrol, Moment moment, UUID id, byte[] mac, CleanPhoto photo, String clientId) {
    files.lock(patrol.id());
    Optional<Photo> before = before(patrol, moment, id, mac);
    if (before.isPresent()) {
      return new Taken(before.get(), false);
    }
    byte[] digest = files.seal(patrol.id(), id, photo.jpeg());
    jdbc.sql(
            """
            insert into registry.patrol_photo
              (patrol_id, id, moment, source_mac, width, height, bytes, digest, client_id, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            patrol.id(),
            id,
            moment.wireName(),
            mac,
            photo.width(),
            photo.height(),
            photo.jpeg().length,
            digest,
            clientId,
            time.now())
        .update();
    timeline.append(
        patrol.id(),
        "street:" + patrol.streetCode(),
        "PhotoAdded",
        moment.wireName(),
        Map.of("attachment", id, "bytes", photo.jpeg().length));
    return new Taken(find(patrol.id(), id).orElseThrow(), true);
  }

  private Optional<Photo> before(Patrol patrol, Moment moment, UUID id, byte[] mac) {
    if (patrol.isClean()) {
      throw new PatrolRefused("nothing was found on this walk, so there is nothing to show");
    }
    Optional<Photo> there = find(patrol.id(), id);
    if (there.isPresent()) {
      if (there.get().moment() != moment || !Arrays.equals(mac, sourceMac(patrol.id(), id))) {
        throw new PatrolRefused(
            "another photo was sent under this id; choose a new id for each photo");
      }
      return there;
    }
    if (patrol.endedAt() != null) {
      throw new PatrolRefused("patrol " + patrol.number() + " is over");
    }
    if (of(patrol.id()).stream().filter(photo -> photo.moment() == moment).count() >= MAX) {
      throw new PatrolRefused(
          "a patrol has at most " + MAX + " photos of before and as many of after");
    }
    return there;
  }

  /** The photo's content, a JPEG of so many bytes; empty where there is none under the id. */
  @Transactional
  public Optional<InputStream> open(UUID patrolId, Photo photo) {
    return files.open(patrolId, photo.about().id(), photo.about().bytes());
  }

  public Optional<Photo> find(UUID patrolId, UUID id) {
    return jdbc.sql("select * from registry.patrol_photo where patrol_id = ? and id = ?")
        .params(patrolId, id)
        .query(PatrolPhotos::read)
        .optional();
  }

  private byte[] sourceMac(UUID patrolId, UUID id) {
    return jdbc.sql("select source_mac from registry.patrol_photo where patrol_id = ? and id = ?")
        .params(patrolId, id)
        .query(byte[].class)
        .single();
  }

  private byte[] mac(UUID patrolId, byte[] bytes) {
    MessageDigest digest = Sha256.start();
    digest.update(patrolId.toString().getBytes(StandardCharsets.US_ASCII));
    return key.mac("attachment", digest.digest(bytes));
  }

  private static Photo read(ResultSet row, int n) throws SQLException {
    return new Photo(
        Moment.of(row.getString("moment")).orElseThrow(),
        new Attachment(
            row.getObject("id", UUID.class),
            row.getInt("width"),
            row.getInt("height"),
            row.getInt("bytes"),
            CityTime.inCity(row.getObject("added_at", OffsetDateTime.class))));
  }

  /** A photo of it. */
  public record Photo(Moment moment, Attachment about) {}

  /**
   * @param created whether it is new
   */
  public record Taken(Photo photo, boolean created) {}
}
