package dev.hopscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.hopscope.exchange.Exchange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A new kind of thing is one file plus one line in a list: no file may be missing from its list. */
class CatalogueTest {

    private static final JavaClasses CLASSES = programOnly();

    /** A list and its field, whose element type says what belongs in it. */
    record Catalogue(String list, String field) {
        String packageName() {
            return "dev.hopscope." + list.substring(0, list.lastIndexOf('.'));
        }

        @Override
        public String toString() {
            return list + "." + field;
        }
    }

    static Stream<Catalogue> catalogues() {
        return Stream.of(
                new Catalogue("proxy.protocol.Protocols", "ORDERED"),
                new Catalogue("inspect.body.BodyViews", "ALL"),
                new Catalogue("inspect.cache.CacheVendors", "ALL"),
                new Catalogue("snippet.Snippets", "ALL"),
                new Catalogue("interchange.code.CodeTargets", "ALL"),
                new Catalogue("interchange.paste.PasteFormats", "ORDERED"),
                new Catalogue("inspect.meaning.FieldDecoders", "ALL"),
                new Catalogue("inspect.warning.ExchangeChecks", "ALL"),
                new Catalogue("snippet.noproxy.Clients", "ALL"),
                new Catalogue("ui.detail.DetailSections", "ALL"));
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void everyFileOfACatalogueStandsInItsList(Catalogue catalogue) {
        assumeTrue(CLASSES.contain("dev.hopscope." + catalogue.list()), catalogue + " is not built yet");
        var list = CLASSES.get("dev.hopscope." + catalogue.list());
        Set<String> listed = list.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertThat(members(catalogue, elementType(list, catalogue)))
                .as("classes that %s should name", catalogue)
                .isNotEmpty()
                .allMatch(listed::contains);
    }

    private static JavaClass elementType(JavaClass list, Catalogue catalogue) {
        var type = list.getField(catalogue.field()).getType();
        assertThat(type).as("%s is a List of its kind", catalogue).isInstanceOf(JavaParameterizedType.class);
        return ((JavaParameterizedType) type)
                .getActualTypeArguments()
                .getFirst()
                .toErasure();
    }

    private static List<String> members(Catalogue catalogue, JavaClass kind) {
        return CLASSES.stream()
                .filter(c -> c.getPackageName().equals(catalogue.packageName()))
                .filter(c -> c.isTopLevelClass() && !c.isInterface())
                .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(c -> c.isAssignableTo(kind.getName()))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private static JavaClasses programOnly() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        var where = Exchange.class.getProtectionDomain().getCodeSource().getLocation();
        return new ClassFileImporter().importLocations(List.of(Location.of(where)));
    }
}
