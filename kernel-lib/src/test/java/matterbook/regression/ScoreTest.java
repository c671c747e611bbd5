package matterbook.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void byHand() {
        Score score = Score.of(new double[]{1, 2, 3, 6}, new double[]{1, 3, 3, 4});
        assertEquals(Math.sqrt(5.0 / 4), score.rmse(), 1e-15);
        assertEquals(0.75, score.mae(), 1e-15);
        assertEquals(1 - 5.0 / 14, score.r2(), 1e-15);
        assertEquals("RMSE 1.118, MAE 0.75, R² 0.6429", score.toString());
    }

    @Test
    void nothingToExplain() {
        assertEquals(Double.NaN, Score.of(new double[]{2, 2}, new double[]{2, 3}).r2());
        assertEquals("as many predictions as true values are wanted, at least 1: there are 1 and 2",
                assertThrows(IllegalArgumentException.class, () -> Score.of(new double[2], new double[1]))
                        .getMessage());
    }

    @Test
    void spreads() {
        assertEquals(new Spread(2, 1), Spread.of(1, 2, 3));
        assertEquals(new Spread(5, Double.NaN), Spread.of(5));
        assertEquals("2.0 (spread 1.0)", Spread.of(1, 2, 3).toString());
    }

    @Test
    void aColumnThatDoesNotVaryIsOnlyMoved() {
        Scaler scaler = Scaler.of(new double[][]{{0.1, 5}, {0.1, 7}, {0.1, 9}});
        assertEquals(1, scaler.scale()[0]);
        assertArrayEquals(new double[]{0, -Math.sqrt(1.5)}, scaler.apply(new double[][]{{0.1, 5}})[0], 1e-15);
    }
}
