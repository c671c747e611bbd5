// %% [markdown] id=question
// # Many grains: how a fluid falls apart
//
// Cool a hot vapour fast enough and it does not wait for a drop to form somewhere: it falls apart **everywhere at once**,
// into a pattern of threads and islands that grows coarser and coarser. Alloys do it, salad dressing does it, and so do
// a thousand disks that attract each other a little.
//
// The grains of lesson 05 danced alone. Now they feel each other. We need three new things: a place for each to start, a
// force for each pair, and a box without walls. Then we quench, watch, and ask **below which temperature** it happens. A
// much copied answer is wrong by a factor of two.
//
// You need: lesson 05.

// %% [markdown] id=lattice
// ## 1 A place for everyone
//
// Thrown at random, some disks would overlap, and their repulsion would tear the first step to pieces. So we begin with a
// lattice. Here are 512 disks of diameter $a$ in two ways, at the same density. (512 is no square number. The first
// lattice has 16 rows of 32; the second lets every disk have six neighbours at the same distance, in a box of its own.)

// %% id=lattice-square
var box = PeriodicBox.square(40);
disks("512 disks in a box of 40 a, square", Lattices.square(512, box), 1)

// %% id=lattice-hexagonal
disks("512 disks, hexagonal", Lattices.hexagonal(16, 32, 1.9), 1)

// %% [markdown] id=periodic
// What leaves the box on one side comes in on the other: the box has no walls, and a small piece stands for a large
// fluid. Between two disks there are then many ways, through the box and round it. Only the shortest counts, the **nearest
// image**: a difference of coordinates belongs between $-L/2$ and $L/2$.

// %% id=nearest role=setup
double nearest(double difference, double side) {
    return difference - side * Math.rint(difference / side);
}

// %% [markdown] id=force
// ## 2 A force for every pair
//
// The model is that of J. Lennard-Jones (1924), in units of the disks' diameter $a$ and the depth $\epsilon$:
//
// $$u(r) = 4 \left( r^{-12} - r^{-6} \right), \qquad f(r) = -u'(r) = \frac{48\, r^{-12} - 24\, r^{-6}}{r}.$$
//
// Close disks repel each other strongly, those a little farther apart attract. Beyond a cut-off, here $r_c = 2.5$, it is
// taken as 0. **Before you run the next cell:** at which distance is the force zero?

// %% id=force-picture
var lj = new LennardJones();
figure("Lennard-Jones").curve("energy u / ε", r -> lj.energy(r), 0.9, 3)
    .curve("force f a / ε", r -> lj.force(r), 0.9, 3)
    .guide("cut-off", 2.5, -3, 2.5, 3)
    .axes("distance r / a", "u / ε and f a / ε").rangeY(-3, 3)

// %% [markdown] id=force-answer
// Where the energy is least, at $r = 2^{1/6} = 1.12$. The force on a disk is the sum over all others, each along the line
// between the two, $\mathbf f_{ij} = f(r)\, \mathbf r_{ij} / r$, and what $j$ does to $i$, $i$ does to $j$ with the other
// sign. That is the whole program:

// %% id=all-pairs
double[][] allPairs(double[][] r, double side, double cutoff) {
    double[][] f = new double[2][r[0].length];
    for (int i = 0; i < r[0].length; i++)
        for (int j = i + 1; j < r[0].length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side);
            double dy = nearest(r[1][i] - r[1][j], side);
            double d = sqrt(dx * dx + dy * dy);
            if (d >= cutoff) continue;
            double strength = lj.force(d) / d;
            push(f, i, j, strength * dx, strength * dy);
        }
    return f;
}
void push(double[][] f, int i, int j, double fx, double fy) {
    f[0][i] += fx;
    f[1][i] += fy;
    f[0][j] -= fx;
    f[1][j] -= fy;
}

// %% [markdown] id=langevin
// ## 3 The fluid in its heat bath
//
// Each disk is a grain in water: friction, kicks, and now the force,
//
// $$\mathbf v_i \leftarrow \mathbf v_i + \Delta t\, (\mathbf f_i - \mathbf v_i) + \sqrt{2 T \Delta t}\; \boldsymbol\xi_i,
// \qquad \mathbf r_i \leftarrow \mathbf r_i + \Delta t\, \mathbf v_i.$$
//
// All pairs of 1,024 disks are half a million, of which nearly all are too far apart to matter. The kit's integrators use a
// list of neighbours (lesson 08 opens it up), which gives the same forces, only sooner. We do not take that on trust:

// %% id=fluid
var bath = Rng.seeded(1);
var forces = lj.cutAt(2.5).by(PairMethod.PACKED);
Fluid hot = new Langevin(0.01, 1, 5).run(Fluid.squareLattice(32, 0.64)
    .thermalised(5, bath), forces, 1000, Every.steps(100), bath).last();
hot

// %% id=agree
State state = State.of(hot);
forces.kernel(state).compute(state);
double[][] slow = allPairs(state.position, 40, 2.5);
double worst = 0;
for (int i = 0; i < state.size; i++)
    worst = max(worst, abs(state.force[0][i] - slow[0][i]));
worst / state.largestForce()

// %% [markdown] id=agree-answer
// The largest difference, over the largest force: rounding.

// %% [markdown] id=quench-question
// ## 4 The quench
//
// Ten units of time at $T = 5$ have made a hot gas of the lattice. Now the water turns cold at one stroke, and we look for
// a hundred units. **Before you run the next cells:** at $T = 0.4$, will one drop form and grow, or many?

// %% id=quench
double[] colds = {0.2, 0.4, 0.6, 1};
List<MdRun> quenches = new ArrayList<>();
for (double T : colds)
    quenches.add(new Langevin(0.01, 1, T).run(hot, forces, 10_000,
        Every.steps(100).frames(500), Rng.seeded(2)));

// %% id=film
double[][] counts(Fluid fluid, int parts) {
    double[][] counts = new double[parts][parts];
    double part = fluid.box().width() / parts;
    double[] x = fluid.configuration().x(), y = fluid.configuration().y();
    for (int i = 0; i < x.length; i++) {
        int row = (int) (y[i] / part), column = (int) (x[i] / part);
        counts[min(row, parts - 1)][min(column, parts - 1)]++;
    }
    return counts;
}
animation("A quench to T = 0.4", 21, k -> tiles(
    "A quench to T = 0.4: disks in parts of 2 a x 2 a", List.of("t = " + 5 * k),
    counts(quenches.get(1).frames().get(k), 20))).every(300)

// %% id=four
tiles("A hundred units of time after the quench",
    List.of("T = 0.2", "T = 0.4", "T = 0.6", "T = 1"),
    quenches.stream().map(q -> counts(q.last(), 20)).toArray(double[][][]::new))

// %% [markdown] id=four-answer
// Neither: a connected liquid with holes, everywhere at once. Deep inside the region in which a uniform
// fluid is unstable no drop has to be born; *every* fluctuation that is long enough grows: **spinodal
// decomposition**. Here are the disks themselves:

// %% id=disks
disks("T = 0.4, t = 100", quenches.get(1).last().configuration(), 1)

// %% id=energy
var energies = figure("Energy after the quench")
    .axes("t / t₀", "potential energy per disk / ε");
for (int k = 0; k < 4; k++)
    energies.line("T = " + colds[k], quenches.get(k).time(),
        quenches.get(k).potentialPerParticle());
energies

// %% [markdown] id=energy-answer
// At $T = 1$ the energy is at its new value within a few units of time and stays. At 0.2 and 0.4 it falls on and on: the
// pattern shortens its borders, on which disks lack neighbours. It will not be done for a long while. **Such a run has no
// average**; it has a state *at a time*.

// %% [markdown] id=structure-text
// ## 5 How coarse is it?
//
// A pattern that repeats itself after a distance $\ell$ shows in the **structure factor**
//
// $$S(\mathbf k) = \frac1N \Bigl| \sum_j e^{-i \mathbf k \cdot \mathbf r_j} \Bigr|^2$$
//
// as a ring of radius $2\pi/\ell$. In a periodic box $\mathbf k$ can only be $\frac{2\pi}{L} (n_x, n_y)$ with whole
// numbers. We average over rings of the same $|\mathbf k|$; $\mathbf k$ and $-\mathbf k$ give the same, so half of a ring
// is enough.

// %% id=structure
double structure(double[][] r, double kx, double ky) {
    double c = 0, s = 0;
    for (int i = 0; i < r[0].length; i++) {
        c += cos(kx * r[0][i] + ky * r[1][i]);
        s += sin(kx * r[0][i] + ky * r[1][i]);
    }
    return (c * c + s * s) / r[0].length;
}

// %% id=rings
double[] rings(double[][] r, double side, int most) {
    double[] sum = new double[most + 1], count = new double[most + 1];
    double k = 2 * PI / side;
    for (int nx = -most; nx <= most; nx++)
        for (int ny = nx > 0 ? 0 : 1; ny <= most; ny++) {
            int ring = (int) round(sqrt(nx * nx + ny * ny));
            if (ring > most) continue;
            sum[ring] += structure(r, k * nx, k * ny);
            count[ring]++;
        }
    return IntStream.rangeClosed(1, most)
        .mapToDouble(m -> sum[m] / count[m]).toArray();
}

// %% [markdown] id=structure-question
// **Before you run the next cell:** the pattern gets coarser. In which direction does the peak of $S$ move, and does it
// grow or shrink?

// %% id=structure-picture
double[] wave = IntStream.rangeClosed(1, 16)
    .mapToDouble(m -> 2 * PI / 40 * m).toArray();
var peaks = figure("The quench to T = 0.2")
    .axes("wave number k a", "structure factor S");
for (int frame : new int[]{1, 4, 20})
    peaks.line("t = " + 5 * frame, wave,
        rings(quenches.get(0).frames().get(frame).positions(), 40, 16));
peaks

// %% [markdown] id=size-text
// To the left, and up. The mean wave number $\langle k \rangle = \sum k S / \sum S$ makes a length of it, $\ell = 2 \pi
// / \langle k \rangle$:

// %% id=size
double size(Fluid fluid) {
    double[] s = rings(fluid.positions(), 40, 16);
    double mean = IntStream.range(0, 16).mapToDouble(m -> wave[m] * s[m]).sum()
        / Arrays.stream(s).sum();
    return 2 * PI / mean;
}
double[] later = IntStream.rangeClosed(1, 20).mapToDouble(k -> 5 * k).toArray();
var growth = figure("The pattern coarsens").logX().logY()
    .axes("t / t₀", "size of the pattern ℓ / a").rangeX(4, 120);
for (int q = 0; q < 4; q++) {
    var frames = quenches.get(q).frames();
    growth.line("T = " + colds[q], later, IntStream.rangeClosed(1, 20)
        .mapToDouble(k -> size(frames.get(k))).toArray());
}
growth

// %% [markdown] id=size-answer
// At 0.2 and 0.4 the pattern grows; at 0.6 and 1 it does not. (Theory for long times and large boxes: $\ell \propto
// t^{1/3}$, I. Lifshitz and V. Slyozov, 1961. A box of 40 is too small to prove an exponent: after a while the pattern
// is as large as the box.)

// %% [markdown] id=critical
// ## 6 Below which temperature?
//
// Cut the box into 64 parts of $5 \times 5$ and count. In a uniform fluid all have a density near 0.64. In a separated one
// some are full and some empty. **Before you run the next cells:** one can read that this system separates "around
// $T = 1$". Do you agree?

// %% id=local
double[] densities(MdRun run) {
    return run.frames().subList(12, 21).stream()
        .flatMap(f -> Arrays.stream(counts(f, 8)))
        .flatMapToDouble(row -> Arrays.stream(row).map(n -> n / 25)).toArray();
}
var densities = figure("Density in 64 parts of the box, t = 60 to 100")
    .axes("density a²", "share of the parts / density");
for (int q = 0; q < 4; q++) {
    var bins = Histogram.of(densities(quenches.get(q)), -0.04, 1.24, 16);
    densities.line("T = " + colds[q], bins.centres(), bins.density());
}
densities

// %% id=contrast
for (int q = 0; q < 4; q++) {
    var parts = RunningStats.of(densities(quenches.get(q)));
    display("T = " + colds[q] + ": standard deviation of the density "
        + Digits.of(parts.standardDeviation(), 2));
}

// %% [markdown] id=critical-answer
// At 1 and at 0.6 there is one narrow peak: one phase. At 0.4 and 0.2 it is wide, with a second peak on the empty side.
// So at this density the border lies between 0.4 and 0.6. The highest border of all densities is the critical temperature;
// careful work puts that of the plane near **0.5**, and for a potential cut and shifted at 2.5 at 0.459(1) (B. Smit and
// D. Frenkel, *J. Chem. Phys.* 94, 5663 (1991); the shift leaves the forces as ours are). In space it is about 1.3. The
// reason is plain: a disk in the plane has six neighbours to hold it, a ball in space twelve.
//
// How does "around 1" come about? One looks at pictures, at $T = 1$ one sees gaps and clumps, and knows what one wants
// to see. Every hot fluid has gaps and clumps. **Compare numbers, and compare them with a state that you know to be
// uniform.**

// %% [markdown] id=learned
// ## What we learned
//
// - Start from a lattice, count nearest images, and let each pair act on both.
// - A fast kernel is compared with the plain one before it is believed.
// - After a deep quench a fluid separates everywhere at once; the pattern coarsens, and no average exists, only times.
// - The peak of $S(k)$ gives a length; the plane's critical temperature is near 0.5.
//
// Next lesson: we take the water away. Then energy is conserved, if the step is good.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Five tools for many disks
//
// Places are arrays `r[c][i]`: coordinate `c` = 0, 1 of disk `i`. The box is a periodic square of side `side`, and
// `nearest(difference, side)` is the nearest image of the lecture. Nothing here is random.

// %% [markdown] id=lattice-task
// ### 1 Find the bug: a lattice with a hole (2 points)
//
// A program places `n` disks in the middles of equal cells. Its author finds that the box has an empty strip on top.
//
// ```java
// double[][] lattice(int n, double side) {
//     int columns = (int) sqrt(n) + 1;
//     double step = side / columns;
//     double[][] r = new double[2][n];
//     for (int i = 0; i < n; i++) {
//         r[0][i] = (i % columns + 0.5) * step;
//         r[1][i] = (i / columns + 0.5) * step;
//     }
//     return r;
// }
// ```
//
// Write it so that it has as few columns as possible with `columns * columns >= n`, as many rows as are needed, and columns
// and rows that fill the box evenly.

// %% id=lattice-answer-cell role=answer
double[][] lattice(int n, double side) {
    // BEGIN SOLUTION
    int columns = (int) Math.ceil(sqrt(n));
    int rows = (n + columns - 1) / columns;
    double[][] r = new double[2][n];
    for (int i = 0; i < n; i++) {
        r[0][i] = (i % columns + 0.5) * side / columns;
        r[1][i] = (i / columns + 0.5) * side / rows;
    }
    return r;
    // END SOLUTION
}

// %% [markdown] id=lattice-hint role=hint of=lattice-answer-cell
// How many columns has it for 1,024 disks, and how many full rows do 1,024 disks make in them?

// %% [markdown] id=lattice-hint-2 role=hint of=lattice-answer-cell
// `Math.ceil` rounds up: `columns = (int) Math.ceil(sqrt(n))`, and the rows are `n / columns`, rounded up. Both have a step
// of their own.

// %% id=lattice-test role=test of=lattice-answer-cell points=2
checkNear(lattice(4, 4), new double[][]{{1, 3, 1, 3}, {1, 1, 3, 3}}, 1e-12,
    "four disks in a box of 4", "two columns of two, in the middles of cells");
checkNear(lattice(5, 6),
    new double[][]{{1, 3, 5, 1, 3}, {1.5, 1.5, 1.5, 4.5, 4.5}}, 1e-12, "five disks in a box of 6",
    "three columns and two rows that fill the box");
double[][] grid = lattice(1024, 40);
checkNear(Arrays.stream(grid[1]).max().orElse(0), 39.375, 1e-9,
    "the highest of 1,024 disks in a box of 40", "is there an empty strip?");
// BEGIN HIDDEN TESTS
checkNear(Arrays.stream(lattice(512, 40)[1]).max().orElse(0), 40 - 20 / 23.0, 1e-9,
    "the highest of 512 disks in a box of 40");
checkNear(lattice(1, 3), new double[][]{{1.5}, {1.5}}, 1e-12, "one disk in a box of 3");
// END HIDDEN TESTS

// %% id=lattice-wrong-as-given role=wrong of=lattice-answer-cell
double[][] lattice(int n, double side) {
    int columns = (int) sqrt(n) + 1;
    double step = side / columns;
    double[][] r = new double[2][n];
    for (int i = 0; i < n; i++) {
        r[0][i] = (i % columns + 0.5) * step;
        r[1][i] = (i / columns + 0.5) * step;
    }
    return r;
}

// %% id=lattice-wrong-floor role=wrong of=lattice-answer-cell
double[][] lattice(int n, double side) {
    int columns = (int) sqrt(n);
    int rows = (n + columns - 1) / columns;
    double[][] r = new double[2][n];
    for (int i = 0; i < n; i++) {
        r[0][i] = (i % columns + 0.5) * side / columns;
        r[1][i] = (i / columns + 0.5) * side / rows;
    }
    return r;
}

// %% id=lattice-wrong-step role=wrong of=lattice-answer-cell
double[][] lattice(int n, double side) {
    int columns = (int) Math.ceil(sqrt(n));
    double[][] r = new double[2][n];
    for (int i = 0; i < n; i++) {
        r[0][i] = (i % columns + 0.5) * side / columns;
        r[1][i] = (i / columns + 0.5) * side / columns;
    }
    return r;
}

// %% id=lattice-wrong-corner role=wrong of=lattice-answer-cell
double[][] lattice(int n, double side) {
    int columns = (int) Math.ceil(sqrt(n));
    int rows = (n + columns - 1) / columns;
    double[][] r = new double[2][n];
    for (int i = 0; i < n; i++) {
        r[0][i] = i % columns * side / columns;
        r[1][i] = i / columns * side / rows;
    }
    return r;
}

// %% [markdown] id=forces-task
// ### 2 Forces of unequal disks (3 points)
//
// Disks of diameters $a_i$ repel each other with $u(r) = (a_{ij}/r)^{12}$, where $a_{ij} = (a_i + a_j)/2$, as long as
// $r < 3 a_{ij}$. Write `repulsion(r, a, side)`: the force `f[c][i]` on each disk.

// %% id=repulsion role=answer
double[][] repulsion(double[][] r, double[] a, double side) {
    // BEGIN SOLUTION
    double[][] f = new double[2][a.length];
    for (int i = 0; i < a.length; i++)
        for (int j = i + 1; j < a.length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side), dy = nearest(r[1][i] - r[1][j], side);
            double rr = dx * dx + dy * dy, aij = (a[i] + a[j]) / 2;
            if (rr >= 9 * aij * aij) continue;
            double push = 12 * pow(aij * aij / rr, 6) / rr;
            f[0][i] += push * dx;
            f[1][i] += push * dy;
            f[0][j] -= push * dx;
            f[1][j] -= push * dy;
        }
    return f;
    // END SOLUTION
}

// %% [markdown] id=repulsion-hint role=hint of=repulsion
// The loop is that of the lecture: each pair once, nearest images, and what one gets the other gets with the other sign.

// %% [markdown] id=repulsion-hint-2 role=hint of=repulsion
// $f(r) = -u'(r) = 12\, a_{ij}^{12} / r^{13}$; along the line between them, $\mathbf f = f(r)\, \mathbf r / r$, so one
// divides by $r^{14}$ and multiplies with $(dx, dy)$.

// %% [markdown] id=repulsion-hint-3 role=hint of=repulsion
// With squares and no root: $12\, (a_{ij}^2 / r^2)^6 / r^2$. Both are squared.

// %% id=repulsion-test role=test of=repulsion points=3
double[][] apart = {{1, 3}, {5, 5}}, wall = {{5, 5}, {0.5, 9.5}};
double[][] pair = repulsion(apart, new double[]{1, 1}, 10);
checkNear(pair[0][0], -12 / pow(2, 13), 1e-12,
    "the force on the left one of two disks 2 apart",
    "12 / 2^13, away from the other one");
checkNear(pair[0][1], 12 / pow(2, 13), 1e-12, "the force on the right one",
    "what one gets, the other gets too");
checkNear(repulsion(apart, new double[]{2, 2}, 10)[0][1], 6, 1e-12,
    "two disks of diameter 2 that are 2 apart", "a_ij² / r², both squared");
checkNear(repulsion(wall, new double[]{1, 1}, 10)[1][0], 12, 1e-9,
    "two disks that touch through the wall", "nearest images");
// BEGIN HIDDEN TESTS
var scattered = Rng.seeded(41);
var unequal = Fluid.squareLattice(9, 0.5).polydisperse(0.2, scattered);
double[][] shaken = unequal.positions();
for (double[] x : shaken)
    for (int i = 0; i < x.length; i++) x[i] += 0.3 * scattered.nextDouble();
var shakenState = State.of(Fluid.of(unequal.box(), shaken, new double[2][81])
    .withDiameters(unequal.diameters()));
new InversePower(12).cutAt(3).by(PairMethod.NAIVE).kernel(shakenState).compute(shakenState);
checkNear(repulsion(shaken, unequal.diameters(), unequal.box().width()), shakenState.force, 1e-9,
    "the forces on 81 unequal disks");
checkNear(repulsion(new double[][]{{0, 4}, {0, 0}}, new double[]{1, 2}, 20)[0][1], 12 * pow(1.5, 12) / pow(4, 13), 1e-12,
    "diameters 1 and 2 at the distance 4: inside the cut-off 4.5");
// END HIDDEN TESTS

// %% id=repulsion-wrong-square role=wrong of=repulsion
double[][] repulsion(double[][] r, double[] a, double side) {
    double[][] f = new double[2][a.length];
    for (int i = 0; i < a.length; i++)
        for (int j = i + 1; j < a.length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side), dy = nearest(r[1][i] - r[1][j], side);
            double rr = dx * dx + dy * dy, aij = (a[i] + a[j]) / 2;
            if (rr >= 9 * aij * aij) continue;
            double push = 12 * pow(aij / rr, 6) / rr;
            f[0][i] += push * dx;
            f[1][i] += push * dy;
            f[0][j] -= push * dx;
            f[1][j] -= push * dy;
        }
    return f;
}

// %% id=repulsion-wrong-one-side role=wrong of=repulsion
double[][] repulsion(double[][] r, double[] a, double side) {
    double[][] f = new double[2][a.length];
    for (int i = 0; i < a.length; i++)
        for (int j = i + 1; j < a.length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side), dy = nearest(r[1][i] - r[1][j], side);
            double rr = dx * dx + dy * dy, aij = (a[i] + a[j]) / 2;
            if (rr >= 9 * aij * aij) continue;
            f[0][i] += 12 * pow(aij * aij / rr, 6) / rr * dx;
            f[1][i] += 12 * pow(aij * aij / rr, 6) / rr * dy;
        }
    return f;
}

// %% id=repulsion-wrong-walls role=wrong of=repulsion
double[][] repulsion(double[][] r, double[] a, double side) {
    double[][] f = new double[2][a.length];
    for (int i = 0; i < a.length; i++)
        for (int j = 0; j < a.length; j++) {
            double dx = r[0][i] - r[0][j], dy = r[1][i] - r[1][j];
            double rr = dx * dx + dy * dy, aij = (a[i] + a[j]) / 2;
            if (i == j || rr >= 9 * aij * aij) continue;
            f[0][i] += 12 * pow(aij * aij / rr, 6) / rr * dx;
            f[1][i] += 12 * pow(aij * aij / rr, 6) / rr * dy;
        }
    return f;
}

// %% id=repulsion-wrong-radial role=wrong of=repulsion
double[][] repulsion(double[][] r, double[] a, double side) {
    double[][] f = new double[2][a.length];
    for (int i = 0; i < a.length; i++)
        for (int j = 0; j < a.length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side), dy = nearest(r[1][i] - r[1][j], side);
            double d = sqrt(dx * dx + dy * dy), aij = (a[i] + a[j]) / 2;
            if (i == j || d >= 3 * aij) continue;
            f[0][i] += 12 * pow(aij / d, 12) / d * dx;
            f[1][i] += 12 * pow(aij / d, 12) / d * dy;
        }
    return f;
}

// %% id=repulsion-wrong-cut role=wrong of=repulsion
double[][] repulsion(double[][] r, double[] a, double side) {
    double[][] f = new double[2][a.length];
    for (int i = 0; i < a.length; i++)
        for (int j = 0; j < a.length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side), dy = nearest(r[1][i] - r[1][j], side);
            double rr = dx * dx + dy * dy, aij = (a[i] + a[j]) / 2;
            if (i == j || rr >= 9) continue;
            f[0][i] += 12 * pow(aij * aij / rr, 6) / rr * dx;
            f[1][i] += 12 * pow(aij * aij / rr, 6) / rr * dy;
        }
    return f;
}

// %% [markdown] id=cluster-task
// ### 3 The largest cluster (3 points)
//
// Two disks belong to one cluster if they are nearer than `reach`, or linked by a chain of such. Write
// `largestCluster(r, side, reach)`: how many disks the largest cluster has.

// %% id=cluster role=answer
int largestCluster(double[][] r, double side, double reach) {
    // BEGIN SOLUTION
    int n = r[0].length, largest = 0;
    boolean[] seen = new boolean[n];
    for (int start = 0; start < n; start++) {
        if (seen[start]) continue;
        List<Integer> cluster = new ArrayList<>(List.of(start));
        seen[start] = true;
        for (int k = 0; k < cluster.size(); k++)
            for (int j = 0; j < n; j++) {
                double dx = nearest(r[0][cluster.get(k)] - r[0][j], side);
                double dy = nearest(r[1][cluster.get(k)] - r[1][j], side);
                if (seen[j] || dx * dx + dy * dy >= reach * reach) continue;
                seen[j] = true;
                cluster.add(j);
            }
        largest = max(largest, cluster.size());
    }
    return largest;
    // END SOLUTION
}

// %% [markdown] id=cluster-hint role=hint of=cluster
// Begin with a disk that has not been seen, and collect: its neighbours, their neighbours, and so on until no new one comes.

// %% [markdown] id=cluster-hint-2 role=hint of=cluster
// A list that grows while one goes through it: for each disk in it, add every disk that is near and not yet seen.

// %% id=cluster-test role=test of=cluster points=3
double[][] chain = {{1, 2, 3, 7, 8}, {5, 5, 5, 5, 5}};
checkEqual(largestCluster(chain, 20, 1.5), 3,
    "disks at 1, 2, 3 and 7, 8 with reach 1.5", "a chain of three, and a pair");
checkEqual(largestCluster(new double[][]{{0.2, 9.6, 5}, {5, 5, 5}}, 10, 1.5), 2,
    "disks at 0.2, 9.6 and 5 in a box of 10",
    "the first two are near through the wall");
double[][] mixed = {{1, 5, 3, 4, 2}, {1, 1, 1, 1, 1}};
checkEqual(largestCluster(mixed, 20, 1.5), 5,
    "a chain in mixed order: disks at 1, 5, 3, 4, 2");
// BEGIN HIDDEN TESTS
checkEqual(largestCluster(new double[][]{{1, 4, 7}, {1, 4, 7}}, 10, 1), 1, "three disks far apart");
double[][] spiral = new double[2][40];
for (int i = 0; i < 40; i++) {
    int k = i * 17 % 40;
    spiral[0][i] = 30 + (5 + 0.3 * k) * cos(0.2 * k);
    spiral[1][i] = 30 + (5 + 0.3 * k) * sin(0.2 * k);
}
checkEqual(largestCluster(spiral, 60, 3.5), 40, "a spiral of forty");
checkEqual(largestCluster(spiral, 60, 0.9), 1, "the same spiral with a short reach");
// END HIDDEN TESTS

// %% id=cluster-wrong-neighbours role=wrong of=cluster
int largestCluster(double[][] r, double side, double reach) {
    int n = r[0].length, largest = 0;
    for (int i = 0; i < n; i++) {
        int count = 0;
        for (int j = 0; j < n; j++)
            if (Math.hypot(nearest(r[0][i] - r[0][j], side), nearest(r[1][i] - r[1][j], side)) < reach) count++;
        largest = max(largest, count);
    }
    return largest;
}

// %% id=cluster-wrong-walls role=wrong of=cluster
int largestCluster(double[][] r, double side, double reach) {
    int n = r[0].length, largest = 0;
    boolean[] seen = new boolean[n];
    for (int start = 0; start < n; start++) {
        if (seen[start]) continue;
        List<Integer> cluster = new ArrayList<>(List.of(start));
        seen[start] = true;
        for (int k = 0; k < cluster.size(); k++)
            for (int j = 0; j < n; j++) {
                double dx = r[0][cluster.get(k)] - r[0][j], dy = r[1][cluster.get(k)] - r[1][j];
                if (seen[j] || dx * dx + dy * dy >= reach * reach) continue;
                seen[j] = true;
                cluster.add(j);
            }
        largest = max(largest, cluster.size());
    }
    return largest;
}

// %% id=cluster-wrong-one-pass role=wrong of=cluster
int largestCluster(double[][] r, double side, double reach) {
    int n = r[0].length, largest = 0;
    int[] label = IntStream.range(0, n).toArray();
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++)
            if (Math.hypot(nearest(r[0][i] - r[0][j], side), nearest(r[1][i] - r[1][j], side)) < reach)
                label[j] = label[i];
    for (int l = 0; l < n; l++) {
        int which = l;
        largest = max(largest, (int) Arrays.stream(label).filter(k -> k == which).count());
    }
    return largest;
}

// %% id=cluster-wrong-pairs role=wrong of=cluster
int largestCluster(double[][] r, double side, double reach) {
    int n = r[0].length, pairs = 0;
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++)
            if (Math.hypot(nearest(r[0][i] - r[0][j], side), nearest(r[1][i] - r[1][j], side)) < reach) pairs++;
    return pairs + 1;
}

// %% [markdown] id=contrast-task
// ### 4 Full and empty (2 points)
//
// Cut the box into `parts` times `parts` squares and count. Write `contrast(r, side, parts)`: the standard deviation of the
// *density* over the squares, $\sqrt{\frac1M \sum_m (\rho_m - \bar\rho)^2}$ with $M = \text{parts}^2$. Places may lie
// outside the box, also to its left: they are meant modulo `side`.

// %% id=contrast-answer-cell role=answer
double contrast(double[][] r, double side, int parts) {
    // BEGIN SOLUTION
    double[] density = new double[parts * parts];
    double part = side / parts;
    for (int i = 0; i < r[0].length; i++) {
        int column = Math.floorMod((int) floor(r[0][i] / part), parts);
        int row = Math.floorMod((int) floor(r[1][i] / part), parts);
        density[row * parts + column] += 1 / (part * part);
    }
    double mean = r[0].length / (side * side);
    return sqrt(Arrays.stream(density).map(d -> (d - mean) * (d - mean)).average().getAsDouble());
    // END SOLUTION
}

// %% [markdown] id=contrast-hint role=hint of=contrast-answer-cell
// The number of a square is `floor(x / part)`, brought between 0 and `parts - 1`; `Math.floorMod` does that for negative
// numbers too.

// %% [markdown] id=contrast-hint-2 role=hint of=contrast-answer-cell
// `(int) -0.5` is 0, but `floor(-0.5)` is -1. And a density is a count over an *area*.

// %% id=contrast-test role=test of=contrast-answer-cell points=2
checkNear(contrast(new double[][]{{1, 3, 1, 3}, {1, 1, 3, 3}}, 4, 2), 0, 1e-12,
    "one disk in each of four squares");
checkNear(contrast(new double[][]{{0.5, 1, 1.5, 1}, {1, 0.5, 1, 1.5}}, 4, 2),
    0.25 * sqrt(3), 1e-12,
    "four disks in one of four squares of 2 x 2",
    "densities 1, 0, 0, 0: their mean is 1/4");
checkNear(contrast(new double[][]{{-1, 3, 5, 7}, {1, 1, 3, 1}}, 4, 2),
    sqrt(0.09375), 1e-12,
    "places outside the box", "-1 is 3, 5 is 1, and 7 is 3");
// BEGIN HIDDEN TESTS
double[][] half = new double[2][100];
for (int i = 0; i < 100; i++) {
    half[0][i] = i % 10 + 0.5 - 40;
    half[1][i] = i / 10 + 0.5;
}
checkNear(contrast(half, 20, 4), 4 * 0.25 * sqrt(3) / 4, 1e-12, "a hundred disks in a quarter of the box");
// END HIDDEN TESTS

// %% id=contrast-wrong-count role=wrong of=contrast-answer-cell
double contrast(double[][] r, double side, int parts) {
    double[] count = new double[parts * parts];
    for (int i = 0; i < r[0].length; i++)
        count[Math.floorMod((int) floor(r[1][i] / side * parts), parts) * parts
            + Math.floorMod((int) floor(r[0][i] / side * parts), parts)]++;
    double mean = Arrays.stream(count).average().getAsDouble();
    return sqrt(Arrays.stream(count).map(d -> (d - mean) * (d - mean)).average().getAsDouble());
}

// %% id=contrast-wrong-truncated role=wrong of=contrast-answer-cell
double contrast(double[][] r, double side, int parts) {
    double[] density = new double[parts * parts];
    double part = side / parts;
    for (int i = 0; i < r[0].length; i++)
        density[abs((int) (r[1][i] / part)) % parts * parts + abs((int) (r[0][i] / part)) % parts]
            += 1 / (part * part);
    double mean = Arrays.stream(density).average().getAsDouble();
    return sqrt(Arrays.stream(density).map(d -> (d - mean) * (d - mean)).average().getAsDouble());
}

// %% id=contrast-wrong-variance role=wrong of=contrast-answer-cell
double contrast(double[][] r, double side, int parts) {
    double[] density = new double[parts * parts];
    double part = side / parts;
    for (int i = 0; i < r[0].length; i++)
        density[Math.floorMod((int) floor(r[1][i] / part), parts) * parts
            + Math.floorMod((int) floor(r[0][i] / part), parts)] += 1 / (part * part);
    double mean = Arrays.stream(density).average().getAsDouble();
    return Arrays.stream(density).map(d -> (d - mean) * (d - mean)).average().getAsDouble();
}

// %% id=contrast-wrong-columns role=wrong of=contrast-answer-cell
double contrast(double[][] r, double side, int parts) {
    double[] density = new double[parts];
    double part = side / parts;
    for (int i = 0; i < r[0].length; i++)
        density[Math.floorMod((int) floor(r[0][i] / part), parts)] += 1 / (part * side);
    double mean = Arrays.stream(density).average().getAsDouble();
    return sqrt(Arrays.stream(density).map(d -> (d - mean) * (d - mean)).average().getAsDouble());
}

// %% [markdown] id=history-task
// ### 5 Find the bug: a fluid with a past (2 points)
//
// For several temperatures, a program quenches the hot fluid `hot` and returns the potential energy per disk at the end of each
// quench. Its author wonders why the result for $T = 0.4$ depends on whether $T = 0.2$ stood before it in the list.
//
// ```java
// double[] quenched(Fluid hot, double[] T, Forces forces, int steps, Rng rng) {
//     double[] energy = new double[T.length];
//     for (int k = 0; k < T.length; k++) {
//         MdRun run = new Langevin(0.01, 1, T[k])
//             .run(hot, forces, steps, Every.steps(10), rng);
//         energy[k] = run.potentialPerParticle()[run.time().length - 1];
//         hot = run.last();
//     }
//     return energy;
// }
// ```
//
// Write it as it was meant.

// %% id=history role=answer
double[] quenched(Fluid hot, double[] T, Forces forces, int steps, Rng rng) {
    // BEGIN SOLUTION
    double[] energy = new double[T.length];
    for (int k = 0; k < T.length; k++) {
        MdRun run = new Langevin(0.01, 1, T[k]).run(hot, forces, steps, Every.steps(10), rng);
        energy[k] = run.potentialPerParticle()[run.time().length - 1];
    }
    return energy;
    // END SOLUTION
}

// %% [markdown] id=history-hint role=hint of=history
// From which state does the second quench start?

// %% [markdown] id=history-hint-2 role=hint of=history
// Every quench is to start from the hot fluid that was handed in. A line too many says otherwise.

// %% id=history-test role=test of=history points=2
var pairForces = new LennardJones().cutAt(2.5).by(PairMethod.PACKED);
var start = Fluid.squareLattice(12, 0.64).thermalised(2, Rng.seeded(51));
var warm = new Langevin(0.01, 1, 2).run(start,
    pairForces, 200, Every.steps(100), Rng.seeded(52)).last();
double[] twice = quenched(warm, new double[]{0, 0}, pairForces, 300,
    Rng.seeded(53));
checkNear(twice[1], twice[0], 1e-12, "two quenches to T = 0, one after the other",
    "without kicks both must end alike: does each start from the hot fluid?");
var byHand = new Langevin(0.01, 1, 0.3).run(warm, pairForces, 300,
    Every.steps(300), Rng.seeded(54));
checkNear(quenched(warm, new double[]{0.3}, pairForces, 300, Rng.seeded(54))[0],
    byHand.potentialPerParticle()[1], 1e-12,
    "the energy after 300 steps at T = 0.3");
// BEGIN HIDDEN TESTS
double[] three = quenched(warm, new double[]{1, 0, 0.3}, pairForces, 200, Rng.seeded(55));
checkNear(quenched(warm, new double[]{0}, pairForces, 200, Rng.seeded(56))[0], three[1], 1e-12,
    "a quench to T = 0 after one to T = 1");
checkEqual(three.length, 3, "energies of three quenches");
// END HIDDEN TESTS

// %% id=history-wrong-as-given role=wrong of=history
double[] quenched(Fluid hot, double[] T, Forces forces, int steps, Rng rng) {
    double[] energy = new double[T.length];
    for (int k = 0; k < T.length; k++) {
        MdRun run = new Langevin(0.01, 1, T[k]).run(hot, forces, steps, Every.steps(10), rng);
        energy[k] = run.potentialPerParticle()[run.time().length - 1];
        hot = run.last();
    }
    return energy;
}

// %% id=history-wrong-mean role=wrong of=history
double[] quenched(Fluid hot, double[] T, Forces forces, int steps, Rng rng) {
    double[] energy = new double[T.length];
    for (int k = 0; k < T.length; k++) {
        MdRun run = new Langevin(0.01, 1, T[k]).run(hot, forces, steps, Every.steps(10), rng);
        energy[k] = Arrays.stream(run.potentialPerParticle()).average().getAsDouble();
    }
    return energy;
}

// %% id=history-wrong-cooled role=wrong of=history
double[] quenched(Fluid hot, double[] T, Forces forces, int steps, Rng rng) {
    double[] energy = new double[T.length];
    for (int k = 0; k < T.length; k++) {
        MdRun run = new Langevin(0.01, 1, T[k]).run(hot.thermalised(T[k], rng), forces, steps, Every.steps(10), rng);
        energy[k] = run.potentialPerParticle()[run.time().length - 1];
    }
    return energy;
}

// %% id=history-wrong-first role=wrong of=history
double[] quenched(Fluid hot, double[] T, Forces forces, int steps, Rng rng) {
    double[] energy = new double[T.length];
    for (int k = 0; k < T.length; k++) {
        MdRun run = new Langevin(0.01, 1, T[k]).run(hot, forces, steps, Every.steps(10), rng);
        energy[k] = run.energyPerParticle()[run.time().length - 1];
    }
    return energy;
}

// %% [markdown] id=well-done
// All green? Then you can fill a box, push a thousand disks about and tell a separated fluid from one that only looks like it.
