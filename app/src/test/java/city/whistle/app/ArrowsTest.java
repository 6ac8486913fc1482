package city.whistle.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "city.whistle", importOptions = DoNotIncludeTests.class)
class ArrowsTest {

  @ArchTest
  static final ArchRule examplesArePlayedThroughPublicApisOnly =
      noClasses()
          .that()
          .resideInAnyPackage("city.whistle.app.example..", "city.whistle.app.day..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("city.whistle.engine..", "city.whistle.workers..");

  @ArchTest
  static final ArchRule engineKnowsNothingOfTheDomain =
      noClasses()
          .that()
          .resideInAPackage("city.whistle.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("city.whistle.workers..", "city.whistle.app..");

  @ArchTest
  static final ArchRule workersKnowNeitherEngineNorPagesNorApp =
      noClasses()
          .that()
          .resideInAPackage("city.whistle.workers..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "city.whistle.engine..", "city.whistle.console..", "city.whistle.app..");

  @ArchTest
  static final ArchRule pagesKnowNeitherEngineNorApp =
      noClasses()
          .that()
          .resideInAPackage("city.whistle.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("city.whistle.engine..", "city.whistle.app..");
}
