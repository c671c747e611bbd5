package matterbook.course.grade;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import matterbook.core.UserError;
import matterbook.course.Regions;

/**
 * Runs the cells of one submission. When a cell ends its child JVM, a new child runs set-up and the learner's cells
 * before it again, without those that ended a child, and goes on behind it: nothing that was earned is lost. Children
 * begin with the quick compiler alone; the first cell that takes too long gets a second go in a child with both, so
 * that an honest answer that computes for long does not pay for the haste.
 */
final class SubmissionRun {
    /** How often a submission may end its child before the rest is left. */
    private static final int MOST_CHILDREN = 12;

    private final List<Step> steps;
    private final ReservedNames names;
    private final ChildStarter starter;
    private final GradeOptions options;
    private final Map<Integer, List<GradingChild.End>> ends = new LinkedHashMap<>();
    private final Map<Integer, String> refused = new HashMap<>();
    private boolean quick = true;

    /** Starts a child with a job. */
    interface ChildStarter {
        GradingChild start(Job job, boolean quick) throws IOException;
    }

    /** One source of the plan: part of step number {@code step}; {@code counts} unless it only restores state. */
    private record Piece(int step, Regions.Part part, boolean counts) {}

    SubmissionRun(List<Step> steps, ReservedNames names, ChildStarter starter, GradeOptions options) {
        this.steps = steps;
        this.names = names;
        this.starter = starter;
        this.options = options;
    }

    /** How the parts of each step ended, by the step's number; a step that did not run has no entry. */
    Map<Integer, List<GradingChild.End>> run() throws IOException {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isOwn()) {
                int index = i;
                names.refusal(steps.get(i).source()).ifPresent(why -> refused.put(index, why));
            }
        }
        long deadline = System.nanoTime() + options.submissionBudget().toNanos();
        int next = 0;
        for (int child = 0; child < MOST_CHILDREN && next < steps.size() && System.nanoTime() < deadline; child++) {
            next = run(next, plan(next), deadline);
        }
        return ends;
    }

    /** Why the learner's cell with this number was not run; empty where it was. */
    String refusal(int step) {
        return refused.getOrDefault(step, "");
    }

    private List<Piece> plan(int from) {
        List<Piece> plan = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean replay = i < from;
            if (refused.containsKey(i) || (replay && (step.isTest() || step.isPool() || wasStopped(i)))) {
                continue;
            }
            if ((step.isTest() || step.isPool()) && changed) {
                addSetup(plan);
                changed = false;
            }
            for (Regions.Part part : step.parts()) {
                plan.add(new Piece(i, part, !replay));
            }
            changed |= step.isOwn() && names.changesSetup(step.source());
        }
        return plan;
    }

    private void addSetup(List<Piece> plan) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).kind() == Step.Kind.SETUP) {
                plan.add(new Piece(i, steps.get(i).parts().getFirst(), false));
            }
        }
    }

    /** Whether a step ended its child or took too long: run again, it would do so again. */
    private boolean wasStopped(int step) {
        return ends.getOrDefault(step, List.of()).stream().anyMatch(end -> end.reply() == null || end.isTimeout());
    }

    /** The number of the step from which a new child has to go on; the number of steps where all is done. */
    private int run(int from, List<Piece> plan, long deadline) throws IOException {
        int next = from;
        try (GradingChild child = starter.start(job(plan), quick)) {
            if (child.await(0, options.cellBudget()).reply() == null) {
                throw new UserError("the Java process for a submission did not start; is there memory for a heap of "
                        + options.heapMegabytes() + " MB a job? What was graded is kept.");
            }
            for (int i = 0; i < plan.size(); i++) {
                Piece piece = plan.get(i);
                if (System.nanoTime() > deadline) {
                    return steps.size();
                }
                GradingChild.End end = child.await(i + 1, options.cellBudget());
                if (quick && end.isTimeout()) {
                    quick = false;
                    ends.remove(piece.step());
                    return piece.counts() ? piece.step() : next;
                }
                if (piece.counts() || end.reply() == null) {
                    ends.computeIfAbsent(piece.step(), step -> new ArrayList<>()).add(end);
                }
                next = piece.counts() ? piece.step() + 1 : next;
                if (end.reply() == null) {
                    return next;
                }
            }
        }
        return steps.size();
    }

    /** Begins with an empty cell, whose reply says that the child is there. */
    private static Job job(List<Piece> plan) {
        List<Job.Item> items = new ArrayList<>(List.of(Job.Item.of("", -1)));
        for (Piece piece : plan) {
            // what restores state never keeps the rest of its step from running
            items.add(Job.Item.of(piece.part().source(), piece.counts() ? piece.step() : -1 - items.size()));
        }
        return new Job(items);
    }
}
