package matterbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Holds the package table of docs/design.md: a package imports only from lower levels. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final int LEAST_CLASSES = 15;

    private static final Map<String, Integer> LEVELS = Map.ofEntries(Map.entry("core", 0), Map.entry("stats", 1),
            Map.entry("data", 1), Map.entry("nn", 1), Map.entry("reproduce", 2), Map.entry("check", 2),
            Map.entry("markov", 2),
            Map.entry("particles", 2), Map.entry("regression", 2),
            Map.entry("neurons", 3), Map.entry("potential", 3), Map.entry("trajectory", 3), Map.entry("observe", 3),
            Map.entry("crystal", 3),
            Map.entry("mc", 4), Map.entry("md", 4), Map.entry("adsorption", 5), Map.entry("plot", 6),
            Map.entry("notebook", 7), Map.entry("course", 8), Map.entry("fluid", 8), Map.entry("kernel", 8),
            Map.entry("cli", 9));

    /** Outside library's root package -> the lowest level that may use it. */
    private static final Map<String, Integer> LIBRARIES = Map.ofEntries(Map.entry("tech.tablesaw", 1),
            Map.entry("org.bytedeco", 1), Map.entry("smile", 2),
            Map.entry("org.hipparchus", 1), Map.entry("org.knowm.xchart", 6), Map.entry("de.erichseifert", 6),
            Map.entry("com.google.gson", 7),
            Map.entry("org.commonmark", 7), Map.entry("jdk.jshell", 7), Map.entry("org.dflib.jjava", 8),
            Map.entry("org.zeromq", 8), Map.entry("picocli", 9));

    private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("matterbook");

    @Test
    void seesTheClasses() {
        assertTrue(classes.size() >= LEAST_CLASSES, "only " + classes.size() + " classes were read");
    }

    @Test
    void everyPackageHasALevel() {
        List<String> unknown = new ArrayList<>();
        for (JavaClass type : classes) {
            String name = topPackage(type);
            if (!name.isEmpty() && !LEVELS.containsKey(name)) {
                unknown.add(type.getName());
            }
        }
        assertTrue(unknown.isEmpty(), "no level in the table for " + unknown);
    }

    @Test
    void packagesPointDown() {
        for (Map.Entry<String, Integer> entry : LEVELS.entrySet()) {
            noClasses().that().resideInAPackage("matterbook." + entry.getKey() + "..").should().dependOnClassesThat(
                    new DescribedPredicate<>("of another package at level " + entry.getValue() + " or above") {
                        @Override
                        public boolean test(JavaClass used) {
                            String name = topPackage(used);
                            return LEVELS.containsKey(name) && !name.equals(entry.getKey())
                                    && LEVELS.getOrDefault(name, 0) >= entry.getValue();
                        }
                    }).allowEmptyShould(true).check(classes);
        }
    }

    @Test
    void librariesEnterAtTheirLevel() {
        LIBRARIES.forEach((library, level) -> noClasses().that(belowLevel(level)).should().dependOnClassesThat()
                .resideInAPackage(library + "..").allowEmptyShould(true).check(classes));
    }

    @Test
    void noCycles() {
        slices().matching("matterbook.(**)").should().beFreeOfCycles().check(classes);
    }

    /** CapturedStreams reads the streams to put them back when its evaluator closes. */
    @Test
    void onlyTheCommandLinePrints() {
        noClasses().that().resideOutsideOfPackage("matterbook.cli..").and()
                .doNotHaveFullyQualifiedName("matterbook.notebook.eval.CapturedStreams").should()
                .accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .because("cells' output is captured and libraries stay silent").check(classes);
    }

    /** A secret is the one thing that must not be the same twice. */
    @Test
    void randomnessIsAnArgument() {
        DescribedPredicate<JavaClass> generator = DescribedPredicate.and(
                JavaClass.Predicates.assignableTo(Random.class),
                DescribedPredicate.not(JavaClass.Predicates.assignableTo(SecureRandom.class)));
        noClasses().should().callMethod(Math.class, "random").orShould().dependOnClassesThat(generator)
                .check(classes);
    }

    @Test
    void packagesAreNullMarked() {
        classes().that().areTopLevelClasses().should().resideInAnyPackage("matterbook..").check(classes);
        for (JavaClass type : classes) {
            assertTrue(
                    type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")
                            || type.getSimpleName().equals("package-info"),
                    type.getPackageName() + " has no @NullMarked package-info.java");
        }
    }

    /** A cell imports a class of the kit when it names it; of two with one name it would import neither. */
    @Test
    void publicClassesHaveNamesOfTheirOwn() {
        Map<String, String> packages = new TreeMap<>();
        for (JavaClass type : classes) {
            if (type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                String other = packages.put(type.getSimpleName(), type.getPackageName());
                assertNull(other, type.getName() + " has a namesake in " + other);
            }
        }
    }

    private static DescribedPredicate<JavaClass> belowLevel(int level) {
        return new DescribedPredicate<>("below level " + level) {
            @Override
            public boolean test(JavaClass type) {
                Integer own = LEVELS.get(topPackage(type));
                return own != null && own < level;
            }
        };
    }

    private static String topPackage(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("matterbook.")) {
            return "";
        }
        String rest = name.substring("matterbook.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
