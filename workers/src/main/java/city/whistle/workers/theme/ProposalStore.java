package city.whistle.workers.theme;

import city.whistle.workers.json.JsonText;
import city.whistle.workers.theme.Proposal.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was proposed for a month, as it was proposed. */
@Component
class ProposalStore {

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final JsonText json;

  ProposalStore(JdbcClient jdbc, JdbcTemplate rows, JsonText json) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.json = json;
  }

  /** In place of those that it had. */
  void put(UUID theme, List<Proposal> proposals) {
    jdbc.sql("delete from registry.theme_proposal where theme_id = ?").param(theme).update();
    rows.batchUpdate(
        """
        insert into registry.theme_proposal (theme_id, position, category_code, category_name, kind, requests,
          earlier, growth, season, answered, unsettled, streets, cells, places, hint)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)\
        """,
        IntStream.range(0, proposals.size())
            .mapToObj(n -> values(theme, n + 1, proposals.get(n)))
            .toList());
  }

  private Object[] values(UUID theme, int position, Proposal proposal) {
    return new Object[] {
      theme,
      position,
      proposal.categoryCode(),
      proposal.categoryName(),
      proposal.kind().wireName(),
      proposal.requests(),
      proposal.earlier(),
      proposal.growth(),
      proposal.season(),
      proposal.answered(),
      proposal.unsettled(),
      proposal.streets(),
      proposal.cells(),
      json.write(proposal.places()),
      proposal.hint()
    };
  }

  List<Proposal> of(UUID theme) {
    return jdbc.sql("select * from registry.theme_proposal where theme_id = ? order by position")
        .param(theme)
        .query((row, n) -> read(row))
        .list();
  }

  private Proposal read(ResultSet row) throws SQLException {
    return new Proposal(
        row.getString("category_code"),
        row.getString("category_name"),
        ThemeKind.of(row.getString("kind")),
        row.getInt("requests"),
        Proposals.number(row, "earlier"),
        Proposals.number(row, "growth"),
        Proposals.number(row, "season"),
        row.getInt("answered"),
        Proposals.number(row, "unsettled"),
        row.getInt("streets"),
        row.getInt("cells"),
        List.of(json.read(row.getString("places"), Place[].class)),
        row.getString("hint"));
  }
}
