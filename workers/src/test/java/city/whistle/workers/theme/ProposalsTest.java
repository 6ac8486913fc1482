package city.whistle.workers.theme;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proposed for the month. */
@RegistryTest
class ProposalsTest extends NovemberTest {

  @Test
  void proposeWhatIsAskedForOften() {
    asked(WATER, 120, MONTH.minusMonths(1));
    asked(WATER, 118, MONTH.minusMonths(13));
    asked(QUALITY, 99, MONTH.minusMonths(1));
    asked(QUALITY, 98, MONTH.minusMonths(13));

    assertThat(proposals())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.categoryCode()).isEqualTo(WATER);
              assertThat(one.kind()).isEqualTo(ThemeKind.FREQUENT);
              assertThat(one.requests()).isEqualTo(120);
              assertThat(one.earlier()).isEqualTo(118);
              assertThat(one.streets()).isEqualTo(1);
              assertThat(one.places().get(0).name()).isEqualTo("展览路街道");
            });
  }

  @Test
  void proposeWhatGrowsAgainstTheSameMonths() {
    asked(WATER, 45, MONTH.minusMonths(1));
    asked(WATER, 30, MONTH.minusMonths(13));
    asked(QUALITY, 44, MONTH.minusMonths(1));
    asked(QUALITY, 30, MONTH.minusMonths(13));

    assertThat(proposals())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.categoryCode()).isEqualTo(WATER);
              assertThat(one.kind()).isEqualTo(ThemeKind.RISK);
              assertThat(one.growth()).isEqualTo(0.5);
            });
  }

  @Test
  void proposeWhatStaysUnsettled() {
    asked(WATER, 40, MONTH.minusMonths(1));
    asked(WATER, 40, MONTH.minusMonths(13));
    answered(WATER, 16, "settled");
    answered(WATER, 4, "not");

    assertThat(proposals())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(ThemeKind.RISK);
              assertThat(one.answered()).isEqualTo(20);
              assertThat(one.unsettled()).isEqualTo(0.2);
            });
  }

  @Test
  void proposeWhatReturnsInThisMonthBeforeAnybodyAsksForIt() {
    asked(HEAT, 60, MONTH.minusYears(1));
    asked(HEAT, 60, MONTH.minusYears(2));

    assertThat(proposals())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(ThemeKind.SEASONAL);
              assertThat(one.requests()).isZero();
              assertThat(one.season()).isEqualTo(12);
            });
  }

  @Test
  void sayNothingOfGrowthWhereTheYearsBeforeAreUnknown() {
    asked(WATER, 120, MONTH.minusMonths(1));

    assertThat(proposals())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(ThemeKind.FREQUENT);
              assertThat(one.growth()).isNull();
              assertThat(one.season()).isNull();
            });
  }

  @Test
  void countNoConfidentialCase() {
    asked(WATER, 120, MONTH.minusMonths(1));
    jdbc.sql("update registry.case_file set confidential = true where category_code = ?")
        .param(WATER)
        .update();
    assertThat(proposals()).isEmpty();
    jdbc.sql("update registry.case_file set confidential = false where category_code = ?")
        .param(WATER)
        .update();
  }

  private List<Proposal> proposals() {
    scene.found(MONTH, FIRST);
    return views.find(MONTH).orElseThrow().proposals();
  }

  /** As call-backs of the month before. */
  private void answered(String category, int times, String settled) {
    for (int n = 0; n < times; n++) {
      jdbc.sql(
              """
              with one as (insert into registry.callback (id, case_id, round, attempt, channel, planned_at)
                select gen_random_uuid(), id, 1, 1, 'phone', now() from registry.case_file
                where category_code = :category limit 1 returning id, case_id)
              insert into registry.callback_fact (callback_id, case_id, recorded_at, unit_code, category_code, answered,
                contacted, settled, satisfied, settled_at_first)
              select id, case_id, :at, '110102009', :category, true, true, :settled, 'satisfied', true from one\
              """)
          .param("category", category)
          .param("at", Months.moment(MONTH.minusMonths(1).atDay(10)))
          .param("settled", settled)
          .update();
    }
  }
}
