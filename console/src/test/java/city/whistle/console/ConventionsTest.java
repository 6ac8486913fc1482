package city.whistle.console;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import city.whistle.console.layout.Answer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The module's conventions, as far as a test can hold them. */
class ConventionsTest {

  private static final String TEMPLATES = "city.whistle.console.template..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("city.whistle.console");

  private static final JavaClasses OURS =
      CLASSES.that(describe("are no templates", type -> !resideInAPackage(TEMPLATES).test(type)));

  private static final DescribedPredicate<JavaCall<?>> ASKS_THE_MACHINES_CLOCK =
      describe(
          "ask for the time without a clock",
          call ->
              call.getTargetOwner().getPackageName().equals("java.time")
                      && call.getName().equals("now")
                      && call.getTarget().getRawParameterTypes().isEmpty()
                  || call.getName().equals("currentTimeMillis"));

  @Test
  void talksToTheRegistrysServicesAndCamundasClientOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "city.whistle.engine..", "city.whistle.app..", "city.whistle.workers.api..")
        .check(CLASSES);
  }

  @Test
  void showsViewRecordsOnly() {
    noClasses()
        .that()
        .resideInAPackage(TEMPLATES)
        .should()
        .dependOnClassesThat(
            describe(
                "are neither view records nor of the templates' language",
                ConventionsTest::isForeignToTemplates))
        .check(CLASSES);
  }

  private static boolean isForeignToTemplates(JavaClass type) {
    JavaClass bare = type.getBaseComponentType();
    String name = bare.getPackageName();
    boolean ours =
        name.startsWith("city.whistle.console.")
            && (bare.isRecord()
                || bare.isEnum()
                || bare.getSimpleName().equals("Texts")
                || bare.getSimpleName().equals("Problems")
                || bare.getSimpleName().equals("Assets")
                || resideInAPackage(TEMPLATES).test(bare));
    return !ours && !bare.isPrimitive() && !name.startsWith("java.") && !name.startsWith("gg.jte");
  }

  @Test
  void keepsControllersSmallAndToThemselves() {
    classes()
        .that()
        .areAnnotatedWith(Controller.class)
        .should()
        .bePackagePrivate()
        .andShould()
        .haveSimpleNameEndingWith("Controller")
        .check(OURS);
  }

  @Test
  void answersWithWhatTheLayoutKnows() {
    methods()
        .that()
        .areMetaAnnotatedWith(RequestMapping.class)
        .and()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Controller.class)
        .should()
        .haveRawReturnType(
            describe(
                "an answer, news of changes, or no body",
                type ->
                    type.isAssignableTo(Answer.class)
                        || type.isAssignableTo(SseEmitter.class)
                        || type.getName().equals("void")))
        .check(OURS);
  }

  @Test
  void asksTheClockForTheTime() {
    noClasses().should().callCodeUnitWhere(ASKS_THE_MACHINES_CLOCK).check(OURS);
  }

  @Test
  void hasNoPackageForOddsAndEnds() {
    noClasses().should().resideInAnyPackage("..config..", "..util..", "..common..").check(OURS);
  }

  @Test
  void hasPackagesThatNeedEachOtherInOneDirection() {
    slices().matching("city.whistle.console.(*)..").should().beFreeOfCycles().check(OURS);
  }
}
