// %% [markdown] id=question
// # Brownian motion
//
// In 1827 the botanist Robert Brown looked at tiny grains out of pollen, in water. They never came to rest. He tried powdered
// glass, soot, a crumb of the Sphinx: all of them danced. In 1905 Einstein explained why, and **a dance became the proof
// that atoms exist**: who measures how far a grain gets in a minute can count the molecules in a glass of water.
//
// This lesson lets one grain dance. The equation is the damped one of lesson 04 with chance in it, so it needs a step of
// its own; we ask how fast the grain forgets and how far it gets, find one number, the diffusion coefficient, in
// two ways, and meet three traps: an average that is the wrong one, a start that is the wrong one, and a step that
// heats.
//
// You need: lesson 01 (error bars), lesson 04 (Euler's steps, units).

// %% [markdown] id=normal
// ## 1 Kicks with a bell-shaped law
//
// A grain feels $10^{20}$ blows of molecules in a second. In any short time it is the *sum* of very many independent
// blows that counts, so the central limit theorem gives the law of the kick: normal.
//
// How does one draw normal numbers from even ones? An old recipe takes the theorem at its word: add twelve numbers even
// between 0 and 1 and subtract 6. Mean 0, variance exactly 1. **Before you run the next cell:** is that good enough?

// %% id=twelve
double[] twelve = new double[500_000], gauss = new double[500_000];
var draw = Rng.seeded(1);
for (int i = 0; i < twelve.length; i++) {
    twelve[i] = -6;
    for (int k = 0; k < 12; k++) twelve[i] += draw.nextDouble();
    gauss[i] = draw.nextGaussian();
}
var bell = Histogram.of(gauss, -5, 5, 50);
var sums = Histogram.of(twelve, -5, 5, 50);

// %% id=twelve-picture
figure("Two ways to draw a bell").logY()
    .points("normal numbers", bell.centres(), bell.density())
    .points("sum of twelve - 6", sums.centres(), sums.density())
    .curve("exp(-z²/2) / √(2π)", z -> exp(-z * z / 2) / sqrt(2 * PI))
    .axes("z", "density").rangeY(1e-6, 1)

// %% [markdown] id=twelve-answer
// In the middle yes, in the tails no: a kick beyond 4 comes four times too rarely. Chemical reactions and nucleation live
// on rare kicks. G. Box and M. Muller (*Ann. Math. Stat.* 29, 610 (1958)) found an exact way. Two independent normal
// numbers are a point in the plane, with the density $\propto e^{-(z_1^2 + z_2^2)/2}$: the same in all directions. So the
// angle is even between 0 and $2\pi$, and $w = r^2/2$ has the law $e^{-w}$, like a waiting time. From two even
// numbers,
//
// $$r = \sqrt{-2 \ln u_1}, \qquad z_1 = r \cos 2\pi u_2, \qquad z_2 = r \sin 2\pi u_2.$$
//
// You will write it in the exercises; `rng.nextGaussian()` is a relative of it.

// %% [markdown] id=langevin
// ## 2 Langevin's equation
//
// In 1908 P. Langevin wrote Newton's law for the grain, with two forces from the same water: it brakes, and it kicks.
//
// $$m \dot v = -\zeta v + F(t)$$
//
// Take $t_d = m/\zeta$, the time in which friction stops the grain, as the unit of time, and any length $a$, its
// diameter perhaps, as the unit of length. All that is left is one number, the temperature $T^* = k_B T\, t_d^2 / (m
// a^2)$, which we write as $T$. For each of the three directions
//
// $$\dot v = -v + \text{kicks}, \qquad \dot x = v.$$
//
// How strong is a kick in the time $\Delta t$? It is the sum of very many independent blows; sums of
// independent numbers grow with the *square root* of how many there are, so it is $\sigma \sqrt{\Delta t}\,\xi$ with a normal
// $\xi$, **not** $\sigma \Delta t\, \xi$. **Before you run the next cell:** what is $\langle v^2 \rangle$, with $\sigma =
// 1$ and either rule, for ever shorter steps?

// %% id=kick
double meanSquare(double dt, double kick, Rng rng) {
    double v = 0, sum = 0;
    int n = (int) (5_000 / dt);
    for (int i = 0; i < n; i++) {
        v += -dt * v + kick * rng.nextGaussian();
        sum += v * v / n;
    }
    return sum;
}

// %% id=kick-shown
for (double dt : new double[]{0.1, 0.01, 0.001})
    display("Δt = " + dt + ":  kick Δt ξ "
        + Digits.of(meanSquare(dt, dt, Rng.seeded(2)), 2) + ",  kick √Δt ξ "
        + Digits.of(meanSquare(dt, sqrt(dt), Rng.seeded(2)), 2));

// %% [markdown] id=fdt
// With $\Delta t$ the grain freezes as the step gets finer: plus and minus cancel too well. With $\sqrt{\Delta t}$ there is a
// limit, $\sigma^2/2$. That must be the temperature, $\langle v^2 \rangle = T$ for each direction, so $\sigma =
// \sqrt{2T}$. **What kicks is what brakes**: strong friction and weak kicks cannot come from the same water (the
// *fluctuation-dissipation theorem*).
//
// ## 3 The program
//
// Euler's step with a kick is called **Euler-Maruyama**; as in lesson 04 the place moves with the *new* velocity:
//
// $$v \leftarrow v - \Delta t\, v + \sqrt{2 T \Delta t}\;\xi, \qquad x \leftarrow x + \Delta t\, v.$$
//
// The grain starts at the origin with a velocity drawn from Maxwell's law, as if it had always been in the water.

// %% id=walk
record Walk(double[][] r, double[][] v) {}
Walk walk(double T, double start, double dt, int steps, Rng rng) {
    var walk = new Walk(new double[3][steps + 1], new double[3][steps + 1]);
    for (int c = 0; c < 3; c++) {
        double[] x = walk.r()[c], v = walk.v()[c];
        v[0] = sqrt(start) * rng.nextGaussian();
        for (int n = 1; n <= steps; n++) {
            v[n] = v[n - 1] * (1 - dt) + sqrt(2 * T * dt) * rng.nextGaussian();
            x[n] = x[n - 1] + dt * v[n];
        }
    }
    return walk;
}

// %% id=walks
List<Walk> walks(int count, double T, double start, double dt,
        int steps, Rng rng) {
    return Stream.generate(() -> walk(T, start, dt, steps, rng))
        .limit(count).toList();
}

// %% [markdown] id=film-text
// `start` is the temperature of the first velocities: $T$ for a grain that has long been in the water, 0 for one at rest.
// Five grains, looked at from above:

// %% id=film
var five = walks(5, 1, 1, 0.05, 600, Rng.seeded(3));
animation("Five grains, T = 1", 15, k -> {
    int n = 40 * (k + 1);
    var frame = figure("Five grains at t = " + Digits.shortest(0.05 * n, 3))
        .axes("x / a", "y / a").rangeX(-15, 15).rangeY(-15, 15);
    for (int i = 0; i < 5; i++)
        frame.line("grain " + (i + 1), Arrays.copyOf(five.get(i).r()[0], n + 1),
            Arrays.copyOf(five.get(i).r()[1], n + 1));
    return frame;
})

// %% [markdown] id=msd
// ## 4 How far does it get?
//
// On average nowhere: left is as likely as right. The measure is the **mean square displacement**,
// $\mathrm{MSD}(t) = \langle |\mathbf r(t) - \mathbf r(0)|^2 \rangle$, averaged over an *ensemble* of grains. Langevin's
// equation gives it exactly (R. Fürth, 1920; L. S. Ornstein, 1919),
//
// $$\mathrm{MSD}(t) = 6 T \,(t + e^{-t} - 1).$$
//
// Now a thousand grains at each of three temperatures, $\Delta t = 0.01$, up to $t = 10$. **Before you run the next cells:**
// on a doubly logarithmic chart, which slope has the curve at first, and which at last?

// %% id=msd-cell
double square(Walk w, int from, int to) {
    double sum = 0;
    for (double[] x : w.r()) sum += pow(x[to] - x[from], 2);
    return sum;
}
Estimate msd(List<Walk> walks, int n) {
    return RunningStats.of(walks.stream()
        .mapToDouble(w -> square(w, 0, n)).toArray()).estimate();
}
List<Estimate> spread(List<Walk> walks, int[] when) {
    return Arrays.stream(when).mapToObj(n -> msd(walks, n)).toList();
}

// %% id=msd-picture
int[] when = {2, 4, 8, 16, 32, 63, 125, 250, 500, 1000};
double[] time = Arrays.stream(when).mapToDouble(n -> 0.01 * n).toArray();
var spreading = figure("How far a thousand grains get").logX().logY()
    .axes("t / t_d", "mean square displacement / a²").rangeY(1e-6, 100);
var water = Rng.seeded(4);
for (double T : new double[]{1, 0.1, 0.01})
    spreading.errorBars("T = " + T, time,
        spread(walks(1000, T, T, 0.01, 1000, water), when));
for (double T : new double[]{1, 0.1, 0.01})
    spreading.curve("exact " + T, t -> 6 * T * (t + exp(-t) - 1));
spreading

// %% [markdown] id=msd-answer
// First 2, then 1. For $t \ll 1$ the grain flies straight, $\mathrm{MSD} \approx 3 T t^2$: nothing has turned it yet.
// For $t \gg 1$ it has forgotten where it was going, and each unit of time is a new step of a random walk:
// $\mathrm{MSD} \approx 6 D t$. That defines the **diffusion coefficient** $D$, and here $D = T$ (in real units
// $D = k_B T / \zeta$, Einstein's relation; it is how molecules were counted).

// %% [markdown] id=d-slope
// ## 5 The diffusion coefficient, twice
//
// **By the slope.** Each grain gives a number, its share of the slope between $t = 5$ and $t = 10$; a thousand
// independent numbers have a mean and an honest error. (A line fitted through the points of the curve has an error too,
// but not an honest one: all points come from the same grains and go up and down together.)

// %% id=d-slope-run
var grains = walks(1000, 1, 1, 0.01, 1000, Rng.seeded(5));
double[] slopes = grains.stream().mapToDouble(w ->
    (square(w, 0, 1000) - square(w, 0, 500)) / (6 * 5)).toArray();
RunningStats.of(slopes).estimate()

// %% [markdown] id=vacf
// **By the memory.** How long does a grain know its old velocity? The **velocity autocorrelation function** is
//
// $$C(t) = \langle \mathbf v(0) \cdot \mathbf v(t) \rangle = 3 T e^{-t}.$$
//
// The place is the integral of the velocity, so the spread must be hidden in $C$. It is (M. S. Green 1954, R. Kubo 1957):
//
// $$D = \frac13 \int_0^\infty C(t)\, dt.$$

// %% id=vacf-cell
double product(Walk w, int n) {
    double sum = 0;
    for (double[] v : w.v()) sum += v[0] * v[n];
    return sum;
}
Estimate mean(ToDoubleFunction<Walk> of) {
    return RunningStats.of(grains.stream().mapToDouble(of).toArray()).estimate();
}
int[] lags = IntStream.rangeClosed(1, 32).map(i -> 20 * i).toArray();
double[] lagTimes = Arrays.stream(lags).mapToDouble(n -> 0.01 * n).toArray();

// %% id=vacf-picture
errorBars("How long a grain knows its velocity", lagTimes,
        Arrays.stream(lags).mapToObj(n -> mean(w -> product(w, n))).toList())
    .named("a thousand grains").curve("3 T exp(-t)", t -> 3 * exp(-t))
    .axes("t / t_d", "C / (a / t_d)²")

// %% [markdown] id=gk-question
// Where to stop the integral? **Before you run the next cell:** what happens to the error bar of $D$ if we
// integrate further and further, to be safe?

// %% id=gk
double upTo(Walk w, int last) {
    double sum = (product(w, 0) + product(w, last)) / 2;
    for (int n = 1; n < last; n++) sum += product(w, n);
    return 0.01 * sum / 3;
}
errorBars("Green and Kubo's integral", lagTimes,
        Arrays.stream(lags).mapToObj(n -> mean(w -> upTo(w, n))).toList())
    .named("a thousand grains").curve("1 - exp(-t)", t -> 1 - exp(-t))
    .axes("upper limit / t_d", "D / (a² / t_d)").rangeY(0, 1.4)

// %% [markdown] id=gk-answer
// It grows and grows: beyond a few $t_d$ we add noise to a finished sum. One stops where the memory has faded, after
// five $t_d$ or so. Both ways give $D = T$ within two of their standard errors, from the same grains. (All points lie above
// the curve *together*: they share their grains, so they are not thirty-two witnesses but one.)

// %% [markdown] id=averages
// ## 6 One grain for long, or many for short?
//
// Who looks through a microscope has *one* grain. It can be followed for long, and each moment be taken as a new
// start: a **time average**,
//
// $$\overline{\mathrm{MSD}}(t) = \text{mean over all } t_0 \text{ of } |\mathbf r(t_0 + t) - \mathbf r(t_0)|^2.$$
//
// Is it the same as the ensemble's? We let the grains start **at rest** this time. **Before you run the next cells:**
// what will a thousand grains give for the MSD at $t = 2$, and what a single one followed up to $t = 5{,}000$?
// (The formula above says 6.81.)

// %% id=two-averages
var released = walks(1000, 1, 0, 0.01, 1000, Rng.seeded(6));
var single = walk(1, 0, 0.01, 500_000, Rng.seeded(7));
Estimate over(Walk w, int n) {
    double[] squares = new double[(w.r()[0].length - n) / 10];
    Arrays.setAll(squares, i -> square(w, 10 * i, 10 * i + n));
    return Blocking.of(squares).estimate();
}
display("a thousand grains, from rest: " + msd(released, 200));
display("one grain, averaged over time: " + over(single, 200));

// %% id=two-averages-picture
figure("Two averages of grains that start at rest").logX().logY()
    .errorBars("ensemble", time, spread(released, when))
    .errorBars("time average", time,
        Arrays.stream(when).mapToObj(n -> over(single, n)).toList())
    .curve("from rest", t -> 3 * (2 * t - 3 + 4 * exp(-t) - exp(-2 * t)))
    .curve("from Maxwell", t -> 6 * (t + exp(-t) - 1))
    .axes("t / t_d", "mean square displacement / a²").rangeY(1e-6, 100)

// %% [markdown] id=averages-answer
// They differ. The ensemble remembers how it was prepared: it begins with the slope **3**, not 2, and even at $t = 10$ it is
// behind, 51.0 against 54.0. (Its first two points lie above the curve: after two steps, a step is no small thing.)
// The single grain forgot its start after a few $t_d$, and averages over everything that came later.
// *Time average equals ensemble average* holds for a system in equilibrium that visits all its states in the time
// given (it is **ergodic**), and for nothing else. So say which one you report. In glass, in living cells and while
// phases separate, the two are different for good, and the difference is the discovery.
//
// Mind also the error bars: each window of a time average shares most of its path with the next one. The block averages of
// lesson 01 know that; the naive error would be several times too short.

// %% [markdown] id=bias
// ## 7 A step that heats
//
// The scheme is only right for short steps. *How* wrong is it for long ones? In the stationary state $\langle v^2 \rangle$
// must be the same before and after a step. For one direction, $\langle v^2 \rangle = (1 - \Delta t)^2 \langle v^2
// \rangle + 2 T \Delta t$, so in three
//
// $$\langle v^2 \rangle = \frac{3 T}{1 - \Delta t / 2}.$$
//
// **Before you run the next cells:** with $\Delta t = 1$ the grain is twice as hot as the water. By how much will its
// diffusion coefficient be wrong?

// %% id=bias-cell
Estimate heat(double dt) {
    var w = walk(1, 1, dt, (int) (10_000 / dt), Rng.seeded(8));
    double[] squares = new double[w.v()[0].length];
    for (double[] v : w.v())
        for (int n = 0; n < v.length; n++) squares[n] += v[n] * v[n] / 3;
    return Blocking.of(squares).estimate();
}
Estimate diffusion(double dt) {
    int near = (int) (20 / dt), far = 2 * near;
    return RunningStats.of(walks(1000, 1, 1, dt, far, Rng.seeded(9)).stream()
        .mapToDouble(w -> (square(w, 0, far) - square(w, 0, near))
            / (6 * dt * near)).toArray()).estimate();
}

// %% id=bias-picture
double[] dts = {0.05, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6};
figure("What a long step does")
    .errorBars("⟨v²⟩ / 3T", dts,
        Arrays.stream(dts).mapToObj(dt -> heat(dt)).toList())
    .errorBars("D / T", dts,
        Arrays.stream(dts).mapToObj(dt -> diffusion(dt)).toList())
    .curve("1 / (1 - Δt/2)", dt -> 1 / (1 - dt / 2), 0, 1.6)
    .guide("1", 0, 1, 1.6, 1)
    .axes("time step Δt / t_d", "measured / exact").rangeY(0, 5.5)

// %% [markdown] id=bias-answer
// By nothing. The velocity is too large by as much as the memory is too short, and the two cancel in
// $D$ exactly. That is luck, and dangerous luck: who checks $D$ alone sees a perfect simulation of a grain at the
// wrong temperature. (Weaker kicks, $\sqrt{T \Delta t (2 - \Delta t)}\,\xi$, would set the temperature right, and make $D =
// T (1 - \Delta t/2)$.) With $\Delta t = 0.01$, the step of this course, the bias is half a per cent. **Check more than
// one quantity, and halve the step once.**

// %% [markdown] id=learned
// ## What we learned
//
// - A kick in the time $\Delta t$ is proportional to $\sqrt{\Delta t}$; what kicks is what brakes.
// - MSD: first $3Tt^2$, then $6Dt$. $D$ is its slope, or the integral of the velocity's memory.
// - A time average and an ensemble average agree in equilibrium, and one says which one was taken, and from which start.
// - A long step heats by $1/(1 - \Delta t/2)$ and leaves $D$ alone.
//
// Next lesson: a thousand grains that feel each other.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Seven pieces of a dance
//
// A walk is an array `r[c][n]`: the coordinate `c` = 0, 1, 2 after `n` steps, `n` = 0 ... `steps`. Draw from the `rng` you
// are handed, nowhere else. Checks of averages have bands that a right answer leaves once in a million (4.9 standard errors),
// and fixed seeds.

// %% [markdown] id=box-task
// ### 1 Box and Muller (2 points)
//
// Write `boxMuller(u1, u2)`: two independent normal numbers from two numbers of [0, 1). Both may be exactly 0.

// %% id=box role=answer
double[] boxMuller(double u1, double u2) {
    // BEGIN SOLUTION
    double r = sqrt(-2 * log(1 - u1));
    return new double[]{r * cos(2 * PI * u2), r * sin(2 * PI * u2)};
    // END SOLUTION
}

// %% [markdown] id=box-hint role=hint of=box
// One number gives the distance from the origin, the other one the direction.

// %% [markdown] id=box-hint-2 role=hint of=box
// The direction is even over the *whole* circle; the distance is $\sqrt{-2 \ln u}$ with the natural logarithm.

// %% [markdown] id=box-hint-3 role=hint of=box
// The logarithm of 0 is minus infinity. If $u$ is even in [0, 1), then $1 - u$ is even in (0, 1].

// %% id=box-test role=test of=box points=2
double[] first = new double[20_000], second = new double[20_000];
var even = Rng.seeded(21);
for (int i = 0; i < first.length; i++) {
    double[] pair = boxMuller(even.nextDouble(), even.nextDouble());
    checkEqual(pair.length, 2, "numbers from one pair");
    first[i] = pair[0];
    second[i] = pair[1];
}
checkDistribution(Samples.independent(first), Law.moments(0, 1), 1e-6,
    "the first of 20,000 pairs");
checkDistribution(Samples.independent(second), Law.moments(0, 1), 1e-6,
    "the second of 20,000 pairs");
double[] halfSquares = IntStream.range(0, 20_000)
    .mapToDouble(i -> (pow(first[i], 2) + pow(second[i], 2)) / 2).toArray();
checkDistribution(Samples.independent(halfSquares),
    Law.continuous(w -> 1 - exp(-w)), 1e-6,
    "(z1² + z2²) / 2", "it has the law exp(-w)");
double[] half = boxMuller(0.5, 0.5);
checkNear(half[0] * half[0] + half[1] * half[1], 2 * log(2), 1e-9,
    "z1² + z2² for u1 = u2 = 0.5", "r² = -2 ln u, of the u that was handed in");
// BEGIN HIDDEN TESTS
double[] turns = IntStream.range(0, 20_000)
    .mapToDouble(i -> atan2(second[i], first[i]) / (2 * PI) + 0.5).toArray();
checkDistribution(Samples.independent(turns), Law.continuous(u -> min(1, max(0, u))), 1e-6,
    "the direction of (z1, z2), in turns");
double[] both = IntStream.range(0, 20_000).mapToDouble(i -> first[i] * second[i]).toArray();
checkDistribution(Samples.independent(both), Law.moments(0, 1), 1e-6, "z1 z2 of 20,000 pairs");
for (double[] u : new double[][]{{0, 0}, {0, 0.3}, {0.3, 0}})
    check(Double.isFinite(boxMuller(u[0], u[1])[0] + boxMuller(u[0], u[1])[1]),
        "boxMuller(" + u[0] + ", " + u[1] + ") must be finite: what is the logarithm of 0?");
// END HIDDEN TESTS

// %% id=box-wrong-two role=wrong of=box
double[] boxMuller(double u1, double u2) {
    double r = sqrt(-log(1 - u1));
    return new double[]{r * cos(2 * PI * u2), r * sin(2 * PI * u2)};
}

// %% id=box-wrong-half-circle role=wrong of=box
double[] boxMuller(double u1, double u2) {
    double r = sqrt(-2 * log(1 - u1));
    return new double[]{r * cos(PI * u2), r * sin(PI * u2)};
}

// %% id=box-wrong-same role=wrong of=box
double[] boxMuller(double u1, double u2) {
    double z = sqrt(-2 * log(1 - u1)) * cos(2 * PI * u2);
    return new double[]{z, z};
}

// %% id=box-wrong-zero role=wrong of=box
double[] boxMuller(double u1, double u2) {
    double r = sqrt(-2 * log(u1));
    return new double[]{r * cos(2 * PI * u2), r * sin(2 * PI * u2)};
}

// %% id=box-wrong-one-number role=wrong of=box
double[] boxMuller(double u1, double u2) {
    double r = sqrt(-2 * log(1 - u1));
    return new double[]{r * cos(2 * PI * u1), r * sin(2 * PI * u1)};
}

// %% id=box-wrong-generator role=wrong of=box
double[] boxMuller(double u1, double u2) {
    var rng = Rng.seeded(Double.doubleToLongBits(u1 + u2));
    return new double[]{rng.nextGaussian(), rng.nextGaussian()};
}

// %% [markdown] id=walk-task
// ### 2 A grain with a mass (3 points)
//
// In units in which the friction is 1, a grain of mass $m$ obeys $m \dot v = -v + \text{kicks}$, and the scheme is
//
// $$v \leftarrow v - \frac{\Delta t}{m} v + \frac{\sqrt{2 T \Delta t}}{m}\, \xi, \qquad x \leftarrow x + \Delta t\, v
// \text{ (the new one)}.$$
//
// Write `grain(T, m, dt, steps, rng)`: a walk `r[3][steps + 1]` from the origin, with first velocities of variance $T/m$
// in each direction.

// %% id=grain role=answer
double[][] grain(double T, double m, double dt, int steps, Rng rng) {
    // BEGIN SOLUTION
    double[][] r = new double[3][steps + 1];
    for (double[] x : r) {
        double v = sqrt(T / m) * rng.nextGaussian();
        for (int n = 1; n <= steps; n++) {
            v += -dt / m * v + sqrt(2 * T * dt) / m * rng.nextGaussian();
            x[n] = x[n - 1] + dt * v;
        }
    }
    return r;
    // END SOLUTION
}

// %% [markdown] id=grain-hint role=hint of=grain
// The three directions know nothing of each other: each is a walk of its own, with its own velocity and its own kicks.

// %% [markdown] id=grain-hint-2 role=hint of=grain
// For each direction: `v` starts as `sqrt(T / m) * rng.nextGaussian()` and `x[0]` stays 0; then `steps` times first `v`,
// then `x[n] = x[n - 1] + dt * v`.

// %% [markdown] id=grain-hint-3 role=hint of=grain
// The mass divides the whole kick, not what is under its root.

// %% id=grain-test role=test of=grain points=3
double[][] still = grain(0, 1, 0.1, 5, Rng.seeded(22));
checkEqual(still.length, 3, "coordinates of a grain");
checkNear(still[2], new double[6], 1e-12, "five steps at T = 0: six places");
double[][] grainPath = grain(1, 1, 0.01, 20_000, Rng.seeded(23));
// what is left of a step without its friction is the kick
double[] kicks(double[] x, double m, double dt) {
    return IntStream.range(2, x.length).mapToDouble(n -> (x[n] - x[n - 1]) / dt
        - (1 - dt / m) * (x[n - 1] - x[n - 2]) / dt).toArray();
}
checkDistribution(Samples.independent(kicks(grainPath[0], 1, 0.01)),
    Law.moments(0, 0.02), 1e-6, "the kicks of a grain, m = 1, T = 1, dt = 0.01",
    "each has the variance 2 T dt / m²");
double[] startSpeeds(double T, double m, double dt) {
    var rng = Rng.seeded(24);
    return IntStream.range(0, 4000)
        .mapToDouble(i -> grain(T, m, dt, 1, rng)[1][1] / dt).toArray();
}
checkDistribution(Samples.independent(startSpeeds(1, 1, 0.01)),
    Law.moments(0, 1.0001), 1e-6, "the velocity in the first step, m = 1",
    "does it start with the variance T / m?");
// BEGIN HIDDEN TESTS
double[][] heavy = grain(0.5, 4, 0.4, 20_000, Rng.seeded(25));
for (double[] x : heavy)
    checkDistribution(Samples.independent(kicks(x, 4, 0.4)), Law.moments(0, 0.025),
        1e-6, "the kicks of a grain, m = 4, T = 0.5, dt = 0.4");
checkDistribution(Samples.independent(startSpeeds(2, 0.5, 0.4)),
    Law.moments(0, 4 * 0.04 + 1.6 / 0.25), 1e-6, "the velocity in the first step, m = 0.5, dt = 0.4",
    "the place moves with the new velocity");
double[] dot = new double[20_000];
Arrays.setAll(dot, n -> (heavy[0][n + 1] - heavy[0][n]) * (heavy[1][n + 1] - heavy[1][n]));
checkDistribution(Samples.correlated(dot), Law.moments(0, pow(0.16 * 0.125 / 0.95, 2)), 1e-6,
    "the product of two directions", "each direction has its own kicks");
// END HIDDEN TESTS

// %% id=grain-wrong-root role=wrong of=grain
double[][] grain(double T, double m, double dt, int steps, Rng rng) {
    double[][] r = new double[3][steps + 1];
    for (double[] x : r) {
        double v = sqrt(T / m) * rng.nextGaussian();
        for (int n = 1; n <= steps; n++) {
            v += -dt / m * v + sqrt(2 * T * dt / m) * rng.nextGaussian();
            x[n] = x[n - 1] + dt * v;
        }
    }
    return r;
}

// %% id=grain-wrong-dt role=wrong of=grain
double[][] grain(double T, double m, double dt, int steps, Rng rng) {
    double[][] r = new double[3][steps + 1];
    for (double[] x : r) {
        double v = sqrt(T / m) * rng.nextGaussian();
        for (int n = 1; n <= steps; n++) {
            v += dt * (-v + sqrt(2 * T) * rng.nextGaussian()) / m;
            x[n] = x[n - 1] + dt * v;
        }
    }
    return r;
}

// %% id=grain-wrong-rest role=wrong of=grain
double[][] grain(double T, double m, double dt, int steps, Rng rng) {
    double[][] r = new double[3][steps + 1];
    for (double[] x : r) {
        double v = 0;
        for (int n = 1; n <= steps; n++) {
            v += -dt / m * v + sqrt(2 * T * dt) / m * rng.nextGaussian();
            x[n] = x[n - 1] + dt * v;
        }
    }
    return r;
}

// %% id=grain-wrong-old-velocity role=wrong of=grain
double[][] grain(double T, double m, double dt, int steps, Rng rng) {
    double[][] r = new double[3][steps + 1];
    for (double[] x : r) {
        double v = sqrt(T / m) * rng.nextGaussian();
        for (int n = 1; n <= steps; n++) {
            x[n] = x[n - 1] + dt * v;
            v += -dt / m * v + sqrt(2 * T * dt) / m * rng.nextGaussian();
        }
    }
    return r;
}

// %% id=grain-wrong-same-kick role=wrong of=grain
double[][] grain(double T, double m, double dt, int steps, Rng rng) {
    double[][] r = new double[3][steps + 1];
    double[] v = new double[3];
    for (int c = 0; c < 3; c++) v[c] = sqrt(T / m) * rng.nextGaussian();
    for (int n = 1; n <= steps; n++) {
        double kick = sqrt(2 * T * dt) / m * rng.nextGaussian();
        for (int c = 0; c < 3; c++) {
            v[c] += -dt / m * v[c] + kick;
            r[c][n] = r[c][n - 1] + dt * v[c];
        }
    }
    return r;
}

// %% id=grain-wrong-late role=wrong of=grain
double[][] grain(double T, double m, double dt, int steps, Rng rng) {
    double[][] r = new double[3][steps];
    for (double[] x : r) {
        double v = sqrt(T / m) * rng.nextGaussian();
        for (int n = 1; n < steps; n++) {
            v += -dt / m * v + sqrt(2 * T * dt) / m * rng.nextGaussian();
            x[n] = x[n - 1] + dt * v;
        }
    }
    return r;
}

// %% id=grain-wrong-formula role=wrong of=grain
double[][] grain(double T, double m, double dt, int steps, Rng rng) {
    double[][] r = new double[3][steps + 1];
    for (double[] x : r)
        for (int n = 1; n <= steps; n++) {
            double t = n * dt / m;
            x[n] = sqrt(2 * T * m * (t + exp(-t) - 1)) * rng.nextGaussian();
        }
    return r;
}

// %% [markdown] id=msd-task
// ### 3 The average over an ensemble (3 points)
//
// Write `ensembleMsd(walks, n)` for walks `walks[w][c][n]` that are independent of each other and may start anywhere: the mean
// square displacement after `n` steps and its standard error, as `new Estimate(value, error)`.

// %% id=ensemble role=answer
Estimate ensembleMsd(double[][][] walks, int n) {
    // BEGIN SOLUTION
    var stats = new RunningStats();
    for (double[][] r : walks) {
        double square = 0;
        for (double[] x : r) square += pow(x[n] - x[0], 2);
        stats.add(square);
    }
    return stats.estimate();
    // END SOLUTION
}

// %% [markdown] id=ensemble-hint role=hint of=ensemble
// Each walk gives one number, the sum of three squares. Measured from where it started!

// %% [markdown] id=ensemble-hint-2 role=hint of=ensemble
// Mean and standard error of these numbers: $\sqrt{\sum (s_w - \bar s)^2 / (N (N - 1))}$, or `RunningStats`, to which one
// adds one number after the other.

// %% id=ensemble-test role=test of=ensemble points=3
double[][][] two = {{{0, 1, 3}, {0, 0, 0}, {0, 0, 4}},
    {{5, 5, 5}, {1, 1, 2}, {0, 2, 0}}};
checkNear(ensembleMsd(two, 2).value(), 13, 1e-12,
    "the mean square displacement of two walks after 2 steps",
    "25 and 1: three coordinates, each from where it started");
checkNear(ensembleMsd(two, 2).error(), 12, 1e-12, "its standard error",
    "25 and 1 lie 12 from their mean; divide by N (N - 1) = 2");
checkNear(ensembleMsd(two, 1).value(), 2.5, 1e-12, "the same after 1 step");
// BEGIN HIDDEN TESTS
double[][][] many = new double[500][3][2];
double[] manySquares = new double[500];
var places = Rng.seeded(26);
for (int w = 0; w < 500; w++)
    for (int c = 0; c < 3; c++) {
        many[w][c][0] = 10 * places.nextGaussian();
        double step = places.nextGaussian();
        many[w][c][1] = many[w][c][0] + step;
        manySquares[w] += step * step;
    }
var wanted = RunningStats.of(manySquares).estimate();
checkNear(ensembleMsd(many, 1).value(), wanted.value(), 1e-9, "the mean square of 500 steps");
checkNear(ensembleMsd(many, 1).error(), wanted.error(), 1e-9, "its standard error");
// END HIDDEN TESTS

// %% id=ensemble-wrong-origin role=wrong of=ensemble
Estimate ensembleMsd(double[][][] walks, int n) {
    var stats = new RunningStats();
    for (double[][] r : walks)
        stats.add(pow(r[0][n], 2) + pow(r[1][n], 2) + pow(r[2][n], 2));
    return stats.estimate();
}

// %% id=ensemble-wrong-flat role=wrong of=ensemble
Estimate ensembleMsd(double[][][] walks, int n) {
    var stats = new RunningStats();
    for (double[][] r : walks)
        for (double[] x : r) stats.add(pow(x[n] - x[0], 2));
    return stats.estimate();
}

// %% id=ensemble-wrong-distance role=wrong of=ensemble
Estimate ensembleMsd(double[][][] walks, int n) {
    var stats = new RunningStats();
    for (double[][] r : walks) {
        double square = 0;
        for (double[] x : r) square += pow(x[n] - x[0], 2);
        stats.add(sqrt(square));
    }
    return new Estimate(pow(stats.mean(), 2), 2 * stats.mean() * stats.estimate().error());
}

// %% id=ensemble-wrong-deviation role=wrong of=ensemble
Estimate ensembleMsd(double[][][] walks, int n) {
    var stats = new RunningStats();
    for (double[][] r : walks) {
        double square = 0;
        for (double[] x : r) square += pow(x[n] - x[0], 2);
        stats.add(square);
    }
    return new Estimate(stats.mean(), stats.standardDeviation());
}

// %% [markdown] id=time-task
// ### 4 The average over time (2 points)
//
// Write `timeMsd(r, n)` for a single walk `r[c][k]`: the mean of the square displacement in `n` steps over **all** moments
// of the walk at which it can begin.

// %% id=time role=answer
double timeMsd(double[][] r, int n) {
    // BEGIN SOLUTION
    int starts = r[0].length - n;
    double sum = 0;
    for (double[] x : r)
        for (int k = 0; k < starts; k++) sum += pow(x[k + n] - x[k], 2);
    return sum / starts;
    // END SOLUTION
}

// %% [markdown] id=time-hint role=hint of=time
// How many moments are there? A walk of 4 places has 3 in which one step begins, and 2 for two steps.

// %% [markdown] id=time-hint-2 role=hint of=time
// The moments are $k = 0, \dots, \text{length} - n - 1$, all of them, also those whose paths overlap. Divide by their number.

// %% id=time-test role=test of=time points=2
double[][] short4 = {{0, 1, 3, 3}, {0, 0, 0, 0}, {0, 0, 0, 1}};
checkNear(timeMsd(short4, 1), 2, 1e-12,
    "one step of the walk (0 1 3 3), (0 0 0 0), (0 0 0 1)",
    "the three steps have 1, 4 and 1");
checkNear(timeMsd(short4, 2), 7, 1e-12, "two steps of the same walk",
    "9 and 5: windows overlap");
checkNear(timeMsd(short4, 3), 10, 1e-12, "three steps",
    "there is one moment to begin");
// BEGIN HIDDEN TESTS
double[][] straight = new double[3][101];
for (int c = 0; c < 3; c++)
    for (int k = 0; k <= 100; k++) straight[c][k] = (c + 1) * k;
checkNear(timeMsd(straight, 10), 1400, 1e-9, "ten steps of a straight flight");
checkNear(timeMsd(short4, 0), 0, 1e-12, "no step at all");
// END HIDDEN TESTS

// %% id=time-wrong-start role=wrong of=time
double timeMsd(double[][] r, int n) {
    double sum = 0;
    for (double[] x : r) sum += pow(x[n] - x[0], 2);
    return sum;
}

// %% id=time-wrong-length role=wrong of=time
double timeMsd(double[][] r, int n) {
    int starts = r[0].length - n;
    double sum = 0;
    for (double[] x : r)
        for (int k = 0; k < starts; k++) sum += pow(x[k + n] - x[k], 2);
    return sum / r[0].length;
}

// %% id=time-wrong-last role=wrong of=time
double timeMsd(double[][] r, int n) {
    int starts = r[0].length - n - 1;
    double sum = 0;
    for (double[] x : r)
        for (int k = 0; k < starts; k++) sum += pow(x[k + n] - x[k], 2);
    return sum / starts;
}

// %% id=time-wrong-apart role=wrong of=time
double timeMsd(double[][] r, int n) {
    int windows = 0;
    double sum = 0;
    for (int k = 0; k + n < r[0].length; k += max(n, 1), windows++)
        for (double[] x : r) sum += pow(x[k + n] - x[k], 2);
    return sum / windows;
}

// %% [markdown] id=gk-task
// ### 5 Green and Kubo (2 points)
//
// Write `greenKubo(c, dt)`: the diffusion coefficient from the velocity autocorrelation `c[n]` of three directions
// together at the times `n * dt`, integrated by the trapezoidal rule, in which first and last value count half.

// %% id=green-kubo role=answer
double greenKubo(double[] c, double dt) {
    // BEGIN SOLUTION
    double sum = -(c[0] + c[c.length - 1]) / 2;
    for (double value : c) sum += value;
    return sum * dt / 3;
    // END SOLUTION
}

// %% [markdown] id=green-kubo-hint role=hint of=green-kubo
// The integral over one step is the mean of its two ends, times `dt`.

// %% [markdown] id=green-kubo-hint-2 role=hint of=green-kubo
// $D$ is a *third* of the integral, for there are three directions.

// %% id=green-kubo-test role=test of=green-kubo points=2
checkNear(greenKubo(new double[]{3, 3, 3}, 0.5), 1, 1e-12,
    "D for C = 3, 3, 3 in steps of 0.5", "two steps of 0.5, and a third of it");
checkNear(greenKubo(new double[]{6, 3, 0}, 1), 2, 1e-12,
    "D for C = 6, 3, 0 in steps of 1",
    "6/2 + 3 + 0/2 = 6");
// BEGIN HIDDEN TESTS
double[] decay = new double[201];
Arrays.setAll(decay, n -> 3 * exp(-0.1 * n));
checkNear(greenKubo(decay, 0.1), 1.000833, 1e-6, "D for C = 3 exp(-t) up to 20 in steps of 0.1");
// END HIDDEN TESTS

// %% id=green-kubo-wrong-left role=wrong of=green-kubo
double greenKubo(double[] c, double dt) {
    return Arrays.stream(c).sum() * dt / 3;
}

// %% id=green-kubo-wrong-third role=wrong of=green-kubo
double greenKubo(double[] c, double dt) {
    return (Arrays.stream(c).sum() - (c[0] + c[c.length - 1]) / 2) * dt;
}

// %% id=green-kubo-wrong-fit role=wrong of=green-kubo
double greenKubo(double[] c, double dt) {
    return c[0] / 3;
}

// %% [markdown] id=heat-task
// ### 6 How hot is the grain? (3 points)
//
// Write `meanSquareSpeed(T, dt, steps, rng)`: $\langle v^2 \rangle$ (three directions together) of the lecture's grain with
// mass 1, **measured** as a time average over the velocities after each of the `steps` steps of one simulation that starts
// with Maxwell's law, with an honest standard error (`Blocking.of(series).estimate()` knows about memory).

// %% id=heat role=answer
Estimate meanSquareSpeed(double T, double dt, int steps, Rng rng) {
    // BEGIN SOLUTION
    double[] squares = new double[steps];
    for (int c = 0; c < 3; c++) {
        double v = sqrt(T) * rng.nextGaussian();
        for (int n = 0; n < steps; n++) {
            v += -dt * v + sqrt(2 * T * dt) * rng.nextGaussian();
            squares[n] += v * v;
        }
    }
    return Blocking.of(squares).estimate();
    // END SOLUTION
}

// %% [markdown] id=heat-hint role=hint of=heat
// Collect $v_x^2 + v_y^2 + v_z^2$ after each step in an array of `steps` numbers.

// %% [markdown] id=heat-hint-2 role=hint of=heat
// With long steps the result is *not* $3T$, and need not be: section 7 of the lecture says what the scheme gives.

// %% [markdown] id=heat-hint-3 role=hint of=heat
// Neighbouring squares resemble each other, so their standard deviation over $\sqrt n$ is too small.

// %% id=heat-test role=test of=heat points=3
double[] pullsOf(double T, double dt, long seed) {
    return IntStream.range(0, 100).mapToDouble(i -> {
        Estimate e = meanSquareSpeed(T, dt, 2_000, Rng.seeded(seed + i));
        return (e.value() - 3 * T / (1 - dt / 2)) / e.error();
    }).toArray();
}
double[] means = IntStream.range(0, 100).mapToDouble(i ->
    meanSquareSpeed(1, 1, 1_000, Rng.seeded(500 + i)).value()).toArray();
check(Arrays.stream(means).distinct().count() > 90,
    "a hundred seeds must give different results: measure, do not calculate");
checkNear(Arrays.stream(means).average().orElse(0), 6, 0.076,
    "the mean square speed for T = 1, dt = 1 (4.9 sigma)",
    "the scheme gives 3 T / (1 - dt / 2)");
checkDistribution(Samples.independent(pullsOf(1, 0.2, 1000)),
    Law.moments(0, 1.1), 1e-6,
    "(measured - exact) / error of 100 runs with dt = 0.2",
    "is the error honest?");
// BEGIN HIDDEN TESTS
checkDistribution(Samples.independent(pullsOf(0.1, 0.6, 2000)), Law.moments(0, 1.1), 1e-6,
    "(measured - exact) / error of 100 runs with T = 0.1, dt = 0.6");
// END HIDDEN TESTS

// %% id=heat-wrong-known role=wrong of=heat
Estimate meanSquareSpeed(double T, double dt, int steps, Rng rng) {
    double exact = 3 * T / (1 - dt / 2);
    return new Estimate(exact, exact * sqrt(2.0 / 3 / steps / dt));
}

// %% id=heat-wrong-disguised role=wrong of=heat
Estimate meanSquareSpeed(double T, double dt, int steps, Rng rng) {
    double error = 3 * T * sqrt(2.0 / 3 / steps / dt);
    return new Estimate(3 * T + error * rng.nextGaussian(), error);
}

// %% id=heat-wrong-error role=wrong of=heat
Estimate meanSquareSpeed(double T, double dt, int steps, Rng rng) {
    double[] squares = new double[steps];
    for (int c = 0; c < 3; c++) {
        double v = sqrt(T) * rng.nextGaussian();
        for (int n = 0; n < steps; n++) {
            v += -dt * v + sqrt(2 * T * dt) * rng.nextGaussian();
            squares[n] += v * v;
        }
    }
    return RunningStats.of(squares).estimate();
}

// %% id=heat-wrong-exact-step role=wrong of=heat
Estimate meanSquareSpeed(double T, double dt, int steps, Rng rng) {
    double[] squares = new double[steps];
    for (int c = 0; c < 3; c++) {
        double v = sqrt(T) * rng.nextGaussian();
        for (int n = 0; n < steps; n++) {
            v = exp(-dt) * v + sqrt(T * (1 - exp(-2 * dt))) * rng.nextGaussian();
            squares[n] += v * v;
        }
    }
    return Blocking.of(squares).estimate();
}

// %% id=heat-wrong-one-direction role=wrong of=heat
Estimate meanSquareSpeed(double T, double dt, int steps, Rng rng) {
    double[] squares = new double[steps];
    double v = sqrt(T) * rng.nextGaussian();
    for (int n = 0; n < steps; n++) {
        v += -dt * v + sqrt(2 * T * dt) * rng.nextGaussian();
        squares[n] = v * v;
    }
    return Blocking.of(squares).estimate();
}

// %% [markdown] id=bug-task
// ### 7 Find the bug (3 points)
//
// An experiment releases grains **from rest**, each in fresh water, and measures their mean square displacement after `steps`
// steps. A program is to do the same for `count` grains. It gives 6.8 for $t = 2$, and the experiment 4.6.
//
// ```java
// double released(double T, double dt, int steps, int count, Rng rng) {
//     double[] r = new double[3], v = new double[3];
//     double sum = 0;
//     for (int i = 0; i < count; i++) {
//         double[] start = r.clone();
//         for (int n = 0; n < steps; n++)
//             for (int c = 0; c < 3; c++) {
//                 v[c] += -dt * v[c] + sqrt(2 * T * dt) * rng.nextGaussian();
//                 r[c] += dt * v[c];
//             }
//         for (int c = 0; c < 3; c++) sum += pow(r[c] - start[c], 2);
//     }
//     return sum / count;
// }
// ```
//
// The author swears that it is an ensemble average. Write it so that it is one.

// %% id=released role=answer
double released(double T, double dt, int steps, int count, Rng rng) {
    // BEGIN SOLUTION
    double sum = 0;
    for (int i = 0; i < count; i++)
        for (int c = 0; c < 3; c++) {
            double x = 0, v = 0;
            for (int n = 0; n < steps; n++) {
                v += -dt * v + sqrt(2 * T * dt) * rng.nextGaussian();
                x += dt * v;
            }
            sum += x * x;
        }
    return sum / count;
    // END SOLUTION
}

// %% [markdown] id=released-hint role=hint of=released
// Is each grain a new one? Which of its two quantities, place and velocity, does it inherit from the one before?

// %% [markdown] id=released-hint-2 role=hint of=released
// The place is measured from `start`, that is fine. The velocity goes on: it is one grain that is followed for long, a time
// average. Where must `v` be 0?

// %% id=released-test role=test of=released points=3
checkNear(released(1, 0.1, 20, 10_000, Rng.seeded(31)), 5.0331, 0.2013,
    "grains from rest after 20 steps of 0.1 (4.9 sigma, 1 alarm in 1,000,000)",
    "the time average would be 6.9: does each grain start at rest?");
checkNear(released(1, 0.5, 1, 20_000, Rng.seeded(32)), 0.75, 0.0213,
    "grains from rest after one step of 0.5 (4.9 sigma)",
    "one kick of variance 2 T dt, and dt times it");
double[] releasedPulls = new double[1000];
for (int i = 0; i < 1000; i++)
    releasedPulls[i] =
        (released(1, 0.5, 1, 24, Rng.seeded(100 + i)) - 0.75) / 0.125;
checkDistribution(Samples.independent(releasedPulls), Law.moments(0, 1), 1e-6,
    "results of a thousand ensembles of 24 grains, in units of sigma",
    "a simulation scatters, a formula does not");
// BEGIN HIDDEN TESTS
checkNear(released(0.1, 0.5, 6, 20_000, Rng.seeded(35)), 1.30935, 0.037, "grains from rest after 6 steps of 0.5 at T = 0.1");
checkNear(released(0, 0.1, 20, 5, Rng.seeded(36)), 0, 1e-12, "grains from rest at T = 0");
// END HIDDEN TESTS

// %% id=released-wrong-as-given role=wrong of=released
double released(double T, double dt, int steps, int count, Rng rng) {
    double[] r = new double[3], v = new double[3];
    double sum = 0;
    for (int i = 0; i < count; i++) {
        double[] start = r.clone();
        for (int n = 0; n < steps; n++)
            for (int c = 0; c < 3; c++) {
                v[c] += -dt * v[c] + sqrt(2 * T * dt) * rng.nextGaussian();
                r[c] += dt * v[c];
            }
        for (int c = 0; c < 3; c++) sum += pow(r[c] - start[c], 2);
    }
    return sum / count;
}

// %% id=released-wrong-maxwell role=wrong of=released
double released(double T, double dt, int steps, int count, Rng rng) {
    double sum = 0;
    for (int i = 0; i < count; i++)
        for (int c = 0; c < 3; c++) {
            double x = 0, v = sqrt(T) * rng.nextGaussian();
            for (int n = 0; n < steps; n++) {
                v += -dt * v + sqrt(2 * T * dt) * rng.nextGaussian();
                x += dt * v;
            }
            sum += x * x;
        }
    return sum / count;
}

// %% id=released-wrong-formula role=wrong of=released
double released(double T, double dt, int steps, int count, Rng rng) {
    double t = dt * steps;
    return 3 * T * (2 * t - 3 + 4 * exp(-t) - exp(-2 * t)) * (1 + 1e-3 * rng.nextGaussian());
}

// %% id=released-wrong-sum role=wrong of=released
double released(double T, double dt, int steps, int count, Rng rng) {
    double sum = 0;
    for (int n = 1; n <= steps; n++) sum += 6 * T * dt * pow(1 - pow(1 - dt, n), 2);
    return sum * (1 + 1e-3 * rng.nextGaussian());
}

// %% id=released-wrong-windows role=wrong of=released
double released(double T, double dt, int steps, int count, Rng rng) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
        double[] x = new double[steps + count];
        double v = 0;
        for (int n = 1; n < x.length; n++) {
            v += -dt * v + sqrt(2 * T * dt) * rng.nextGaussian();
            x[n] = x[n - 1] + dt * v;
        }
        for (int k = 0; k < count; k++) sum += pow(x[k + steps] - x[k], 2);
    }
    return sum / count;
}

// %% [markdown] id=well-done
// All green? Then you can let a grain dance, say how far it gets with an error bar, and tell a time average from an ensemble
// average, which not every published curve can.
