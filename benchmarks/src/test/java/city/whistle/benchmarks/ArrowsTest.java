package city.whistle.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "city.whistle", importOptions = DoNotIncludeTests.class)
class ArrowsTest {

  @ArchTest
  static final ArchRule nobodyKnowsTheBenchmarks =
      noClasses()
          .that()
          .resideOutsideOfPackage("city.whistle.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("city.whistle.benchmarks..");

  @ArchTest
  static final ArchRule theClientsSideKnowsTheEngineByItsAddressesOnly =
      noClasses()
          .that()
          .haveSimpleName("OverClient")
          .or()
          .haveSimpleName("ClientMain")
          .or()
          .haveSimpleName("Load")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("city.whistle.engine..");
}
