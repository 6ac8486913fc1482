package city.whistle.workers.dataset;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports by what words of the catalogue callers' own are found. */
@Component
class EverydayWordImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;

  EverydayWordImport(DataFile files, JdbcTemplate jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  void importWords() {
    File file = files.read("everyday-words.json", File.class);
    jdbc.update("delete from registry.everyday_word");
    jdbc.batchUpdate(
        "insert into registry.everyday_word (said, found, source) values (?, ?, ?)",
        file.words().stream().flatMap(word -> word.rows(file.source())).toList());
  }

  record File(String source, List<Word> words) {}

  record Word(List<String> said, List<String> found) {

    Stream<Object[]> rows(String source) {
      return said.stream()
          .flatMap(one -> found.stream().map(other -> new Object[] {one, other, source}));
    }
  }
}
