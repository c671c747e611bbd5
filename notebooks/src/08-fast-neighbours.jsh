// %% [markdown] id=question
// # Fast neighbours: work that need not be done
//
// A thousand disks make half a million pairs, and nine thousand of these are near enough to feel each other. The program
// of lesson 07 measures all of them, at every step: 98 % of its time goes into finding out that nothing happens.
//
// Here is where that time comes back. Two ideas do it, **cells** and **lists**, with one rule between them that is easily
// got wrong by a factor of two; a third, about memory and branches, makes the rest fast. What is right we decide by
// *counting* (distances looked at, lists made), which comes out the same on every machine; what is fast, by the clock of
// yours.
//
// You need: lesson 07.

// %% [markdown] id=square-text
// ## 1 Why the square hurts
//
// The disks are those of lesson 07: $u(r) = r^{-12}$ for $r < 3$, density 0.64. We melt 256 of them, and lay copies side
// by side where we need more: a periodic fluid fits its own edge. A `Ruler` measures the distance of two disks, and
// counts how often it is asked.

// %% id=nearest role=setup
double nearest(double difference, double side) {
    return difference - side * Math.rint(difference / side);
}

// %% id=ruler role=setup
/** Squares of distances between disks in a square box; it counts. */
class Ruler {
    final double[] x, y;
    final double side;
    long asked;
    Ruler(double[] x, double[] y, double side) {
        this.x = x;
        this.y = y;
        this.side = side;
    }
    double squared(int i, int j) {
        asked++;
        double dx = nearest(x[i] - x[j], side);
        double dy = nearest(y[i] - y[j], side);
        return dx * dx + dy * dy;
    }
}

// %% id=pairs role=setup
/** Pairs of disks: a[0] with b[0], a[1] with b[1], up to n. */
class Pairs {
    int[] a = new int[1024], b = new int[1024];
    int n;
    void add(int i, int j) {
        if (n == a.length) {
            a = Arrays.copyOf(a, 2 * n);
            b = Arrays.copyOf(b, 2 * n);
        }
        a[n] = i;
        b[n++] = j;
    }
}

// %% id=melt
var soft = new InversePower(12).cutAt(3).by(PairMethod.PACKED);
Fluid hot = new Langevin(0.005, 1, 5).run(Fluid.squareLattice(16, 0.64)
    .thermalised(5, Rng.seeded(1)), soft, 1000, Every.steps(100),
    Rng.seeded(2)).last();
Fluid melted = new Langevin(0.01, 1, 0.9).run(hot, soft, 2000,
    Every.steps(100), Rng.seeded(3)).last();

// %% id=copies
/** k times k copies of a fluid, in a box k times as wide. */
Fluid copies(Fluid one, int k) {
    int n = one.size();
    double side = one.box().width();
    double[][] p = one.positions(), u = one.velocities();
    double[][] r = new double[2][k * k * n], v = new double[2][k * k * n];
    for (int i = 0; i < k * k * n; i++)
        for (int c = 0; c < 2; c++) {
            r[c][i] = p[c][i % n] + side * (c == 0 ? i / n % k : i / n / k);
            v[c][i] = u[c][i % n];
        }
    return Fluid.of(PeriodicBox.square(k * side), r, v);
}
Ruler ruler(Fluid fluid) {
    var places = fluid.configuration();
    return new Ruler(places.x(), places.y(), fluid.box().width());
}

// %% [markdown] id=half-text
// What disk $j$ does to $i$, $i$ does to $j$ with the other sign. So each pair is looked at once, and the inner loop ends
// at $i$: the **half loop**, $N (N - 1) / 2$ distances instead of $N^2$.

// %% id=half role=setup
/** All pairs nearer than the range, by looking at all pairs. */
Pairs allPairs(Ruler ruler, double range) {
    var pairs = new Pairs();
    for (int i = 0; i < ruler.x.length; i++)
        for (int j = 0; j < i; j++)
            if (ruler.squared(i, j) < range * range) pairs.add(i, j);
    return pairs;
}

// %% id=half-count
for (int k : new int[]{1, 2, 4}) {
    Ruler all = ruler(copies(melted, k));
    Pairs near = allPairs(all, 3);
    display(all.x.length + " disks: " + all.asked + " distances, "
        + near.n + " of them below 3");
}

// %% [markdown] id=half-answer
// Near pairs grow as $N$: a disk has 17 neighbours however large the box is (a circle of radius 3 holds $\rho\, \pi
// r_c^2 = 18$ disks, and one is the disk itself). Distances grow as $N^2$. And the time? Our stopwatch
// counts the time that the *processor* has worked for us, so that other programs do not matter, and takes the best of
// three, because Java gets faster while it learns what is done often. **Before you run the next cell:** how
// much longer does a step take with *ten times* as many disks?

// %% id=stopwatch
/** Processor time of one go: the best of three times 25 ms of goes. */
double seconds(Runnable work) {
    var clock = java.lang.management.ManagementFactory.getThreadMXBean();
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 3; k++) {
        long start = clock.getCurrentThreadCpuTime(), time = 0;
        int goes = 0;
        for (; time < 25_000_000; goes++) {
            work.run();
            time = clock.getCurrentThreadCpuTime() - start;
        }
        best = min(best, 1e-9 * time / goes);
    }
    return best;
}

// %% id=forces
/** The forces of pairs nearer than 3. */
double[][] forces(Ruler at, Pairs pairs) {
    double[][] f = new double[2][at.x.length];
    for (int k = 0; k < pairs.n; k++) {
        int i = pairs.a[k], j = pairs.b[k];
        double dx = nearest(at.x[i] - at.x[j], at.side);
        double dy = nearest(at.y[i] - at.y[j], at.side);
        double rr = dx * dx + dy * dy, s = 1 / rr, cube = s * s * s;
        double strength = rr < 9 ? 12 * cube * cube * s : 0;
        f[0][i] += strength * dx;
        f[1][i] += strength * dy;
        f[0][j] -= strength * dx;
        f[1][j] -= strength * dy;
    }
    return f;
}

// %% id=square
double[] logs(double[] x) {
    return Arrays.stream(x).map(Math::log).toArray();
}
double power(double[] n, double[] cost) {
    return Regression.of(logs(n), logs(cost)).slope().value();
}
int[] few = {1, 2, 3, 4, 6};
double[] nFew = Arrays.stream(few).mapToDouble(k -> 256 * k * k).toArray();
Ruler warm = ruler(copies(melted, 4));
seconds(() -> forces(warm, allPairs(warm, 3)));   // for Java to learn
double[] allTime = Arrays.stream(few).mapToDouble(k -> {
    Ruler at = ruler(copies(melted, k));
    return 1000 * seconds(() -> forces(at, allPairs(at, 3)));
}).toArray();

// %% id=square-picture
double ten = pow(10, power(nFew, allTime));
captioned(figure("One step by all pairs, on this machine").logX().logY()
    .axes("disks N", "time of a step / ms")
    .points("all pairs", nFew, allTime)
    .note("ten times the disks: " + Math.round(ten) + " times the time"),
    "The time of a step by all pairs against the number of disks.")

// %% [markdown] id=square-answer
// About a hundred times. (Both axes are logarithmic: a power $N^p$ is a straight line of slope $p$.) A million disks would
// take some twenty minutes for a single step. (What this picture and others of this lesson show is measured as you run
// them; yours differ from ours.)

// %% [markdown] id=cells-text
// ## 2 Cells
//
// Cut the box into square **cells** no narrower than the range. Then whoever is within the range of a disk sits in its
// cell or in one of the eight around it, and nobody else needs to be asked (B. Quentrec and C. Brot, 1973). In memory
// this takes two arrays: the *first* disk of each cell, and for each disk the *next* one of its cell.

// %% id=grid role=setup
/** Disks of a square box in cells; opening a cell counts. */
class Grid {
    final int row;
    final int[] first, next;
    long opened;
    Grid(Ruler at, double range) {
        row = (int) (at.side / range);
        first = new int[row * row];
        next = new int[at.x.length];
        Arrays.fill(first, -1);
        for (int i = 0; i < next.length; i++) {
            int c = part(at.x[i], at.side) + row * part(at.y[i], at.side);
            next[i] = first[c];
            first[c] = i;
        }
    }
    /** The column, or the line, of a coordinate in the box. */
    int part(double coordinate, double side) {
        return min((int) (coordinate / side * row), row - 1);
    }
    /** The first disk of a cell or -1; `next` leads to the others. */
    int open(int column, int line) {
        opened++;
        return first[Math.floorMod(column, row)
            + row * Math.floorMod(line, row)];
    }
}

// %% id=cell-pairs
/** All pairs nearer than the range, by looking into cells. */
Pairs cellPairs(Ruler at, double range) {
    var pairs = new Pairs();
    var grid = new Grid(at, range);
    for (int c = 0; c < grid.row * grid.row; c++) {
        int column = c % grid.row, line = c / grid.row;
        int own = grid.open(column, line);
        for (int k = 0; k < 9; k++) {
            int other = grid.open(column + k % 3 - 1, line + k / 3 - 1);
            for (int i = own; i >= 0; i = grid.next[i])
                for (int j = other; j >= 0; j = grid.next[j])
                    if (j < i && at.squared(i, j) < range * range)
                        pairs.add(i, j);
        }
    }
    return pairs;
}

// %% [markdown] id=cells-question
// The picture shows one disk, black, and the circle of its range, which goes on at the other side of the box. Orange
// disks are its neighbours, blue ones are asked in vain, grey ones never. **Before you run the next cells:** of the
// disks that are asked, what share are neighbours?

// %% id=cells-picture
Ruler box = ruler(melted);
int me = IntStream.range(0, 256).boxed().min(Comparator.comparingDouble(
    i -> pow(box.x[i] - 8.5, 2) + pow(box.y[i] - 1.5, 2))).orElseThrow();
var grid = new Grid(box, 3);
int[] group = new int[256];
for (int i = 0; i < 256; i++) {
    int across = grid.part(box.x[i], 20) - grid.part(box.x[me], 20);
    int up = grid.part(box.y[i], 20) - grid.part(box.y[me], 20);
    boolean asked = abs(nearest(across, grid.row)) <= 1
        && abs(nearest(up, grid.row)) <= 1;
    group[i] = i == me ? 6 : box.squared(i, me) < 9 ? 1 : asked ? 0 : 9;
}
disks("One disk, its cells and its neighbours", melted.configuration(), 0.9)
    .coloured(group, "orange: nearer than 3, blue: asked in vain")
    .grid(grid.row, grid.row).circle(box.x[me], box.y[me], 3)

// %% id=cells-count
double[] allAsked = new double[5], cellsAsked = new double[5];
for (int k = 0; k < 5; k++) {
    Ruler all = ruler(copies(melted, few[k]));
    Ruler some = ruler(copies(melted, few[k]));
    checkEqual(cellPairs(some, 3).n, allPairs(all, 3).n, "pairs");
    allAsked[k] = all.asked;
    cellsAsked[k] = some.asked;
    display((int) nFew[k] + " disks: " + some.asked + " distances, not "
        + all.asked);
}
display("all pairs: N to the power " + Digits.of(power(nFew, allAsked), 3));
display("cells: N to the power " + Digits.of(power(nFew, cellsAsked), 3));

// %% [markdown] id=cells-answer
// At best a circle in a square of three by three, $\pi / 9 = 35\,\%$, and less where the cells do not fit exactly. That
// is only a factor; the *power* has come down from 2 to 1. (A little below, because cells fit the larger boxes better.)
// All pairs are found (the check in the cell would have said so).
//
// ## 3 Lists
//
// From one step of 0.001 to the next hardly anything moves: the neighbours are nearly always the same. So keep them in a
// **list** (L. Verlet, 1967), and let it reach a little farther than the forces do, to $r_c + s$. The width $s$ is the
// **skin**. As long as nobody comes through the skin unnoticed, the list holds all pairs that matter. How long is that?
//
// A pair that is not on the list was at least $r_c + s$ apart. When its two disks have moved by $d_i$ and $d_j$,
// whichever way, the distance is still
//
// $$r_{ij} \ \ge\ r_c + s - d_i - d_j .$$
//
// At worst both go straight towards each other. So all is well while $d_i + d_j \le s$ for each pair, and certainly while
// **no disk has gone farther than half the skin**. The half is there because *two* disks move.
//
// Here is that as a kernel that the kit's integrators accept. The disks are of another kind now, hard at the edge (WCA,
// lesson 06's potential up to its minimum, at $r_c = 2^{1/6}$): with these a missed pair shows. At each step it counts
// the pairs that the list has missed.

// %% id=farthest role=setup
/** How far the disk has gone that went farthest. */
double farthest(double[][] from, double[][] to) {
    double most = 0;
    for (int i = 0; i < from[0].length; i++)
        most = max(most, Math.hypot(to[0][i] - from[0][i],
            to[1][i] - from[1][i]));
    return most;
}

// %% id=repel
var wca = CutPotential.of(new Wca());
/** Lets two disks repel each other; says whether they are in reach. */
boolean repel(State s, int i, int j) {
    double dx = s.box.nearest(0, s.position[0][i] - s.position[0][j]);
    double dy = s.box.nearest(1, s.position[1][i] - s.position[1][j]);
    double r = Math.hypot(dx, dy), f = wca.force(r) / r;
    s.energy += wca.energy(r);
    s.force[0][i] += f * dx;
    s.force[1][i] += f * dy;
    s.force[0][j] -= f * dx;
    s.force[1][j] -= f * dy;
    return r < wca.range();
}

// %% id=listed
/** A list that is made anew when a disk has gone too far. */
class Listed implements PairKernel {
    final double skin = 0.3, tooFar;
    double[][] then;
    Pairs pairs;
    long made, missed;
    Listed(double tooFar) {
        this.tooFar = tooFar;
    }
    public void compute(State s) {
        if (then == null || farthest(then, s.position) > tooFar) {
            then = s.fluid().positions();
            pairs = cellPairs(ruler(s.fluid()), wca.range() + skin);
            made++;
        }
        for (double[] f : s.force) Arrays.fill(f, 0);
        s.energy = 0;
        missed += cellPairs(ruler(s.fluid()), wca.range()).n;
        for (int k = 0; k < pairs.n; k++)
            if (repel(s, pairs.a[k], pairs.b[k])) missed--;
    }
}

// %% [markdown] id=rule-question
// A skin of 0.3, and three rules: make the list anew after a way of *half* the skin, of the *whole* skin, of *one and a
// half*. **Before you run the next cells:** which of the three will you notice, and how?

// %% id=rules
Fluid hard = new Langevin(0.002, 1, 1).run(melted,
    wca.by(PairMethod.PACKED), 2000, Every.steps(100), Rng.seeded(4))
    .last().thermalised(1, Rng.seeded(5));
double[] tooFar = {0.15, 0.3, 0.45};
List<MdRun> broken = new ArrayList<>();
for (double way : tooFar) {
    var kernel = new Listed(way);
    broken.add(new VelocityVerlet(0.002).run(hard, s -> kernel, 2500,
        Every.steps(5)));
    display("after a way of " + way + ": " + kernel.made + " lists, "
        + kernel.missed + " pairs missed");
}

// %% id=rules-picture
var energies = figure("Energy by three rules, skin 0.3")
    .axes("t / t₀", "change of (K + U) / N");
String[] names = {"half the skin", "the whole skin", "one and a half"};
for (int k = 0; k < 3; k++) {
    double[] e = broken.get(k).energyPerParticle();
    energies.line(names[k], broken.get(k).time(),
        Arrays.stream(e).map(x -> x - e[0]).toArray());
}
energies

// %% [markdown] id=rules-answer
// By the rule no pair is missed in 2,500 steps. With the whole skin 134 are, and the energy goes up by stairs: each time
// a new list finds two disks deep in each other, which costs energy that nobody has paid. With one and a half it is a
// catastrophe. And mind the middle one: nothing crashes, the first steps look perfect, it makes half as many
// lists, so it is *faster*. With a long soft tail nobody would ever see it: $u(3) = 2 \cdot 10^{-6}$ for $r^{-12}$.
// **That is why such a rule is proved and not tried**, and why one counts what it misses.
//
// ## 4 How thick a skin?
//
// A thick skin lasts longer, and makes a longer list. **Before you run the next cells:** twice the skin, how much less
// often is a list made? And which skin is the best?
//
// The kit's kernel counts its lists; we take its steps ourselves.

// %% id=lives
record Run(double lists, double seconds) {}
/** Lists made for each of 2,000 steps of 0.001, and the time of a step. */
Run steps(Fluid start, double skin) {
    State state = State.of(start);
    var rule = new VelocityVerlet(0.001);
    try (var kernel = soft.skin(skin).kernel(state)) {
        kernel.compute(state);
        for (int k = 0; k < 2000; k++)
            rule.step(state, kernel, Rng.seeded(0));
        double lists = kernel.builds() / 2000.0;
        return new Run(lists, seconds(() ->
            rule.step(state, kernel, Rng.seeded(0))));
    }
}

// %% id=skins
Fluid thousand = copies(melted, 2);
double[] skins = {0.1, 0.2, 0.4, 0.7, 1, 1.5, 2.2};
List<Run> runs = Arrays.stream(skins)
    .mapToObj(s -> steps(thousand, s)).toList();
double[] lists = runs.stream().mapToDouble(Run::lists).toArray();
figure("A thicker skin lasts longer").logX().logY()
    .axes("skin s / a", "lists made for each step")
    .points("measured", skins, lists)
    .curve("1 / s", s -> lists[2] * 0.4 / s)

// %% [markdown] id=skins-answer
// Half as often: the fastest disk flies through half the skin in a time $s / 2 v$, and among $N$ disks the fastest has
// about $v = \sqrt{2 T \ln N} = 3.5$. (Thick skins last a little longer than that, because on a longer way a disk meets
// others.)
//
// A step has to look at the pairs on the list; and once in a while somebody has to pay for a new one, by cells or, as in
// a first program, by all pairs. Shared out among the steps:

// %% id=costs
double[] onList = new double[7], search = new double[7];
for (int k = 0; k < 7; k++) {
    Ruler at = ruler(thousand);
    onList[k] = cellPairs(at, 3 + skins[k]).n;
    search[k] = at.asked;
}
double all = 1024 * 1023 / 2;
double[] byCells = new double[7], byAll = new double[7];
for (int k = 0; k < 7; k++) {
    byCells[k] = onList[k] + lists[k] * search[k];
    byAll[k] = onList[k] + lists[k] * all;
}
figure("Distances looked at in a step, 1,024 disks, Δt = 0.001").logX()
    .axes("skin s / a", "distances").line("with cells", skins, byCells)
    .line("with all pairs", skins, byAll)
    .line("on the list", skins, onList).rangeY(0, 60_000)

// %% id=best
double best(double[] cost) {
    int k = IntStream.range(0, 7).boxed()
        .min(Comparator.comparingDouble(i -> cost[i])).orElseThrow();
    return skins[k];
}
double[] tenfold = IntStream.range(0, 7)
    .mapToDouble(k -> onList[k] + 10 * lists[k] * all).toArray();
display("fewest distances, list by cells:     skin " + best(byCells));
display("fewest distances, list by all pairs: skin " + best(byAll));
display("the same with steps of 0.01:         skin " + best(tenfold));

// %% id=skin-time
double[] micros = runs.stream()
    .mapToDouble(run -> 1e6 * run.seconds()).toArray();
captioned(figure("The kit's kernel, on this machine").logX()
    .axes("skin s / a", "time of a step / µs")
    .points("measured", skins, micros)
    .note("fastest here: skin " + best(micros))
    .rangeY(0, 1.3 * Arrays.stream(micros).max().orElse(1)),
    "The time of a step of the kit's kernel against the skin.")

// %% [markdown] id=course-text
// So the best skin is a bargain between reading lists and making them. Made by cells they are cheap, and a thin skin
// will do; the kit takes 0.4. Made by all pairs they cost half a million distances each, and a thicker skin pays; with
// steps ten times as long the thickest of those that we tried did best. That is why one finds skins as thick as **1.5** in
// simple programs of molecular dynamics: no law, a price.
//
// And why **1.0** for Monte Carlo? There nobody flies. In a sweep each disk is shifted once or so, by up to 0.15 along
// each axis, in any direction. **Before you run the next cells:** the way of the disk that goes farthest, how does it
// grow with the number of sweeps?

// %% id=runs
MdRun newton = new VelocityVerlet(0.001).run(thousand, soft, 2000,
    Every.steps(1000).frames(10));
var lj = new LennardJones().cutAt(2.5);
Fluid cold = new Nvt(0.2).run(thousand, lj, Sweeps.of(1000).every(1000),
    Rng.seeded(6)).last();
McRun metropolis = new Nvt(0.2).run(cold, lj,
    Sweeps.of(200).every(200).frames(1), Rng.seeded(6));

// %% id=ways
/** The farthest way in 1, 2, ... 100 frames: mean of eleven starts. */
double[] ways(List<Fluid> frames) {
    double[] mean = new double[100];
    for (int start = 0; start <= 100; start += 10)
        for (int lag = 1; lag <= 100; lag++)
            mean[lag - 1] += farthest(frames.get(start).positions(),
                frames.get(start + lag).positions()) / 11;
    return mean;
}
double[] mdWays = ways(newton.frames()), mcWays = ways(metropolis.frames());

// %% id=ways-picture
double[] sweeps = IntStream.rangeClosed(1, 100).mapToDouble(k -> k).toArray();
double[] tens = Arrays.stream(sweeps).map(k -> 10 * k).toArray();
figure("The disk that went farthest").logX().logY()
    .axes("steps of 0.001, or sweeps", "way / a")
    .line("molecular dynamics", tens, mdWays)
    .line("Monte Carlo, T = 0.2, shifts up to 0.15", sweeps, mcWays)
    .guide("half of 1.5", 1, 0.75, 1000, 0.75)
    .guide("half of 1", 1, 0.5, 1000, 0.5)
    .note("dashed: half of the skins 1.5 (upper) and 1 (lower)")

// %% id=mc-skin
int life(double[] ways, double skin) {
    return 1 + (int) Arrays.stream(ways)
        .takeWhile(way -> way <= skin / 2).count();
}
display("molecular dynamics, skin 1.5: a list lasts "
    + 10 * life(mdWays, 1.5) + " steps");
display("Monte Carlo, skin 1.0:        a list lasts "
    + life(mcWays, 1) + " sweeps");

// %% id=mc-cost
double[] mcSkins = IntStream.rangeClosed(7, 22).mapToDouble(k -> 0.1 * k)
    .toArray();
double[] mcCost = Arrays.stream(mcSkins).map(skin ->
    4 * allPairs(ruler(metropolis.last()), 2.5 + skin).n
        + all / life(mcWays, skin)).toArray();
figure("Distances looked at in a sweep, list by all pairs")
    .axes("skin s / a", "distances").points("Monte Carlo", mcSkins, mcCost)
    .rangeX(0.6, 2.3).rangeY(0, 200_000)

// %% [markdown] id=mc-answer
// In molecular dynamics as the time. In Monte Carlo at best as its root, for random shifts make a random walk (slope 1/2),
// and in a cold fluid neighbours stand in the way. A list lasts few sweeps
// there; but a sweep is more work than a step, since each of its shifts looks at the list of one disk twice, in its old
// place and in the new: $4\,n$ distances for a list of $n$ pairs. The bottom is flat: with
// 1.0 a sweep looks at somewhat more than with 1.5, but its list is a quarter shorter.
//
// ## 5 Inside the loop
//
// Now nearly all that is looked at is needed. What is left is how fast a processor goes through a list, and there the
// same arithmetic can take very different times. Two things matter.
//
// **Memory.** A disk's neighbours on the list can stand anywhere in the arrays. If disks that are neighbours in space
// are neighbours in memory, what the processor fetches for one is there for the next. So number the disks cell by cell,
// anew each time a list is made.
//
// **Branches.** A processor works ahead, and where the way forks it guesses. "Is this pair within the cut-off?" is a
// guess that fails often, and each time some twenty steps of work are thrown away. There is a way without a fork: write
// the number down in any case, and move on in the list by 1 or by 0, the sign bit of $r^2 - r_c^2$:

// %% id=choose
int choose(double[] rr, int[] chosen) {
    int n = 0;
    for (int k = 0; k < rr.length; k++)
        if (rr[k] < 9) chosen[n++] = k;
    return n;
}
int pack(double[] rr, int[] chosen) {
    int n = 0;
    for (int k = 0; k < rr.length; k++) {
        chosen[n] = k;
        n += (int) (Double.doubleToRawLongBits(rr[k] - 9) >>> 63);
    }
    return n;
}

// %% id=numbering
/** The same disks, numbered by what the key says. */
Ruler numbered(Ruler at, double[] key) {
    int[] order = IntStream.range(0, key.length).boxed()
        .sorted(Comparator.comparingDouble(i -> key[i]))
        .mapToInt(i -> i).toArray();
    return new Ruler(
        Arrays.stream(order).mapToDouble(i -> at.x[i]).toArray(),
        Arrays.stream(order).mapToDouble(i -> at.y[i]).toArray(), at.side);
}
Ruler many = ruler(copies(melted, 20));
var fine = new Grid(many, 3);
Ruler shuffled = numbered(many, Rng.seeded(7).doubles(102_400).toArray());
Ruler sorted = numbered(many, IntStream.range(0, 102_400).mapToDouble(
    i -> fine.part(many.x[i], many.side)
        + fine.row * fine.part(many.y[i], many.side)).toArray());

// %% [markdown] id=loop-question
// **Before you run the next cell:** the same 102,400 disks with shuffled and with sorted numbers, the same pairs, the
// same forces; and the same million pairs chosen with and without a branch. By which factor do the times differ?

// %% id=loop
Pairs before = cellPairs(shuffled, 3.4), after = cellPairs(sorted, 3.4);
double[] rr = IntStream.range(0, before.n).mapToDouble(
    k -> shuffled.squared(before.a[k], before.b[k])).toArray();
int[] chosen = new int[before.n + 1];
checkEqual(pack(rr, chosen), choose(rr, chosen), "pairs below 3");
double shuffling = seconds(() -> forces(shuffled, before))
    / seconds(() -> forces(sorted, after));
double branching = seconds(() -> choose(rr, chosen))
    / seconds(() -> pack(rr, chosen));
captioned(bar("The price of disorder and of doubt, on this machine",
    List.of("shuffled, not sorted", "with a branch, not without"),
    new double[]{shuffling, branching}).axes("", "times the time"),
    "How many times longer forces take with shuffled numbers, and a choice"
        + " with a branch.")

// %% [markdown] id=packed-text
// Neither is free, and the arithmetic is the same. (What the order of the disks is worth depends on how much of them fits
// into the fast memory next to your processor, and on who else uses that.)
//
// The kit's kernel `Packed` does all of this: cells, a list, sorted disks, loops without a branch. `Naive` is the half
// loop over all pairs, to be read and compared with. Fast code is worth nothing if it gives something else, so first:

// %% id=agree
State plain = State.of(thousand), fast = State.of(thousand);
PairKernel naive = soft.by(PairMethod.NAIVE).kernel(plain);
PairKernel packed = soft.kernel(fast);
naive.compute(plain);
packed.compute(fast);
double worst = 0;
for (int i = 0; i < 1024; i++)
    for (int c = 0; c < 2; c++)
        worst = max(worst,
            abs(fast.force[c][i] - plain.force[c][fast.id[i]]));
display("largest difference / largest force: "
    + Digits.of(worst / plain.largestForce(), 1));
check(worst < 1e-12 * plain.largestForce(), "the kernels differ");

// %% [markdown] id=agree-answer
// Rounding, since the sums are taken in another order. (`fast.id[i]` tells which disk stands at place `i` after sorting.)
//
// ## 6 The bill
//
// **Before you run the last cells:** where will the four lines begin, and how steep will they be?

// %% id=kit
/** The kit's forces, with a step's share of making a list. */
double kit(Fluid fluid) {
    State state = State.of(fluid);
    PairForces forces = soft.skin(0.4);
    PairKernel kernel = forces.kernel(state);
    double made = seconds(() -> forces.kernel(state).compute(state));
    kernel.compute(state);
    return seconds(() -> kernel.compute(state)) + lists[2] * made;
}

// %% id=bill
int[] sides = {1, 2, 4, 8, 16};
double[] nAll = Arrays.stream(sides).mapToDouble(k -> 256 * k * k).toArray();
double[] cellTime = new double[5], listTime = new double[5];
double[] kitTime = new double[5];
for (int k = 0; k < 5; k++) {
    Fluid fluid = copies(melted, sides[k]);
    Ruler at = ruler(fluid);
    cellTime[k] = 1000 * seconds(() -> forces(at, cellPairs(at, 3)));
    Pairs list = cellPairs(at, 3.4);
    double made = seconds(() -> cellPairs(at, 3.4));
    listTime[k] = 1000 * (lists[2] * made
        + seconds(() -> forces(at, list)));
    kitTime[k] = 1000 * kit(fluid);
}

// %% id=bill-picture
String slope(double[] n, double[] time) {
    return ", slope " + Digits.of(power(n, time), 2);
}
double naiveTime = 1000 * seconds(() -> naive.compute(plain));
captioned(figure("What a step costs, on this machine").logX().logY()
    .axes("disks N", "time of a step / ms")
    .points("all pairs" + slope(nFew, allTime), nFew, allTime)
    .points("cells" + slope(nAll, cellTime), nAll, cellTime)
    .points("list" + slope(nAll, listTime), nAll, listTime)
    .points("Packed" + slope(nAll, kitTime), nAll, kitTime)
    .note("1,024 disks: Packed is " + Math.round(naiveTime / kitTime[1])
        + " times as fast as Naive"),
    "The time of a step against N by all pairs, cells, a list, and the"
        + " kit's kernel.")

// %% [markdown] id=bill-answer
// The counts have slopes 2 and 1; the stopwatch gives nearly that. (Where it gives more than 1, what is large no longer fits
// into the fast memory next to the processor.) At 256 disks cells and lists are worth a factor of a few; at sixty
// thousand, where a step by all pairs would take some seconds, a factor of a thousand.

// %% [markdown] id=learned
// ## What we learned
//
// - All pairs cost $N^2$, cells and lists $N$: no machine is fast enough to make up for the wrong power.
// - A list of reach $r_c + s$ serves until a disk has gone $s / 2$. The half is not a matter of taste.
// - A wrong rule mostly works. Count what it misses, or watch the energy.
// - The best skin is a bargain between making lists and reading them: it depends on how they are made, and on how disks
//   move.
// - First count the work, then sort the memory, then take out the branches, and compare with the slow way each time.
//
// Next lesson: the same fluid without time, by Monte Carlo.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Seven tools for neighbours
//
// All boxes are periodic. Checks count distances, cells and lists; none looks at a clock.

// %% [markdown] id=cell-task
// ### 1 Which cell? (2 points)
//
// Write `cellOf(x, y, width, height, range)`: the number of the cell in which a disk at `x`, `y` sits. The box has as
// many columns and rows of equal cells as fit with none narrower or lower than `range`. Cells are numbered from 0, row
// after row: `row * columns + column`. Places are *not wrapped*: a disk can have left the box several times, on either
// side.

// %% id=cell role=answer
int cellOf(double x, double y, double width, double height,
        double range) {
    // BEGIN SOLUTION
    int columns = (int) (width / range), rows = (int) (height / range);
    int column = Math.floorMod((int) floor(x / width * columns), columns);
    int row = Math.floorMod((int) floor(y / height * rows), rows);
    return row * columns + column;
    // END SOLUTION
}

// %% [markdown] id=cell-hint role=hint of=cell
// How wide is a column really, in a box of 10 with a range of 3? And what do `(int) -0.5` and `-1 % 3` give in Java?

// %% [markdown] id=cell-hint-2 role=hint of=cell
// `floor(x / width * columns)` counts columns through all images of the box, negative ones too; `Math.floorMod` brings
// that back to 0 ... `columns - 1`. The same with rows.

// %% id=cell-test role=test of=cell points=2
checkEqual(cellOf(1, 1, 10, 7, 3), 0,
    "the cell of (1, 1) in a box of 10 x 7, range 3");
checkEqual(cellOf(9.5, 1, 10, 7, 3), 2, "the cell of (9.5, 1)",
    "three columns of 10 / 3 fill the box, not columns of 3");
checkEqual(cellOf(1, 5, 10, 7, 3), 3, "the cell of (1, 5)",
    "three columns and two rows, row after row");
checkEqual(cellOf(-0.5, 1, 10, 7, 3), 2, "the cell of (-0.5, 1)",
    "the same place as (9.5, 1)");
checkEqual(cellOf(23, -3, 10, 7, 3), 3, "the cell of (23, -3)",
    "the same place as (3, 4)");
// BEGIN HIDDEN TESTS
checkEqual(cellOf(6, 11.9, 12, 12, 3), 14, "the cell of (6, 11.9) in a box of 12 x 12, range 3");
checkEqual(cellOf(-31, 36.5, 15, 9, 2.9), 4, "the cell of (-31, 36.5) in a box of 15 x 9, range 2.9");
int brim = cellOf(-1e-17, 1, 10, 7, 3);
check(brim == 2 || brim == 0, "the cell of (-1e-17, 1): expected 2 (or 0, which is as near), got " + brim
    + ": rounding can put a wrapped place on the far edge");
// END HIDDEN TESTS

// %% id=cell-wrong-range role=wrong of=cell
int cellOf(double x, double y, double width, double height, double range) {
    double wx = x - width * floor(x / width), wy = y - height * floor(y / height);
    int columns = (int) (width / range);
    return (int) (wy / range) * columns + (int) (wx / range);
}

// %% id=cell-wrong-wrap role=wrong of=cell
int cellOf(double x, double y, double width, double height, double range) {
    int columns = (int) (width / range), rows = (int) (height / range);
    return (int) (y / height * rows) % rows * columns + (int) (x / width * columns) % columns;
}

// %% id=cell-wrong-order role=wrong of=cell
int cellOf(double x, double y, double width, double height, double range) {
    int columns = (int) (width / range), rows = (int) (height / range);
    int column = Math.floorMod((int) floor(x / width * columns), columns);
    int row = Math.floorMod((int) floor(y / height * rows), rows);
    return column * rows + row;
}

// %% id=cell-wrong-up role=wrong of=cell
int cellOf(double x, double y, double width, double height, double range) {
    int columns = (int) Math.ceil(width / range), rows = (int) Math.ceil(height / range);
    int column = Math.floorMod((int) floor(x / width * columns), columns);
    int row = Math.floorMod((int) floor(y / height * rows), rows);
    return row * columns + column;
}

// %% [markdown] id=around-task
// ### 2 Find the bug: a box that is too small (2 points)
//
// This program finds the cells around cell `c`. It has served for years. Today somebody tries a small box, and the
// energy comes out too large.
//
// ```java
// int[] around(int c, int columns, int rows) {
//     int[] cells = new int[9];
//     for (int k = 0; k < 9; k++) {
//         int column = Math.floorMod(c % columns + k % 3 - 1, columns);
//         int row = Math.floorMod(c / columns + k / 3 - 1, rows);
//         cells[k] = row * columns + column;
//     }
//     return cells;
// }
// ```
//
// Which cells does it give in a grid of 2 x 2? Write it so that each cell comes once, in any order, in grids of any size.

// %% id=around-cells role=answer
int[] around(int c, int columns, int rows) {
    // BEGIN SOLUTION
    int[] cells = new int[9];
    for (int k = 0; k < 9; k++) {
        int column = Math.floorMod(c % columns + k % 3 - 1, columns);
        int row = Math.floorMod(c / columns + k / 3 - 1, rows);
        cells[k] = row * columns + column;
    }
    return Arrays.stream(cells).distinct().toArray();
    // END SOLUTION
}

// %% [markdown] id=around-hint role=hint of=around-cells
// In a row of two, which cell is on the left of cell 0, and which on the right?

// %% [markdown] id=around-hint-2 role=hint of=around-cells
// `Arrays.stream(cells).distinct().toArray()` keeps each number once.

// %% id=around-test role=test of=around-cells points=2
checkEqual(Arrays.stream(around(6, 5, 4)).sorted().toArray(),
    new int[]{0, 1, 2, 5, 6, 7, 10, 11, 12}, "around cell 6 in a grid of 5 x 4");
checkEqual(Arrays.stream(around(0, 3, 3)).sorted().toArray(),
    new int[]{0, 1, 2, 3, 4, 5, 6, 7, 8}, "around cell 0 in a grid of 3 x 3");
checkEqual(Arrays.stream(around(0, 2, 2)).sorted().toArray(),
    new int[]{0, 1, 2, 3}, "around cell 0 in a grid of 2 x 2",
    "left and right are the same cell there");
// BEGIN HIDDEN TESTS
checkEqual(Arrays.stream(around(7, 2, 5)).sorted().toArray(), new int[]{4, 5, 6, 7, 8, 9},
    "around cell 7 in a grid of 2 x 5");
checkEqual(Arrays.stream(around(4, 5, 1)).sorted().toArray(), new int[]{0, 3, 4}, "around cell 4 in a grid of 5 x 1");
checkEqual(around(0, 1, 1), new int[]{0}, "in a grid of one cell");
// END HIDDEN TESTS

// %% id=around-wrong-as-given role=wrong of=around-cells
int[] around(int c, int columns, int rows) {
    int[] cells = new int[9];
    for (int k = 0; k < 9; k++) {
        int column = Math.floorMod(c % columns + k % 3 - 1, columns);
        int row = Math.floorMod(c / columns + k / 3 - 1, rows);
        cells[k] = row * columns + column;
    }
    return cells;
}

// %% id=around-wrong-walls role=wrong of=around-cells
int[] around(int c, int columns, int rows) {
    return IntStream.range(0, 9)
        .filter(k -> c % columns + k % 3 - 1 >= 0 && c % columns + k % 3 - 1 < columns
            && c / columns + k / 3 - 1 >= 0 && c / columns + k / 3 - 1 < rows)
        .map(k -> c + k % 3 - 1 + (k / 3 - 1) * columns).toArray();
}

// %% id=around-wrong-total role=wrong of=around-cells
int[] around(int c, int columns, int rows) {
    int[] cells = new int[9];
    for (int k = 0; k < 9; k++)
        cells[k] = Math.floorMod(c + k % 3 - 1 + (k / 3 - 1) * columns, columns * rows);
    return Arrays.stream(cells).distinct().toArray();
}

// %% [markdown] id=search-task
// ### 3 Each pair of cells once (4 points)
//
// The lecture opened nine cells for each cell and threw half of what it found away. Better: open the cell itself, and
// only *four* of the eight around it, so that of two neighbouring cells one looks into the other and never both. Write
// `halfSearch(grid, at, range)`: the pairs nearer than `range`, each once, as `Pairs`. `grid.row` is the number of cells
// in a row and in a column, at least 3. `grid.open(column, line)` gives the first disk of a cell, `grid.next[i]` the one
// after disk `i`, both -1 at the end; opening wraps, and counts. `at.squared(i, j)` is the square of a distance.

// %% id=search role=answer
Pairs halfSearch(Grid grid, Ruler at, double range) {
    // BEGIN SOLUTION
    var pairs = new Pairs();
    int[][] steps = {{0, 0}, {1, 0}, {-1, 1}, {0, 1}, {1, 1}};
    for (int c = 0; c < grid.row * grid.row; c++) {
        int column = c % grid.row, line = c / grid.row;
        int own = grid.first[c];
        for (int[] step : steps) {
            int other = grid.open(column + step[0], line + step[1]);
            for (int i = own; i >= 0; i = grid.next[i])
                for (int j = step == steps[0] ? grid.next[i] : other; j >= 0; j = grid.next[j])
                    if (at.squared(i, j) < range * range) pairs.add(i, j);
        }
    }
    return pairs;
    // END SOLUTION
}

// %% [markdown] id=search-hint role=hint of=search
// Which four? If a cell looks to the right, its right neighbour must not look to the left. Draw the nine cells and cross
// out one of each two that lie opposite each other.

// %% [markdown] id=search-hint-2 role=hint of=search
// For example the one on the right and the three above: steps (1, 0), (-1, 1), (0, 1), (1, 1). Within the cell itself,
// let `j` begin after `i`: at `grid.next[i]`.

// %% id=search-test role=test of=search points=4
Ruler crowd(int n, double side, long seed) {
    Rng places = Rng.seeded(seed);
    return new Ruler(places.doubles(n).map(u -> side * u).toArray(),
        places.doubles(n).map(u -> side * u).toArray(), side);
}
/** The pairs in order, each as "lower-higher". */
List<String> sortedPairs(Pairs pairs) {
    return IntStream.range(0, pairs.n).mapToObj(k -> min(pairs.a[k], pairs.b[k])
        + "-" + max(pairs.a[k], pairs.b[k])).sorted().toList();
}
void checkSearch(Ruler at, double range, String what) {
    var grid = new Grid(at, range);
    Pairs all = allPairs(at, range);
    at.asked = 0;
    Pairs found = halfSearch(grid, at, range);
    checkEqual(sortedPairs(found).stream().distinct().toList().size(), found.n,
        what + ": different pairs among those found", "each pair once");
    checkEqual(found.n, all.n, what + ": the number of pairs");
    checkEqual(sortedPairs(found), sortedPairs(all), what + ": the pairs");
    check(grid.opened <= 6 * grid.row * grid.row, what + ": " + grid.opened
        + " cells opened for " + grid.row * grid.row + "; five for each are enough");
    check(at.asked >= found.n && at.asked <= limit(at, grid),
        what + ": " + at.asked + " distances asked for; " + limit(at, grid)
        + " pairs sit in the same or in neighbouring cells");
}
/** How many pairs sit in the same cell or in two that touch. */
long limit(Ruler at, Grid grid) {
    long pairs = 0;
    for (int i = 0; i < at.x.length; i++)
        for (int j = 0; j < i; j++)
            if (abs(nearest(grid.part(at.x[i], at.side) - grid.part(at.x[j], at.side), grid.row)) <= 1
                && abs(nearest(grid.part(at.y[i], at.side) - grid.part(at.y[j], at.side), grid.row)) <= 1) pairs++;
    return pairs;
}
checkSearch(crowd(300, 20, 11), 3, "300 disks in a box of 20, range 3");
checkSearch(crowd(60, 10, 12), 3.2, "60 disks in a box of 10, range 3.2");
// BEGIN HIDDEN TESTS
checkSearch(crowd(40, 30, 13), 2, "40 disks in a box of 30, range 2");
checkSearch(new Ruler(new double[]{0.1, 9.9}, new double[]{0.1, 9.9}, 10), 1, "two disks across a corner");
checkSearch(new Ruler(new double[]{9.9, 0.1}, new double[]{0.1, 9.9}, 10), 1, "two disks across the other corner");
// END HIDDEN TESTS

// %% id=search-wrong-nine role=wrong of=search
Pairs halfSearch(Grid grid, Ruler at, double range) {
    var pairs = new Pairs();
    for (int c = 0; c < grid.row * grid.row; c++)
        for (int k = 0; k < 9; k++)
            for (int i = grid.first[c]; i >= 0; i = grid.next[i])
                for (int j = grid.open(c % grid.row + k % 3 - 1, c / grid.row + k / 3 - 1); j >= 0; j = grid.next[j])
                    if (j < i && at.squared(i, j) < range * range) pairs.add(i, j);
    return pairs;
}

// %% id=search-wrong-three role=wrong of=search
Pairs halfSearch(Grid grid, Ruler at, double range) {
    var pairs = new Pairs();
    int[][] steps = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
    for (int c = 0; c < grid.row * grid.row; c++)
        for (int[] step : steps) {
            int other = grid.open(c % grid.row + step[0], c / grid.row + step[1]);
            for (int i = grid.first[c]; i >= 0; i = grid.next[i])
                for (int j = step == steps[0] ? grid.next[i] : other; j >= 0; j = grid.next[j])
                    if (at.squared(i, j) < range * range) pairs.add(i, j);
        }
    return pairs;
}

// %% id=search-wrong-own role=wrong of=search
Pairs halfSearch(Grid grid, Ruler at, double range) {
    var pairs = new Pairs();
    int[][] steps = {{0, 0}, {1, 0}, {-1, 1}, {0, 1}, {1, 1}};
    for (int c = 0; c < grid.row * grid.row; c++)
        for (int[] step : steps) {
            int other = grid.open(c % grid.row + step[0], c / grid.row + step[1]);
            for (int i = grid.first[c]; i >= 0; i = grid.next[i])
                for (int j = other; j >= 0; j = grid.next[j])
                    if (i != j && at.squared(i, j) < range * range) pairs.add(i, j);
        }
    return pairs;
}

// %% id=search-wrong-all role=wrong of=search
Pairs halfSearch(Grid grid, Ruler at, double range) {
    return allPairs(at, range);
}

// %% [markdown] id=rebuild-task
// ### 4 When is a list too old? (3 points)
//
// `path[t][c][i]` is coordinate `c` of disk `i` at step `t`, not wrapped. Write `lists(path, skin)`: how often a
// neighbour list is made on that path. The first is made at step 0. At each later step a new one is made if a disk is
// *farther than half the skin* from where it was when the present list was made.

// %% id=rebuild role=answer
int lists(double[][][] path, double skin) {
    // BEGIN SOLUTION
    int made = 1;
    double[][] then = path[0];
    for (double[][] now : path)
        if (farthest(then, now) > skin / 2) {
            made++;
            then = now;
        }
    return made;
    // END SOLUTION
}

// %% [markdown] id=rebuild-hint role=hint of=rebuild
// Which two moments are compared: this step and the one before, or this step and the one of the present list?

// %% [markdown] id=rebuild-hint-2 role=hint of=rebuild
// `farthest(then, now)`, from the set-up, is the longest way of a disk. Where it is more than `skin / 2`, count, and let
// `then = now`.

// %% id=rebuild-test role=test of=rebuild points=3
/** Disks that go on evenly: disk i by way[i][0] and way[i][1] a step. */
double[][][] march(int steps, double[]... way) {
    double[][][] path = new double[steps][2][way.length];
    for (int t = 0; t < steps; t++)
        for (int c = 0; c < 2; c++)
            for (int i = 0; i < way.length; i++)
                path[t][c][i] = 3 * i + t * way[i][c];
    return path;
}
double[] rest = {0, 0}, east = {0.1, 0}, diagonal = {0.1, 0.1};
checkEqual(lists(march(100, rest, rest), 0.5), 1, "lists made while nobody moves",
    "the first one counts");
checkEqual(lists(march(100, rest, east), 0.5), 34,
    "lists for a disk that goes 0.1 a step, 100 steps, skin 0.5",
    "its third step takes it farther than half the skin");
checkEqual(lists(march(100, rest, rest, rest, diagonal), 0.5), 50,
    "lists for one that goes 0.1 along both axes",
    "the way is the hypotenuse, of the fastest disk");
// BEGIN HIDDEN TESTS
double[][][] there = {{{0}, {0}}, {{0.2}, {0}}, {{0.4}, {0}}, {{0.2}, {0}}, {{0}, {0}}, {{0}, {-0.26}}};
checkEqual(lists(there, 0.5), 4, "lists for a disk that goes there and back");
checkEqual(lists(there, 0.3), 6, "the same with a skin of 0.3");
checkEqual(lists(march(41, new double[]{-0.03, 0.04}, new double[]{0.01, 0.01}), 1.02), 4,
    "lists for a disk that goes 0.05 a step, 40 steps, skin 1.02");
// END HIDDEN TESTS

// %% id=rebuild-wrong-skin role=wrong of=rebuild
int lists(double[][][] path, double skin) {
    int made = 1;
    double[][] then = path[0];
    for (double[][] now : path)
        if (farthest(then, now) > skin) {
            made++;
            then = now;
        }
    return made;
}

// %% id=rebuild-wrong-before role=wrong of=rebuild
int lists(double[][][] path, double skin) {
    int made = 1;
    for (int t = 1; t < path.length; t++)
        if (farthest(path[t - 1], path[t]) > skin / 2) made++;
    return made;
}

// %% id=rebuild-wrong-forgets role=wrong of=rebuild
int lists(double[][][] path, double skin) {
    int made = 1;
    double[][] then = path[0];
    for (double[][] now : path)
        if (farthest(then, now) > skin / 2) made++;
    return made;
}

// %% id=rebuild-wrong-axis role=wrong of=rebuild
int lists(double[][][] path, double skin) {
    int made = 1;
    double[][] then = path[0];
    for (double[][] now : path) {
        double most = 0;
        for (int c = 0; c < 2; c++)
            for (int i = 0; i < now[c].length; i++) most = max(most, abs(now[c][i] - then[c][i]));
        if (most > skin / 2) {
            made++;
            then = now;
        }
    }
    return made;
}

// %% [markdown] id=unfilled-task
// ### 5 Find the bug: read before it is filled (3 points)
//
// This program writes down the energy $\sum r^{-12}$ of all pairs with $r < 3$ along a path. It begins at 0, which its
// author takes for "the system relaxes", and it has a tiny notch every few dozen steps.
//
// ```java
// double[] energies(double[][][] path, double side, double skin) {
//     double[] energy = new double[path.length];
//     Pairs list = new Pairs();
//     double[][] then = path[0];
//     for (int t = 0; t < path.length; t++) {
//         Ruler at = new Ruler(path[t][0], path[t][1], side);
//         for (int k = 0; k < list.n; k++) {
//             double rr = at.squared(list.a[k], list.b[k]);
//             if (rr < 9) energy[t] += pow(rr, -6);
//         }
//         if (t == 0 || farthest(then, path[t]) > skin / 2) {
//             list = allPairs(at, 3 + skin);
//             then = path[t];
//         }
//     }
//     return energy;
// }
// ```
//
// Write it as it was meant. (`allPairs` and `farthest` are those of the lecture.)

// %% id=unfilled role=answer
double[] energies(double[][][] path, double side, double skin) {
    // BEGIN SOLUTION
    double[] energy = new double[path.length];
    Pairs list = new Pairs();
    double[][] then = path[0];
    for (int t = 0; t < path.length; t++) {
        Ruler at = new Ruler(path[t][0], path[t][1], side);
        if (t == 0 || farthest(then, path[t]) > skin / 2) {
            list = allPairs(at, 3 + skin);
            then = path[t];
        }
        for (int k = 0; k < list.n; k++) {
            double rr = at.squared(list.a[k], list.b[k]);
            if (rr < 9) energy[t] += pow(rr, -6);
        }
    }
    return energy;
    // END SOLUTION
}

// %% [markdown] id=unfilled-hint role=hint of=unfilled
// What is on the list when the first energy is added up? And at a step at which somebody has gone too far, which list is
// used?

// %% [markdown] id=unfilled-hint-2 role=hint of=unfilled
// Both at once: the question whether the list is too old has to come *before* the list is read.

// %% id=unfilled-test role=test of=unfilled points=3
double[][][] closing = new double[30][2][2];
double[] truth = new double[30];
for (int t = 0; t < 30; t++) {
    closing[t][0][0] = 1;
    closing[t][0][1] = 5 - 0.1 * t;
    truth[t] = 4 - 0.1 * t < 3 ? pow(4 - 0.1 * t, -12) : 0;
}
closing[10][0][1] -= 1e-9;   // the distance 3 itself is no test
truth[10] = pow(3 - 1e-9, -12);
checkNear(energies(closing, 20, 0.5), truth, 1e-12,
    "the energy of a disk that comes nearer, 0.1 a step",
    "no step may read an old list");
double[][][] resting = {{{0, 1, 3}, {0, 0, 0}}, {{0, 1, 3}, {0, 0, 0}}};
checkNear(energies(resting, 20, 0.4), new double[]{1 + pow(2, -12), 1 + pow(2, -12)},
    1e-12, "three disks at rest, at 0, 1 and 3", "the first step too has neighbours");
// BEGIN HIDDEN TESTS
double[][][] leap = {{{0, 8}, {0, 0}}, {{0, 1}, {0, 0}}, {{0, 19}, {0, 0}}, {{0, 8}, {0, 0}}};
checkNear(energies(leap, 20, 0.4), new double[]{0, 1, 1, 0}, 1e-12, "a disk that leaps");
// END HIDDEN TESTS

// %% id=unfilled-wrong-as-given role=wrong of=unfilled
double[] energies(double[][][] path, double side, double skin) {
    double[] energy = new double[path.length];
    Pairs list = new Pairs();
    double[][] then = path[0];
    for (int t = 0; t < path.length; t++) {
        Ruler at = new Ruler(path[t][0], path[t][1], side);
        for (int k = 0; k < list.n; k++) {
            double rr = at.squared(list.a[k], list.b[k]);
            if (rr < 9) energy[t] += pow(rr, -6);
        }
        if (t == 0 || farthest(then, path[t]) > skin / 2) {
            list = allPairs(at, 3 + skin);
            then = path[t];
        }
    }
    return energy;
}

// %% id=unfilled-wrong-late role=wrong of=unfilled
double[] energies(double[][][] path, double side, double skin) {
    double[] energy = new double[path.length];
    Pairs list = allPairs(new Ruler(path[0][0], path[0][1], side), 3 + skin);
    double[][] then = path[0];
    for (int t = 0; t < path.length; t++) {
        Ruler at = new Ruler(path[t][0], path[t][1], side);
        for (int k = 0; k < list.n; k++) {
            double rr = at.squared(list.a[k], list.b[k]);
            if (rr < 9) energy[t] += pow(rr, -6);
        }
        if (farthest(then, path[t]) > skin / 2) {
            list = allPairs(at, 3 + skin);
            then = path[t];
        }
    }
    return energy;
}

// %% id=unfilled-wrong-no-skin role=wrong of=unfilled
double[] energies(double[][][] path, double side, double skin) {
    double[] energy = new double[path.length];
    Pairs list = new Pairs();
    double[][] then = path[0];
    for (int t = 0; t < path.length; t++) {
        Ruler at = new Ruler(path[t][0], path[t][1], side);
        if (t == 0 || farthest(then, path[t]) > skin / 2) {
            list = allPairs(at, 3);
            then = path[t];
        }
        for (int k = 0; k < list.n; k++) {
            double rr = at.squared(list.a[k], list.b[k]);
            if (rr < 9) energy[t] += pow(rr, -6);
        }
    }
    return energy;
}

// %% [markdown] id=choose-task
// ### 6 Choose the skin (2 points)
//
// Somebody has measured, for the skins `skins[k]`, how many pairs a list holds, `pairs[k]`, and how many steps it lasts,
// `life[k]`. Each step looks at every pair of the list; making a list looks at `search[k]` distances. Write
// `bestSkin(skins, pairs, life, search)`: the skin with which a step looks at the fewest distances *on average*.

// %% id=choose-skin role=answer
double bestSkin(double[] skins, double[] pairs, double[] life,
        double[] search) {
    // BEGIN SOLUTION
    int best = 0;
    for (int k = 1; k < skins.length; k++)
        if (pairs[k] + search[k] / life[k] < pairs[best] + search[best] / life[best]) best = k;
    return skins[best];
    // END SOLUTION
}

// %% [markdown] id=choose-hint role=hint of=choose-skin
// A list is paid for once and serves many steps. What is its share in one step?

// %% [markdown] id=choose-hint-2 role=hint of=choose-skin
// A step looks at `pairs[k] + search[k] / life[k]` distances. Find the `k` with the least of these, and return its skin.

// %% id=choose-test role=test of=choose-skin points=2
double[] thickness = {0.1, 0.4, 1.6};
checkNear(bestSkin(thickness, new double[]{100, 120, 300}, new double[]{2, 8, 32},
    new double[]{400, 480, 1200}), 0.4, 1e-12,
    "the best skin, with 300, 180 and 337.5 distances a step");
checkNear(bestSkin(thickness, new double[]{100, 120, 300}, new double[]{2, 8, 32},
    new double[]{40_000, 40_000, 40_000}), 1.6, 1e-12,
    "the best skin where making a list is dear", "its cost is shared by its steps");
checkNear(bestSkin(thickness, new double[]{100, 120, 300}, new double[]{2, 8, 32},
    new double[]{10, 12, 30}), 0.1, 1e-12, "the best skin where making a list is cheap");
// BEGIN HIDDEN TESTS
checkNear(bestSkin(new double[]{2, 1, 0.5, 0.7}, new double[]{900, 500, 350, 400}, new double[]{40, 20, 10, 14},
    new double[]{5000, 5000, 5000, 5000}), 1, 1e-12, "the best of four skins, not in order");
// END HIDDEN TESTS

// %% id=choose-wrong-pairs role=wrong of=choose-skin
double bestSkin(double[] skins, double[] pairs, double[] life, double[] search) {
    int best = 0;
    for (int k = 1; k < skins.length; k++)
        if (pairs[k] < pairs[best]) best = k;
    return skins[best];
}

// %% id=choose-wrong-whole role=wrong of=choose-skin
double bestSkin(double[] skins, double[] pairs, double[] life, double[] search) {
    int best = 0;
    for (int k = 1; k < skins.length; k++)
        if (pairs[k] + search[k] < pairs[best] + search[best]) best = k;
    return skins[best];
}

// %% id=choose-wrong-lists role=wrong of=choose-skin
double bestSkin(double[] skins, double[] pairs, double[] life, double[] search) {
    int best = 0;
    for (int k = 1; k < skins.length; k++)
        if (search[k] / life[k] < search[best] / life[best]) best = k;
    return skins[best];
}

// %% [markdown] id=even-task
// ### 7 From where on does it pay? (3 points)
//
// A simple method has been counted, or timed, at the sizes `n[k]`: `simple[k]`. A clever one too: `clever[k]`. Both
// costs are powers of $N$, more or less. Write `breakEven(n, simple, clever)`: the $N$ at which the straight lines
// through both, by least squares and in logarithms, meet.

// %% id=even role=answer
double breakEven(double[] n, double[] simple, double[] clever) {
    // BEGIN SOLUTION
    double[] x = Arrays.stream(n).map(Math::log).toArray();
    Regression a = Regression.of(x, Arrays.stream(simple).map(Math::log).toArray());
    Regression b = Regression.of(x, Arrays.stream(clever).map(Math::log).toArray());
    return exp((b.intercept().value() - a.intercept().value()) / (a.slope().value() - b.slope().value()));
    // END SOLUTION
}

// %% [markdown] id=even-hint role=hint of=even
// In logarithms, cost $= c N^p$ is the line $\ln c + p \ln N$. Where do two lines meet, and what is $N$ there?

// %% [markdown] id=even-hint-2 role=hint of=even
// With `Regression.of(x, y)` of logarithms, `intercept().value()` and `slope().value()` of both: the lines meet at
// $\ln N = (b_0 - a_0) / (a_1 - b_1)$.

// %% id=even-test role=test of=even points=3
double[] sizes = {100, 200, 400, 800};
double[] squares = Arrays.stream(sizes).map(m -> m * m / 2).toArray();
double[] linear = Arrays.stream(sizes).map(m -> 30 * m).toArray();
checkNear(breakEven(sizes, squares, linear), 60, 1e-6,
    "where N² / 2 meets 30 N", "N / 2 = 30 there");
checkNear(breakEven(sizes, linear, squares), 60, 1e-6,
    "the same with the two exchanged");
// BEGIN HIDDEN TESTS
double[] logsOf(double[] values) { return Arrays.stream(values).map(Math::log).toArray(); }
double[] rough = {5e3, 2.2e4, 7.5e4, 3.3e5}, flat = {4e3, 7e3, 1.7e4, 3e4};
checkNear(breakEven(sizes, rough, flat), exp(
    (Regression.of(logsOf(sizes), logsOf(flat)).intercept().value()
        - Regression.of(logsOf(sizes), logsOf(rough)).intercept().value())
    / (Regression.of(logsOf(sizes), logsOf(rough)).slope().value()
        - Regression.of(logsOf(sizes), logsOf(flat)).slope().value())), 1e-6, "two scattered series");
// END HIDDEN TESTS

// %% id=even-wrong-straight role=wrong of=even
double breakEven(double[] n, double[] simple, double[] clever) {
    Regression a = Regression.of(n, simple);
    Regression b = Regression.of(n, clever);
    return (b.intercept().value() - a.intercept().value()) / (a.slope().value() - b.slope().value());
}

// %% id=even-wrong-log role=wrong of=even
double breakEven(double[] n, double[] simple, double[] clever) {
    double[] x = Arrays.stream(n).map(Math::log).toArray();
    Regression a = Regression.of(x, Arrays.stream(simple).map(Math::log).toArray());
    Regression b = Regression.of(x, Arrays.stream(clever).map(Math::log).toArray());
    return (b.intercept().value() - a.intercept().value()) / (a.slope().value() - b.slope().value());
}

// %% id=even-wrong-first role=wrong of=even
double breakEven(double[] n, double[] simple, double[] clever) {
    for (int k = 0; k < n.length; k++)
        if (clever[k] < simple[k]) return n[k];
    return Double.POSITIVE_INFINITY;
}

// %% [markdown] id=well-done
// All green? Then you can find the neighbours of a million disks, know when to look for them again, and what to doubt in
// a program that only seems to be faster.
