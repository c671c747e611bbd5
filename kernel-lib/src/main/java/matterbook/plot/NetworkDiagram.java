package matterbook.plot;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

import matterbook.core.Digits;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A Markov chain as a graph: a circle for each state, an arrow for each transition with its probability, thicker the
 * larger. Arrows have the colour of the state that they leave. It draws where XChart's charts draw.
 */
public final class NetworkDiagram implements IChart {
    private static final int MOST_STATES = 24;
    private static final int STATES_THAT_FIT = 6;
    private static final int TALL = 620;
    private static final int LOW = 260;
    private static final int MOST_ARROWS_TOLD = 16;

    private final String title;
    private final List<String> states;
    private final List<Arrow> arrows;

    /** A transition from state {@code from} to state {@code to}; both count from 0. */
    public record Arrow(int from, int to, double weight) {}

    NetworkDiagram(String title, List<String> states, double[][] weights) {
        Points.checkLengths(title, states.size(), "states", weights.length, "rows");
        if (states.size() > MOST_STATES) {
            throw new IllegalArgumentException("a diagram of " + states.size() + " states cannot be read; the limit is "
                    + MOST_STATES + ", and heatMap(title, states, matrix) shows any number");
        }
        this.title = title;
        this.states = List.copyOf(states);
        this.arrows = arrows(this.states, weights);
    }

    /** The states in order. */
    public List<String> states() {
        return states;
    }

    /** The transitions that are drawn: those with a weight above 0. */
    public List<Arrow> arrows() {
        return arrows;
    }

    @Override
    public int getWidth() {
        return Style.WIDTH;
    }

    @Override
    public int getHeight() {
        return switch (states.size()) {
            case 1, 2 -> LOW;
            default -> states.size() > STATES_THAT_FIT ? TALL : Style.HEIGHT;
        };
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        new NetworkDrawing(this, width, height).paint(g);
    }

    /** One line: the states and the first transitions. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title).append(": ").append(states.size()).append(" states, ")
                .append(arrows.size()).append(" arrows");
        for (int i = 0; i < Math.min(arrows.size(), MOST_ARROWS_TOLD); i++) {
            Arrow arrow = arrows.get(i);
            text.append(i == 0 ? ": " : ", ").append(states.get(arrow.from)).append(" → ").append(states.get(arrow.to))
                    .append(' ').append(Digits.shortest(arrow.weight, 4));
        }
        return text.append(arrows.size() > MOST_ARROWS_TOLD ? ", …" : "").toString();
    }

    private static List<Arrow> arrows(List<String> states, double[][] weights) {
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i].length != states.size()) {
                throw new IllegalArgumentException("row " + i + " (" + states.get(i) + ") has " + weights[i].length
                        + " values; there are " + states.size() + " states");
            }
            for (int j = 0; j < weights.length; j++) {
                if (!(weights[i][j] >= 0) || Double.isInfinite(weights[i][j])) {
                    throw new IllegalArgumentException("the arrow from " + states.get(i) + " to " + states.get(j)
                            + " has weight " + weights[i][j] + "; it must be a finite number, 0 or above");
                }
                if (weights[i][j] > 0) {
                    arrows.add(new Arrow(i, j, weights[i][j]));
                }
            }
        }
        return List.copyOf(arrows);
    }
}
