package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.Deployed;
import city.whistle.engine.outcome.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a file holds, it is deployed or refused by its name; the engine fails at none. Set
 * {@code files.seed} and {@code files.rounds} to try others.
 */
class RandomFilesTest {

  private static final int ROUNDS = Integer.getInteger("files.rounds", 120);
  private static final long SEED = Long.getLong("files.seed", new Random().nextLong());

  private static final List<String> DAMAGED =
      List.of("everything.bpmn", "everything.dmn", "everything.form", "signavio.bpmn");

  private MemoryEngine engine = new MemoryEngine();

  private static String file(String name) throws IOException {
    try (InputStream content = RandomFilesTest.class.getResourceAsStream("/files/" + name)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theFilesThatAreMutatedAreTaken() throws Exception {
    assertThat(engine.deploy("everything.bpmn", file("everything.bpmn")).processes()).hasSize(1);
    assertThat(engine.deploy("everything.dmn", file("everything.dmn")).decisions()).hasSize(6);
  }

  @Test
  void filesOfOtherToolsAreTaken() throws Exception {
    assertThat(engine.deploy("signavio.bpmn", file("signavio.bpmn")).processes()).hasSize(1);
    assertThat(engine.deploy("trisotech.dmn", file("trisotech.dmn")).decisions()).hasSize(1);
    assertThat(engine.deploy("everything.form", file("everything.form")).forms()).hasSize(1);
  }

  @Test
  void whatCamunda7DoesOtherwiseIsRefusedAtItsElements() {
    assertThatThrownBy(() -> engine.deploy("camunda7.bpmn", file("camunda7.bpmn")))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("work (bpmn:serviceTask): Must have exactly one")
        .hasMessageContaining("call (bpmn:callActivity): Must have exactly one")
        .hasMessageContaining("script (bpmn:scriptTask): Must have either one")
        .hasMessageContaining("expected an expression, but was '${x > 1}'; put '=' in front");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "everything.bpmn",
        "everything.dmn",
        "everything.form",
        "camunda7.bpmn",
        "signavio.bpmn",
        "trisotech.dmn"
      })
  void aMutatedFileIsTakenOrRefused(String name) throws Exception {
    mutate(name);
  }

  private void mutate(String name) throws Exception {
    String original = file(name);
    for (int round = 0; round < ROUNDS; round++) {
      long seed = SEED + round;
      Random random = new Random(seed);
      String mutated =
          name.endsWith(".form")
              ? MutatedJson.of(original, random)
              : MutatedXml.of(original, random);
      deploy(
          "-Dfiles.rounds=1 -Dfiles.seed=" + seed, name, mutated.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void damagedBytesAreTakenOrRefused() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      long seed = SEED + round;
      Random random = new Random(seed);
      String name = DAMAGED.get(random.nextInt(DAMAGED.size()));
      byte[] content = damaged(file(name).getBytes(StandardCharsets.UTF_8), random);
      deploy("-Dfiles.rounds=1 -Dfiles.seed=" + seed, name, content);
    }
  }

  private static byte[] damaged(byte[] content, Random random) {
    switch (random.nextInt(3)) {
      case 0:
        return Arrays.copyOf(content, random.nextInt(content.length));
      case 1:
        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
        return content;
      default:
        int from = random.nextInt(content.length);
        Arrays.fill(content, from, Math.min(content.length, from + 4), (byte) random.nextInt(256));
        return content;
    }
  }

  @Test
  void whatIsNoModelAtAllIsRefused() throws Exception {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream entries = new ZipOutputStream(zip)) {
      entries.putNextEntry(new ZipEntry("a.bpmn"));
      entries.write(1);
    }
    List<byte[]> contents =
        List.of(
            zip.toByteArray(),
            new byte[0],
            new byte[] {0},
            new byte[] {0, 0, 0, 0},
            bytes("{}"),
            bytes("[]"),
            bytes("{\"id\":1}"),
            bytes("{\"id\":\"" + "[".repeat(100_000) + "\""),
            bytes("[".repeat(100_000)),
            bytes("<a/>"),
            bytes("<a>".repeat(5_000)),
            bytes("<?xml version='1.0' encoding=''?><a/>"),
            bytes("<?xml version='1.1'?><a/>"),
            bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"),
            bytes("<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'/>"),
            bytes("<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'/>"),
            bytes("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>"),
            bytes("<definitions/>"),
            bytes("<decision xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='a'/>"),
            bytes("<process xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='a'/>"));
    for (byte[] content : contents) {
      for (String name : List.of("a.bpmn", "a.dmn", "a.form")) {
        String what = name + ": " + shown(content);
        assertThat(deploy(what, name, content)).as(what).isFalse();
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String shown(byte[] content) {
    return new String(content, 0, Math.min(content.length, 200), StandardCharsets.ISO_8859_1);
  }

  /** Whether the file was taken. */
  private boolean deploy(String what, String name, byte[] content) {
    try {
      Deployed deployed =
          engine.run(new DeployResources(List.of(new DeployResources.ResourceFile(name, content))));
      deployed.processes().forEach(process -> start(process.bpmnProcessId()));
      return true;
    } catch (Rejection refused) {
      assertThat(refused.type()).as(what).isEqualTo(Rejection.Type.INVALID_ARGUMENT);
      assertThat(refused.getMessage()).as(what).contains(name);
      return false;
    } catch (RuntimeException | Error e) {
      engine = new MemoryEngine();
      return fail(what, e);
    }
  }

  /** A process may have no none start event; then it can't be started like this. */
  private void start(String processId) {
    try {
      engine.start(processId, Map.of("id", "1", "items", List.of(1, 2), "all", true, "x", 2));
    } catch (Rejection refused) {
      assertThat(refused.type()).isEqualTo(Rejection.Type.INVALID_STATE);
    }
  }
}
