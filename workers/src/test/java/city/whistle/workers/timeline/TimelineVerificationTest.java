package city.whistle.workers.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.timeline.Finding.Kind;
import city.whistle.workers.timeline.TimelineVerification.Summary;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test changes one case's lines as somebody could who owns the database. */
@RegistryTest
class TimelineVerificationTest {

  @Autowired private TimelineVerification verification;
  @Autowired private Timeline timeline;
  @Autowired private Registry registry;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void findsNothingInWhatWasWritten() {
    CaseFile file = caseOfFiveLines();

    assertThat(findings(file)).isEmpty();
  }

  @Test
  void countsWhatItLookedAt() {
    caseOfFiveLines();

    Summary summary = verification.verify((number, finding) -> {});

    assertThat(summary.lines())
        .isEqualTo(registry.count("select count(*) from registry.timeline_entry"));
    assertThat(summary.timelines())
        .isEqualTo(registry.count("select count(*) from registry.timeline_head"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at = at + interval '1 day' | TEXT",
        "at = at + interval '1 microsecond' | TEXT",
        "who = 'somebody' | TEXT",
        "what = 'CaseForgotten' | TEXT",
        "why = 'x' | TEXT",
        "details = '{}' | TEXT",
        "hash = sha256('x') | TEXT",
        "previous_hash = sha256('x') | LINK",
      })
  void findsTheLineWhoseColumnWasChanged(String change, Kind kind) {
    CaseFile file = caseOfFiveLines();

    tamper("update registry.timeline_entry set " + change + " where subject = ? and seq = 3", file);

    assertThat(findings(file)).containsExactly(new Finding(file.id(), 3, kind));
  }

  @Test
  void findsTheChangedLineAlsoWhereItsHashWasMadeAnew() {
    CaseFile file = caseOfFiveLines();
    List<StoredLine> lines = lines(file);
    StoredLine third = lines.get(2);
    TimelineEntry said = third.entry();
    TimelineEntry forged =
        new TimelineEntry(3, said.at(), "somebody", said.what(), said.why(), said.details());

    tamper(
        "update registry.timeline_entry set who = 'somebody', hash = '%s' where subject = ? and seq = 3"
            .formatted(hex(ChainLink.hash(third.previous(), file.id(), forged))),
        file);

    assertThat(findings(file)).containsExactly(new Finding(file.id(), 4, Kind.ORDER));
  }

  @Test
  void findsALineThatIsMissingInTheMiddle() {
    CaseFile file = caseOfFiveLines();

    tamper("delete from registry.timeline_entry where subject = ? and seq = 3", file);

    assertThat(findings(file)).containsExactly(new Finding(file.id(), 3, Kind.MISSING));
  }

  @Test
  void findsThatTheLastLineIsMissing() {
    CaseFile file = caseOfFiveLines();

    tamper("delete from registry.timeline_entry where subject = ? and seq = 5", file);

    assertThat(findings(file)).containsExactly(new Finding(file.id(), 5, Kind.MISSING));
  }

  @Test
  void findsThatTheLastLineIsMissingAlsoWhereTheEndWasPutBack() {
    CaseFile file = caseOfFiveLines();
    byte[] hash = lines(file).get(3).hash();

    tamper("delete from registry.timeline_entry where subject = ? and seq = 5", file);
    tamper(
        "update registry.timeline_head set seq = 4, hash = '%s' where subject = ?"
            .formatted(hex(hash)),
        file);

    assertThat(findings(file)).containsExactly(new Finding(file.id(), 4, Kind.SEAL));
  }

  @Test
  void findsAForgedEndStillAfterHonestLines() {
    CaseFile file = caseOfFiveLines();
    byte[] hash = lines(file).get(3).hash();
    tamper("delete from registry.timeline_entry where subject = ? and seq = 5", file);
    tamper(
        "update registry.timeline_head set seq = 4, hash = '%s' where subject = ?"
            .formatted(hex(hash)),
        file);

    timeline.append(file.id(), "system", "CaseClosed", "");

    assertThat(findings(file)).contains(new Finding(file.id(), 5, Kind.SEAL));
  }

  @Test
  void findsLinesThatChangedPlaces() {
    CaseFile file = caseOfFiveLines();

    tamper("update registry.timeline_entry set seq = 103 where subject = ? and seq = 3", file);
    tamper("update registry.timeline_entry set seq = 3 where subject = ? and seq = 4", file);
    tamper("update registry.timeline_entry set seq = 4 where subject = ? and seq = 103", file);

    assertThat(findings(file))
        .contains(new Finding(file.id(), 3, Kind.TEXT), new Finding(file.id(), 4, Kind.TEXT));
  }

  @Test
  void findsALineThatWasPutInAtTheEnd() {
    CaseFile file = caseOfFiveLines();

    tamper(
        """
        insert into registry.timeline_entry
        select subject, 6, at, who, what, why, details, previous_hash, hash
        from registry.timeline_entry where subject = ? and seq = 5""",
        file);

    assertThat(findings(file)).contains(new Finding(file.id(), 6, Kind.ADDED));
  }

  @Test
  void findsALineOfAnotherCase() {
    CaseFile file = caseOfFiveLines();
    CaseFile other = caseOfFiveLines();

    tamper(
        """
        update registry.timeline_entry e set who = o.who, what = o.what, why = o.why, details = o.details,
          previous_hash = o.previous_hash, hash = o.hash
        from registry.timeline_entry o
        where e.subject = ? and e.seq = 2 and o.seq = 2 and o.subject = '%s'"""
            .formatted(other.id()),
        file);

    assertThat(findings(file)).contains(new Finding(file.id(), 2, Kind.TEXT));
    assertThat(findings(other)).isEmpty();
  }

  @Test
  void findsAnEndThatIsMissing() {
    CaseFile file = caseOfFiveLines();

    tamper("delete from registry.timeline_head where subject = ?", file);

    assertThat(findings(file)).containsExactly(new Finding(file.id(), 0, Kind.NO_END));
  }

  @Test
  void findsASealThatTheMasterKeyDidNotMake() {
    CaseFile file = caseOfFiveLines();

    tamper("update registry.timeline_head set seal = sha256('x') where subject = ?", file);

    assertThat(findings(file)).containsExactly(new Finding(file.id(), 5, Kind.SEAL));
  }

  @Test
  void findsACaseWithoutATimeline() {
    CaseFile file = caseOfFiveLines();

    tamper("delete from registry.timeline_entry where subject = ?", file);
    tamper("delete from registry.timeline_head where subject = ?", file);

    assertThat(findings(file)).containsExactly(new Finding(file.id(), 0, Kind.NO_TIMELINE));
  }

  @Test
  void goesOnAfterAFinding() {
    CaseFile file = caseOfFiveLines();

    tamper(
        "update registry.timeline_entry set who = 'x' where subject = ? and seq in (2, 4)", file);

    assertThat(findings(file))
        .containsExactly(
            new Finding(file.id(), 2, Kind.TEXT), new Finding(file.id(), 4, Kind.TEXT));
  }

  private CaseFile caseOfFiveLines() {
    CaseFile file = registry.opened();
    Stream.of("CaseRegistered", "CaseDispatched", "SignCase", "ContactResident")
        .forEach(
            step -> timeline.append(file.id(), "system", step, "as usual", Map.of("step", step)));
    return file;
  }

  private List<Finding> findings(CaseFile file) {
    List<Finding> findings = new ArrayList<>();
    verification.verify(
        (number, finding) -> {
          if (number.equals(file.number())) {
            findings.add(finding);
          }
        });
    return findings;
  }

  private List<StoredLine> lines(CaseFile file) {
    return jdbc.sql("select * from registry.timeline_entry where subject = ? order by seq")
        .param(file.id())
        .query((row, n) -> StoredLine.read(row))
        .list();
  }

  private static String hex(byte... bytes) {
    return "\\x" + HexFormat.of().formatHex(bytes);
  }

  private void tamper(String change, CaseFile file) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql(change).param(file.id()).update();
        });
  }
}
