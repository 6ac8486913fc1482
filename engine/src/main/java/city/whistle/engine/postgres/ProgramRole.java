package city.whistle.engine.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The plain role that the program works as. A superuser could read any file of the account that
 * PostgreSQL runs as, and run programs; whoever got a statement of his own into the program's
 * connection could, too.
 */
final class ProgramRole {

  static final String NAME = "whistle";

  private static final String OWN_ALL =
      """
      do $$
      declare statement text;
      begin
        for statement in
          select format('alter schema %1$I owner to whistle', n.nspname)
          from pg_namespace n
          where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            and n.nspowner <> 'whistle'::regrole
          union all
          select format(
            'alter %s %I.%I owner to whistle',
            case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end,
            n.nspname, c.relname)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            and c.relkind in ('r', 'p', 'v', 'S') and c.relowner <> 'whistle'::regrole
            and not exists (
              select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
          union all
          select format('alter routine %s owner to whistle', p.oid::regprocedure)
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            and p.proowner <> 'whistle'::regrole
        loop
          execute statement;
        end loop;
      end $$
      """;

  private ProgramRole() {}

  /** Makes the role unless it is there, and sets its password. */
  static void make(Connection superuser, String password) throws SQLException {
    String role =
        exists(superuser, "select 1 from pg_roles where rolname = ?", NAME) ? "alter" : "create";
    try (Statement statement = superuser.createStatement()) {
      statement.execute(
          "%s role %s login nosuperuser nocreatedb nocreaterole noreplication password %s"
              .formatted(role, NAME, statement.enquoteLiteral(password)));
    }
  }

  /** Makes a database of the role's own unless it is there. */
  static void makeDatabase(Connection superuser, String name) throws SQLException {
    boolean there = exists(superuser, "select 1 from pg_database where datname = ?", name);
    try (Statement statement = superuser.createStatement()) {
      String database = statement.enquoteIdentifier(name, true);
      statement.execute(
          (there ? "alter database %s owner to %s" : "create database %s owner %s")
              .formatted(database, NAME));
    }
  }

  /** Gives the role what a superuser made in the database, as older versions did. */
  static void ownAll(Connection superuserOfDatabase) throws SQLException {
    try (Statement statement = superuserOfDatabase.createStatement()) {
      statement.execute(OWN_ALL);
    }
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }
}
