package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperatorsTest {

  @Test
  void turnsCamundasWildcardsIntoSqls() {
    assertThat(Operators.pattern("a*b?c")).isEqualTo("a%b_c");
  }

  @Test
  void takesAnEscapedWildcardLiterally() {
    assertThat(Operators.pattern("a\\*b\\?c")).isEqualTo("a*b?c");
  }

  @Test
  void takesSqlsWildcardsLiterally() {
    assertThat(Operators.pattern("100%_\\")).isEqualTo("100\\%\\_\\\\");
  }
}
