package matterbook.markov;

import java.util.List;

/**
 * States that lead to each other and back.
 *
 * @param states their names
 * @param closed whether the chain, once here, stays here
 * @param period the greatest common divisor of the lengths of all loops; 0 if no state can be met again
 */
public record CommunicatingClass(List<String> states, boolean closed, int period) {
    public CommunicatingClass {
        states = List.copyOf(states);
    }

    @Override
    public String toString() {
        return "{" + String.join(", ", states) + "} " + (closed ? "closed" : "open")
                + (period == 0 ? ", never met again" : period == 1 ? ", aperiodic" : ", period " + period);
    }
}
