package matterbook.regression;

/** The nearest few among many that are offered one by one: sorted by distance, earlier before later where equal. */
final class Neighbours {
    private final double[] distance;
    private final int[] index;
    private int count;

    Neighbours(int most) {
        distance = new double[most];
        index = new int[most];
    }

    void clear() {
        count = 0;
    }

    /** The distance that the next one must be below; infinite as long as there is room. */
    double bound() {
        return count < distance.length ? Double.POSITIVE_INFINITY : distance[count - 1];
    }

    void offer(double d, int which) {
        if (!(d < bound())) {
            return;
        }
        int at = count;
        while (at > 0 && distance[at - 1] > d) {
            at--;
        }
        int moved = Math.min(count, distance.length - 1) - at;
        System.arraycopy(distance, at, distance, at + 1, moved);
        System.arraycopy(index, at, index, at + 1, moved);
        distance[at] = d;
        index[at] = which;
        count = Math.min(count + 1, distance.length);
    }

    /** The mean of their values: {@link PlainKnn} says with which weights. */
    double mean(double[] values, boolean byDistance) {
        boolean exact = byDistance && distance[0] == 0;
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < count; i++) {
            double weight = exact ? (distance[i] == 0 ? 1 : 0) : byDistance ? 1 / Math.sqrt(distance[i]) : 1;
            sum += weight * values[index[i]];
            weights += weight;
        }
        return sum / weights;
    }
}
