// %% [markdown] id=question
// # The project: a thousand disks, cooled at one stroke
//
// You have written every part of a simulation by now: kicks (lesson 05), forces between pairs (06), Newton's steps (07). This
// is the assignment in which you put them together and find something out by yourself. There is no new theory in it, and
// no lecture that has told you how it ends.
//
// The question: **a hot gas of disks that attract each other is cooled at one stroke. What does it become, how does it get
// there, and what does it matter how heavy the disks are?**
//
// You need: lessons 01 and 05 to 07.

// %% [markdown] id=system
// ## The system
//
// Disks of mass $m$ in a periodic square, in a bath of friction $\zeta$ and temperature $T$:
//
// $$m\, \dot{\mathbf v}_i = \mathbf f_i - \zeta\, \mathbf v_i + \text{kicks}, \qquad \dot{\mathbf r}_i = \mathbf v_i.$$
//
// Units are the disks' diameter $a$, the depth $\epsilon$ of the potential, and the time $t_0 = \zeta a^2 / \epsilon$. Then
// $\zeta = 1$, and inertia is one number, $m^* = m\, \epsilon / (\zeta a)^2$, which we write as $m$: the time in which friction
// stops a disk.
//
// | part | what | how |
// |--|--|--|
// | I | disks without forces in the bath | $m$ = 0.1, 1 and 10 |
// | II | 1,000 disks in a box of 50, Lennard-Jones, cut at 2 and force-shifted | 10 $t_0$ at $T = 5$, 1,500 $t_0$ at $T = 0.2$, then 100 $t_0$ without the bath |
// | III | what has become of them | conservation, $g(r)$, hexatic order, clusters, size of the pattern |

// %% [markdown] id=law
// **Force-shifted** means: the *force* falls to 0 at the cut-off without a jump, $f_s(r) = f(r) - f(r_c)$. Where no bath hides
// it, each jump of the force costs a little energy. The price is a shallower well:

// %% id=law-picture
var whole = new LennardJones();
var shifted = whole.forceShiftedAt(2);
figure("The law between two disks")
    .curve("Lennard-Jones", r -> whole.energy(r), 0.95, 2.6)
    .curve("force-shifted at 2", r -> shifted.energy(r), 0.95, 2.6)
    .guide("cut-off", 2, -1.1, 2, 1)
    .axes("distance r / a", "energy u / ε").rangeY(-1.1, 1)

// %% id=start-picture
disks("How it begins: 1,000 disks in a box of 50 a",
    Lattices.square(1000, PeriodicBox.square(50)), 1)

// %% [markdown] id=predict
// **Write down now**, before you begin, and keep the paper: which of the three masses gets farthest in the long run? Will the
// cold system be a gas, a liquid, a crystal? One piece or many?

// %% [markdown] id=rules
// ## The rules
//
// - **Nine answers, 24 points.** They follow the way of a real project, and each uses what came before. But each is marked on
//   its own, on small cases that its check makes itself: a wrong answer costs its own points and no others.
// - Between the answers stand cells of the project. They run *your* methods on the system and draw what comes out. They are not
//   marked; they are the point of it.
// - **What is given:** `nearest` (the nearest image), the class `Fluid` (`positions()`, `velocities()`, `mass()`, `box()`),
//   forces, integrators, `Blocking`, `Regression` and figures. Places and velocities are arrays `r[c][i]`: coordinate `c` = 0, 1
//   of disk `i`. Write the analysis yourself; the kit's own (`RadialDistribution`, `HexaticOrder` and so on) is there to
//   compare with.
// - `hint("...")` helps as always, and `progress()` shows how far you are.
//
// ## Small here, whole elsewhere
//
// The whole of part II is nearly half a million steps of a thousand disks for each mass, more than a notebook should wait for.
// In the notebook it is 400 disks at the same density for 200 $t_0$. The whole runs on the command line, where it can be
// stopped and resumed,
//
// ```
// ./matterbook fluid run final
// ```
//
// and leaves a trajectory for each mass. The same cells read it and analyse it: see "A film" in the exercises.
//
// Last, what the exercises begin with: energy and force of Lennard-Jones, the nearest image, and a plan for the run.

// %% id=lennard-jones role=setup
double u(double r) {
    return 4 * (pow(r, -12) - pow(r, -6));
}
double f(double r) {
    return 24 * (2 * pow(r, -12) - pow(r, -6)) / r;
}

// %% id=nearest role=setup
double nearest(double difference, double side) {
    return difference - side * Math.rint(difference / side);
}

// %% id=plan role=setup
record Plan(double hot, double cold, double dt, int melt, int quench,
    int free, Every every) {}

// %% [exercises]

// %% [markdown] id=exercise-rules
// The question, the system and the rules stand in [the project's own page](../notebooks/90-capstone-fluid.ipynb): read it
// first, and write on a sheet of paper what you expect. There are nine answers, 24 points in all. The cells between them run
// your methods on the system; they and your report at the end are not marked.
//
// ## Part I: what inertia does
//
// Free disks, no forces yet. The theory of lesson 05 with a mass, in two dimensions:
//
// $$\langle \mathbf v(0) \cdot \mathbf v(t) \rangle = \frac{2T}{m}\, e^{-t/m}, \qquad
// \mathrm{MSD}(t) = 4 T \left( t - m + m\, e^{-t/m} \right).$$

// %% [markdown] id=step-task
// ### 1 A step in the bath (3 points)
//
// Write `step(r, v, f, m, T, dt, rng)`, which moves all disks by one step of the scheme of Euler and Maruyama, friction 1:
//
// $$\mathbf v_i \leftarrow \mathbf v_i + \frac{\Delta t}{m} (\mathbf f_i - \mathbf v_i) + \frac{\sqrt{2 T \Delta t}}{m}\,
// \boldsymbol\xi_i, \qquad \mathbf r_i \leftarrow \mathbf r_i + \Delta t\, \mathbf v_i \text{ (the new one)}.$$
//
// It changes the arrays `r` and `v`; `f[c][i]` are the forces before the step.

// %% id=step role=answer
void step(double[][] r, double[][] v, double[][] f, double m,
        double T, double dt, Rng rng) {
    // BEGIN SOLUTION
    double kick = sqrt(2 * T * dt) / m;
    for (int c = 0; c < r.length; c++)
        for (int i = 0; i < r[c].length; i++) {
            v[c][i] += dt / m * (f[c][i] - v[c][i]) + kick * rng.nextGaussian();
            r[c][i] += dt * v[c][i];
        }
    // END SOLUTION
}

// %% [markdown] id=step-hint role=hint of=step
// Which quantities does the mass divide? There are three in the line of the velocity.

// %% [markdown] id=step-hint-2 role=hint of=step
// Two loops, over coordinates and disks; each coordinate of each disk has a kick of its own. First the velocity, then the place.

// %% [markdown] id=step-hint-3 role=hint of=step
// `v[c][i] += dt / m * (f[c][i] - v[c][i]) + sqrt(2 * T * dt) / m * rng.nextGaussian()`, then `r[c][i] += dt * v[c][i]`.

// %% id=step-test role=test of=step points=3
double[][] stepR = {{0, 1}, {2, 3}}, stepV = {{1, 0}, {0, -2}};
step(stepR, stepV, new double[][]{{0, 4}, {0, 0}}, 2, 0, 0.5, Rng.seeded(1));
checkNear(stepV, new double[][]{{0.75, 1}, {0, -1.5}}, 1e-12,
    "velocities after a step of 0.5 at T = 0, m = 2",
    "dt / m = 1/4 of force minus velocity");
checkNear(stepR, new double[][]{{0.375, 1.5}, {2, 2.25}}, 1e-12,
    "places after this step", "they move with the new velocity");
double[][] kicked(double m, double T, double dt) {
    double[][] r = new double[2][20_000], v = new double[2][20_000];
    step(r, v, new double[2][20_000], m, T, dt, Rng.seeded(2));
    return v;
}
double[][] oneKick = kicked(1, 1, 0.02);
checkDistribution(Samples.independent(oneKick[1]), Law.moments(0, 0.04), 1e-6,
    "the kicks of 20,000 disks at rest, m = 1, T = 1, dt = 0.02",
    "each has the variance 2 T dt / m²");
// BEGIN HIDDEN TESTS
double[][] heavyKick = kicked(10, 0.5, 0.1);
for (double[] x : heavyKick)
    checkDistribution(Samples.independent(x), Law.moments(0, 0.001), 1e-6,
        "the kicks of 20,000 disks at rest, m = 10, T = 0.5, dt = 0.1", "what does the mass divide?");
checkDistribution(Samples.independent(IntStream.range(0, 20_000)
    .mapToDouble(i -> heavyKick[0][i] * heavyKick[1][i]).toArray()), Law.moments(0, 1e-6), 1e-6,
    "the product of the two kicks of a disk", "each direction has a kick of its own");
checkDistribution(Samples.independent(IntStream.range(0, 10_000)
    .mapToDouble(i -> heavyKick[0][2 * i] * heavyKick[0][2 * i + 1]).toArray()), Law.moments(0, 1e-6), 1e-6,
    "the product of the kicks of two disks", "each disk has a kick of its own");
// END HIDDEN TESTS

// %% id=step-wrong-root role=wrong of=step
void step(double[][] r, double[][] v, double[][] f, double m, double T, double dt, Rng rng) {
    for (int c = 0; c < r.length; c++)
        for (int i = 0; i < r[c].length; i++) {
            v[c][i] += dt / m * (f[c][i] - v[c][i]) + sqrt(2 * T * dt / m) * rng.nextGaussian();
            r[c][i] += dt * v[c][i];
        }
}

// %% id=step-wrong-friction role=wrong of=step
void step(double[][] r, double[][] v, double[][] f, double m, double T, double dt, Rng rng) {
    for (int c = 0; c < r.length; c++)
        for (int i = 0; i < r[c].length; i++) {
            v[c][i] += dt * (f[c][i] / m - v[c][i]) + sqrt(2 * T * dt) / m * rng.nextGaussian();
            r[c][i] += dt * v[c][i];
        }
}

// %% id=step-wrong-old-velocity role=wrong of=step
void step(double[][] r, double[][] v, double[][] f, double m, double T, double dt, Rng rng) {
    for (int c = 0; c < r.length; c++)
        for (int i = 0; i < r[c].length; i++) {
            r[c][i] += dt * v[c][i];
            v[c][i] += dt / m * (f[c][i] - v[c][i]) + sqrt(2 * T * dt) / m * rng.nextGaussian();
        }
}

// %% id=step-wrong-dt role=wrong of=step
void step(double[][] r, double[][] v, double[][] f, double m, double T, double dt, Rng rng) {
    for (int c = 0; c < r.length; c++)
        for (int i = 0; i < r[c].length; i++) {
            v[c][i] += dt / m * (f[c][i] - v[c][i] + sqrt(2 * T) * rng.nextGaussian());
            r[c][i] += dt * v[c][i];
        }
}

// %% id=step-wrong-one-kick role=wrong of=step
void step(double[][] r, double[][] v, double[][] f, double m, double T, double dt, Rng rng) {
    for (int i = 0; i < r[0].length; i++) {
        double kick = sqrt(2 * T * dt) / m * rng.nextGaussian();
        for (int c = 0; c < r.length; c++) {
            v[c][i] += dt / m * (f[c][i] - v[c][i]) + kick;
            r[c][i] += dt * v[c][i];
        }
    }
}

// %% [markdown] id=inertia-text
// **Project.** A hundred disks of each mass at $T = 1$, for 100 $t_0$, by your `step`. They start with velocities of Maxwell's
// law, and the three masses get the *same kicks*: their generators begin alike. Here is one disk of each, seen from above.
// **Before you run the cells:** how will the path of the heavy one differ from that of the light one?

// %% id=inertia-walk
record Free(double m, List<double[][]> r, List<double[][]> v) {
    void keep(double[][] places, double[][] velocities) {
        r.add(new double[][]{places[0].clone(), places[1].clone()});
        v.add(new double[][]{velocities[0].clone(), velocities[1].clone()});
    }
}

// %% id=inertia-free
Free free(double m, Rng rng) {
    double[][] r = new double[2][100], f = new double[2][100];
    double[][] v = Fluid.of(PeriodicBox.square(1), r, f).withMass(m)
        .maxwellian(1, rng).velocities();
    var free = new Free(m, new ArrayList<>(), new ArrayList<>());
    for (int n = 0; n <= 10_000; n++) {
        if (n % 5 == 0) free.keep(r, v);
        step(r, v, f, m, 1, 0.01, rng);
    }
    return free;
}

// %% id=inertia-run
double[] masses = {0.1, 1, 10};
List<Free> frees = new ArrayList<>();
for (double m : masses) frees.add(free(m, Rng.seeded(3)));

// %% id=inertia-picture
var paths = figure("One disk of each mass, 100 t₀").axes("x / a", "y / a")
    .rangeX(-15, 15).rangeY(-15, 15);
for (Free free : frees)
    paths.line("m = " + free.m(),
        free.r().stream().mapToDouble(r -> r[0][4]).toArray(),
        free.r().stream().mapToDouble(r -> r[1][4]).toArray());
paths

// %% [markdown] id=memory-task
// ### 2 The memory of a velocity (3 points)
//
// `v.get(n)[c][i]` are velocities at equal times $n = 0, 1, \dots$ Write `memory(v, most)`: the velocity autocorrelation
//
// $$C_k = \langle \mathbf v_i(n) \cdot \mathbf v_i(n + k) \rangle, \qquad k = 0 \dots \text{most},$$
//
// averaged over all disks *and over all starts* $n$ for which there is an end $n + k$.

// %% id=memory role=answer
double[] memory(List<double[][]> v, int most) {
    // BEGIN SOLUTION
    double[] c = new double[most + 1];
    for (int k = 0; k <= most; k++) {
        int starts = v.size() - k;
        for (int n = 0; n < starts; n++)
            for (int axis = 0; axis < 2; axis++) {
                double[] now = v.get(n)[axis], then = v.get(n + k)[axis];
                for (int i = 0; i < now.length; i++) c[k] += now[i] * then[i];
            }
        c[k] /= (double) starts * v.getFirst()[0].length;
    }
    return c;
    // END SOLUTION
}

// %% [markdown] id=memory-hint role=hint of=memory
// How many pairs of times lie $k$ apart, if there are `v.size()` times?

// %% [markdown] id=memory-hint-2 role=hint of=memory
// For each `k`: go through all starts, both coordinates and all disks, add the products, and divide by starts times disks. A
// scalar product is the *sum* over the coordinates, not their mean.

// %% id=memory-test role=test of=memory points=3
List<double[][]> single = List.of(new double[][]{{1}, {0}},
    new double[][]{{2}, {0}}, new double[][]{{4}, {1}});
checkNear(memory(single, 2), new double[]{22 / 3.0, 5, 4}, 1e-12,
    "one disk at velocities (1, 0), (2, 0), (4, 1)",
    "C_0 = (1 + 4 + 17) / 3, C_1 = (2 + 8) / 2, C_2 = 4");
List<double[][]> couple = List.of(new double[][]{{1, -1}, {0, 2}},
    new double[][]{{1, -1}, {0, 2}});
checkNear(memory(couple, 1), new double[]{3, 3}, 1e-12,
    "two disks at (1, 0) and (-1, 2)", "(1 + 5) / 2: each with itself alone");
// BEGIN HIDDEN TESTS
List<double[][]> turning = IntStream.range(0, 50).mapToObj(n -> new double[][]{
    {3 * cos(0.1 * n), cos(0.2 * n)}, {3 * sin(0.1 * n), sin(0.2 * n)}}).toList();
checkNear(memory(turning, 20), IntStream.rangeClosed(0, 20)
    .mapToDouble(k -> (9 * cos(0.1 * k) + cos(0.2 * k)) / 2).toArray(), 1e-9,
    "two disks on circles");
// END HIDDEN TESTS

// %% id=memory-wrong-first role=wrong of=memory
double[] memory(List<double[][]> v, int most) {
    double[] c = new double[most + 1];
    int disks = v.get(0)[0].length;
    for (int k = 0; k <= most; k++)
        for (int axis = 0; axis < 2; axis++)
            for (int i = 0; i < disks; i++) c[k] += v.get(0)[axis][i] * v.get(k)[axis][i] / disks;
    return c;
}

// %% id=memory-wrong-frames role=wrong of=memory
double[] memory(List<double[][]> v, int most) {
    double[] c = new double[most + 1];
    int disks = v.get(0)[0].length;
    for (int k = 0; k <= most; k++)
        for (int n = 0; n + k < v.size(); n++)
            for (int axis = 0; axis < 2; axis++)
                for (int i = 0; i < disks; i++)
                    c[k] += v.get(n)[axis][i] * v.get(n + k)[axis][i] / disks / v.size();
    return c;
}

// %% id=memory-wrong-mean role=wrong of=memory
double[] memory(List<double[][]> v, int most) {
    double[] c = new double[most + 1];
    int disks = v.get(0)[0].length;
    for (int k = 0; k <= most; k++)
        for (int n = 0; n + k < v.size(); n++)
            for (int axis = 0; axis < 2; axis++)
                for (int i = 0; i < disks; i++)
                    c[k] += v.get(n)[axis][i] * v.get(n + k)[axis][i] / disks / (v.size() - k) / 2;
    return c;
}

// %% id=memory-wrong-flow role=wrong of=memory
double[] memory(List<double[][]> v, int most) {
    double[] c = new double[most + 1];
    for (int k = 0; k <= most; k++)
        for (int n = 0; n + k < v.size(); n++)
            for (int axis = 0; axis < 2; axis++)
                c[k] += Arrays.stream(v.get(n)[axis]).average().getAsDouble()
                    * Arrays.stream(v.get(n + k)[axis]).average().getAsDouble() / (v.size() - k);
    return c;
}

// %% [markdown] id=memory-text
// **Project.** The memory of the three masses, and the integral under each curve up to $5 m$. Half of it is the diffusion
// coefficient (Green and Kubo, lesson 05). **Before you run the cells:** the heavy disks remember their velocity a hundred
// times longer than the light ones. Do they also diffuse a hundred times faster?

// %% id=memory-run
List<double[]> memories = frees.stream()
    .map(f -> memory(f.v(), (int) (5 * f.m() / 0.05))).toList();
double[] times(int count) {
    return IntStream.range(0, count).mapToDouble(k -> 0.05 * k).toArray();
}

// %% id=memory-picture
var fading = figure("How long a velocity lasts")
    .axes("t / t₀", "C(t) / C(0)").rangeX(0, 30).rangeY(-0.1, 1);
for (int k = 0; k < 3; k++) {
    double[] c = memories.get(k);
    fading.line("m = " + masses[k], times(c.length),
        Arrays.stream(c).map(x -> x / c[0]).toArray());
}
fading.curve("exp(-t / 10)", t -> exp(-t / 10))

// %% id=memory-integral
for (int k = 0; k < 3; k++) {
    double[] c = memories.get(k);
    double sum = (Arrays.stream(c).sum() - (c[0] + c[c.length - 1]) / 2) * 0.05;
    display("m = " + masses[k] + ": C(0) = " + Digits.of(c[0], 3)
        + ", D = " + Digits.of(sum / 2, 2));
}

// %% [markdown] id=crossover-task
// ### 3 Where flying becomes walking (2 points)
//
// On a doubly logarithmic chart the mean square displacement begins with slope 2 and ends with slope 1. Between two neighbouring
// points it has the slope $s_k = \ln(M_{k+1} / M_k) / \ln(t_{k+1} / t_k)$, at the time $\sqrt{t_k t_{k+1}}$. Write
// `crossover(t, msd)`: the time of the *first* slope below 1.5. All times and displacements are above 0, and there is one.

// %% id=crossover role=answer
double crossover(double[] t, double[] msd) {
    // BEGIN SOLUTION
    int k = 0;
    while (log(msd[k + 1] / msd[k]) / log(t[k + 1] / t[k]) >= 1.5) k++;
    return sqrt(t[k] * t[k + 1]);
    // END SOLUTION
}

// %% [markdown] id=crossover-hint role=hint of=crossover
// A slope on a doubly logarithmic chart is a difference of logarithms over a difference of logarithms.

// %% [markdown] id=crossover-hint-2 role=hint of=crossover
// Go through `k` from 0 on, stop at the first `log(msd[k + 1] / msd[k]) / log(t[k + 1] / t[k])` below 1.5, and return
// `sqrt(t[k] * t[k + 1])`.

// %% id=crossover-test role=test of=crossover points=2
checkNear(crossover(new double[]{1, 2, 4, 8}, new double[]{1, 4, 12, 24}),
    sqrt(32), 1e-9, "times 1, 2, 4, 8 with displacements 1, 4, 12, 24",
    "slopes 2, 1.58 and 1: between 4 and 8");
double[] fine = IntStream.range(0, 700).mapToDouble(k -> 0.001 * pow(1.02, k))
    .toArray();
checkNearRelative(crossover(fine, Arrays.stream(fine)
    .map(t -> 4 * (t - 1 + exp(-t))).toArray()), 2.15, 0.03,
    "the exact law for m = 1", "at 2.15 m the slope is 1.5");
// BEGIN HIDDEN TESTS
checkNearRelative(crossover(fine, Arrays.stream(fine)
    .map(t -> 0.8 * (t - 10 + 10 * exp(-t / 10))).toArray()), 21.5, 0.03, "the exact law for m = 10, T = 0.2");
checkNear(crossover(new double[]{1, 10, 100, 1000}, new double[]{1, 50, 500, 50_000}),
    sqrt(1000), 1e-9, "a slope that falls below 1.5 and rises again", "the first one");
// END HIDDEN TESTS

// %% id=crossover-wrong-linear role=wrong of=crossover
double crossover(double[] t, double[] msd) {
    int k = 0;
    while ((msd[k + 1] - msd[k]) / (t[k + 1] - t[k]) >= 1.5 && k + 2 < t.length) k++;
    return sqrt(t[k] * t[k + 1]);
}

// %% id=crossover-wrong-origin role=wrong of=crossover
double crossover(double[] t, double[] msd) {
    int k = 1;
    while (k + 1 < t.length && log(msd[k] / msd[0]) / log(t[k] / t[0]) >= 1.5) k++;
    return t[k];
}

// %% id=crossover-wrong-last role=wrong of=crossover
double crossover(double[] t, double[] msd) {
    int k = t.length - 2;
    while (k > 0 && log(msd[k + 1] / msd[k]) / log(t[k + 1] / t[k]) < 1.5) k--;
    return sqrt(t[k] * t[k + 1]);
}

// %% id=crossover-wrong-early role=wrong of=crossover
double crossover(double[] t, double[] msd) {
    int k = 0;
    while (log(msd[k + 1] / msd[k]) / log(t[k + 1] / t[k]) >= 2) k++;
    return sqrt(t[k] * t[k + 1]);
}

// %% [markdown] id=crossover-text
// **Project.** How far they get, and your crossover for each mass (as exactly as the points lie close to each other).

// %% id=spread
double spread(Free free, int lag) {
    double sum = 0;
    int starts = free.r().size() - lag;
    for (int n = 0; n < starts; n++)
        for (int c = 0; c < 2; c++) {
            double[] from = free.r().get(n)[c], to = free.r().get(n + lag)[c];
            for (int i = 0; i < 100; i++) sum += pow(to[i] - from[i], 2);
        }
    return sum / starts / 100;
}
int[] apart = {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 27, 33, 40, 48, 58, 70,
    84, 100, 120, 145, 175, 210, 250, 300, 360, 430, 520, 620, 740};
double[] waits = Arrays.stream(apart).mapToDouble(n -> 0.05 * n).toArray();

// %% id=spread-picture
List<double[]> spreads = frees.stream().map(free -> Arrays.stream(apart)
    .mapToDouble(n -> spread(free, n)).toArray()).toList();
var spreading = figure("Flying, then walking").logX().logY()
    .axes("t / t₀", "mean square displacement / a²").rangeY(1e-4, 1e3);
for (int k = 0; k < 3; k++)
    spreading.points("m = " + masses[k], waits, spreads.get(k));
for (double m : masses)
    spreading.curve("exact " + m, t -> 4 * (t - m + m * exp(-t / m)));
spreading

// %% id=crossover-shown
for (int k = 0; k < 3; k++)
    display("m = " + masses[k] + ": crossover at "
        + Digits.shortest(crossover(waits, spreads.get(k)), 2)
        + ", by the exact law " + Digits.shortest(2.15 * masses[k], 3));

// %% [markdown] id=spread-answer
// **For your report.** Does the picture have one line in the end, or three? Put the numbers of the three masses side by side:
// $\langle v^2 \rangle = C(0)$, the time for which a velocity lasts, and $D = \frac12 \int C\, dt$, which is about half of their
// product. What does the mass do to each of them? Then finish the sentence: "The mass decides ..., but not ..." And was your
// guess on the paper right: which of the three gets farthest in the long run?

// %% [markdown] id=part-two
// ## Part II: the quench

// %% [markdown] id=shift-task
// ### 4 Find the bug: an energy that does not belong to its force (2 points)
//
// `u(r)` and `f(r)` are energy and force of Lennard-Jones. Here they are cut at `rc`, and the force is shifted so that it ends
// without a jump. The forces are as they should be. But in a run without a bath, kinetic energy plus this potential energy
// wanders.
//
// ```java
// double energy(double r, double rc) {
//     return r < rc ? u(r) - u(rc) : 0;
// }
// double force(double r, double rc) {
//     return r < rc ? f(r) - f(rc) : 0;
// }
// ```
//
// Write both so that the force is what it was, the energy is its own, $f_s = -u_s'$, and both end at 0.

// %% id=shift role=answer
double energy(double r, double rc) {
    // BEGIN SOLUTION
    return r < rc ? u(r) - u(rc) + (r - rc) * f(rc) : 0;
    // END SOLUTION
}
double force(double r, double rc) {
    // BEGIN SOLUTION
    return r < rc ? f(r) - f(rc) : 0;
    // END SOLUTION
}

// %% [markdown] id=shift-hint role=hint of=shift
// A constant was taken off the force. What has to be added to an energy so that its slope changes by a constant?

// %% [markdown] id=shift-hint-2 role=hint of=shift
// The energy is the work against the force from `rc` inwards, $u_s(r) = \int_r^{r_c} (f(x) - f(r_c))\, dx$.

// %% [markdown] id=shift-hint-3 role=hint of=shift
// $u_s(r) = u(r) - u(r_c) + (r - r_c)\, f(r_c)$.

// %% id=shift-test role=test of=shift points=2
checkNear(force(1, 2), 24.181640625, 1e-9, "the force at 1, cut at 2",
    "the forces were right");
for (double r : new double[]{0.95, 1.2, 1.7})
    checkNear(-(energy(r + 1e-5, 2) - energy(r - 1e-5, 2)) / 2e-5, force(r, 2),
        1e-5, "minus the slope of the energy at " + r + ", cut at 2",
        "the force must be the energy's own");
checkNear(energy(2 - 1e-9, 2), 0, 1e-6, "the energy just before the cut-off",
    "it must end at 0 without a jump");
checkNear(energy(2.5, 2), 0, 1e-12, "the energy beyond the cut-off");
// BEGIN HIDDEN TESTS
var shiftedLaw = new LennardJones().forceShiftedAt(2.5);
for (double r : new double[]{0.9, 1.1, 1.5, 2.4, 2.5, 3}) {
    checkNear(energy(r, 2.5), shiftedLaw.energy(r), 1e-9, "the energy at " + r + ", cut at 2.5");
    checkNear(force(r, 2.5), shiftedLaw.force(r), 1e-9, "the force at " + r + ", cut at 2.5");
}
// END HIDDEN TESTS

// %% id=shift-wrong-as-given role=wrong of=shift
double energy(double r, double rc) {
    return r < rc ? u(r) - u(rc) : 0;
}
double force(double r, double rc) {
    return r < rc ? f(r) - f(rc) : 0;
}

// %% id=shift-wrong-sign role=wrong of=shift
double energy(double r, double rc) {
    return r < rc ? u(r) - u(rc) - (r - rc) * f(rc) : 0;
}
double force(double r, double rc) {
    return r < rc ? f(r) - f(rc) : 0;
}

// %% id=shift-wrong-force role=wrong of=shift
double energy(double r, double rc) {
    return r < rc ? u(r) - u(rc) : 0;
}
double force(double r, double rc) {
    return r < rc ? f(r) : 0;
}

// %% id=shift-wrong-end role=wrong of=shift
double energy(double r, double rc) {
    return r < rc ? u(r) + r * f(rc) : 0;
}
double force(double r, double rc) {
    return r < rc ? f(r) - f(rc) : 0;
}

// %% [markdown] id=project-task
// ### 5 The run (3 points)
//
// Write `project(start, forces, plan, rng)`: the three parts of the run, as a list of three. `start` is a lattice at rest.
//
// 1. It gets velocities of temperature `plan.hot()` (`start.thermalised(...)`) and makes `plan.melt()` steps in a `Langevin` bath
//    of friction 1 and that temperature.
// 2. The bath turns to `plan.cold()` at one stroke, for `plan.quench()` steps.
// 3. No bath: `VelocityVerlet`, `plan.free()` steps.
//
// Each part goes on from where the last one ended, with its places *and* its velocities. All have the time step `plan.dt()` and
// measure as `plan.every()` says; what is random comes from `rng`, in this order.

// %% id=project role=answer
List<MdRun> project(Fluid start, Forces forces, Plan plan, Rng rng) {
    // BEGIN SOLUTION
    Fluid hot = start.thermalised(plan.hot(), rng);
    MdRun melt = new Langevin(plan.dt(), 1, plan.hot())
        .run(hot, forces, plan.melt(), plan.every(), rng);
    MdRun quench = new Langevin(plan.dt(), 1, plan.cold())
        .run(melt.last(), forces, plan.quench(), plan.every(), rng);
    MdRun free = new VelocityVerlet(plan.dt())
        .run(quench.last(), forces, plan.free(), plan.every());
    return List.of(melt, quench, free);
    // END SOLUTION
}

// %% [markdown] id=project-hint role=hint of=project
// `new Langevin(dt, friction, temperature).run(fluid, forces, steps, every, rng)` is a run; `last()` is the fluid at its end.

// %% [markdown] id=project-hint-2 role=hint of=project
// The second part starts from `melt.last()`, the third from `quench.last()`, both as they are. Who draws new velocities cools the
// fluid by hand; the bath is to do that.

// %% id=project-test role=test of=project points=3
var law = new LennardJones().forceShiftedAt(2).by(PairMethod.PACKED);
var lattice = Fluid.squareLattice(10, 0.4);
var small = new Plan(5, 0.2, 0.004, 50, 80, 60, Every.steps(10));
List<MdRun> parts = project(lattice, law, small, Rng.seeded(4));
checkEqual(parts.stream().map(MdRun::steps).toList(), List.of(50L, 80L, 60L),
    "steps of the parts");
checkNear(parts.get(0).temperature()[0], 5, 1e-9, "the temperature at the start");
checkNear(parts.get(1).energyPerParticle()[0],
    parts.get(0).energyPerParticle()[5], 1e-9, "the energy at the start of part 2",
    "it is that of the end of part 1");
double[] freely = parts.get(2).energyPerParticle();
checkNear(freely[0], parts.get(1).energyPerParticle()[8], 1e-9,
    "the energy at the start of part 3", "it is that of the end of part 2");
checkNear(freely[6], freely[0], 0.01, "the energy at the end of part 3",
    "without a bath it is conserved");
// BEGIN HIDDEN TESTS
var other = new Plan(3, 0, 0.003, 40, 70, 30, Every.steps(10));
List<MdRun> heavy = project(lattice.withMass(10), law, other, Rng.seeded(5));
var drawn = Rng.seeded(5);
Fluid byHand = lattice.withMass(10).thermalised(3, drawn);
for (int k = 0; k < 2; k++) {
    MdRun run = new Langevin(0.003, 1, k == 0 ? 3 : 0).run(byHand, law, k == 0 ? 40 : 70, Every.steps(10), drawn);
    checkNear(heavy.get(k).energyPerParticle(), run.energyPerParticle(), 1e-9,
        "the energy of heavy disks in part " + (k + 1), "the bath of each part has the plan's temperature");
    byHand = run.last();
}
checkNear(heavy.get(2).last().positions(), new VelocityVerlet(0.003).run(byHand, law, 30, Every.steps(10)).last()
    .positions(), 1e-9, "the places of heavy disks at the end");
// END HIDDEN TESTS

// %% id=project-wrong-melt role=wrong of=project
List<MdRun> project(Fluid start, Forces forces, Plan plan, Rng rng) {
    Fluid hot = start.thermalised(plan.hot(), rng);
    MdRun melt = new Langevin(plan.dt(), 1, plan.hot()).run(hot, forces, plan.melt(), plan.every(), rng);
    MdRun quench = new Langevin(plan.dt(), 1, plan.cold()).run(melt.last(), forces, plan.quench(), plan.every(), rng);
    MdRun free = new VelocityVerlet(plan.dt()).run(melt.last(), forces, plan.free(), plan.every());
    return List.of(melt, quench, free);
}

// %% id=project-wrong-thermalised role=wrong of=project
List<MdRun> project(Fluid start, Forces forces, Plan plan, Rng rng) {
    Fluid hot = start.thermalised(plan.hot(), rng);
    MdRun melt = new Langevin(plan.dt(), 1, plan.hot()).run(hot, forces, plan.melt(), plan.every(), rng);
    MdRun quench = new Langevin(plan.dt(), 1, plan.cold())
        .run(melt.last().thermalised(plan.cold(), rng), forces, plan.quench(), plan.every(), rng);
    MdRun free = new VelocityVerlet(plan.dt()).run(quench.last(), forces, plan.free(), plan.every());
    return List.of(melt, quench, free);
}

// %% id=project-wrong-rest role=wrong of=project
List<MdRun> project(Fluid start, Forces forces, Plan plan, Rng rng) {
    MdRun melt = new Langevin(plan.dt(), 1, plan.hot()).run(start, forces, plan.melt(), plan.every(), rng);
    MdRun quench = new Langevin(plan.dt(), 1, plan.cold()).run(melt.last(), forces, plan.quench(), plan.every(), rng);
    MdRun free = new VelocityVerlet(plan.dt()).run(quench.last(), forces, plan.free(), plan.every());
    return List.of(melt, quench, free);
}

// %% id=project-wrong-bath role=wrong of=project
List<MdRun> project(Fluid start, Forces forces, Plan plan, Rng rng) {
    Fluid hot = start.thermalised(plan.hot(), rng);
    MdRun melt = new Langevin(plan.dt(), 1, plan.hot()).run(hot, forces, plan.melt(), plan.every(), rng);
    MdRun quench = new Langevin(plan.dt(), 1, plan.cold()).run(melt.last(), forces, plan.quench(), plan.every(), rng);
    MdRun free = new Langevin(plan.dt(), 1, plan.cold()).run(quench.last(), forces, plan.free(), plan.every(), rng);
    return List.of(melt, quench, free);
}

// %% id=project-wrong-hot role=wrong of=project
List<MdRun> project(Fluid start, Forces forces, Plan plan, Rng rng) {
    Fluid hot = start.thermalised(plan.hot(), rng);
    MdRun melt = new Langevin(plan.dt(), 1, plan.hot()).run(hot, forces, plan.melt(), plan.every(), rng);
    MdRun quench = new Langevin(plan.dt(), 1, plan.hot()).run(melt.last(), forces, plan.quench(), plan.every(), rng);
    MdRun free = new VelocityVerlet(plan.dt()).run(quench.last(), forces, plan.free(), plan.every());
    return List.of(melt, quench, free);
}

// %% [markdown] id=film-text
// ### A film
//
// **Project.** From here on there is a `film`: frames with times; the bath turns cold at $t = 10$. If you have let
// `./matterbook fluid run final` run to its end (in the folder in which `matterbook` lies; some minutes), name its folder in the
// first cell, as seen from the notebook's, and the film is that of the whole system; with `final-mass-0.1` or `final-mass-10` at
// the end, that of another mass. Where there is no such folder, or its run is not finished, the small system runs by your
// `project`; `film.getFirst().fluid().size()` tells which one you see.

// %% id=film-folder
Path folder = Path.of("../runs/final/final-mass-1");
boolean wholeRun = Files.exists(folder.resolve("summary.json"));

// %% id=film-run
var cut = new LennardJones().forceShiftedAt(2).by(PairMethod.PACKED);
var plan = new Plan(5, 0.2, 0.005, 2000, 40_000, 4000,
    Every.steps(40).frames(400));
List<MdRun> runs = wholeRun ? List.of()
    : project(Fluid.squareLattice(20, 0.4), cut, plan, Rng.seeded(7));

// %% id=film-frames
List<XyzFrame> film = new ArrayList<>();
double[] begins = {0, 10, 210};
for (int k = 0; k < runs.size(); k++)
    for (int n = k == 0 ? 0 : 1; n < runs.get(k).frames().size(); n++)
        film.add(new XyzFrame(begins[k] + runs.get(k).frameTimes()[n],
            runs.get(k).frames().get(n)));
if (wholeRun) film = XyzReader.readAll(folder.resolve("trajectory.xyz"));
film.getLast()

// %% id=film-quench
double end = film.getLast().time();
XyzFrame at(double time) {
    return film.stream().filter(x -> x.time() >= time - 1e-6).findFirst()
        .orElse(film.getLast());
}
double[] shown = DoubleStream.of(10, 12, 20, 40, 60, 110, end)
    .map(t -> at(t).time()).distinct().toArray();
animation("The quench", shown.length, k -> disks(
    "t = " + Digits.shortest(at(shown[k]).time(), 4),
    at(shown[k]).fluid(), DiskColour.CLUSTER)).every(900)

// %% id=film-end
disks("At the end: how many neighbours", film.getLast().fluid(),
    DiskColour.NEIGHBOURS)

// %% [markdown] id=part-three
// ## Part III: what has become of it

// %% [markdown] id=drift-task
// ### 6 Does the energy drift? (2 points)
//
// Without a bath the energy may swing, but not drift. Each measurement resembles the one before, so an error from the scatter of
// all would be too small (lesson 01). Write `drift(t, e)`: the mean of the second half of `e` minus the mean of the first, over
// the time from one half's middle to the other's. Its error comes from the errors of the two means, each by
// `Blocking.of(...).estimate()`. Measurements come at equal times; their number is even.

// %% id=drift role=answer
Estimate drift(double[] t, double[] e) {
    // BEGIN SOLUTION
    int half = e.length / 2;
    Estimate early = Blocking.of(Arrays.copyOf(e, half)).estimate();
    Estimate late = Blocking.of(Arrays.copyOfRange(e, half, e.length)).estimate();
    double between = t[half] - t[0];
    return new Estimate((late.value() - early.value()) / between,
        Math.hypot(early.error(), late.error()) / between);
    // END SOLUTION
}

// %% [markdown] id=drift-hint role=hint of=drift
// How far is it from the middle of the first half to the middle of the second? Half of the time, not all of it.

// %% [markdown] id=drift-hint-2 role=hint of=drift
// `Arrays.copyOfRange(e, half, e.length)` is the second half. Errors of independent numbers add as squares: `Math.hypot`. The
// time divides the error, too.

// %% id=drift-test role=test of=drift points=2
double[] hours = IntStream.range(0, 64).mapToDouble(k -> 2 + 0.5 * k).toArray();
checkNear(drift(hours, Arrays.stream(hours).map(t -> 7 - 0.25 * t).toArray())
    .value(), -0.25, 1e-9, "the drift of 7 - t / 4", "the halves' middles are 16 apart");
var noise = Rng.seeded(8);
double[] noisy = new double[2000];
for (int k = 1; k < 2000; k++)
    noisy[k] = 0.9 * noisy[k - 1] + noise.nextGaussian();
double[] ticks = IntStream.range(0, 2000).mapToDouble(k -> 0.1 * k).toArray();
Estimate none = drift(ticks, noisy);
checkNearRelative(none.error(), Math.hypot(
    Blocking.of(Arrays.copyOf(noisy, 1000)).estimate().error(),
    Blocking.of(Arrays.copyOfRange(noisy, 1000, 2000)).estimate().error()) / 100,
    1e-9, "the error of the drift of noise with a memory",
    "two errors by blocks, added as squares, over the time");
check(abs(none.value()) < 4 * none.error(), "noise does not drift: " + none);
// BEGIN HIDDEN TESTS
double[] climbing = IntStream.range(0, 2000).mapToDouble(k -> noisy[k] + 0.03 * k).toArray();
checkNear(drift(ticks, climbing).value(), none.value() + 0.3, 1e-9, "the drift of the same noise on a slope of 0.3");
// END HIDDEN TESTS

// %% id=drift-wrong-whole role=wrong of=drift
Estimate drift(double[] t, double[] e) {
    int half = e.length / 2;
    Estimate early = Blocking.of(Arrays.copyOf(e, half)).estimate();
    Estimate late = Blocking.of(Arrays.copyOfRange(e, half, e.length)).estimate();
    double between = t[t.length - 1] - t[0];
    return new Estimate((late.value() - early.value()) / between, Math.hypot(early.error(), late.error()) / between);
}

// %% id=drift-wrong-naive role=wrong of=drift
Estimate drift(double[] t, double[] e) {
    int half = e.length / 2;
    Estimate early = RunningStats.of(Arrays.copyOf(e, half)).estimate();
    Estimate late = RunningStats.of(Arrays.copyOfRange(e, half, e.length)).estimate();
    double between = t[half] - t[0];
    return new Estimate((late.value() - early.value()) / between, Math.hypot(early.error(), late.error()) / between);
}

// %% id=drift-wrong-ends role=wrong of=drift
Estimate drift(double[] t, double[] e) {
    int last = e.length - 1;
    return new Estimate((e[last] - e[0]) / (t[last] - t[0]), Blocking.of(e).estimate().error() / (t[last] - t[0]));
}

// %% id=drift-wrong-sum role=wrong of=drift
Estimate drift(double[] t, double[] e) {
    int half = e.length / 2;
    Estimate early = Blocking.of(Arrays.copyOf(e, half)).estimate();
    Estimate late = Blocking.of(Arrays.copyOfRange(e, half, e.length)).estimate();
    double between = t[half] - t[0];
    return new Estimate((late.value() - early.value()) / between, (early.error() + late.error()) / between);
}

// %% [markdown] id=drift-text
// **Project.** The energy of the last part under a lens, its drift, and the total momentum at the end. (The whole run has its
// energies in `series.csv`.) **Before you run the cells:** the momentum was 0 at the very start. Is it 0 now?

// %% id=drift-series
double[] column(List<String[]> rows, int k) {
    return rows.stream().mapToDouble(w -> Double.parseDouble(w[k])).toArray();
}
double[][] series() throws IOException {
    if (!wholeRun) return new double[][]{runs.get(2).time(), runs.get(2).energy()};
    List<String[]> rows = Files.readAllLines(folder.resolve("series.csv"))
        .stream().filter(l -> l.startsWith("free,")).map(l -> l.split(",")).toList();
    double[] kinetic = column(rows, 2), potential = column(rows, 3);
    return new double[][]{column(rows, 1), IntStream.range(0, rows.size())
        .mapToDouble(k -> kinetic[k] + potential[k]).toArray()};
}

// %% id=drift-picture
Fluid last = film.getLast().fluid();
double[] t = series()[0], e = series()[1];
int pairs = t.length / 2 * 2;
display("drift of the energy per disk: " + drift(Arrays.copyOf(t, pairs),
    Arrays.copyOf(e, pairs)).times(1.0 / last.size()));
display("momentum per disk: " + Digits.of(last.momentum()[0] / last.size(), 2));
figure("Without a bath").axes("t / t₀", "change of (K + U) / N")
    .line("velocity Verlet", t,
        Arrays.stream(e).map(x -> (x - e[0]) / last.size()).toArray())

// %% [markdown] id=momentum-answer
// **For your report.** How many of its errors is the drift away from 0, and is that a drift? Where does the momentum come from:
// when two disks push each other, what becomes of their sum, and when the bath kicks one? Follow the whole through the
// three parts of the run. What must somebody take off first who measures diffusion in the last part?

// %% [markdown] id=g-task
// ### 7 How disks stand round a disk (3 points)
//
// Write `pairDistribution(frames, width, bins)`: $g(r)$ in rings from `b * width` to `(b + 1) * width`, averaged over frames of
// equal size. Each pair of disks counts once in each frame, at its nearest image. In a gas without forces a ring of area $A_b$
// would hold $\frac{N (N-1)}{2} \frac{A_b}{L^2}$ pairs (not $N^2/2$: nobody is a neighbour of his own), and then $g = 1$.

// %% id=g role=answer
double[] pairDistribution(List<Fluid> frames, double width, int bins) {
    // BEGIN SOLUTION
    double[] g = new double[bins];
    for (Fluid fluid : frames) {
        double[][] r = fluid.positions();
        double side = fluid.box().width();
        int n = fluid.size();
        double gas = n * (n - 1) / 2.0 / (side * side) * frames.size();
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) {
                double dx = nearest(r[0][i] - r[0][j], side);
                double dy = nearest(r[1][i] - r[1][j], side);
                int b = (int) (sqrt(dx * dx + dy * dy) / width);
                if (b < bins) g[b] += 1 / (gas * PI * width * width * (2 * b + 1));
            }
    }
    return g;
    // END SOLUTION
}

// %% [markdown] id=g-hint role=hint of=g
// Count first and divide at the end. What is the area between two circles?

// %% [markdown] id=g-hint-2 role=hint of=g
// The area of ring `b` is $\pi w^2 ((b+1)^2 - b^2) = \pi w^2 (2b + 1)$. The ring of a pair is `(int) (distance / width)`; farther
// pairs do not count.

// %% [markdown] id=g-hint-3 role=hint of=g
// Divide each count by the number of frames times $\frac{N (N - 1)}{2} \cdot \pi w^2 (2b + 1) / L^2$.

// %% id=g-test role=test of=g points=3
Fluid placed(double side, double[] x, double[] y) {
    return Fluid.of(PeriodicBox.square(side), new double[][]{x, y},
        new double[2][x.length]);
}
Fluid two = placed(10, new double[]{0.5, 9.3}, new double[]{5, 5});
checkNear(pairDistribution(List.of(two), 0.5, 4),
    new double[]{0, 0, 100 / (PI * 1.25), 0}, 1e-9,
    "two disks 1.2 apart through the wall of a box of 10, rings of 0.5",
    "one pair in a ring of area 1.25 π, of one pair in an area of 100");
Fluid three = placed(10, new double[]{1, 2.2, 5}, new double[]{5, 5, 5});
Fluid loose = placed(10, new double[]{1, 4, 7}, new double[]{5, 5, 5});
checkNear(pairDistribution(List.of(three, loose), 0.5, 4)[2],
    100 / (3 * PI * 1.25) / 2, 1e-9,
    "the mean over two frames of three disks, one pair in one of them",
    "three disks are three pairs");
// BEGIN HIDDEN TESTS
var scatter = Rng.seeded(9);
List<Fluid> gas = Stream.generate(() -> placed(8, scatter.doubles(40).map(q -> 8 * q).toArray(),
    scatter.doubles(40).map(q -> 8 * q).toArray())).limit(200).toList();
double[] flat = pairDistribution(gas, 0.5, 8);
for (int b = 1; b < 8; b++)
    checkNear(flat[b], 1, 5 / sqrt(200 * 780 * PI * 0.25 * (2 * b + 1) / 64.0),
        "g of disks at random, ring " + b + " (a band of 5 standard errors)", "g of a gas is 1");
checkNear(pairDistribution(gas, 0.25, 16), RadialDistribution.of(gas, 4, 16).values(), 1e-9,
    "g of the same in 16 rings");
// END HIDDEN TESTS

// %% id=g-wrong-images role=wrong of=g
double[] pairDistribution(List<Fluid> frames, double width, int bins) {
    double[] g = new double[bins];
    for (Fluid fluid : frames) {
        double[][] r = fluid.positions();
        int n = fluid.size();
        double gas = n * (n - 1) / 2.0 / fluid.box().area() * frames.size();
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) {
                int b = (int) (Math.hypot(r[0][i] - r[0][j], r[1][i] - r[1][j]) / width);
                if (b < bins) g[b] += 1 / (gas * PI * width * width * (2 * b + 1));
            }
    }
    return g;
}

// %% id=g-wrong-twice role=wrong of=g
double[] pairDistribution(List<Fluid> frames, double width, int bins) {
    double[] g = new double[bins];
    for (Fluid fluid : frames) {
        double[][] r = fluid.positions();
        double side = fluid.box().width();
        int n = fluid.size();
        double gas = n * (n - 1) / 2.0 / (side * side) * frames.size();
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                int b = (int) (Math.hypot(nearest(r[0][i] - r[0][j], side), nearest(r[1][i] - r[1][j], side)) / width);
                if (b < bins && i != j) g[b] += 1 / (gas * PI * width * width * (2 * b + 1));
            }
    }
    return g;
}

// %% id=g-wrong-square role=wrong of=g
double[] pairDistribution(List<Fluid> frames, double width, int bins) {
    double[] g = new double[bins];
    for (Fluid fluid : frames) {
        double[][] r = fluid.positions();
        double side = fluid.box().width();
        double n = fluid.size(), gas = n * n / 2 / (side * side) * frames.size();
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) {
                int b = (int) (Math.hypot(nearest(r[0][i] - r[0][j], side), nearest(r[1][i] - r[1][j], side)) / width);
                if (b < bins) g[b] += 1 / (gas * PI * width * width * (2 * b + 1));
            }
    }
    return g;
}

// %% id=g-wrong-sphere role=wrong of=g
double[] pairDistribution(List<Fluid> frames, double width, int bins) {
    double[] g = new double[bins];
    for (Fluid fluid : frames) {
        double[][] r = fluid.positions();
        double side = fluid.box().width();
        int n = fluid.size();
        double gas = n * (n - 1) / 2.0 / (side * side) * frames.size();
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) {
                int b = (int) (Math.hypot(nearest(r[0][i] - r[0][j], side), nearest(r[1][i] - r[1][j], side)) / width);
                if (b < bins) g[b] += 1 / (gas * 4 * PI * width * width * width * (b + 0.5) * (b + 0.5));
            }
    }
    return g;
}

// %% id=g-wrong-frames role=wrong of=g
double[] pairDistribution(List<Fluid> frames, double width, int bins) {
    double[] g = new double[bins];
    for (Fluid fluid : frames) {
        double[][] r = fluid.positions();
        double side = fluid.box().width();
        int n = fluid.size();
        double gas = n * (n - 1) / 2.0 / (side * side);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) {
                int b = (int) (Math.hypot(nearest(r[0][i] - r[0][j], side), nearest(r[1][i] - r[1][j], side)) / width);
                if (b < bins) g[b] += 1 / (gas * PI * width * width * (2 * b + 1));
            }
    }
    return g;
}

// %% [markdown] id=g-text
// **Project.** Before the quench and at the end, in one picture. **Before you run the cell:** how high will the first peak be, and
// does $g$ come down to 1 within 6 $a$?

// %% id=g-picture
double[] rings = IntStream.range(0, 150).mapToDouble(b -> 0.04 * (b + 0.5))
    .toArray();
double[] g(double from, double to) {
    return pairDistribution(film.stream().filter(x -> x.time() > from
        && x.time() < to).map(XyzFrame::fluid).toList(), 0.04, 150);
}
figure("The pair distribution").axes("r / a", "g").rangeX(0, 6)
    .line("hot, t = 5 to 10", rings, g(4.9, 10.1))
    .line("the last 20 t₀", rings, g(end - 20.1, end + 1))
    .guide("no order", 0, 1, 6, 1)

// %% [markdown] id=g-answer
// **For your report.** Read off where the first four peaks of the cold curve stand and divide by the first. Draw equal disks in
// the plane until you have an arrangement with these distances: what is it called, and is this a gas, a liquid or a crystal? And
// why is $g$ so high over several $a$, as if there were more disks than there are: what density does a disk see around
// itself, and by which one does $g$ divide?

// %% [markdown] id=hexatic-task
// ### 8 Which way do the hexagons point? (3 points)
//
// The neighbours of disk $i$ are those nearer than `reach`; $\theta_{ij}$ is the direction from it to neighbour $j$. Its
// **hexatic order** is the complex number
//
// $$\psi_i = \frac{1}{n_i} \sum_{j} e^{6 \mathrm i\, \theta_{ij}},$$
//
// or 0 if it has no neighbour. $|\psi_i|$ is 1 in a regular hexagon, whichever way that is turned; the phase tells the way. Write
// `hexatic(fluid, reach)`: an array of two numbers, the mean of $|\psi_i|$ over all disks, and $|$mean of $\psi_i|$.

// %% id=hexatic role=answer
double[] hexatic(Fluid fluid, double reach) {
    // BEGIN SOLUTION
    double[][] r = fluid.positions();
    double side = fluid.box().width(), local = 0, x = 0, y = 0;
    int n = fluid.size();
    for (int i = 0; i < n; i++) {
        double c = 0, s = 0, count = 0;
        for (int j = 0; j < n; j++) {
            double dx = nearest(r[0][j] - r[0][i], side), dy = nearest(r[1][j] - r[1][i], side);
            if (j == i || dx * dx + dy * dy >= reach * reach) continue;
            c += cos(6 * atan2(dy, dx));
            s += sin(6 * atan2(dy, dx));
            count++;
        }
        if (count == 0) continue;
        local += Math.hypot(c, s) / count / n;
        x += c / count / n;
        y += s / count / n;
    }
    return new double[]{local, Math.hypot(x, y)};
    // END SOLUTION
}

// %% [markdown] id=hexatic-hint role=hint of=hexatic
// $e^{6 \mathrm i \theta} = \cos 6\theta + \mathrm i \sin 6\theta$: keep two sums for each disk, and two for all of them.

// %% [markdown] id=hexatic-hint-2 role=hint of=hexatic
// `atan2(dy, dx)` is the direction; `dx` and `dy` are nearest images. For each disk divide its two sums by its number of
// neighbours, if there are any.

// %% [markdown] id=hexatic-hint-3 role=hint of=hexatic
// The first number adds the lengths, $\sqrt{c^2 + s^2}$; the second adds $c$ and $s$ over all disks and takes the length at the end.

// %% id=hexatic-test role=test of=hexatic points=3
/** A disk with six round it, and others far from each other. */
Fluid flower(double turn, double x, int lonely) {
    double[][] r = new double[2][7 + lonely];
    for (int k = 0; k < 7 + lonely; k++) {
        double radius = k == 6 ? 0 : 1;
        r[0][k] = k > 6 ? 5 * k - 30 : nearest(x + radius * cos(turn + k * PI / 3), 60);
        r[1][k] = k > 6 ? 15 : radius * sin(turn + k * PI / 3);
    }
    return Fluid.of(PeriodicBox.square(60), r, new double[2][7 + lonely]);
}
checkNear(hexatic(Fluid.squareLattice(8, 1), 1.2), new double[]{0, 0}, 1e-9,
    "a square lattice", "1 - 1 + 1 - 1");
checkNear(hexatic(flower(0, 0, 0), 1.5), new double[]{1, 1}, 1e-9,
    "a disk with six round it");
checkNear(hexatic(flower(PI / 12, 0, 0), 1.5), new double[]{1, 1}, 1e-9,
    "the same turned by 15 degrees", "is the length of a complex number taken?");
checkNear(hexatic(flower(0, 29.7, 0), 1.5), new double[]{1, 1}, 1e-9,
    "the same over the edge of the box", "are the images the nearest?");
checkNear(hexatic(flower(0.2, 0, 7), 1.5), new double[]{0.5, 0.5}, 1e-9,
    "the same and seven disks without neighbours", "they count, with 0");
// BEGIN HIDDEN TESTS
Fluid both(double turn) {
    double[][] a = flower(0.1, 0, 0).positions(), b = flower(0.1 + turn, 20, 0).positions(), r = new double[2][14];
    for (int c = 0; c < 2; c++)
        for (int i = 0; i < 14; i++) r[c][i] = i < 7 ? a[c][i] : b[c][i - 7];
    return Fluid.of(PeriodicBox.square(60), r, new double[2][14]);
}
checkNear(hexatic(both(PI / 6), 1.5), new double[]{1, 0}, 1e-9, "two hexagons turned by 30 degrees against each other");
checkNear(hexatic(both(PI / 12), 1.5), new double[]{1, sqrt(0.5)}, 1e-9,
    "two hexagons turned by 15 degrees against each other");
Fluid corner = Fluid.of(PeriodicBox.square(20), new double[][]{{0, 1, 0}, {0, 0, 1.1}}, new double[2][3]);
checkNear(hexatic(corner, 1.3), new double[]{2 / 3.0, 0}, 1e-9, "a disk with neighbours to its right and above it",
    "it has 0, the others have 1 and -1");
// END HIDDEN TESTS

// %% id=hexatic-wrong-real role=wrong of=hexatic
double[] hexatic(Fluid fluid, double reach) {
    double[][] r = fluid.positions();
    double side = fluid.box().width(), local = 0, x = 0;
    int n = fluid.size();
    for (int i = 0; i < n; i++) {
        double c = 0, count = 0;
        for (int j = 0; j < n; j++) {
            double dx = nearest(r[0][j] - r[0][i], side), dy = nearest(r[1][j] - r[1][i], side);
            if (j == i || dx * dx + dy * dy >= reach * reach) continue;
            c += cos(6 * atan2(dy, dx));
            count++;
        }
        if (count == 0) continue;
        local += abs(c) / count / n;
        x += c / count / n;
    }
    return new double[]{local, abs(x)};
}

// %% id=hexatic-wrong-images role=wrong of=hexatic
double[] hexatic(Fluid fluid, double reach) {
    double[][] r = fluid.positions();
    double local = 0, x = 0, y = 0;
    int n = fluid.size();
    for (int i = 0; i < n; i++) {
        double c = 0, s = 0, count = 0;
        for (int j = 0; j < n; j++) {
            double dx = r[0][j] - r[0][i], dy = r[1][j] - r[1][i];
            if (j == i || dx * dx + dy * dy >= reach * reach) continue;
            c += cos(6 * atan2(dy, dx));
            s += sin(6 * atan2(dy, dx));
            count++;
        }
        if (count == 0) continue;
        local += Math.hypot(c, s) / count / n;
        x += c / count / n;
        y += s / count / n;
    }
    return new double[]{local, Math.hypot(x, y)};
}

// %% id=hexatic-wrong-six role=wrong of=hexatic
double[] hexatic(Fluid fluid, double reach) {
    double[][] r = fluid.positions();
    double side = fluid.box().width(), local = 0, x = 0, y = 0;
    int n = fluid.size();
    for (int i = 0; i < n; i++) {
        double c = 0, s = 0;
        for (int j = 0; j < n; j++) {
            double dx = nearest(r[0][j] - r[0][i], side), dy = nearest(r[1][j] - r[1][i], side);
            if (j == i || dx * dx + dy * dy >= reach * reach) continue;
            c += cos(6 * atan2(dy, dx)) / 6;
            s += sin(6 * atan2(dy, dx)) / 6;
        }
        local += Math.hypot(c, s) / n;
        x += c / n;
        y += s / n;
    }
    return new double[]{local, Math.hypot(x, y)};
}

// %% id=hexatic-wrong-order role=wrong of=hexatic
double[] hexatic(Fluid fluid, double reach) {
    double[][] r = fluid.positions();
    double side = fluid.box().width(), local = 0;
    int n = fluid.size();
    for (int i = 0; i < n; i++) {
        double c = 0, s = 0, count = 0;
        for (int j = 0; j < n; j++) {
            double dx = nearest(r[0][j] - r[0][i], side), dy = nearest(r[1][j] - r[1][i], side);
            if (j == i || dx * dx + dy * dy >= reach * reach) continue;
            c += cos(6 * atan2(dy, dx));
            s += sin(6 * atan2(dy, dx));
            count++;
        }
        if (count > 0) local += Math.hypot(c, s) / count / n;
    }
    return new double[]{local, local};
}

// %% id=hexatic-wrong-four role=wrong of=hexatic
double[] hexatic(Fluid fluid, double reach) {
    double[][] r = fluid.positions();
    double side = fluid.box().width(), local = 0, x = 0, y = 0;
    int n = fluid.size();
    for (int i = 0; i < n; i++) {
        double c = 0, s = 0, count = 0;
        for (int j = 0; j < n; j++) {
            double dx = nearest(r[0][j] - r[0][i], side), dy = nearest(r[1][j] - r[1][i], side);
            if (j == i || dx * dx + dy * dy >= reach * reach) continue;
            c += cos(4 * atan2(dy, dx));
            s += sin(4 * atan2(dy, dx));
            count++;
        }
        if (count == 0) continue;
        local += Math.hypot(c, s) / count / n;
        x += c / count / n;
        y += s / count / n;
    }
    return new double[]{local, Math.hypot(x, y)};
}

// %% [markdown] id=hexatic-text
// **Project.** Both numbers over time, and the clusters beside them (the kit's `Clusters`; you wrote yours in lesson 06).
// **Before you run the cells:** can one of the two be large while the other is small? What would such a system look like?

// %% id=hexatic-picture
List<XyzFrame> cold = film.stream().filter(x -> x.time() > 10.5).toList();
double[] coldTimes = cold.stream().mapToDouble(XyzFrame::time).toArray();
double[][] order = cold.stream().map(x -> hexatic(x.fluid(), 1.5))
    .toArray(double[][]::new);
figure("Hexatic order").axes("t / t₀", "order").rangeY(0, 1)
    .line("mean |ψ|: how regular", coldTimes,
        Arrays.stream(order).mapToDouble(o -> o[0]).toArray())
    .line("|mean ψ|: all the same way", coldTimes,
        Arrays.stream(order).mapToDouble(o -> o[1]).toArray())

// %% id=clusters
for (double time : shown)
    display("t = " + Digits.shortest(at(time).time(), 4) + ": "
        + Clusters.of(at(time).fluid(), 1.5));

// %% [markdown] id=size-task
// ### 9 The size of the pattern (3 points)
//
// With $\mathbf k = \frac{2\pi}{L} (n_x, n_y)$ and $S(\mathbf k) = \frac1N \bigl| \sum_j e^{-\mathrm i\, \mathbf k \cdot \mathbf r_j}
// \bigr|^2$ (lesson 06), the pattern repeats itself after about
//
// $$\ell = 2 \pi\, \frac{\sum_{\mathbf k} S(\mathbf k)}{\sum_{\mathbf k} |\mathbf k|\, S(\mathbf k)},$$
//
// over all whole $n_x, n_y$ with $0 < n_x^2 + n_y^2 \le \text{most}^2$. Write `patternSize(fluid, most)`.

// %% id=size role=answer
double patternSize(Fluid fluid, int most) {
    // BEGIN SOLUTION
    double[][] r = fluid.positions();
    double k = 2 * PI / fluid.box().width(), sum = 0, moment = 0;
    for (int nx = -most; nx <= most; nx++)
        for (int ny = -most; ny <= most; ny++) {
            int square = nx * nx + ny * ny;
            if (square == 0 || square > most * most) continue;
            double c = 0, s = 0;
            for (int i = 0; i < r[0].length; i++) {
                double phase = k * (nx * r[0][i] + ny * r[1][i]);
                c += cos(phase);
                s += sin(phase);
            }
            sum += c * c + s * s;
            moment += k * sqrt(square) * (c * c + s * s);
        }
    return 2 * PI * sum / moment;
    // END SOLUTION
}

// %% [markdown] id=size-hint role=hint of=size
// The wave vector 0 must be left out: what is $S(0)$?

// %% [markdown] id=size-hint-2 role=hint of=size
// Two loops from `-most` to `most`; skip what is outside of the circle. For each vector a sum of cosines and a sum of sines over
// all disks; $S$ is the sum of their squares over $N$, and that $N$ cancels.

// %% id=size-test role=test of=size points=3
Fluid alone = Fluid.of(PeriodicBox.square(10),
    new double[][]{{3}, {4}}, new double[2][1]);
checkNear(patternSize(alone, 1), 10, 1e-9, "one disk in a box of 10, most = 1",
    "four vectors, all of length 2 π / 10");
checkNear(patternSize(alone, 2), 10 * 12 / (12 + 4 * sqrt(2)), 1e-9,
    "one disk in a box of 10, most = 2", "4 of length 1, 4 of √2, 4 of 2");
checkNear(patternSize(Fluid.squareLattice(8, 1), 8), 1, 1e-9,
    "a square lattice of spacing 1", "it repeats itself after 1");
// BEGIN HIDDEN TESTS
Fluid stripes = Fluid.of(PeriodicBox.square(12), new double[][]{IntStream.range(0, 400)
    .mapToDouble(i -> i % 4 * 3 + 0.01).toArray(), IntStream.range(0, 400).mapToDouble(i -> i / 4 * 0.12).toArray()},
    new double[2][400]);
checkNear(patternSize(stripes, 5), 3, 1e-9, "stripes that are 3 apart");
checkNear(patternSize(stripes, 9), 2, 1e-9, "the same up to more than twice the wave number");
Fluid duo = Fluid.of(PeriodicBox.square(10), new double[][]{{0, 5}, {0, 0}}, new double[2][2]);
checkNear(patternSize(duo, 2), 6, 1e-9, "two disks half a box apart, most = 2");
// END HIDDEN TESTS

// %% id=size-wrong-zero role=wrong of=size
double patternSize(Fluid fluid, int most) {
    double[][] r = fluid.positions();
    double k = 2 * PI / fluid.box().width(), sum = 0, moment = 0;
    for (int nx = -most; nx <= most; nx++)
        for (int ny = -most; ny <= most; ny++) {
            if (nx * nx + ny * ny > most * most) continue;
            double c = 0, s = 0;
            for (int i = 0; i < r[0].length; i++) {
                c += cos(k * (nx * r[0][i] + ny * r[1][i]));
                s += sin(k * (nx * r[0][i] + ny * r[1][i]));
            }
            sum += c * c + s * s;
            moment += k * Math.hypot(nx, ny) * (c * c + s * s);
        }
    return 2 * PI * sum / moment;
}

// %% id=size-wrong-two-pi role=wrong of=size
double patternSize(Fluid fluid, int most) {
    double[][] r = fluid.positions();
    double k = 2 * PI / fluid.box().width(), sum = 0, moment = 0;
    for (int nx = -most; nx <= most; nx++)
        for (int ny = -most; ny <= most; ny++) {
            int square = nx * nx + ny * ny;
            if (square == 0 || square > most * most) continue;
            double c = 0, s = 0;
            for (int i = 0; i < r[0].length; i++) {
                c += cos(k * (nx * r[0][i] + ny * r[1][i]));
                s += sin(k * (nx * r[0][i] + ny * r[1][i]));
            }
            sum += c * c + s * s;
            moment += k * sqrt(square) * (c * c + s * s);
        }
    return sum / moment;
}

// %% id=size-wrong-cosines role=wrong of=size
double patternSize(Fluid fluid, int most) {
    double[][] r = fluid.positions();
    double k = 2 * PI / fluid.box().width(), sum = 0, moment = 0;
    for (int nx = -most; nx <= most; nx++)
        for (int ny = -most; ny <= most; ny++) {
            int square = nx * nx + ny * ny;
            if (square == 0 || square > most * most) continue;
            double c = 0;
            for (int i = 0; i < r[0].length; i++) c += cos(k * (nx * r[0][i] + ny * r[1][i]));
            sum += c * c;
            moment += k * sqrt(square) * c * c;
        }
    return 2 * PI * sum / moment;
}

// %% id=size-wrong-square role=wrong of=size
double patternSize(Fluid fluid, int most) {
    double[][] r = fluid.positions();
    double k = 2 * PI / fluid.box().width(), sum = 0, moment = 0;
    for (int nx = -most; nx <= most; nx++)
        for (int ny = -most; ny <= most; ny++) {
            if (nx == 0 && ny == 0) continue;
            double c = 0, s = 0;
            for (int i = 0; i < r[0].length; i++) {
                c += cos(k * (nx * r[0][i] + ny * r[1][i]));
                s += sin(k * (nx * r[0][i] + ny * r[1][i]));
            }
            sum += c * c + s * s;
            moment += k * Math.hypot(nx, ny) * (c * c + s * s);
        }
    return 2 * PI * sum / moment;
}

// %% [markdown] id=growth-text
// **Project.** The pattern's growth after the quench, with wave numbers up to 3 alone, so that what lies closer
// together than a pattern does not count. (Theory for late times and large boxes: $\ell \propto t^{1/3}$, lesson 06.)

// %% id=growth
List<XyzFrame> few = new ArrayList<>();
for (XyzFrame x : cold)
    if (few.isEmpty() || x.time() - 10 > 1.25 * (few.getLast().time() - 10))
        few.add(x);
int most = (int) (3 * last.box().width() / (2 * PI));
double[] since = few.stream().mapToDouble(x -> x.time() - 10).toArray();
double[] sizes = few.stream().mapToDouble(x -> patternSize(x.fluid(), most)).toArray();

// %% id=growth-picture
double[] logs(double[] x) {
    return Arrays.stream(x).map(Math::log).toArray();
}
display("slope: " + Regression.of(logs(since), logs(sizes)).slope());
figure("The pattern coarsens").logX().logY()
    .axes("time since the quench / t₀", "size ℓ / a")
    .points("size of the pattern", since, sizes)
    .curve("slope 1/3", t -> sizes[0] * Math.cbrt(t / since[0]))

// %% [markdown] id=report
// ## Your report
//
// A project ends with a page that somebody else can follow. Write it in a cell of your own: what you asked and what you predicted;
// what came out, each number with its error; one picture of each part; and where you would not trust it (a small box, one seed, a
// run that is not at rest). Then take up the paper from the beginning and compare.
//
// And if you have the three trajectories of `./matterbook fluid run final`: what does the mass matter for the pattern, and what
// did it matter for a free disk?

// %% [markdown] id=well-done
// All green? Then you have done, from an empty box to a judged result, what a simulator does.
