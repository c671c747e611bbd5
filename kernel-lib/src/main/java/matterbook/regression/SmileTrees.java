package matterbook.regression;

import java.util.ArrayList;
import java.util.List;

import matterbook.core.Stop;
import smile.data.Tuple;
import smile.data.type.StructType;
import smile.model.cart.InternalNode;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;
import smile.regression.RandomForest;
import smile.regression.RegressionTree;

/** Smile's trees as plain numbers. */
final class SmileTrees {
    private final StructType schema;
    private final List<Integer> input = new ArrayList<>();
    private final List<Double> value = new ArrayList<>();
    private final List<Integer> other = new ArrayList<>();

    private SmileTrees(StructType schema) {
        this.schema = schema;
    }

    static Trees plain(RandomForest forest) {
        SmileTrees nodes = new SmileTrees(forest.schema());
        List<Integer> roots = new ArrayList<>();
        for (RegressionTree tree : forest.trees()) {
            roots.add(nodes.input.size());
            nodes.add(tree.root());
        }
        return new Trees(whole(roots), whole(nodes.input),
                nodes.value.stream().mapToDouble(Double::doubleValue).toArray(), whole(nodes.other));
    }

    private static int[] whole(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private void add(Node node) {
        Stop.check();
        int at = input.size();
        switch (node) {
            case RegressionNode leaf -> append(-1, leaf.output());
            case InternalNode fork -> {
                append(fork.feature(), threshold(fork));
                add(fork.trueChild());
                other.set(at, input.size());
                add(fork.falseChild());
            }
            default -> throw new IllegalStateException("a tree of numbers has no " + node.getClass());
        }
    }

    private void append(int asked, double number) {
        input.add(asked);
        value.add(number);
        other.add(0);
    }

    /**
     * The greatest number that still goes to the first child. Smile keeps it to itself, so it is found by halving the numbers
     * between -∞ and ∞, in the order of their bits.
     */
    private double threshold(InternalNode fork) {
        long low = inOrder(Double.NEGATIVE_INFINITY);
        long high = inOrder(Double.POSITIVE_INFINITY);
        while (high - low > 1 || high - low < 0) { // the difference of two longs may not fit
            long middle = low + ((high - low) >>> 1);
            if (fork.branch(new Same(schema, fromOrder(middle)))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return fromOrder(low);
    }

    /** Longs that are ordered as the numbers are. */
    private static long inOrder(double number) {
        return flip(Double.doubleToRawLongBits(number));
    }

    private static double fromOrder(long place) {
        return Double.longBitsToDouble(flip(place));
    }

    private static long flip(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** A row whose inputs are all the same. */
    private record Same(StructType schema, double number) implements Tuple {
        private static final long serialVersionUID = 1L;

        @Override
        public Object get(int i) {
            return number;
        }

        @Override
        public double getDouble(int i) {
            return number;
        }
    }
}
