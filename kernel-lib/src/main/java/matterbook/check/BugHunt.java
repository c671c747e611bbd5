package matterbook.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stopped;
import org.jspecify.annotations.Nullable;

/**
 * Marks a check by what it does: it has to accept right implementations and to reject those with a bug. What it
 * throws is a rejection, whatever it is.
 *
 * <pre>{@code
 * var hunt = new BugHunt<Sampler>(sampler -> checkSampler(sampler))
 *     .right("a table", ...)
 *     .bug("always the first level", ...);
 * hunt.hidden().bug("forgets beta", ...);
 * hunt.points(4)
 * }</pre>
 *
 * <p>The implementations are tried in an order that follows from all their names, each right one twice: a check that
 * counts its calls instead of looking at what it is given gains little, if some names are hidden.
 *
 * @param <T> what is checked, usually a functional interface
 */
public final class BugHunt<T> {
    private final Inspector<T> check;
    private final List<Suspect<T>> suspects = new ArrayList<>();
    private boolean hiding;
    private @Nullable Result result;

    /** The check of a learner: returns where the implementation is right, throws where it is wrong. */
    @FunctionalInterface
    public interface Inspector<T> {
        void inspect(T implementation) throws Throwable;
    }

    private record Suspect<T>(String name, T implementation, boolean right, boolean hidden) {}

    /** What the check said of each bug, true for caught; {@code complaint} where it rejected a right one. */
    private record Result(List<Boolean> caught, String complaint) {}

    public BugHunt(Inspector<T> check) {
        this.check = Objects.requireNonNull(check, "the check is null");
    }

    /** Adds a right implementation. Modifies and returns this hunt. */
    public BugHunt<T> right(String name, T implementation) {
        return add(new Suspect<>(name, implementation, true, hiding));
    }

    /** Adds an implementation with a bug. Modifies and returns this hunt. */
    public BugHunt<T> bug(String name, T implementation) {
        return add(new Suspect<>(name, implementation, false, hiding));
    }

    /** From here on no message names the implementations that are added. Modifies and returns this hunt. */
    public BugHunt<T> hidden() {
        hiding = true;
        return this;
    }

    /**
     * {@code points} times the share of bugs caught, rounded to a hundredth but never to 0: the last line of a graded
     * cell.
     *
     * @throws CheckFailure where the check rejects a right implementation or catches no bug: an error is the one way
     *         by which nbgrader, too, gives no points
     * @throws IllegalStateException without at least one right implementation and one bug
     */
    public double points(double points) {
        Require.positive(points, "the points of a hunt");
        Result found = result();
        if (!found.complaint().isEmpty()) {
            throw new CheckFailure(found.complaint());
        }
        if (caught(found) == 0) {
            throw new CheckFailure(report());
        }
        double share = Math.round(100 * points * caught(found) / found.caught().size()) / 100.0;
        return Math.min(points, Math.max(share, 0.01));
    }

    /** What the check found, in one line or a few; of hidden bugs only their number. */
    public String report() {
        Result found = result();
        if (!found.complaint().isEmpty()) {
            return found.complaint();
        }
        StringBuilder text = new StringBuilder("your check accepts what is right and catches " + caught(found) + " of "
                + count(found.caught().size(), "bug"));
        List<Suspect<T>> bugs = suspects.stream().filter(suspect -> !suspect.right()).toList();
        long hidden = 0;
        for (int i = 0; i < bugs.size(); i++) {
            boolean missed = !found.caught().get(i);
            hidden += missed && bugs.get(i).hidden() ? 1 : 0;
            text.append(missed && !bugs.get(i).hidden() ? "\nnot caught: " + bugs.get(i).name() : "");
        }
        return text.append(hidden > 0 ? "\nnot caught: " + count(hidden, "hidden bug") : "").toString();
    }

    @Override
    public String toString() {
        return "hunt of " + suspects.stream().filter(suspect -> !suspect.hidden()).map(Suspect::name)
                .collect(Collectors.joining(", "));
    }

    private BugHunt<T> add(Suspect<T> suspect) {
        suspects.add(suspect);
        result = null;
        return this;
    }

    private Result result() {
        Result known = result;
        if (known == null) {
            known = hunt();
            result = known;
        }
        return known;
    }

    private Result hunt() {
        List<Suspect<T>> trials = new ArrayList<>(suspects);
        suspects.stream().filter(Suspect::right).forEach(trials::add);
        if (trials.size() == suspects.size() || suspects.stream().allMatch(Suspect::right)) {
            throw new IllegalStateException("a hunt needs at least one right implementation and one bug");
        }
        Collections.shuffle(trials, Rng.seeded(suspects.stream().map(Suspect::name).toList().hashCode()));
        Map<Suspect<T>, String> rejections = new HashMap<>();
        for (Suspect<T> suspect : trials) {
            String why = rejection(suspect);
            if (why != null) {
                rejections.put(suspect, why);
            }
        }
        String complaint = suspects.stream().filter(suspect -> suspect.right() && rejections.containsKey(suspect))
                .findFirst().map(suspect -> complaint(suspect, rejections.getOrDefault(suspect, ""))).orElse("");
        return new Result(suspects.stream().filter(suspect -> !suspect.right()).map(rejections::containsKey).toList(),
                complaint);
    }

    /** What the check throws, null where it accepts. */
    private @Nullable String rejection(Suspect<T> suspect) {
        try {
            check.inspect(suspect.implementation());
            return null;
        } catch (Stopped stopped) {
            throw stopped;
        } catch (UnsupportedOperationException unanswered) {
            if (suspect.right()) {
                throw unanswered;
            }
            return "";
        } catch (Throwable thrown) {
            if (thrown instanceof VirtualMachineError error) {
                throw error;
            }
            return thrown instanceof CheckFailure ? String.valueOf(thrown.getMessage()) : thrown.toString();
        }
    }

    private static String complaint(Suspect<?> suspect, String why) {
        return suspect.hidden()
                ? "your check rejects a hidden implementation that is right: is it about the result, or about one way "
                        + "to get it?"
                : "your check rejects a right implementation, \"" + suspect.name() + "\": " + why;
    }

    private static long caught(Result found) {
        return found.caught().stream().filter(caught -> caught).count();
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
