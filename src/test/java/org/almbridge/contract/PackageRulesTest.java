package org.almbridge.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Which package may know of what; a package-info says the same in words. */
class PackageRulesTest {

    private static final JavaClasses BRIDGE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.almbridge");

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.almbridge.(*)..").should().beFreeOfCycles().check(BRIDGE);
    }

    @Test
    void theVocabularyIsPlainJava() {
        noClasses()
                .that()
                .resideInAPackage("org.almbridge.learner")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.camel..",
                        "java.sql..",
                        "io.quarkus..",
                        "org.almbridge.ledger..",
                        "org.almbridge.alm..")
                .check(BRIDGE);
    }

    @Test
    void theLagIsPlainJava() {
        noClasses()
                .that()
                .resideInAPackage("org.almbridge.lag")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "io.quarkus..", "java.sql..")
                .check(BRIDGE);
    }

    @Test
    void onlyTheLedgerAndItsTransferKnowSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.almbridge.ledger", "org.almbridge.transfer")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.Connection")
                .check(BRIDGE);
    }

    @Test
    void onlyCallsAndTheirFailuresKnowHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.almbridge.alm", "org.almbridge.call")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hc..", "org.apache.camel.http..", "org.apache.camel.component.http..")
                .check(BRIDGE);
    }

    @Test
    void theSimulatorKnowsNothingOfTheBridge() {
        noClasses()
                .that()
                .resideInAPackage("org.almbridge.simulator")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.almbridge.alm..",
                        "org.almbridge.call..",
                        "org.almbridge.learner..",
                        "org.almbridge.ledger..",
                        "org.almbridge.intake..")
                .check(BRIDGE);
    }

    /** The API is one way in of several: what takes people in must not know of requests. */
    @Test
    void nothingDependsOnTheApi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.almbridge.api")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.almbridge.api")
                .check(BRIDGE);
    }

    /** So that ALM's pace, and its failures, are no matter of whoever waits for an answer. */
    @Test
    void theApiDoesNotCallAlm() {
        noClasses()
                .that()
                .resideInAPackage("org.almbridge.api")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.almbridge.alm..", "org.almbridge.call..", "org.almbridge.gate..")
                .check(BRIDGE);
    }

    @Test
    void nothingDependsOnTheDemo() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.almbridge.demo")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.almbridge.demo")
                .check(BRIDGE);
    }

    @Test
    void nothingDependsOnTheDoctor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.almbridge.doctor")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.almbridge.doctor")
                .check(BRIDGE);
    }

    @Test
    void nothingDependsOnTheTransfer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.almbridge.transfer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.almbridge.transfer")
                .check(BRIDGE);
    }

    @Test
    void onlyTracingKnowsOpenTelemetry() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.almbridge.trace")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.almbridge.trace", "io.opentelemetry..")
                .check(BRIDGE);
    }

    @Test
    void noRouteIsWrittenInJava() {
        noClasses()
                .should()
                .beAssignableTo("org.apache.camel.builder.RouteBuilder")
                .check(BRIDGE);
    }
}
