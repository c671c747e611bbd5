package matterbook.nn;

import matterbook.core.Require;

/** Losses: sums in double precision, targets that are NaN left out. */
final class Losses {
    private Losses() {}

    static Tensor meanSquaredError(Tape tape, Tensor prediction, Tensor target) {
        Elementwise.same(prediction, target);
        Tensor loss = tape.output(1, 1, prediction.gradient != null);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < prediction.size(); i++) {
            float t = target.value[target.start + i];
            if (!Float.isNaN(t)) {
                double d = prediction.value[prediction.start + i] - t;
                sum += d * d;
                count++;
            }
        }
        int known = finish(loss, sum, count);
        float[] dp = prediction.gradient;
        float[] dLoss = loss.gradient;
        if (dp != null && dLoss != null) {
            tape.record(() -> {
                float factor = 2 * dLoss[0] / known;
                for (int i = 0; i < prediction.size(); i++) {
                    float t = target.value[target.start + i];
                    if (!Float.isNaN(t)) {
                        dp[prediction.start + i] += factor * (prediction.value[prediction.start + i] - t);
                    }
                }
            });
        }
        return loss;
    }

    /** -t ln s(z) - (1 - t) ln(1 - s(z)) = max(z, 0) - z t + ln(1 + exp(-|z|)); its derivative by z is s(z) - t. */
    static Tensor binaryCrossEntropy(Tape tape, Tensor logits, Tensor target) {
        Elementwise.same(logits, target);
        Tensor loss = tape.output(1, 1, logits.gradient != null);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < logits.size(); i++) {
            float t = target.value[target.start + i];
            if (!Float.isNaN(t)) {
                Require.that(t >= 0 && t <= 1, "a target of binary cross-entropy lies between 0 and 1, not " + t);
                float z = logits.value[logits.start + i];
                sum += Math.max(z, 0) - z * t + StrictMath.log1p(Kernels.exp(-Math.abs(z)));
                count++;
            }
        }
        int known = finish(loss, sum, count);
        float[] dz = logits.gradient;
        float[] dLoss = loss.gradient;
        if (dz != null && dLoss != null) {
            tape.record(() -> binaryBack(logits, target, dz, dLoss[0] / known));
        }
        return loss;
    }

    private static void binaryBack(Tensor logits, Tensor target, float[] dz, float factor) {
        for (int i = 0; i < logits.size(); i++) {
            float t = target.value[target.start + i];
            if (!Float.isNaN(t)) {
                float s = 1 / (1 + Kernels.exp(-logits.value[logits.start + i]));
                dz[logits.start + i] += factor * (s - t);
            }
        }
    }

    /** ln(sum of exp(z)) - z[t] for each row; its derivative by z is softmax(z), less 1 at t. */
    static Tensor softmaxCrossEntropy(Tape tape, Tensor logits, Tensor target) {
        Require.that(target.rows == logits.rows && target.columns == 1,
                "one class number a row is wanted, not " + target.shape() + " for " + logits.shape());
        Tensor loss = tape.output(1, 1, logits.gradient != null);
        Tensor chance = tape.output(logits.rows, logits.columns, false);
        int n = logits.columns;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < logits.rows; i++) {
            float t = target.value[target.start + i];
            if (!Float.isNaN(t)) {
                int at = logits.start + i * n;
                sum += Rows.softmaxRow(logits.value, at, chance.value, i * n, n) - logits.value[at + index(t, n)];
                count++;
            }
        }
        int known = finish(loss, sum, count);
        float[] dz = logits.gradient;
        float[] dLoss = loss.gradient;
        if (dz != null && dLoss != null) {
            tape.record(() -> softmaxBack(chance, target, dz, logits.start, dLoss[0] / known));
        }
        return loss;
    }

    private static void softmaxBack(Tensor chance, Tensor target, float[] dz, int start, float factor) {
        int n = chance.columns;
        for (int i = 0; i < chance.rows; i++) {
            float t = target.value[target.start + i];
            if (!Float.isNaN(t)) {
                Kernels.add(factor, chance.value, i * n, dz, start + i * n, n);
                dz[start + i * n + index(t, n)] -= factor;
            }
        }
    }

    private static int index(float target, int classes) {
        int index = (int) target;
        Require.that(index == target && index >= 0 && index < classes,
                "a class is a whole number from 0 to " + (classes - 1) + ", not " + target);
        return index;
    }

    /** How many targets are known: a loss is the mean over these. */
    static int known(Tensor target) {
        int count = 0;
        for (int i = target.start; i < target.start + target.size(); i++) {
            count += Float.isNaN(target.value[i]) ? 0 : 1;
        }
        return count;
    }

    /** A batch without any known target has loss 0, so that it changes nothing. */
    private static int finish(Tensor loss, double sum, int count) {
        int known = Math.max(1, count);
        loss.value[0] = (float) (sum / known);
        return known;
    }
}
