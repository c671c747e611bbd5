// %% [markdown] id=question
// # Molecular dynamics: nothing but Newton
//
// The grains of lesson 06 swam in water that slowed and kicked them. Take the water away: what is left is Newton's law
// for a thousand disks, no friction, no chance. Such a system keeps its **energy**, its **momentum** and, in an open box,
// its **angular momentum**, for ever. A computer takes finite steps and rounds. Which of these does it keep, how well, and
// for how long can it tell where a disk will be?
//
// The answers differ by more than ten powers of ten, and the reason that the method works at all lies between them.
//
// You need: lessons 04 and 06.

// %% [markdown] id=model
// ## 1 The system
//
// 1,024 disks in a periodic square repel each other, and that is all:
//
// $$u(r) = r^{-12} \ \text{for}\ r < 3, \qquad f(r) = 12\, r^{-13},$$
//
// in units of the diameter $a$, the energy $\epsilon$ and the time $t_0 = a \sqrt{m / \epsilon}$. Their density is 0.64, in
// a box of 40. First a heat bath melts the lattice at $T = 5$ and brings it to $T = 0.9$ (lesson 06). Then the bath is
// gone for good. Without it the *energy* is what we choose: we draw velocities so that it is 1.48975 for each disk, because
// that state is known from a much longer run (section 7).

// %% id=nearest role=setup
double nearest(double difference, double side) {
    return difference - side * Math.rint(difference / side);
}

// %% id=melt
var forces = new InversePower(12).cutAt(3).by(PairMethod.PACKED);
Fluid melt(int side, Rng rng) {
    Fluid hot = new Langevin(0.005, 1, 5).run(Fluid.squareLattice(side, 0.64)
        .thermalised(5, rng), forces, 1000, Every.steps(100), rng).last();
    return new Langevin(0.01, 1, 0.9)
        .run(hot, forces, 2000, Every.steps(100), rng).last();
}
double energyOf(Fluid fluid) {
    State state = State.of(fluid);
    try (var kernel = forces.kernel(state)) {
        kernel.compute(state);
    }
    return state.energy;
}
Fluid melted = melt(32, Rng.seeded(1));
Fluid start = melted.thermalised(1.48975 - energyOf(melted) / 1024,
    Rng.seeded(5));
start

// %% [markdown] id=verlet
// ## 2 Verlet's rule
//
// Add Taylor's series of $\mathbf r(t + \Delta t)$ and of $\mathbf r(t - \Delta t)$. All odd terms cancel, and what remains
// is a rule that needs no velocity:
//
// $$\mathbf r(t + \Delta t) = 2\, \mathbf r(t) - \mathbf r(t - \Delta t) + \Delta t^2\, \mathbf f(t) / m + O(\Delta t^4).$$
//
// That is **position Verlet** (L. Verlet, 1967). Where velocities are wanted, for the kinetic energy, there is a sister
// that follows the same path, **velocity Verlet**: half a kick, a drift, half a kick with the *new* forces,
//
// $$\mathbf v \leftarrow \mathbf v + \tfrac12 \Delta t\, \mathbf f(\mathbf r), \qquad
// \mathbf r \leftarrow \mathbf r + \Delta t\, \mathbf v, \qquad
// \mathbf v \leftarrow \mathbf v + \tfrac12 \Delta t\, \mathbf f(\mathbf r).$$
//
// Here is all of it, forces and step:

// %% id=all-pairs
double[][] repulsion(double[][] r, double side) {
    double[][] f = new double[2][r[0].length];
    for (int i = 0; i < r[0].length; i++)
        for (int j = i + 1; j < r[0].length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side);
            double dy = nearest(r[1][i] - r[1][j], side);
            double rr = dx * dx + dy * dy;
            if (rr >= 9) continue;
            double strength = 12 / pow(rr, 7);
            f[0][i] += strength * dx;
            f[1][i] += strength * dy;
            f[0][j] -= strength * dx;
            f[1][j] -= strength * dy;
        }
    return f;
}

// %% id=plus role=setup
double[][] plus(double[][] a, double s, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int c = 0; c < a.length; c++)
        for (int i = 0; i < a[c].length; i++)
            sum[c][i] = a[c][i] + s * b[c][i];
    return sum;
}
/** The forces on particles in these places. */
interface Pull { double[][] on(double[][] r); }

// %% id=step
double[][] plainVerlet(double[][] r, double[][] v, Pull pull,
        double dt, int steps) {
    double[][] f = pull.on(r);
    for (int step = 0; step < steps; step++) {
        v = plus(v, dt / 2, f);
        r = plus(r, dt, v);
        f = pull.on(r);
        v = plus(v, dt / 2, f);
    }
    return r;
}

// %% [markdown] id=same-question
// **Before you run the next cell:** a hundred steps by this program, by the kit's `VelocityVerlet` and by its
// `PositionVerlet`. How far apart are the three afterwards?

// %% id=same
double apart(double[][] a, double[][] b) {
    double most = 0;
    for (int c = 0; c < 2; c++)
        for (int i = 0; i < a[c].length; i++)
            most = max(most, abs(a[c][i] - b[c][i]));
    return most;
}
double[][] plain = plainVerlet(start.positions(), start.velocities(),
    r -> repulsion(r, 40), 0.001, 100);
for (Deterministic rule : List.of(new VelocityVerlet(0.001),
        new PositionVerlet(0.001)))
    display(rule + ": " + Digits.of(apart(plain, rule.run(start, forces, 100,
        Every.steps(100)).last().positions()), 1));

// %% [markdown] id=same-answer
// Rounding: the three are one rule in three spellings. (The forces are added up in another order, so the last digits
// differ. Keep that in mind for section 5.)

// %% [markdown] id=energies-text
// ## 3 What stays
//
// Thirty units of time, 30,000 steps of 0.001. **Before you run the next cells:** the kinetic energy of a thousand disks that
// nobody heats or cools, is it constant?

// %% id=long
var nve = new VelocityVerlet(0.001).run(start, forces, 30_000,
    Every.steps(50).frames(1000));
nve

// %% id=energies
figure("Kinetic, potential, and their sum")
    .axes("t / t₀", "energy per disk / ε")
    .line("(K + U) / N", nve.time(), nve.energyPerParticle())
    .line("K / N", nve.time(), nve.kineticPerParticle())
    .line("U / N", nve.time(), nve.potentialPerParticle()).rangeY(0, 1.8)

// %% [markdown] id=energies-answer
// It is not: $K$ and $U$ go up and down, each the mirror of the other, and their sum is a straight line. How straight? A
// finer scale, and the other two great laws:

// %% id=conserved
double e0 = nve.energyPerParticle()[0];
figure("The sum under a lens").axes("t / t₀", "change of (K + U) / N")
    .line("velocity Verlet, Δt = 0.001", nve.time(),
        Arrays.stream(nve.energyPerParticle()).map(e -> e - e0).toArray())

// %% id=momentum
double swing(double[] x) {
    return Arrays.stream(x).map(y -> abs(y - x[0])).max().orElse(0);
}
display("momentum changes by " + Digits.of(swing(nve.momentum(0)), 1));
display("angular momentum changes by "
    + Math.round(swing(nve.angularMomentum(2))));

// %% [markdown] id=momentum-answer
// The energy swings, but does not drift. Momentum is kept to rounding: each pair gives and takes the same, whatever the
// step is. But angular momentum is not kept at all! No bug: a force through the wall of a periodic box acts on two
// places that are a box apart, so it has a lever. Space in a square box is not round. Without walls it is: a hundred
// disks set free in the middle of a box so large that nothing reaches its edge.

// %% id=open
Fluid drop() {
    var places = melt(10, Rng.seeded(2)).configuration();
    double[][] r = {places.x(), places.y()};
    for (double[] x : r) for (int i = 0; i < x.length; i++) x[i] += 34;
    return Fluid.of(PeriodicBox.square(80), r, new double[2][100])
        .thermalised(0.9, Rng.seeded(3));
}
var burst = new VelocityVerlet(0.001).run(drop(), forces, 5000,
    Every.steps(50).frames(250));
display("angular momentum " + Digits.of(burst.angularMomentum(2)[0], 6)
    + " changes by " + Digits.of(swing(burst.angularMomentum(2)), 1));
animation("A hundred disks, set free", 21, k -> disks("t = " + k * 0.25,
    burst.frames().get(k).configuration(), 1)).every(150)

// %% [markdown] id=order-question
// ## 4 How good is the energy?
//
// Each step's error of a velocity is of the order $\Delta t^3$, and they pile up to $\Delta t^2$. **Before you run the next
// cell:** twice the step, how much larger is the *mean square* of the energy's swing?

// %% id=order
double[] steps = {0.001, 0.002, 0.004, 0.008};
double[] largest = new double[4], square = new double[4];
for (int k = 0; k < 4; k++) {
    var run = new VelocityVerlet(steps[k]).run(start, forces,
        Math.round(4 / steps[k]), Every.steps(1));
    double[] e = run.energyPerParticle();
    double mean = Arrays.stream(e).average().getAsDouble();
    largest[k] = Arrays.stream(e).map(x -> abs(x - mean)).max().getAsDouble();
    square[k] = RunningStats.of(e).variance();
}
figure("The energy's swing").logX().logY()
    .axes("time step Δt / t₀", "error of (K + U) / N")
    .points("largest", steps, largest).points("mean square", steps, square)

// %% id=slopes
double[] logs(double[] x) {
    return Arrays.stream(x).map(Math::log).toArray();
}
double power(double[] error) {
    return Regression.of(logs(steps), logs(error)).slope().value();
}
display("largest ~ Δt to the power " + Digits.of(power(largest), 2));
display("mean square ~ Δt to the power " + Digits.of(power(square), 2));

// %% [markdown] id=order-answer
// Sixteen times: the amplitude grows as $\Delta t^2$, its square as $\Delta t^4$. So a step is chosen by
// trial: halve it, and see what you gain.
//
// Order is not everything. Euler's rules, with the same number of forces a step:

// %% id=rules
Fluid few = melt(16, Rng.seeded(4));
var compared = figure("Three rules, Δt = 0.001")
    .axes("t / t₀", "change of (K + U) / N").rangeY(-0.02, 0.1);
for (Deterministic rule : List.of(new ExplicitEuler(0.001),
        new SemiImplicitEuler(0.001), new VelocityVerlet(0.001))) {
    var run = rule.run(few, forces, 2000, Every.steps(10));
    double[] e = run.energyPerParticle();
    compared.line(rule.getClass().getSimpleName(), run.time(),
        Arrays.stream(e).map(x -> x - e[0]).toArray());
}
compared

// %% [markdown] id=rules-answer
// Explicit Euler heats the fluid without end. The other two are **symplectic**: they follow, nearly to the
// last digit, a mechanics with an energy a little different from ours, and *that* energy stays. Hence a swing and no drift.

// %% [markdown] id=back-question
// ## 5 There and back
//
// Velocity Verlet is **reversible**: turn all velocities round, and it walks the same way back. **Before you run the next
// cell:** how near to the start do 256 disks come after 2,000 steps there and 2,000 back? After 12,000?

// %% id=back
var verlet = new VelocityVerlet(0.001);
double there(int n) {
    Fluid far = verlet.run(few, forces, n, Every.steps(n)).last();
    Fluid home = verlet.run(far.reversed(), forces, n, Every.steps(n)).last();
    return apart(few.positions(), home.positions());
}
double[] turn = {2, 4, 6, 8, 10, 12};
double[] miss = Arrays.stream(turn)
    .map(t -> there((int) (1000 * t))).toArray();
for (int k = 0; k < 6; k++)
    display("turned at t = " + turn[k] + ": home but for "
        + Digits.of(miss[k], 1));

// %% [markdown] id=twins-text
// On paper every one of them comes home. In the computer rounding pushes them off by $10^{-16}$, and the way back makes
// more of it. Here are **twins**: the same 256 disks twice, but one disk of the second is moved by $10^{-10}$.

// %% id=twins
double[][] moved = few.positions();
moved[0][0] += 1e-10;
var every = Every.steps(200).frames(200);
var one = verlet.run(few, forces, 16_000, every);
var two = verlet.run(Fluid.of(few.box(), moved, few.velocities()), forces,
    16_000, every);
double[] distance = IntStream.range(0, 81).mapToDouble(k -> apart(
    one.frames().get(k).positions(),
    two.frames().get(k).positions())).toArray();
figure("Twins part").logY().axes("t / t₀", "largest distance / a")
    .line("twins, 1e-10 apart at first", one.frameTimes(), distance)
    .points("there and back, by the time of turning", turn, miss)

// %% id=lyapunov
double[] early = Arrays.copyOfRange(one.frameTimes(), 5, 36);
double rate = Regression.of(early, logs(Arrays.copyOfRange(distance, 5, 36)))
    .slope().value();
display("the distance grows as exp(λ t), λ = " + Digits.of(rate, 2));
display("ten times in a time of " + Digits.of(log(10) / rate, 2));

// %% [markdown] id=lyapunov-answer
// A straight line on this scale is an exponential: $\lambda$ is the largest **Lyapunov exponent**. Sixteen digits at the
// start are used up soon; a hundred digits would last six times as long, no more. After that nobody can say where
// a disk is. **The path is wrong, and it does not matter**: the energy is right, and so are averages over time, because one
// path on the surface of constant energy is as good as another. That is the bargain of molecular dynamics.

// %% [markdown] id=g-text
// ## 6 What the fluid looks like
//
// The **pair distribution** $g(r)$ is the density at a distance $r$ from a disk, over the mean density. Count all pairs of all
// frames in rings, and divide by what a gas without forces would have there, $N \rho\, \pi (r_2^2 - r_1^2) / 2$:

// %% id=g
double[] pairDistribution(List<Fluid> frames, double width, int bins) {
    double[] g = new double[bins];
    for (Fluid fluid : frames) {
        double[][] r = fluid.positions();
        double side = fluid.box().width();
        for (int i = 0; i < r[0].length; i++)
            for (int j = i + 1; j < r[0].length; j++) {
                double dx = nearest(r[0][i] - r[0][j], side);
                double dy = nearest(r[1][i] - r[1][j], side);
                int bin = (int) (sqrt(dx * dx + dy * dy) / width);
                if (bin < bins) g[bin]++;
            }
    }
    for (int b = 0; b < bins; b++) {
        double ring = PI * width * width * (2 * b + 1);
        g[b] /= frames.size() * 1024 * 0.64 * ring / 2;
    }
    return g;
}

// %% id=g-picture
double[] g = pairDistribution(nve.frames(), 0.02, 250);
double[] r = IntStream.range(0, 250)
    .mapToDouble(b -> 0.02 * (b + 0.5)).toArray();
figure("How disks stand around a disk").axes("distance r / a", "g")
    .line("g(r)", r, g).guide("no order", 0, 1, 5, 1)

// %% [markdown] id=g-answer
// Hardly anybody nearer than 0.85, a first ring at about 1.15, a second, a third; far away a disk knows nothing of
// another. And $g$ holds more than a picture: the energy is a sum over pairs, so $U/N = \pi \rho \int u(r)\, g(r)\, r\, dr$.

// %% id=g-energy
double fromG = IntStream.range(0, 150)
    .mapToDouble(b -> PI * 0.64 * pow(r[b], -12) * g[b] * r[b] * 0.02).sum();
display("U / N from g(r): " + Digits.of(fromG, 3));
display("U / N measured:  " + Digits.of(Arrays.stream(
    nve.potentialPerParticle()).average().getAsDouble(), 3));

// %% [markdown] id=g-energy-answer
// Nearly the same: $u$ is steep where $g$ rises, and 31 frames and rings of width 0.02 know that region a little less well
// than 601 measurements do.

// %% [markdown] id=pressure-text
// ## 7 The pressure, three times
//
// In the plane $P A = N T + \frac12 \sum_{\text{pairs}} \mathbf r \cdot \mathbf f$ (the virial of Clausius). For $r^{-12}$
// each pair has $\mathbf r \cdot \mathbf f = 12\, u$, so $P = \rho\, (T + 6\, U / N)$ must come out, to the last digit. And,
// quite another way: stretch the box and all places a little, and see what energy that costs, $P = \rho T - \langle dU/dA
// \rangle$.

// %% id=pressure
Fluid end = nve.last();
double area = end.box().area(), T = end.temperature(), h = 1e-4;
double slope = (energyOf(end.scaled(1 + h)) - energyOf(end.scaled(1 - h)))
    / (4 * h * area);
double perDisk = energyOf(end) / 1024;
double[] P = nve.pressure();
display("virial:       " + Digits.of(P[P.length - 1], 6));
display("ρ (T + 6U/N): " + Digits.of(0.64 * (T + 6 * perDisk), 6));
display("stretching:   " + Digits.of(0.64 * T - slope, 6));

// %% [markdown] id=pressure-answer
// Three ways, one number. (Stretching differs in the last digit shown: a few pairs cross the cut-off, where $u$ jumps by
// $3^{-12} = 2 \cdot 10^{-6}$.) A wrong sign, a pair counted twice, a forgotten image: each would break at least one of these. **A
// simulation is believed for the checks that it has passed.**

// %% [markdown] id=state-text
// Last, averages with errors, by blocks (lesson 01). A much longer run of the same energy has $T = 0.9196(4)$,
// $U/N = 0.5702(4)$ and $P = 2.778$:

// %% id=state-point
display("T     = " + Blocking.of(nve.temperature()).estimate());
display("U / N = " + Blocking.of(nve.potentialPerParticle()).estimate());
display("P     = " + Blocking.of(P).estimate());

// %% [markdown] id=learned
// ## What we learned
//
// - Verlet's rule in its spellings: of second order, reversible, no drift.
// - Momentum is kept to rounding, energy to $\Delta t^2$, angular momentum where there are no walls.
// - Paths are lost exponentially; averages are not.
// - $g(r)$ gives structure and energy; the pressure can be checked in more than one way.
//
// Next lesson: where the time of such a program goes, and how to get most of it back.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Five tools for Newton's disks
//
// All masses are 1, nothing here is random.

// %% [markdown] id=stale-task
// ### 1 Find the bug: a kick of yesterday (2 points)
//
// A heat bath prepares a fluid and hands it over: places `r`, velocities `v`, and the forces `f` *that its last step used*.
// Then this program goes on by velocity Verlet. Its author sees the energy jump in the very first step, and then never again.
//
// ```java
// double[][][] goOn(double[][] r, double[][] v, double[][] f,
//         Pull pull, double dt, int steps) {
//     for (int step = 0; step < steps; step++) {
//         v = plus(v, dt / 2, f);
//         r = plus(r, dt, v);
//         f = pull.on(r);
//         v = plus(v, dt / 2, f);
//     }
//     return new double[][][]{r, v};
// }
// ```
//
// The bath moved the disks *after* it had used its forces. Write the program as it was meant. (`plus(a, s, b)` is that of the
// lecture, $a + s\,b$ as new arrays, and `pull.on(r)` are the forces at `r`.)

// %% id=stale role=answer
double[][][] goOn(double[][] r, double[][] v, double[][] f,
        Pull pull, double dt, int steps) {
    // BEGIN SOLUTION
    f = pull.on(r);
    for (int step = 0; step < steps; step++) {
        v = plus(v, dt / 2, f);
        r = plus(r, dt, v);
        f = pull.on(r);
        v = plus(v, dt / 2, f);
    }
    return new double[][][]{r, v};
    // END SOLUTION
}

// %% [markdown] id=stale-hint role=hint of=stale
// Which places do the forces belong to that the first half of a kick uses?

// %% [markdown] id=stale-hint-2 role=hint of=stale
// One line before the loop is missing: forces of the places as they are now.

// %% id=stale-test role=test of=stale points=2
Pull spring = q -> plus(q, -2, q);
double[][] still = {{0.3}};
double[][] out = {{1}}, rest = {{0}};
double[][][] first = goOn(out, rest, still, spring, 0.1, 1);
checkNear(first[0][0][0], 0.995, 1e-12,
    "a spring from r = 1 after one step of 0.1",
    "the first half kick is by the force at r = 1, which is -1");
checkNear(first[1][0][0], -0.09975, 1e-12, "its velocity",
    "half a kick by -1, half by -0.995");
double[][][] many = goOn(out, rest, still, spring, 0.01, 628);
checkNear(many[0][0][0], cos(6.28), 1e-4, "the spring after one turn");
// BEGIN HIDDEN TESTS
double[][][] two2 = goOn(new double[][]{{1, 0}, {0, 2}}, new double[][]{{0, 1}, {1, 0}},
    new double[2][2], spring, 0.02, 50);
double[][][] home2 = goOn(two2[0], plus(new double[2][2], -1, two2[1]), new double[2][2], spring, 0.02, 50);
checkNear(home2[0], new double[][]{{1, 0}, {0, 2}}, 1e-12, "fifty steps there and fifty back");
checkNear(goOn(new double[][]{{1}}, new double[][]{{3}}, still, spring, 0.1, 0)[1][0][0], 3, 1e-12, "no step at all");
// END HIDDEN TESTS

// %% id=stale-wrong-as-given role=wrong of=stale
double[][][] goOn(double[][] r, double[][] v, double[][] f, Pull pull, double dt, int steps) {
    for (int step = 0; step < steps; step++) {
        v = plus(v, dt / 2, f);
        r = plus(r, dt, v);
        f = pull.on(r);
        v = plus(v, dt / 2, f);
    }
    return new double[][][]{r, v};
}

// %% id=stale-wrong-late role=wrong of=stale
double[][][] goOn(double[][] r, double[][] v, double[][] f, Pull pull, double dt, int steps) {
    for (int step = 0; step < steps; step++) {
        f = pull.on(r);
        v = plus(v, dt / 2, f);
        r = plus(r, dt, v);
        v = plus(v, dt / 2, f);
    }
    return new double[][][]{r, v};
}

// %% id=stale-wrong-whole role=wrong of=stale
double[][][] goOn(double[][] r, double[][] v, double[][] f, Pull pull, double dt, int steps) {
    for (int step = 0; step < steps; step++) {
        v = plus(v, dt, pull.on(r));
        r = plus(r, dt, v);
    }
    return new double[][][]{r, v};
}

// %% [markdown] id=position-task
// ### 2 Verlet's own rule (3 points)
//
// Write position Verlet for one coordinate: `path(r, v, force, dt, steps)` is the array of the places at $0, \Delta t, \dots,$
// `steps` $\Delta t$. The rule needs two places to begin with; the second, to second order, is
// $r + v \Delta t + \frac12 f \Delta t^2$. `force.applyAsDouble(r)` is the force at `r`.

// %% id=position role=answer
double[] path(double r, double v, DoubleUnaryOperator force,
        double dt, int steps) {
    // BEGIN SOLUTION
    double[] x = new double[steps + 1];
    x[0] = r;
    if (steps > 0) x[1] = r + v * dt + force.applyAsDouble(r) * dt * dt / 2;
    for (int k = 1; k < steps; k++)
        x[k + 1] = 2 * x[k] - x[k - 1] + force.applyAsDouble(x[k]) * dt * dt;
    return x;
    // END SOLUTION
}

// %% [markdown] id=position-hint role=hint of=position
// How many places have you for `steps` steps? And is the first step made by the same rule as the others?

// %% [markdown] id=position-hint-2 role=hint of=position
// From the second step on: `x[k + 1] = 2 * x[k] - x[k - 1] + f(x[k]) dt²`, without a half.

// %% id=position-test role=test of=position points=3
double[] thrown = path(0, 3, q -> -2, 0.5, 4);
checkNear(thrown, new double[]{0, 1.25, 2, 2.25, 2}, 1e-12,
    "a stone thrown up at speed 3 with force -2, steps of 0.5",
    "3 t - t², exactly");
checkNear(path(1, 0, q -> -q, 0.1, 2), new double[]{1, 0.995, 0.98005}, 1e-12,
    "a spring's first two steps", "the force is that of the middle place");
// BEGIN HIDDEN TESTS
checkNear(path(1, 0.5, q -> -q, 0.01, 300)[300], cos(3) + 0.5 * sin(3), 1e-4, "a spring after t = 3");
checkNear(path(7, 1, q -> 0, 0.1, 0), new double[]{7}, 1e-12, "no step at all");
// END HIDDEN TESTS

// %% id=position-wrong-start role=wrong of=position
double[] path(double r, double v, DoubleUnaryOperator force, double dt, int steps) {
    double[] x = new double[steps + 1];
    x[0] = r;
    if (steps > 0) x[1] = r + v * dt;
    for (int k = 1; k < steps; k++)
        x[k + 1] = 2 * x[k] - x[k - 1] + force.applyAsDouble(x[k]) * dt * dt;
    return x;
}

// %% id=position-wrong-half role=wrong of=position
double[] path(double r, double v, DoubleUnaryOperator force, double dt, int steps) {
    double[] x = new double[steps + 1];
    x[0] = r;
    if (steps > 0) x[1] = r + v * dt + force.applyAsDouble(r) * dt * dt / 2;
    for (int k = 1; k < steps; k++)
        x[k + 1] = 2 * x[k] - x[k - 1] + force.applyAsDouble(x[k]) * dt * dt / 2;
    return x;
}

// %% id=position-wrong-old role=wrong of=position
double[] path(double r, double v, DoubleUnaryOperator force, double dt, int steps) {
    double[] x = new double[steps + 1];
    x[0] = r;
    if (steps > 0) x[1] = r + v * dt + force.applyAsDouble(r) * dt * dt / 2;
    for (int k = 1; k < steps; k++)
        x[k + 1] = 2 * x[k] - x[k - 1] + force.applyAsDouble(x[k - 1]) * dt * dt;
    return x;
}

// %% [markdown] id=unequal-task
// ### 3 Find the bug: an energy for equals only (2 points)
//
// Disks of diameters $a_i$ repel each other with $u(r) = (a_{ij}/r)^{12}$ for $r < 3 a_{ij}$, $a_{ij} = (a_i + a_j)/2$. With
// this program energy is conserved as long as all diameters are 1, and not otherwise; the forces are right.
//
// ```java
// double potential(double[][] r, double[] a, double side) {
//     double energy = 0;
//     for (int i = 0; i < a.length; i++)
//         for (int j = i + 1; j < a.length; j++) {
//             double dx = nearest(r[0][i] - r[0][j], side);
//             double dy = nearest(r[1][i] - r[1][j], side);
//             double dr2 = dx * dx + dy * dy, aij = (a[i] + a[j]) / 2;
//             if (dr2 < 9 * aij * aij) energy += pow(aij / dr2, 6);
//         }
//     return energy;
// }
// ```
//
// Write it as it was meant.

// %% id=unequal role=answer
double potential(double[][] r, double[] a, double side) {
    // BEGIN SOLUTION
    double energy = 0;
    for (int i = 0; i < a.length; i++)
        for (int j = i + 1; j < a.length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side);
            double dy = nearest(r[1][i] - r[1][j], side);
            double dr2 = dx * dx + dy * dy, aij = (a[i] + a[j]) / 2;
            if (dr2 < 9 * aij * aij) energy += pow(aij * aij / dr2, 6);
        }
    return energy;
    // END SOLUTION
}

// %% [markdown] id=unequal-hint role=hint of=unequal
// Which line gives the same for $a_{ij} = 1$ whether or not a square is forgotten?

// %% [markdown] id=unequal-hint-2 role=hint of=unequal
// `dr2` is a square, a length times a length. What it is divided into has to be one too.

// %% id=unequal-test role=test of=unequal points=2
double[][] pair2 = {{1, 3}, {5, 5}};
checkNear(potential(pair2, new double[]{1, 1}, 20), pow(2, -12), 1e-12,
    "two disks of diameter 1 at a distance of 2");
checkNear(potential(pair2, new double[]{2, 2}, 20), 1, 1e-12,
    "two disks of diameter 2 that touch", "(2 / 2) to the power 12");
double[][] edge = {{0.5, 19.5}, {5, 5}};
checkNear(potential(edge, new double[]{1, 1}, 20), 1, 1e-12,
    "two disks that touch through the wall");
// BEGIN HIDDEN TESTS
var drawn = Rng.seeded(61);
var mixture = Fluid.squareLattice(9, 0.5).polydisperse(0.2, drawn);
var mixed = State.of(mixture);
new InversePower(12).cutAt(3).by(PairMethod.NAIVE).kernel(mixed).compute(mixed);
checkNear(potential(mixture.positions(), mixture.diameters(), mixture.box().width()), mixed.energy, 1e-9,
    "81 unequal disks");
checkNear(potential(new double[][]{{0, 4}, {0, 0}}, new double[]{1, 2}, 20), pow(1.5 / 4, 12), 1e-15,
    "diameters 1 and 2 at the distance 4: inside the cut-off 4.5");
// END HIDDEN TESTS

// %% id=unequal-wrong-as-given role=wrong of=unequal
double potential(double[][] r, double[] a, double side) {
    double energy = 0;
    for (int i = 0; i < a.length; i++)
        for (int j = i + 1; j < a.length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side);
            double dy = nearest(r[1][i] - r[1][j], side);
            double dr2 = dx * dx + dy * dy, aij = (a[i] + a[j]) / 2;
            if (dr2 < 9 * aij * aij) energy += pow(aij / dr2, 6);
        }
    return energy;
}

// %% id=unequal-wrong-twice role=wrong of=unequal
double potential(double[][] r, double[] a, double side) {
    double energy = 0;
    for (int i = 0; i < a.length; i++)
        for (int j = 0; j < a.length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side);
            double dy = nearest(r[1][i] - r[1][j], side);
            double dr2 = dx * dx + dy * dy, aij = (a[i] + a[j]) / 2;
            if (i != j && dr2 < 9 * aij * aij) energy += pow(aij * aij / dr2, 6);
        }
    return energy;
}

// %% id=unequal-wrong-power role=wrong of=unequal
double potential(double[][] r, double[] a, double side) {
    double energy = 0;
    for (int i = 0; i < a.length; i++)
        for (int j = i + 1; j < a.length; j++) {
            double dx = nearest(r[0][i] - r[0][j], side);
            double dy = nearest(r[1][i] - r[1][j], side);
            double dr2 = dx * dx + dy * dy, aij = (a[i] + a[j]) / 2;
            if (dr2 < 9 * aij * aij) energy += pow(aij * aij / dr2, 12);
        }
    return energy;
}

// %% [markdown] id=pressure-task
// ### 4 The pressure (2 points)
//
// `virials[k]` holds $\mathbf r \cdot \mathbf f$ of each pair $k$, once. Write `pressure(v, virials, side)` of disks of mass 1
// in a square of side `side`, $P = (2 K + \sum \mathbf r \cdot \mathbf f) / (2 A)$, where `v[c][i]` are the velocities. The
// fluid may flow as a whole: only the velocities *relative to the centre of mass* make pressure.

// %% id=pressure-answer-cell role=answer
double pressure(double[][] v, double[] virials, double side) {
    // BEGIN SOLUTION
    double twice = Arrays.stream(virials).sum();
    for (double[] component : v) {
        double mean = Arrays.stream(component).average().getAsDouble();
        for (double x : component) twice += (x - mean) * (x - mean);
    }
    return twice / (2 * side * side);
    // END SOLUTION
}

// %% [markdown] id=pressure-hint role=hint of=pressure-answer-cell
// $2 K$ is a sum of squares of velocities. Which velocity has to be taken off first, along each axis?

// %% [markdown] id=pressure-hint-2 role=hint of=pressure-answer-cell
// For each axis: the mean, then the sum of `(x - mean)²`. Add the virials and divide by twice the area.

// %% id=pressure-test role=test of=pressure-answer-cell points=2
double[][] opposed = {{1, -1}, {0, 0}}, flowing = {{6, 4}, {2, 2}};
checkNear(pressure(opposed, new double[0], 1), 1, 1e-12,
    "two disks at speeds 1 and -1",
    "2 K = 2, and twice the area is 2");
checkNear(pressure(opposed, new double[]{3, 3}, 2), 1, 1e-12,
    "the same with virials 3 and 3, side 2");
checkNear(pressure(flowing, new double[0], 1), 1, 1e-12,
    "the two disks seen from a train",
    "take off the mean velocity of each axis");
// BEGIN HIDDEN TESTS
checkNear(pressure(new double[][]{{1, 2, 6}, {0, 3, 0}}, new double[]{-2, 5}, 3), 23.0 / 18, 1e-12, "three disks");
// END HIDDEN TESTS

// %% id=pressure-wrong-flow role=wrong of=pressure-answer-cell
double pressure(double[][] v, double[] virials, double side) {
    double twice = Arrays.stream(virials).sum();
    for (double[] component : v)
        for (double x : component) twice += x * x;
    return twice / (2 * side * side);
}

// %% id=pressure-wrong-kinetic role=wrong of=pressure-answer-cell
double pressure(double[][] v, double[] virials, double side) {
    double twice = Arrays.stream(virials).sum();
    for (double[] component : v) {
        double mean = Arrays.stream(component).average().getAsDouble();
        for (double x : component) twice += (x - mean) * (x - mean) / 2;
    }
    return twice / (2 * side * side);
}

// %% id=pressure-wrong-space role=wrong of=pressure-answer-cell
double pressure(double[][] v, double[] virials, double side) {
    double twice = Arrays.stream(virials).sum();
    for (double[] component : v) {
        double mean = Arrays.stream(component).average().getAsDouble();
        for (double x : component) twice += (x - mean) * (x - mean);
    }
    return twice / (3 * side * side);
}

// %% [markdown] id=rate-task
// ### 5 How fast is the future lost? (3 points)
//
// Twins are at the distances `d[k]` at the times `t[k]`. Write `lyapunov(t, d, least, most)`: the slope of the straight line
// through $\ln d$ against $t$ by least squares, from those points alone with `least <= d <= most`. (Below is the noise of
// rounding, above the box is too small.)

// %% id=rate role=answer
double lyapunov(double[] t, double[] d, double least, double most) {
    // BEGIN SOLUTION
    int[] used = IntStream.range(0, t.length).filter(k -> d[k] >= least && d[k] <= most).toArray();
    double[] x = Arrays.stream(used).mapToDouble(k -> t[k]).toArray();
    double[] y = Arrays.stream(used).mapToDouble(k -> log(d[k])).toArray();
    return Regression.of(x, y).slope().value();
    // END SOLUTION
}

// %% [markdown] id=rate-hint role=hint of=rate
// First choose the points, then take logarithms: a distance of 0 has none.

// %% [markdown] id=rate-hint-2 role=hint of=rate
// Collect the numbers `k` that count (`IntStream.range(...).filter(...)`), make arrays of `t[k]` and of `log(d[k])`, and ask
// `Regression.of(x, y).slope().value()`.

// %% id=rate-test role=test of=rate points=3
double[] clock = {0, 1, 2, 3, 4, 5};
double[] doubling = {0, 1e-8, 2e-8, 4e-8, 8e-8, 1};
checkNear(lyapunov(clock, doubling, 1e-9, 1e-3), log(2), 1e-9,
    "distances that double, with a 0 before and a 1 behind",
    "only what lies between least and most");
double[] tenfold = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1};
checkNear(lyapunov(clock, tenfold, 1e-9, 1), log(10), 1e-9,
    "ten times in each unit of time", "natural logarithms");
// BEGIN HIDDEN TESTS
checkNear(lyapunov(clock, new double[]{1e-6, exp(-12), 1e-4, exp(-9), 1e-12, exp(-8)}, 1e-6, 0.1),
    Regression.of(new double[]{0, 1, 2, 3, 5}, new double[]{log(1e-6), -12, log(1e-4), -9, -8}).slope().value(), 1e-9,
    "scattered distances, one of them too small");
// END HIDDEN TESTS

// %% id=rate-wrong-all role=wrong of=rate
double lyapunov(double[] t, double[] d, double least, double most) {
    double[] y = Arrays.stream(d).map(x -> log(max(x, least))).toArray();
    return Regression.of(t, y).slope().value();
}

// %% id=rate-wrong-ten role=wrong of=rate
double lyapunov(double[] t, double[] d, double least, double most) {
    int[] used = IntStream.range(0, t.length).filter(k -> d[k] >= least && d[k] <= most).toArray();
    double[] x = Arrays.stream(used).mapToDouble(k -> t[k]).toArray();
    double[] y = Arrays.stream(used).mapToDouble(k -> Math.log10(d[k])).toArray();
    return Regression.of(x, y).slope().value();
}

// %% id=rate-wrong-linear role=wrong of=rate
double lyapunov(double[] t, double[] d, double least, double most) {
    int[] used = IntStream.range(0, t.length).filter(k -> d[k] >= least && d[k] <= most).toArray();
    double[] x = Arrays.stream(used).mapToDouble(k -> t[k]).toArray();
    double[] y = Arrays.stream(used).mapToDouble(k -> d[k]).toArray();
    return Regression.of(x, y).slope().value();
}

// %% [markdown] id=well-done
// All green? Then you can follow Newton's disks, know what they keep, and tell for how long to believe them.
