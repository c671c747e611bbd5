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
// gone for good.

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
Fluid start = melt(32, Rng.seeded(1));
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

// %% id=step
void add(double[][] a, double factor, double[][] b) {
    for (int c = 0; c < 2; c++)
        for (int i = 0; i < a[c].length; i++) a[c][i] += factor * b[c][i];
}
double[][] plainVerlet(Fluid fluid, double dt, int steps) {
    double[][] r = fluid.positions(), v = fluid.velocities();
    double side = fluid.box().width();
    double[][] f = repulsion(r, side);
    for (int step = 0; step < steps; step++) {
        add(v, dt / 2, f);
        add(r, dt, v);
        f = repulsion(r, side);
        add(v, dt / 2, f);
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
double[][] plain = plainVerlet(start, 0.001, 100);
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
figure("Kinetic, potential, and their sum").axes("t / t₀", "energy per disk / ε")
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
    + Digits.of(swing(nve.angularMomentum(2)), 3));

// %% [markdown] id=momentum-answer
// The energy swings, but does not drift. Momentum is kept to rounding: each pair gives and takes the same, whatever the
// step is. But angular momentum is not kept at all! No bug: a force through the wall of a periodic box acts on two
// places that are a box apart, so it has a lever. Space in a square box is not round. Without walls it is: a hundred
// disks set free in the middle of a box so large that nothing reaches its edge.

// %% id=open
Fluid drop() {
    var places = melt(10, Rng.seeded(2)).configuration();
    double[][] r = {places.x(), places.y()};
    for (double[] x : r) for (int i = 0; i < x.length; i++) x[i] += 100;
    return Fluid.of(PeriodicBox.square(200), r, new double[2][100])
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
figure("The energy's swing").logX().logY().axes("time step Δt / t₀", "error of (K + U) / N")
    .points("largest", steps, largest).points("mean square", steps, square)

// %% id=slopes
double[] logs(double[] x) {
    return Arrays.stream(x).map(Math::log).toArray();
}
display("largest ~ Δt to the power "
    + Digits.of(Regression.of(logs(steps), logs(largest)).slope().value(), 3));
display("mean square ~ Δt to the power "
    + Digits.of(Regression.of(logs(steps), logs(square)).slope().value(), 3));

// %% [markdown] id=order-answer
// Sixteen times: the amplitude grows as $\Delta t^2$, its square as $\Delta t^4$. So a step is chosen by
// trial: halve it, and see what you gain. (The topmost step is near the end: a little more, and the disks jump into each
// other.)
//
// Order is not everything. Euler's rules, with the same number of forces a step:

// %% id=rules
Fluid few = melt(16, Rng.seeded(4));
var compared = figure("Three rules, Δt = 0.001").axes("t / t₀", "change of (K + U) / N")
    .rangeY(-0.02, 0.1);
for (Deterministic rule : List.of(new ExplicitEuler(0.001),
        new SemiImplicitEuler(0.001), new VelocityVerlet(0.001))) {
    var run = rule.run(few, forces, 2000, Every.steps(10));
    double[] e = run.energyPerParticle();
    compared.line(rule.getClass().getSimpleName(), run.time(),
        Arrays.stream(e).map(x -> x - e[0]).toArray());
}
compared

// %% [markdown] id=rules-answer
// Explicit Euler heats the fluid without end. The other two are **symplectic**: they follow, exactly, a mechanics whose
// energy is a little different from ours, and which *that* one keeps. Hence a swing and no drift.

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
double[] miss = Arrays.stream(turn).map(t -> there((int) (1000 * t))).toArray();
for (int k = 0; k < 6; k++)
    display("turned at t = " + turn[k] + ": home but for " + Digits.of(miss[k], 1));

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
    one.frames().get(k).positions(), two.frames().get(k).positions())).toArray();
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
        g[b] /= frames.size() * start.size() * start.numberDensity() * ring / 2;
    }
    return g;
}

// %% id=g-picture
double[] g = pairDistribution(nve.frames(), 0.02, 250);
double[] r = IntStream.range(0, 250).mapToDouble(b -> 0.02 * (b + 0.5)).toArray();
figure("How disks stand around a disk").axes("distance r / a", "g")
    .line("g(r)", r, g).guide("no order", 0, 1, 5, 1)

// %% [markdown] id=g-answer
// Nobody nearer than 0.85, a first ring at about 1.15, a second, a third; far away a disk knows nothing of
// another. And $g$ holds more than a picture: the energy is a sum over pairs, so $U/N = \pi \rho \int u(r)\, g(r)\, r\, dr$.

// %% id=g-energy
double fromG = IntStream.range(0, 150)
    .mapToDouble(b -> PI * 0.64 * pow(r[b], -12) * g[b] * r[b] * 0.02).sum();
display("U / N from g(r): " + Digits.of(fromG, 3));
display("U / N measured:  " + Digits.of(Arrays.stream(
    nve.potentialPerParticle()).average().getAsDouble(), 3));

// %% [markdown] id=pressure-text
// ## 7 The pressure, three times
//
// In the plane $P A = N T + \frac12 \sum_{\text{pairs}} \mathbf r \cdot \mathbf f$ (the virial of Clausius). For $r^{-12}$
// each pair has $\mathbf r \cdot \mathbf f = 12\, u$, so $P = \rho\, (T + 6\, U / N)$ must come out, to the last digit. And,
// quite another way: stretch the box and all places a little, and see what energy that costs, $P = \rho T - \langle dU/dA
// \rangle$.

// %% id=pressure
double energyOf(Fluid fluid) {
    State state = State.of(fluid);
    try (var kernel = forces.kernel(state)) {
        kernel.compute(state);
    }
    return state.energy;
}
Fluid end = nve.last();
double area = end.box().area(), T = end.temperature(), h = 1e-4;
double slope = (energyOf(end.scaled(1 + h)) - energyOf(end.scaled(1 - h)))
    / (4 * h * area);
double perDisk = energyOf(end) / 1024;
display("virial:       " + Digits.of(nve.pressure()[nve.time().length - 1], 6));
display("ρ (T + 6U/N): " + Digits.of(0.64 * (T + 6 * perDisk), 6));
display("stretching:   " + Digits.of(0.64 * T - slope, 6));

// %% [markdown] id=pressure-answer
// Three ways, one number. A wrong sign, a pair counted twice, a forgotten image: each would break at least one of these. **A
// simulation is believed for the checks that it has passed.**

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
