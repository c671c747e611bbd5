package matterbook.markov;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

import matterbook.core.Stop;

/** Which states lead to which (Norris, "Markov Chains", section 1.2), and periods (section 1.8). */
final class Classes {
    private Classes() {}

    static List<CommunicatingClass> of(MarkovChain chain) {
        double[][] p = chain.matrix();
        BitSet[] reach = reachable(p);
        List<CommunicatingClass> classes = new ArrayList<>();
        BitSet placed = new BitSet();
        for (int i = 0; i < p.length; i++) {
            if (!placed.get(i)) {
                BitSet members = members(i, reach);
                placed.or(members);
                List<String> names = members.stream().mapToObj(chain.states()::get).toList();
                classes.add(new CommunicatingClass(names, reach[i].equals(members), period(i, members, p)));
            }
        }
        return List.copyOf(classes);
    }

    /** The one closed class, or an error that names them all. */
    static CommunicatingClass onlyClosed(MarkovChain chain) {
        List<CommunicatingClass> closed = of(chain).stream().filter(CommunicatingClass::closed).toList();
        if (closed.size() > 1) {
            throw new IllegalStateException("the stationary law is not unique: each of the closed classes "
                    + closed.stream().map(c -> "{" + String.join(", ", c.states()) + "}")
                            .collect(Collectors.joining(", "))
                    + " has its own");
        }
        return closed.getFirst();
    }

    /** The states that each state leads to in one step or more, itself included (S. Warshall's closure). */
    private static BitSet[] reachable(double[][] p) {
        BitSet[] reach = new BitSet[p.length];
        for (int i = 0; i < p.length; i++) {
            reach[i] = new BitSet();
            reach[i].set(i);
            for (int j = 0; j < p.length; j++) {
                if (p[i][j] > 0) {
                    reach[i].set(j);
                }
            }
        }
        for (int k = 0; k < p.length; k++) {
            Stop.check();
            for (int i = 0; i < p.length; i++) {
                if (reach[i].get(k)) {
                    reach[i].or(reach[k]);
                }
            }
        }
        return reach;
    }

    private static BitSet members(int i, BitSet[] reach) {
        BitSet members = new BitSet();
        reach[i].stream().filter(j -> reach[j].get(i)).forEach(members::set);
        return members;
    }

    /** The gcd of {@code depth(from) + 1 - depth(to)} over all edges of the class, depths from one of its states. */
    private static int period(int root, BitSet members, double[][] p) {
        int[] depth = new int[p.length];
        Arrays.fill(depth, -1);
        depth[root] = 0;
        Deque<Integer> queue = new ArrayDeque<>(List.of(root));
        int period = 0;
        while (!queue.isEmpty()) {
            int i = queue.remove();
            for (int j = members.nextSetBit(0); j >= 0; j = members.nextSetBit(j + 1)) {
                if (p[i][j] > 0 && depth[j] < 0) {
                    depth[j] = depth[i] + 1;
                    queue.add(j);
                } else if (p[i][j] > 0) {
                    period = gcd(period, Math.abs(depth[i] + 1 - depth[j]));
                }
            }
        }
        return period;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
