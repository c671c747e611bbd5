package matterbook.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import matterbook.core.Digits;

/** What happened while training, epoch by epoch. */
public record History(List<Epoch> epochs) {
    public History {
        epochs = List.copyOf(epochs);
    }

    /** Of training that has not begun. */
    public static History empty() {
        return new History(List.of());
    }

    /**
     * One pass through all samples.
     *
     * @param number from 1
     * @param training mean of the batches' losses, each before its step
     * @param validation loss on the validation samples afterwards; NaN without such samples
     * @param rateFactor what the schedule made of the learning rate
     */
    public record Epoch(int number, double training, double validation, double rateFactor) {
        /** The loss by which models are compared: on validation samples if there are any. */
        public double watched() {
            return Double.isNaN(validation) ? training : validation;
        }
    }

    /** The same with one more epoch. */
    History with(Epoch epoch) {
        List<Epoch> more = new ArrayList<>(epochs);
        more.add(epoch);
        return new History(more);
    }

    /** Without the first few epochs, as if training had begun after them; none if there are no more. */
    History after(int first) {
        List<Epoch> later = new ArrayList<>();
        for (Epoch epoch : epochs.subList(Math.min(first, epochs.size()), epochs.size())) {
            later.add(new Epoch(later.size() + 1, epoch.training(), epoch.validation(), epoch.rateFactor()));
        }
        return new History(later);
    }

    /** 1, 2, ... for the axis of a figure. */
    public double[] numbers() {
        return column(Epoch::number);
    }

    /** The loss on the training samples. */
    public double[] training() {
        return column(Epoch::training);
    }

    /** The loss on the validation samples. */
    public double[] validation() {
        return column(Epoch::validation);
    }

    /** The number of the epoch with the least watched loss; 0 if there is none. */
    public int best() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (Epoch epoch : epochs) {
            if (epoch.watched() < least) {
                least = epoch.watched();
                best = epoch.number();
            }
        }
        return best;
    }

    private double[] column(ToDoubleFunction<Epoch> value) {
        return epochs.stream().mapToDouble(value).toArray();
    }

    /** One line: {@code 120 epochs; least loss 0.0123 in epoch 98, 0.0131 at the end}. */
    @Override
    public String toString() {
        if (epochs.isEmpty()) {
            return "no epochs yet";
        }
        int best = best();
        String least = best == 0
                ? ""
                : "least loss " + Digits.of(epochs.get(best - 1).watched(), 4) + " in epoch " + best
                        + ", ";
        return String.format(Locale.ROOT, "%d epochs; %s%s at the end", epochs.size(), least,
                Digits.of(epochs.getLast().watched(), 4));
    }
}
