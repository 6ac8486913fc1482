package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

class DatabaseAwayTest {

  private static final String INNERS = "jdbc:postgresql://10.0.0.1/whistle?password=x";

  static Stream<RuntimeException> failures() {
    return Stream.of(
        new CannotGetJdbcConnectionException(INNERS, new SQLException(INNERS)),
        new DataAccessResourceFailureException(INNERS),
        new RecoverableDataAccessException(INNERS),
        new CannotCreateTransactionException(INNERS),
        new TransactionSystemException(INNERS));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void tellsTheClientToComeAgain(RuntimeException failure) throws Exception {
    ResponseEntity<?> answer =
        (ResponseEntity<?>)
            new ExceptionHandlerMethodResolver(ApiProblems.class)
                .resolveMethod(failure)
                .invoke(new ApiProblems(), failure);

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    assertThat(answer.getBody().toString()).contains("database").doesNotContain("jdbc");
  }
}
