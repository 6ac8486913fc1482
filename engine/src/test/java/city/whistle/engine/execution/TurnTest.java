package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.state.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnTest {

  private static final int MOST = 3;

  private final Turn turn = new Turn(new State(), new KeyGenerator(), MOST);

  /** Paths that fork again and again are short each, but many. */
  @Test
  void soManyElementsBeginInAllUntilSomethingComesFromOutside() {
    for (int i = 0; i < MOST; i++) {
      turn.beginElement();
    }
    assertThatThrownBy(turn::beginElement).isInstanceOf(IncidentException.class);
    turn.begin(Instant.EPOCH);
    assertThatCode(turn::beginElement).doesNotThrowAnyException();
  }

  @Test
  void whatIsLeftOverGoesOnCounting() {
    turn.goOnAfter(MOST);
    assertThatThrownBy(turn::beginElement).isInstanceOf(IncidentException.class);
  }
}
