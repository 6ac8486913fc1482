package city.whistle.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.IncidentException;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The order that holds the engine together. */
@AnalyzeClasses(packages = "city.whistle.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "city.whistle.engine";

  /** From the ground up; those of one line don't know each other. */
  private static final List<Set<String>> STOREYS =
      List.of(
          Set.of("clock", "jvm", "key", "json", "xml", "postgres", "outcome", "http"),
          Set.of("expression"),
          Set.of("model"),
          Set.of("decision"),
          Set.of("state"),
          Set.of("execution"),
          Set.of("command"),
          Set.of("store"),
          Set.of("loop"),
          Set.of("job", "query"),
          Set.of("rest", "grpc", "management"),
          Set.of("server"));

  private static final Map<String, Integer> STOREY_OF = storeys();

  @ArchTest
  static final ArchRule everyPackageHasItsStorey =
      classes().should(haveAStorey()).because("an arrow may only point down");

  @ArchTest
  static final ArchRule arrowsPointDown =
      classes().should(dependOnlyOnLowerStoreys()).because("an arrow may only point down");

  @ArchTest
  static final ArchRule engineKnowsNothingOfTheDomain =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("city.whistle.workers..", "city.whistle.app..");

  @ArchTest
  static final ArchRule nothingOfCamundasEngine =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.camunda.zeebe.engine..", "io.camunda.zeebe.broker..");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .that(DescribedPredicate.not(resideInAPackage("..clock..")))
          .should()
          .callMethodWhere(readsTheTime());

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule noStaticStateThatChanges = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule handlersEvaluateNothing =
      noClasses()
          .that()
          .resideInAPackage("..command..")
          .and()
          .doNotHaveSimpleName("StartEvents")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Evaluator.class, IncidentException.class)
          .because(
              "what can't be evaluated is an incident at its element, not its caller's fault; only a"
                  + " file's start events are looked at by its deployment");

  @ArchTest
  static final ArchRule serversShowTheirEntranceOnly =
      classes()
          .that()
          .resideInAnyPackage("..rest..", "..grpc..", "..management..", "..server..", "..store..")
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should()
          .haveNameMatching(
              ".*\\.(RestServer|GrpcServer|ManagementServer|EmbeddedEngine|EngineStartException"
                  + "|Store|Schema|MigrationLog|TakenOverException|UnstorableException)");

  private static Map<String, Integer> storeys() {
    Map<String, Integer> storeys = new TreeMap<>();
    for (int i = 0; i < STOREYS.size(); i++) {
      for (String name : STOREYS.get(i)) {
        storeys.put(name, i);
      }
    }
    return storeys;
  }

  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return "";
    }
    return name.substring(ROOT.length() + 1).split("\\.")[0];
  }

  private static ArchCondition<JavaClass> haveAStorey() {
    return new ArchCondition<>("be in a package that has its storey in this test") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String name = packageOf(type);
        if (!name.isEmpty() && !STOREY_OF.containsKey(name)) {
          events.add(SimpleConditionEvent.violated(type, "package " + name + " has no storey"));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> dependOnlyOnLowerStoreys() {
    return new ArchCondition<>("depend only on packages below their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(ArchitectureTest::pointsUp)
            .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
      }
    };
  }

  private static boolean pointsUp(Dependency dependency) {
    String from = packageOf(dependency.getOriginClass());
    String to = packageOf(dependency.getTargetClass());
    if (from.equals(to) || !STOREY_OF.containsKey(from) || !STOREY_OF.containsKey(to)) {
      return false;
    }
    return STOREY_OF.get(from) <= STOREY_OF.get(to);
  }

  private static DescribedPredicate<JavaMethodCall> readsTheTime() {
    return DescribedPredicate.describe(
        "reads the machine's time",
        call -> {
          String owner = call.getTargetOwner().getFullName();
          String method = call.getName();
          return owner.startsWith("java.time.") && method.equals("now")
              || owner.equals("java.lang.System") && method.equals("currentTimeMillis")
              || owner.equals("java.util.Date") && method.equals("<init>");
        });
  }
}
