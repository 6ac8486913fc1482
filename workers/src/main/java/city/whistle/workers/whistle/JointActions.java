package city.whistle.workers.whistle;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.organisation.CentreParty;
import city.whistle.workers.organisation.OnDuty;
import city.whistle.workers.whistle.JointActionRecord.Deed;
import city.whistle.workers.whistle.JointActionRecord.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of joint actions: whom the centre had, what was found, what each did. */
@Component
class JointActions {

  private final JdbcClient jdbc;
  private final CityTime time;

  JointActions(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Keeps whom the centre had when the whistle was issued: later lists don't change it. */
  void called(UUID whistleId, List<CentreParty> parties) {
    parties.forEach(
        party ->
            jdbc.sql(
                    """
                    insert into registry.joint_party (whistle_id, holder, role, name, unit_code, people, gap)
                    values (?, ?, ?, ?, ?, ?, ?)\
                    """)
                .params(
                    whistleId,
                    party.holder(),
                    party.role(),
                    party.name(),
                    party.unit(),
                    party.onDuty().stream()
                        .map(OnDuty::person)
                        .filter(person -> !person.isEmpty())
                        .toArray(String[]::new),
                    party.gap())
                .update());
  }

  /** Writes down what came of it; the first time counts. */
  void record(UUID whistleId, JointAction action) {
    int rows =
        jdbc.sql(
                """
                insert into registry.joint_action (whistle_id, found, own_deed, recorded_at)
                values (?, ?, ?, ?) on conflict do nothing\
                """)
            .params(
                whistleId, action.found() == null ? "" : action.found(), action.own(), time.now())
            .update();
    if (rows == 0 || action.deeds() == null) {
      return;
    }
    int position = 0;
    for (Deed deed : action.deeds()) {
      jdbc.sql(
              """
              insert into registry.joint_deed (whistle_id, position, unit_code, did)
              values (?, ?, ?, ?)\
              """)
          .params(whistleId, ++position, deed.unit(), deed.did())
          .update();
    }
  }

  /** Empty where the whistle called no centre. */
  Optional<JointActionRecord> of(UUID whistleId) {
    List<CentreParty> parties =
        jdbc.sql(
                """
                select * from registry.joint_party where whistle_id = ?
                order by array_position(array['ownTeam', 'base', 'resident', 'onCall'], role), holder\
                """)
            .param(whistleId)
            .query(JointActions::party)
            .list();
    Optional<Found> found =
        jdbc.sql("select * from registry.joint_action where whistle_id = ?")
            .param(whistleId)
            .query(
                (row, n) ->
                    new Found(
                        row.getString("found"),
                        row.getString("own_deed"),
                        CityTime.inCity(row.getObject("recorded_at", OffsetDateTime.class))))
            .optional();
    return parties.isEmpty() && found.isEmpty()
        ? Optional.empty()
        : Optional.of(new JointActionRecord(parties, found.orElse(null), deeds(whistleId)));
  }

  private List<Deed> deeds(UUID whistleId) {
    return jdbc.sql("select * from registry.joint_deed where whistle_id = ? order by position")
        .param(whistleId)
        .query((row, n) -> new Deed(row.getString("unit_code"), row.getString("did")))
        .list();
  }

  private static CentreParty party(ResultSet row, int n) throws SQLException {
    return new CentreParty(
        row.getString("holder"),
        row.getString("role"),
        row.getString("name"),
        row.getString("unit_code"),
        Stream.of((String[]) row.getArray("people").getArray())
            .map(person -> new OnDuty(person, null))
            .toList(),
        row.getString("gap"));
  }
}
