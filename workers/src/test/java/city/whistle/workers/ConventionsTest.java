package city.whistle.workers;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.job.TaskPerson;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The module's conventions, as far as a test can hold them. */
class ConventionsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("city.whistle.workers");

  private static final DescribedPredicate<JavaCall<?>> ASKS_THE_MACHINES_CLOCK =
      describe(
          "ask for the time without a clock",
          call ->
              call.getTargetOwner().getPackageName().equals("java.time")
                      && call.getName().equals("now")
                      && call.getTarget().getRawParameterTypes().isEmpty()
                  || call.getName().equals("currentTimeMillis"));

  @Test
  void worksInClassesNamedWorker() {
    methods()
        .that()
        .areAnnotatedWith(JobWorker.class)
        .should()
        .bePublic()
        .andShould()
        .beDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Worker")
        .check(CLASSES);
    classes().that().haveSimpleNameEndingWith("Worker").should().bePublic().check(CLASSES);
  }

  @Test
  void hasOneWorkerClassForEachJobType() {
    List<String> types = workers().map(ConventionsTest::type).toList();

    assertThat(types).doesNotHaveDuplicates().doesNotContain("");
    assertThat(workers().map(JavaMethod::getOwner)).doesNotHaveDuplicates();
  }

  /** But for the one that looks at whatever a person sends. */
  @Test
  void fetchesOnlyTheVariablesThatItNames() {
    assertThat(workers().filter(method -> annotation(method).fetchVariables().length == 0))
        .extracting(ConventionsTest::type)
        .containsExactly("case.recordStep");
  }

  @Test
  void worksEveryJobTypeOfTheModelsAndNoOther() throws Exception {
    Set<String> worked = new TreeSet<>(workers().map(ConventionsTest::type).toList());

    assertThat(worked).isEqualTo(modelledTypes());
  }

  /** A task that nobody has taken is nobody's: what needs to know whose it is denies it. */
  @Test
  void takesNobodyForAPersonOnlyInTheTimeline() {
    noClasses()
        .that()
        .doNotHaveSimpleName("RecordStepWorker")
        .should()
        .callMethod(TaskPerson.class, "of", ActivatedJob.class)
        .check(CLASSES);
  }

  /** Else what it denies has left a line that says it was done. */
  @Test
  void writesDownWhatWasSentOnceNoOtherListenerCanDenyIt() throws Exception {
    Pattern after =
        Pattern.compile("case\\.recordStep\" />\\s*<zeebe:taskListener eventType=\"completing\"");
    for (String model : models()) {
      assertThat(model).doesNotContainPattern(after);
    }
  }

  @Test
  void knowsNothingOfTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("city.whistle.engine..")
        .check(CLASSES);
  }

  @Test
  void asksTheClockForTheTime() {
    noClasses().should().callCodeUnitWhere(asksTheMachinesClock()).check(CLASSES);
  }

  @Test
  void hasNoPackageForOddsAndEnds() {
    noClasses().should().resideInAnyPackage("..config..", "..util..", "..common..").check(CLASSES);
  }

  @Test
  void hasPackagesThatNeedEachOtherInOneDirection() {
    slices().matching("city.whistle.workers.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** What is sealed is written where the seal is told of it first, see RecordSeals. */
  @Test
  void writesSealedRowsOnlyWhereTheyAreSealed() throws Exception {
    Pattern writing =
        Pattern.compile(
            "(?:update|insert\\s+into|delete\\s+from)\\s+registry\\.(case_file|whistle|attachment|vault_access|case_erasure)\\b");
    Set<String> writers = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = writing.matcher(Files.readString(source));
        while (matcher.find()) {
          writers.add(source.getFileName() + " " + matcher.group(1));
        }
      }
    }

    assertThat(writers)
        .containsExactlyInAnyOrder(
            "AccessLog.java vault_access",
            "Attachments.java attachment",
            "CaseFiles.java case_file",
            "CaseProgress.java case_file",
            "ResidentErasure.java case_erasure",
            "ResidentVault.java attachment",
            "Whistles.java whistle");
  }

  /** Else the next touch would take the change for somebody else's. */
  @Test
  void touchesTheSealBeforeEachChangeOfACase() {
    assertThat(
            CLASSES.get(CaseProgress.class).getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(
                    method ->
                        method.getMethodCallsFromSelf().stream()
                            .noneMatch(call -> call.getTarget().getName().equals("touch"))))
        .isEmpty();
  }

  private static DescribedPredicate<JavaCall<?>> asksTheMachinesClock() {
    return ASKS_THE_MACHINES_CLOCK;
  }

  private static Stream<JavaMethod> workers() {
    return CLASSES.stream()
        .map(JavaClass::getMethods)
        .flatMap(Set::stream)
        .filter(method -> method.isAnnotatedWith(JobWorker.class));
  }

  private static String type(JavaMethod method) {
    return annotation(method).type();
  }

  private static JobWorker annotation(JavaMethod method) {
    return method.getAnnotationOfType(JobWorker.class);
  }

  private static Set<String> modelledTypes() throws Exception {
    Pattern pattern =
        Pattern.compile(
            "<zeebe:(?:taskDefinition|taskListener|executionListener)[^>]*\\btype=\"([^\"=]+)\"");
    Set<String> types = new TreeSet<>();
    for (String model : models()) {
      Matcher matcher = pattern.matcher(model);
      while (matcher.find()) {
        types.add(matcher.group(1));
      }
    }
    return types;
  }

  private static List<String> models() throws IOException {
    List<String> models = new ArrayList<>();
    for (Resource model :
        new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn")) {
      models.add(model.getContentAsString(StandardCharsets.UTF_8));
    }
    return models;
  }
}
