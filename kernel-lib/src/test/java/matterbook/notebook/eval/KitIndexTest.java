package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class KitIndexTest {
    private final KitIndex index = new KitIndex(KitIndex.class.getClassLoader());

    /**
     * One of the kit hides all others: a second {@code Table} would take Tablesaw's away from every lesson. Only our
     * {@code Histogram} is meant to do so.
     */
    @Test
    void noClassOfTheKitHidesOneOfALibrary() {
        List<String> hidden = new ArrayList<>();
        List<String> all = index.typesStartingWith("");
        for (String name : all) {
            String simple = name.substring(name.lastIndexOf('.') + 1);
            if (!index.types(simple).contains(name)) {
                hidden.add(name);
            }
        }
        assertTrue(all.size() > 300, all.size() + " classes");
        assertEquals(List.of("org.knowm.xchart.Histogram"), hidden);
    }
}
