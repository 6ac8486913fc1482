package city.whistle.engine.loop;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** A real database that fails when told to. */
public final class FaultyDatabase {

  /** What goes wrong, once. */
  public sealed interface Fault {

    /** A statement that writes fails whose text begins so. */
    record OfStatement(String sql) implements Fault {}

    /**
     * The connection is lost at a commit.
     *
     * @param arrived whether the commit has taken effect before
     */
    record OfCommit(boolean arrived) implements Fault {}

    Fault STATEMENT = new OfStatement("insert into");
    Fault BEFORE_COMMIT = new OfCommit(false);
    Fault AFTER_COMMIT = new OfCommit(true);
  }

  /**
   * @param toPass how often it could strike and does not yet
   * @param refusedConnections how many connections are refused once it has struck
   */
  private record Armed(Fault fault, AtomicInteger toPass, int refusedConnections) {

    boolean strikes(Predicate<Fault> here) {
      return here.test(fault) && toPass.getAndDecrement() <= 0;
    }
  }

  private final DataSource real;
  private final List<Armed> armed = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Set<String> statements = ConcurrentHashMap.newKeySet();

  public FaultyDatabase(DataSource real) {
    this.real = real;
  }

  /** Lets the next transaction of the writer fail, then refuses so many connections. */
  public void failNext(Fault fault, int refusedConnections) {
    armed.clear();
    arm(fault, 0, refusedConnections);
  }

  /** As well as others: lets so many pass that the fault could strike, then has it strike. */
  public void arm(Fault fault, int toPass, int refusedConnections) {
    armed.add(new Armed(fault, new AtomicInteger(toPass), refusedConnections));
  }

  /** The faults that have not struck yet. */
  public List<Fault> armed() {
    return armed.stream().map(Armed::fault).toList();
  }

  /** All different statements that were used to write. */
  public Set<String> statements() {
    return Set.copyOf(statements);
  }

  public DataSource dataSource() {
    return proxy(DataSource.class, (self, method, arguments) -> dataSourceCall(method, arguments));
  }

  private Object dataSourceCall(Method method, Object[] arguments) throws Throwable {
    if (!method.getName().equals("getConnection")) {
      return call(real, method, arguments);
    }
    if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw lost();
    }
    Connection connection = real.getConnection();
    return proxy(
        Connection.class, (self, called, values) -> connectionCall(connection, called, values));
  }

  private Object connectionCall(Connection connection, Method method, Object[] arguments)
      throws Throwable {
    return switch (method.getName()) {
      case "commit" -> commit(connection);
      case "prepareStatement" -> {
        PreparedStatement real = (PreparedStatement) call(connection, method, arguments);
        String sql = (String) arguments[0];
        yield isWriting(sql) ? failing(real, sql) : real;
      }
      default -> call(connection, method, arguments);
    };
  }

  private static boolean isWriting(String sql) {
    return !sql.startsWith("select");
  }

  private Object commit(Connection connection) throws SQLException {
    if (strikes(fault -> fault.equals(Fault.BEFORE_COMMIT))) {
      connection.rollback();
      throw lost();
    }
    connection.commit();
    if (strikes(fault -> fault.equals(Fault.AFTER_COMMIT))) {
      throw lost();
    }
    return null;
  }

  private PreparedStatement failing(PreparedStatement statement, String sql) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            statements.add(sql);
            if (strikes(
                fault -> fault instanceof Fault.OfStatement one && sql.startsWith(one.sql()))) {
              throw new SQLException("no more space", "53100");
            }
          }
          return call(statement, method, arguments);
        });
  }

  private synchronized boolean strikes(Predicate<Fault> here) {
    for (Armed one : armed) {
      if (one.strikes(here)) {
        armed.remove(one);
        refusals.set(one.refusedConnections);
        return true;
      }
    }
    return false;
  }

  private static SQLException lost() {
    return new SQLException("the connection is lost", "08006");
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
