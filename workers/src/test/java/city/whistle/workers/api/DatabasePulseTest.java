package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.api.HealthController.Health;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.datasource.AbstractDataSource;

class DatabasePulseTest {

  @Test
  void tellsWhoeverAsksThatTheDatabaseIsAway() {
    DatabasePulse pulse = new DatabasePulse(away());
    pulse.look();

    ResponseEntity<Health> answer = new HealthController(pulse, new DifferenceCount(null)).health();

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    assertThat(answer.getBody()).isEqualTo(new Health("databaseAway", null));
  }

  private static DataSource away() {
    return new AbstractDataSource() {
      @Override
      public Connection getConnection() throws SQLException {
        throw new SQLException("jdbc:postgresql://10.0.0.1/whistle");
      }

      @Override
      public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
      }
    };
  }
}
