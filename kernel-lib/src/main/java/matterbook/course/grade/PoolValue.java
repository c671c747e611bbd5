package matterbook.course.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import matterbook.stats.Replicate;

/**
 * What one submission gives to a pool. Only who passed all checks of the answer gives anything: a wrong answer is no
 * measurement.
 *
 * @param pool id of the pool's cell
 * @param status POOLED, NOT_PASSED or NO_VALUE, as far as this submission alone tells
 * @param seed 0 unless pooled
 * @param value 0 unless pooled; otherwise finite
 */
public record PoolValue(String pool, PoolStatus status, long seed, double value) {
    /** Squares of larger numbers are infinite. */
    private static final double LARGEST = 1e150;

    /** The values of all pools among the steps, whose ends are by the step's number. */
    static List<PoolValue> all(List<Step> steps, List<CellMark> marks, Map<Integer, List<GradingChild.End>> ends) {
        List<PoolValue> values = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isPool()) {
                values.add(of(steps.get(i), marks, ends.getOrDefault(i, List.of())));
            }
        }
        return values;
    }

    private static PoolValue of(Step pool, List<CellMark> marks, List<GradingChild.End> ends) {
        if (marks.stream().anyMatch(mark -> mark.answer().equals(pool.answer()) && mark.score() < mark.maxScore())) {
            return new PoolValue(pool.id(), PoolStatus.NOT_PASSED, 0, 0);
        }
        return ends.stream().findFirst().flatMap(end -> Optional.ofNullable(end.reply())).filter(Job.Reply::isDone)
                .flatMap(Job.Reply::replicate).filter(replicate -> Math.abs(replicate.value()) <= LARGEST)
                .map(replicate -> of(pool, replicate))
                .orElse(new PoolValue(pool.id(), PoolStatus.NO_VALUE, 0, 0));
    }

    private static PoolValue of(Step pool, Replicate replicate) {
        return new PoolValue(pool.id(), PoolStatus.POOLED, replicate.seed(), replicate.value());
    }
}
