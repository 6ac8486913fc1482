package city.whistle.console.themes;

import static city.whistle.console.People.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.console.ConsoleTest;
import city.whistle.console.People;
import city.whistle.console.account.Role;
import city.whistle.workers.calendar.CityTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class ThemesTest {

  @Autowired private MockMvc mvc;
  @Autowired private People people;
  @Autowired private JdbcClient jdbc;
  @Autowired private CityTime time;

  @Test
  void listPastYearsWhereNothingIsChosenYet() throws Exception {
    mvc.perform(get("/themes").with(as(people.with(Role.AUDITOR))))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("老楼加装电梯"),
                        containsString("nceol.com 2022-01-19"),
                        not(containsString("name=\"month\"")))));
  }

  @Test
  void areBegunByPolicyForThisMonthOrTheNext() throws Exception {
    var policy = as(people.with(Role.POLICY));
    String next = YearMonth.from(time.today()).plusMonths(1).toString();

    mvc.perform(get("/themes").with(policy))
        .andExpect(content().string(containsString("<option value=\"" + next)));
    mvc.perform(
            post("/themes").param("month", next).param("reason", "按季选题").with(policy).with(csrf()))
        .andExpect(redirectedUrl("/themes"));
    mvc.perform(post("/themes").param("month", next).with(policy).with(csrf()))
        .andExpect(content().string(containsString("reason-problem")));
    mvc.perform(
            post("/themes")
                .param("month", "2001-01")
                .param("reason", "按季选题")
                .with(policy)
                .with(csrf()))
        .andExpect(content().string(containsString("month-problem")));
    mvc.perform(post("/themes").param("month", next).with(as(people.with(Role.LEAD))).with(csrf()))
        .andExpect(status().isForbidden());
  }

  @Test
  void showAMonthWithProblemsTasksAndRequests() throws Exception {
    chosen("2025-05");

    mvc.perform(get("/themes/2025-05").with(as(people.with(Role.HANDLER))))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("水压不足样例"),
                        containsString("改造管线样例"),
                        containsString("120 处"),
                        containsString("<svg"),
                        containsString("2025-05"))));
    mvc.perform(get("/themes/2025-06").with(as(people.with(Role.HANDLER))))
        .andExpect(status().isNotFound());
    mvc.perform(get("/themes/none").with(as(people.with(Role.HANDLER))))
        .andExpect(status().isNotFound());
  }

  private void chosen(String month) {
    jdbc.sql(
            """
            with one as (insert into registry.theme (id, month, process_instance_key, begun_at, choose_until, work_until,
                name, chosen_at)
              values (gen_random_uuid(), ?::date, 1, now(), now(), now(), '用水保障样例', now()) returning id),
            unit as (insert into registry.theme_unit (theme_id, unit_code, unit_name, leads)
              select id, 'water', '自来水', true from one),
            problem as (insert into registry.theme_problem (theme_id, position, what, category_code, category_name, kind)
              select id, 1, '水压不足样例', '010101', '停水', 'risk' from one)
            insert into registry.theme_task (theme_id, position, unit_code, what, target, measure, due)
              select id, 1, 'water', '改造管线样例', 120, '处', '2025-06-30' from one\
            """)
        .param(month + "-01")
        .update();
  }
}
