package city.whistle.workers.model;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The set that stands: what the program brings, and in its place what was changed over the API,
 * which stays so after a restart and an update of the program.
 */
@Component
public class ModelSet {

  private static final Logger LOG = LoggerFactory.getLogger(ModelSet.class);
  private static final int FILES_MAX = 1000;

  private final ShippedModels shipped;
  private final JdbcClient jdbc;
  private final CityTime time;

  ModelSet(ShippedModels shipped, JdbcClient jdbc, CityTime time) {
    this.shipped = shipped;
    this.jdbc = jdbc;
    this.time = time;
  }

  /** All files, by name. */
  public List<ModelFile> standing() {
    return with(List.of());
  }

  /** All files after these have taken their places. */
  List<ModelFile> with(Collection<ModelFile> changed) {
    Map<String, ModelFile> set = new TreeMap<>();
    shipped.all().forEach(file -> set.put(file.name(), file));
    stored().forEach(file -> set.put(file.name(), file));
    changed.forEach(file -> set.put(file.name(), file));
    return List.copyOf(set.values());
  }

  /**
   * Says which changed files a newer program brings in another form, too; the changed ones hold.
   */
  public void tellOfUpdates() {
    Map<String, byte[]> known = new TreeMap<>();
    jdbc.sql("select name, shipped_digest from registry.model_file limit ?")
        .param(FILES_MAX)
        .query((row, n) -> known.put(row.getString("name"), row.getBytes("shipped_digest")))
        .list();
    for (ModelFile file : shipped.all()) {
      if (known.containsKey(file.name())
          && !Arrays.equals(known.get(file.name()), digest(file.content()))) {
        LOG.warn(
            "{} was changed here and in the program: what was changed here holds; compare them",
            file.name());
      }
    }
  }

  void keep(Collection<ModelFile> changed, String by) {
    Map<String, byte[]> own = new TreeMap<>();
    shipped.all().forEach(file -> own.put(file.name(), digest(file.content())));
    changed.forEach(
        file ->
            jdbc.sql(
                    """
                    insert into registry.model_file (name, content, shipped_digest, changed_by, changed_at)
                    values (?, ?, ?, ?, ?)
                    on conflict (name) do update set content = excluded.content,
                      shipped_digest = excluded.shipped_digest, changed_by = excluded.changed_by,
                      changed_at = excluded.changed_at\
                    """)
                .params(file.name(), file.content(), own.get(file.name()), by, time.now())
                .update());
  }

  private List<ModelFile> stored() {
    return jdbc.sql("select name, content from registry.model_file limit ?")
        .param(FILES_MAX)
        .query((row, n) -> new ModelFile(row.getString("name"), row.getBytes("content")))
        .list();
  }

  private static byte[] digest(byte[] content) {
    return Sha256.of(new String(content, StandardCharsets.ISO_8859_1));
  }
}
