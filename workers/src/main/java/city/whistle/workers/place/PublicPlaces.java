package city.whistle.workers.place;

import city.whistle.workers.calendar.CityTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The public places of cases, beside the exact point that lies with the resident: only of
 * categories that data mark as in public space. Whatever is near is found by these alone.
 */
@Component
public class PublicPlaces {

  private final JdbcClient jdbc;
  private final CityTime time;

  PublicPlaces(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * The cell of a matter of this category, with those that count as the same place; empty where the
   * category is not in public space.
   *
   * @param categoryCode null for none
   */
  public Optional<Area> area(String categoryCode, double latitude, double longitude) {
    return reach(categoryCode)
        .map(reach -> new Area(categoryCode, Cell.of(latitude, longitude), reach));
  }

  /** The same of a case that has a public place. */
  public Optional<Area> areaOf(UUID caseId) {
    return jdbc.sql("select category_code, north, east from registry.case_place where case_id = ?")
        .param(caseId)
        .query(
            (row, n) ->
                new Area(
                    row.getString("category_code"),
                    new Cell(row.getInt("north"), row.getInt("east")),
                    reach(row.getString("category_code")).orElse(0)))
        .optional();
  }

  public void note(UUID caseId, Area area) {
    jdbc.sql(
            """
            insert into registry.case_place (case_id, category_code, north, east, received_at)
            values (?, ?, ?, ?, ?)\
            """)
        .params(caseId, area.categoryCode(), area.cell().north(), area.cell().east(), time.now())
        .update();
  }

  private Optional<Integer> reach(String categoryCode) {
    return jdbc.sql(
            """
            select radius from registry.public_category
            where category_code = ? and valid_from <= ? order by valid_from desc limit 1\
            """)
        .params(categoryCode, time.now().toLocalDate())
        .query(Integer.class)
        .optional()
        .map(Cell::reach);
  }

  /**
   * A cell and how many cells around it are the same place for a category.
   *
   * @param reach 0 for the cell alone
   */
  public record Area(String categoryCode, Cell cell, int reach) {}
}
