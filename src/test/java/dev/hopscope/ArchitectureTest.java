package dev.hopscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.hopscope");

    @Test
    void nobodyImportsApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.hopscope.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.hopscope.app..")
                .because("app wires everything and is known by nobody")
                .check(CLASSES);
    }
}
