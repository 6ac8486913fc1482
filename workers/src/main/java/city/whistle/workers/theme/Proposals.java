package city.whistle.workers.theme;

import city.whistle.workers.json.JsonText;
import city.whistle.workers.theme.Proposal.Place;
import city.whistle.workers.theme.ThemeHints.Hint;
import city.whistle.workers.unit.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what a month's theme could take up: {@code theme/proposals.sql} with the policy's numbers.
 */
@Component
class Proposals {

  private final String sql = read();
  private final JdbcClient jdbc;
  private final JsonText json;
  private final Units units;

  Proposals(JdbcClient jdbc, JsonText json, Units units) {
    this.jdbc = jdbc;
    this.json = json;
    this.units = units;
  }

  /**
   * Seasonal ones first, then risks, then the frequent.
   *
   * @param hints whose categories are among them, whatever their figures
   */
  List<Proposal> find(Months months, ThemePolicy policy, List<Hint> hints) {
    Map<String, Hint> hinted =
        hints.stream()
            .collect(
                Collectors.toMap(Hint::categoryCode, Function.identity(), (one, other) -> one));
    return jdbc.sql(sql)
        .param("from", months.from())
        .param("to", months.to())
        .param("froms", months.froms())
        .param("tos", months.tos())
        .param("comings", months.comings())
        .param("ends", months.ends())
        .param("years", months.yearsBefore())
        .param("hinted", hinted.keySet().toArray(String[]::new))
        .param("seasonalAtLeast", policy.seasonalAtLeast())
        .param("seasonFrom", policy.seasonFrom())
        .param("riskAtLeast", policy.riskAtLeast())
        .param("growthFrom", policy.growthFrom())
        .param("answeredAtLeast", policy.answeredAtLeast())
        .param("unsettledFrom", policy.unsettledFrom())
        .param("frequentAtLeast", policy.frequentAtLeast())
        .param("mostOfKind", policy.mostOfKind())
        .query((row, n) -> read(row, hinted))
        .list();
  }

  private Proposal read(ResultSet row, Map<String, Hint> hinted) throws SQLException {
    Hint hint = hinted.get(row.getString("category_code"));
    String name = row.getString("name");
    return new Proposal(
        row.getString("category_code"),
        name == null && hint != null ? hint.categoryName() : name,
        ThemeKind.of(row.getString("kind")),
        row.getInt("requests"),
        number(row, "earlier"),
        number(row, "growth"),
        number(row, "season"),
        row.getInt("answered"),
        number(row, "unsettled_share"),
        row.getInt("streets"),
        row.getInt("cells"),
        places(row.getString("places")),
        hint == null ? null : hint.source());
  }

  private List<Place> places(String text) {
    return Arrays.stream(json.read(text, Place[].class))
        .map(place -> new Place(place.code(), units.name(place.code()), place.requests()))
        .toList();
  }

  /** Null stays null. */
  static Double number(ResultSet row, String column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? null : value.doubleValue();
  }

  private static String read() {
    try (var in = new ClassPathResource("theme/proposals.sql").getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("theme/proposals.sql can't be read", e);
    }
  }
}
