package city.whistle.console.account;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.request.OncePerRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people and their roles. */
@Component
@Transactional
public class Accounts {

  private final JdbcClient jdbc;
  private final CityTime time;

  Accounts(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Who may sign in by this name; empty where nobody has it, or no more. */
  public Optional<Person> find(String id) {
    return jdbc.sql("select * from console.person where id = ? and disabled_at is null")
        .param(id)
        .query((row, n) -> person(row))
        .optional();
  }

  /** How the person is called; the id itself where nobody has it. */
  public String nameOf(String id) {
    return OncePerRequest.kept(NamesFound.class, NamesFound::new)
        .map(found -> found.byId.computeIfAbsent(id, this::readName))
        .orElseGet(() -> readName(id));
  }

  private String readName(String id) {
    return jdbc.sql("select name from console.person where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .orElse(id);
  }

  /** Also one who may not sign in any more, with roles of all times. */
  public Optional<Account> account(String id) {
    return jdbc.sql("select * from console.person where id = ?")
        .param(id)
        .query((row, n) -> read(row))
        .optional();
  }

  /** In the order of their ids, after this one; null begins. */
  public List<Account> list(String after, String word, int max) {
    return jdbc.sql(
            """
            select * from console.person
            where (:after::text is null or id > :after)
              and (:word::text is null or strpos(lower(id || ' ' || name), lower(:word)) > 0)
            order by id limit :max\
            """)
        .param("after", after)
        .param("word", word)
        .param("max", max)
        .query((row, n) -> read(row))
        .list();
  }

  /**
   * Those who may sign in and hold a role today, themselves or as deputies, for this unit or for
   * none.
   *
   * @param unitCode null for roles of no unit
   */
  public List<Person> holding(Set<Role> roles, String unitCode, int max) {
    return jdbc.sql(
            """
            select p.* from console.person p where p.disabled_at is null and exists (
              select from console.roles_on(:today) r where r.holder = p.id and r.role = any(:roles::text[])
                and r.unit_code is not distinct from :unit)
            order by p.name, p.id limit :max\
            """)
        .param("roles", roles.stream().map(Role::wireName).toArray(String[]::new))
        .param("unit", unitCode, Types.VARCHAR)
        .param("today", time.today())
        .param("max", max)
        .query((row, n) -> person(row))
        .list();
  }

  /** Whether some administrator can sign in. */
  boolean haveAdministrator() {
    return jdbc.sql(
            """
            select exists (select from console.person p join console.held_role r on r.person_id = p.id
              where coalesce(p.password_hash, p.provider_subject) is not null and p.disabled_at is null
                and r.role = 'admin' and :today between r.valid_from and coalesce(r.valid_to, :today))\
            """)
        .param("today", time.today())
        .query(Boolean.class)
        .single();
  }

  /** False where somebody has that id already. */
  public boolean create(String id, String name) {
    return jdbc.sql(
                """
                insert into console.person (id, name, created_at) values (?, ?, ?)
                on conflict (id) do nothing\
                """)
            .params(id, name, time.now())
            .update()
        == 1;
  }

  public void give(
      String id, Role role, String unitCode, LocalDate from, LocalDate to, String givenBy) {
    jdbc.sql(
            """
            insert into console.held_role (id, person_id, role, unit_code, valid_from, valid_to, given_by)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(UUID.randomUUID(), id, role.wireName(), unitCode, from, to, givenBy)
        .update();
  }

  /** From now on he holds it no more: one given today never held. */
  public void end(String id, UUID roleId) {
    LocalDate yesterday = time.today().minusDays(1);
    jdbc.sql("delete from console.held_role where id = ? and person_id = ? and valid_from > ?")
        .params(roleId, id, yesterday)
        .update();
    jdbc.sql(
            """
            update console.held_role set valid_to = :day
            where id = :role and person_id = :person and (valid_to is null or valid_to > :day)\
            """)
        .param("day", yesterday)
        .param("role", roleId)
        .param("person", id)
        .update();
  }

  /** He is out at once, and nobody stands in for him nor he for anybody, also when he is back. */
  public void disable(String id, String by) {
    jdbc.sql("update console.person set disabled_at = ? where id = ? and disabled_at is null")
        .params(time.now(), id)
        .update();
    jdbc.sql(
            """
            update console.deputy set ended_at = ?, ended_by = ?
            where ended_at is null and (person_id = ? or deputy_id = ?)\
            """)
        .params(time.now(), by, id, id)
        .update();
    jdbc.sql("delete from console.session where principal_name = ?").param(id).update();
  }

  public void enable(String id) {
    jdbc.sql("update console.person set disabled_at = null where id = ?").param(id).update();
  }

  public void chooseLanguage(String id, String language) {
    jdbc.sql("update console.person set language = ? where id = ?").params(language, id).update();
  }

  public void setPassword(String id, String hash) {
    jdbc.sql("update console.person set password_hash = ? where id = ?").params(hash, id).update();
  }

  /** Empty where nobody who may sign in has it, or he has no password yet. */
  Optional<String> passwordHash(String id) {
    return jdbc.sql(
            """
            select password_hash from console.person
            where id = ? and disabled_at is null and password_hash is not null\
            """)
        .param(id)
        .query(String.class)
        .optional();
  }

  private Person person(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new Person(id, row.getString("name"), row.getString("language"), rolesToday(id));
  }

  private Account read(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new Account(
        id,
        row.getString("name"),
        row.getString("password_hash") != null,
        row.getObject("disabled_at") != null,
        roles(id));
  }

  /** His own first. */
  private List<HeldRole> rolesToday(String id) {
    return jdbc.sql(
            """
            select * from console.roles_on(?) where holder = ?
            order by lender nulls first, valid_from, role, id\
            """)
        .params(time.today(), id)
        .query((row, n) -> held(row, row.getString("lender")))
        .list();
  }

  private List<HeldRole> roles(String id) {
    return jdbc.sql(
            "select * from console.held_role where person_id = ? order by valid_from, role, id")
        .param(id)
        .query((row, n) -> held(row, null))
        .list();
  }

  private static HeldRole held(ResultSet row, String lender) throws SQLException {
    return new HeldRole(
        row.getObject("id", UUID.class),
        Role.of(row.getString("role")).orElseThrow(),
        row.getString("unit_code"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        lender);
  }

  /**
   * An account as an administrator sees it.
   *
   * @param ready whether its password was chosen
   * @param roles of all times
   */
  public record Account(
      String id, String name, boolean ready, boolean disabled, List<HeldRole> roles) {}

  /** The names that one request has asked for. */
  private static final class NamesFound {

    private final Map<String, String> byId = new HashMap<>();
  }
}
