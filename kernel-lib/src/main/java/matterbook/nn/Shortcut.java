package matterbook.nn;

import java.util.ArrayList;
import java.util.List;

import matterbook.core.Require;

/**
 * What goes in, followed by what these layers make of it: y = (x, f(x)). Behind a stack of them, a layer sees what all layers
 * before it made and the inputs themselves (K. J. Lang and M. J. Witbrock, Proc. 1988 Connectionist Models Summer School, 52):
 *
 * <pre>{@code
 * Network.of(2, new Shortcut(new Dense(5), Activation.TANH), new Shortcut(new Dense(5), Activation.TANH), new Dense(1))
 * }</pre>
 *
 * <p>The numbers of a row are taken as one vector. Layers of words and of sequences have no shortcut, nor has a shortcut.
 */
public record Shortcut(List<Layer> layers) implements Layer {
    public Shortcut {
        layers = List.copyOf(layers);
        Require.that(!layers.isEmpty(), "a shortcut needs at least one layer to go past");
        for (Layer layer : layers) {
            Require.that(!(layer instanceof Embedding || layer instanceof Lstm || layer instanceof Recurrent
                    || layer instanceof Shortcut), "a shortcut cannot go past " + LayerText.of(layer));
        }
    }

    /** Past these layers. */
    public Shortcut(Layer... layers) {
        this(List.of(layers));
    }

    @Override
    public Shape output(Shape input) {
        return Shape.of(input.size() + shapes(input).getLast().size());
    }

    /** Before the first layer, and after each. */
    private List<Shape> shapes(Shape input) {
        List<Shape> shapes = new ArrayList<>(List.of(input));
        for (Layer layer : layers) {
            shapes.add(layer.output(shapes.getLast()));
        }
        return shapes;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        List<Shape> shapes = shapes(input);
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            all.addAll(layers.get(i).parameters(shapes.get(i)));
        }
        return all;
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        List<Shape> shapes = shapes(input);
        Tensor y = x;
        int at = 0;
        for (int i = 0; i < layers.size(); i++) {
            int next = at + layers.get(i).parameters(shapes.get(i)).size();
            y = layers.get(i).apply(tape, parameters.subList(at, next), shapes.get(i), y);
            at = next;
        }
        return tape.concatenate(x, y);
    }
}
