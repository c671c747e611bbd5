package matterbook.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import matterbook.core.Require;
import matterbook.core.UserError;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private final Map<String, String> kept = new HashMap<>();
    private final Memory memory = new Memory() {
        @Override
        public Optional<String> recall(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(String key, String value) {
            kept.put(key, value);
        }
    };
    private int made;

    private record Score(int right, double error) {
        Score {
            Require.that(right >= 0, "fewer than none are right: " + right);
        }
    }

    private Score score() {
        return memory.remember("seed 1", () -> new Score(++made, 0.1), s -> new double[]{s.right(), s.error()},
                numbers -> new Score((int) numbers[0], numbers[1]));
    }

    @Test
    void whatWasMadeOnceIsNotMadeAgain() {
        assertEquals(new Score(1, 0.1), score());
        assertEquals(Map.of("seed 1", "1 0.1"), kept);
        assertEquals(new Score(1, 0.1), score());
        kept.put("seed 1", "7 Infinity");
        assertEquals(new Score(7, Double.POSITIVE_INFINITY), score());
        assertEquals(1, made);
    }

    /** A word, too few numbers, too many, half a point, fewer than none. */
    @Test
    void whatCannotBeReadIsNamed() {
        for (String bad : new String[]{"many 0.1", "", "3", "3 0.1 4", "2.5 0.1", "-1 0.1"}) {
            kept.put("seed 1", bad);
            assertEquals(
                    "what was finished cannot be read: \"" + bad + "\" under \"seed 1\"; remove that line from the "
                            + "file of what was finished, or begin anew",
                    assertThrows(UserError.class, this::score).getMessage());
        }
    }
}
