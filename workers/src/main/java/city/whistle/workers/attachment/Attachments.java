package city.whistle.workers.attachment;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.photo.CleanPhoto;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.SealedFiles;
import city.whistle.workers.timeline.RecordSeals;
import city.whistle.workers.timeline.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The photos of cases as they are kept. */
@Component
public class Attachments {

  /** Of the resident's, and of those of the work. */
  public static final int PER_CASE_MAX = 10;

  private final CaseFiles cases;
  private final SealedFiles files;
  private final ResidentVault vault;
  private final Timeline timeline;
  private final RecordSeals seals;
  private final CityTime time;
  private final JdbcClient jdbc;

  Attachments(
      CaseFiles cases,
      SealedFiles files,
      ResidentVault vault,
      Timeline timeline,
      RecordSeals seals,
      CityTime time,
      JdbcClient jdbc) {
    this.cases = cases;
    this.files = files;
    this.vault = vault;
    this.timeline = timeline;
    this.seals = seals;
    this.time = time;
    this.jdbc = jdbc;
  }

  /**
   * The case's photos, oldest first.
   *
   * @throws AttachmentRefused where they were destroyed
   */
  public List<Attachment> of(UUID caseId) {
    if (vault.isErased(caseId)) {
      throw AttachmentRefused.erased();
    }
    return jdbc.sql("select * from registry.attachment where case_id = ? order by added_at, id")
        .param(caseId)
        .query(Attachments::read)
        .list();
  }

  Optional<Attachment> find(UUID caseId, UUID id) {
    return jdbc.sql("select * from registry.attachment where case_id = ? and id = ?")
        .params(caseId, id)
        .query(Attachments::read)
        .optional();
  }

  /**
   * The photo that is there under the id, if it is the same.
   *
   * @throws AttachmentRefused where another is, or where there is no room for a new one
   */
  Optional<Attachment> before(CaseFile file, UUID id, byte[] sourceMac, PhotoSource source) {
    if (vault.isErased(file.id())) {
      throw AttachmentRefused.erased();
    }
    Optional<Attachment> there = find(file.id(), id);
    if (there.isPresent() && !Arrays.equals(sourceMac, sourceMac(file.id(), id))) {
      throw AttachmentRefused.other();
    }
    if (there.isEmpty()) {
      requireRoom(file, source.ofWork());
    }
    return there;
  }

  /** The resident's can't keep out those of the work, nor these his. */
  private void requireRoom(CaseFile file, boolean ofWork) {
    if (file.status().isFinal()) {
      throw AttachmentRefused.over(file.number());
    }
    int there =
        jdbc.sql("select count(*) from registry.attachment where case_id = ? and of_work = ?")
            .params(file.id(), ofWork)
            .query(Integer.class)
            .single();
    if (there >= PER_CASE_MAX) {
      throw AttachmentRefused.full(PER_CASE_MAX);
    }
  }

  /**
   * Keeps the photo, whole or not at all; two that come at once are taken one after the other.
   *
   * @return empty where it came twice and the other was first
   */
  @Transactional
  Optional<Attachment> add(
      UUID caseId, UUID id, byte[] sourceMac, CleanPhoto photo, PhotoSource source) {
    if (!files.lock(caseId)) {
      throw AttachmentRefused.erased();
    }
    if (before(cases.get(caseId), id, sourceMac, source).isPresent()) {
      return Optional.empty();
    }
    seals.touch(caseId);
    byte[] digest = files.seal(caseId, id, photo.jpeg());
    jdbc.sql(
            """
            insert into registry.attachment
              (case_id, id, source_mac, width, height, bytes, digest, client_id, added_at, of_work)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            caseId,
            id,
            sourceMac,
            photo.width(),
            photo.height(),
            photo.jpeg().length,
            digest,
            source.clientId(),
            time.now(),
            source.ofWork())
        .update();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("attachment", id);
    details.put("bytes", photo.jpeg().length);
    timeline.append(caseId, source.who(), "PhotoAdded", "", details);
    return find(caseId, id);
  }

  private byte[] sourceMac(UUID caseId, UUID id) {
    return jdbc.sql("select source_mac from registry.attachment where case_id = ? and id = ?")
        .params(caseId, id)
        .query(byte[].class)
        .optional()
        .orElse(null);
  }

  private static Attachment read(ResultSet row, int n) throws SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        row.getInt("width"),
        row.getInt("height"),
        row.getInt("bytes"),
        CityTime.inCity(row.getObject("added_at", OffsetDateTime.class)));
  }
}
