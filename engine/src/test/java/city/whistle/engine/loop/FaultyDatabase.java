package city.whistle.engine.loop;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** A real database that fails when told to. */
final class FaultyDatabase {

  /** What goes wrong, once. */
  enum Fault {
    NONE,
    /** A statement fails. */
    STATEMENT,
    /** The connection is lost before the commit arrives. */
    BEFORE_COMMIT,
    /** The connection is lost after the commit has arrived. */
    AFTER_COMMIT
  }

  private final DataSource real;
  private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
  private final AtomicInteger refusals = new AtomicInteger();

  FaultyDatabase(DataSource real) {
    this.real = real;
  }

  /** Lets the next transaction of the writer fail, then refuses so many connections. */
  void failNext(Fault next, int refusedConnections) {
    refusals.set(refusedConnections);
    fault.set(next);
  }

  DataSource dataSource() {
    return proxy(DataSource.class, (self, method, arguments) -> dataSourceCall(method, arguments));
  }

  private Object dataSourceCall(Method method, Object[] arguments) throws Throwable {
    if (!method.getName().equals("getConnection")) {
      return call(real, method, arguments);
    }
    if (fault.get() == Fault.NONE && refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw lost();
    }
    Connection connection = real.getConnection();
    return proxy(
        Connection.class, (self, called, values) -> connectionCall(connection, called, values));
  }

  private Object connectionCall(Connection connection, Method method, Object[] arguments)
      throws Throwable {
    switch (method.getName()) {
      case "commit" -> {
        if (fault.compareAndSet(Fault.BEFORE_COMMIT, Fault.NONE)) {
          connection.rollback();
          throw lost();
        }
        connection.commit();
        if (fault.compareAndSet(Fault.AFTER_COMMIT, Fault.NONE)) {
          throw lost();
        }
        return null;
      }
      case "createArrayOf" -> {
        if (fault.compareAndSet(Fault.STATEMENT, Fault.NONE)) {
          throw new SQLException("no more space", "53100");
        }
        return call(connection, method, arguments);
      }
      default -> {
        return call(connection, method, arguments);
      }
    }
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
