package city.whistle.engine.model;

import static city.whistle.engine.model.Models.file;
import static city.whistle.engine.model.Models.flow;
import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.expression.ExpressionEngine;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What it takes to compile a model grows with the model and not with its square. The effort is
 * measured by the memory that is used on the way, which no load of the machine changes.
 */
class LargeModelTest {

  private static final int SMALL = 150;
  private static final int TIMES = 8;

  private static final ModelCompiler COMPILER =
      new ModelCompiler(new ExpressionEngine(new EngineClock(Clock.systemUTC())));

  /** One part of a large model; %1$d is its number. */
  private static Arguments part(String name, String element) {
    return Arguments.of(name, "", element);
  }

  private static Arguments part(String name, String root, String element) {
    return Arguments.of(name, root, element);
  }

  static Stream<Arguments> parts() {
    String subscription =
        "<bpmn:extensionElements><zeebe:subscription"
            + " correlationKey='=k'/></bpmn:extensionElements>";
    return Stream.of(
        part(
            "service tasks",
            "<bpmn:serviceTask id='t%1$d'><bpmn:extensionElements>"
                + "<zeebe:taskDefinition type='w'/></bpmn:extensionElements></bpmn:serviceTask>"),
        part(
            "boundary events",
            "<bpmn:manualTask id='t%1$d'/><bpmn:boundaryEvent id='b%1$d' attachedToRef='t%1$d'>"
                + "<bpmn:timerEventDefinition id='d%1$d'><bpmn:timeDuration>PT1H"
                + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>"),
        part(
            "sub-processes",
            "<bpmn:subProcess id='t%1$d'><bpmn:startEvent id='s%1$d'/></bpmn:subProcess>"),
        part(
            "messages",
            "<bpmn:message id='m%1$d' name='m%1$d'>" + subscription + "</bpmn:message>",
            "<bpmn:receiveTask id='t%1$d' messageRef='m%1$d'/>"),
        part(
            "signals",
            "<bpmn:signal id='m%1$d' name='m%1$d'/>",
            "<bpmn:endEvent id='t%1$d'><bpmn:signalEventDefinition id='d%1$d' signalRef='m%1$d'/>"
                + "</bpmn:endEvent>"),
        part(
            "links",
            "<bpmn:intermediateThrowEvent id='t%1$d'><bpmn:linkEventDefinition id='d%1$d'"
                + " name='l%1$d'/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent"
                + " id='c%1$d'><bpmn:linkEventDefinition id='e%1$d' name='l%1$d'/>"
                + "</bpmn:intermediateCatchEvent>"),
        part("inclusive gateways", "<bpmn:inclusiveGateway id='t%1$d'/>"));
  }

  private static String model(String root, String element, int parts) {
    StringBuilder roots = new StringBuilder();
    StringBuilder elements = new StringBuilder();
    StringBuilder outgoing = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      roots.append(root.formatted(i));
      elements.append(element.formatted(i)).append(flow("f" + i, "fork", "t" + i));
      outgoing.append("<bpmn:outgoing>f").append(i).append("</bpmn:outgoing>");
    }
    return file(
        roots
            + "<bpmn:process id='p' isExecutable='true'><bpmn:startEvent id='start'/>"
            + flow("first", "start", "fork")
            + "<bpmn:parallelGateway id='fork'>"
            + outgoing
            + "</bpmn:parallelGateway>"
            + elements
            + "</bpmn:process>");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parts")
  void theEffortOfCompilingGrowsWithTheModelOnly(String name, String root, String element) {
    effort(model(root, element, SMALL));
    long small = effort(model(root, element, SMALL));
    long large = effort(model(root, element, SMALL * TIMES));
    assertThat(large).as("bytes, %d for the small model", small).isLessThan(small * TIMES * 2);
  }

  private static long effort(String xml) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(COMPILER.compile("large.bpmn", xml)).hasSize(1);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
