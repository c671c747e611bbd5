// %% [markdown] id=question
// # Monte Carlo of particles: the fluid without a clock
//
// Lesson 06 followed a thousand disks through cold water: forces, friction, kicks, thousands of steps. What it wrote down
// in the end was often an *average*: an energy, a structure. For averages there is another road, that of lesson 03. Propose
// something, ask what it costs, take it or leave it. It knows no force, no friction and no time.
//
// Does it arrive at the same fluid? Where there is equilibrium it must, and we shall count standard errors. But a fluid that
// falls apart has no average, only a history. **Can a method without time tell a history?**
//
// You need: lessons 03 and 06.

// %% [markdown] id=price-text
// ## 1 What a move costs
//
// The fluid is that of lesson 06: Lennard-Jones disks, $u(r) = 4 (r^{-12} - r^{-6})$ up to $r = 2.5$, in a periodic
// square at the density 0.64. Only energies are needed, and of the squared distance, so there is no root to take:

// %% id=pair-energy role=setup
double nearest(double difference, double side) {
    return difference - side * Math.rint(difference / side);
}
/** Lennard-Jones, of the squared distance, cut at 2.5. */
double pairEnergy(double rr) {
    double s = 1 / (rr * rr * rr);
    return rr < 6.25 ? 4 * s * (s - 1) : 0;
}

// %% id=energies role=setup
/** The energy of disk i with all others, if it stood at (x, y). */
double energyAt(double[][] r, int i, double x, double y, double side) {
    double sum = 0;
    for (int j = 0; j < r[0].length; j++) {
        double dx = nearest(x - r[0][j], side);
        double dy = nearest(y - r[1][j], side);
        if (j != i) sum += pairEnergy(dx * dx + dy * dy);
    }
    return sum;
}
/** The energy of all: each pair is met twice. */
double totalEnergy(double[][] r, double side) {
    double sum = 0;
    for (int i = 0; i < r[0].length; i++)
        sum += energyAt(r, i, r[0][i], r[1][i], side) / 2;
    return sum;
}

// %% [markdown] id=price-question
// A move shifts *one* disk. **Before you run the next cell:** for 1,024 disks, how many pair energies does it take to learn
// what the move costs, if you add up the total energy before and after? And how many does it really take?

// %% id=price
long n = 1024;
display("two totals: " + 2 * (n * (n - 1) / 2) + " pairs");
display("one disk at its old and its new place: " + 2 * (n - 1));

// %% [markdown] id=price-answer
// All pairs without the moved disk are the same before and after: they cancel. The price of a move is $O(N)$, not $O(N^2)$
// (and with lists of neighbours, as the kit has them, $O(1)$). That difference is what makes the method possible.
//
// ## 2 The sampler
//
// Draw a disk, draw a shift, uniform in $[-\delta, \delta]$ along each axis, and let $e^{-\Delta U / T}$ decide. A **sweep**
// is as many moves as there are disks. That is all of it, and the energy is kept by adding up what moves cost:

// %% id=try
/** What the move added to the energy; NaN if it was rejected. */
double tryMove(double[][] r, double side, double T, double step, Rng rng) {
    int i = rng.nextInt(r[0].length);
    double x = r[0][i] + step * (2 * rng.nextDouble() - 1);
    double y = r[1][i] + step * (2 * rng.nextDouble() - 1);
    double cost = energyAt(r, i, x, y, side)
        - energyAt(r, i, r[0][i], r[1][i], side);
    if (cost > 0 && rng.nextDouble() >= exp(-cost / T)) return Double.NaN;
    r[0][i] = x;
    r[1][i] = y;
    return cost;
}

// %% id=sweep
/** What a sweep added to the energy. */
double sweep(double[][] r, double side, double T, double step, Rng rng) {
    double added = 0;
    for (int m = 0; m < r[0].length; m++) {
        double cost = tryMove(r, side, T, step, rng);
        if (!Double.isNaN(cost)) added += cost;
    }
    return added;
}

// %% [markdown] id=running-question
// **Before you run the next cell:** 144 disks, 300 sweeps, 43,200 moves. The energy was added up move by move and never
// computed afresh. How far is it from that of the final places?

// %% id=running
Fluid lattice = Fluid.squareLattice(12, 0.64);
double[][] places = lattice.positions();
double running = totalEnergy(places, 15);
Rng dice = Rng.seeded(1);
for (int t = 0; t < 300; t++)
    running += sweep(places, 15, 1, 0.15, dice);
display("added up:  " + Digits.of(running, 10));
display("afresh:    " + Digits.of(totalEnergy(places, 15), 10));
display("difference " + Digits.of(running - totalEnergy(places, 15), 1));

// %% [markdown] id=running-answer
// Rounding. **This is the best test that a sampler has**, and costs one line: a wrong image, a stale number, a disk that
// meets itself, and the two energies part. (It does not see everything: section 3.) The kit makes this test at every
// measurement.
//
// The kit's sampler `Nvt` draws its random numbers in the same order as ours. So with the same seed it should not only have
// the same averages but go *the same way*:

// %% id=twins
var lj = new LennardJones().cutAt(2.5);
var kit = new Nvt(1).step(0.15).run(lattice, lj, Sweeps.of(300),
    Rng.seeded(1));
double[][] there = kit.last().positions();
double apart = 0;
for (int c = 0; c < 2; c++)
    for (int i = 0; i < 144; i++)
        apart = max(apart, abs(nearest(places[c][i] - there[c][i], 15)));
display("largest distance between the two: " + Digits.of(apart, 1));
display("acceptance " + kit.acceptance());

// %% [markdown] id=two-text
// ## 3 Two disks, where the answer is known
//
// Two disks in a box of side 5: one distance, so Boltzmann's average is a single integral,
//
// $$\langle U \rangle = \frac{\int u\, e^{-u/T}\, 2 \pi r\, dr}{A + \int (e^{-u/T} - 1)\, 2 \pi r\, dr}.$$

// %% id=exact role=setup
/** The mean energy of two disks in a box of side 5, by integration. */
double exactPair(double T) {
    double z = 25, sum = 0, dr = 1e-4;
    for (int k = 0; k < 25_000; k++) {
        double r = (k + 0.5) * dr, u = pairEnergy(r * r), w = exp(-u / T);
        z += 2 * PI * r * dr * (w - 1);
        sum += 2 * PI * r * dr * u * w;
    }
    return sum / z;
}

// %% id=walker role=setup
/** For the exercises: a sweep says which share of its moves was taken. */
interface Walker {
    double sweep(double step);
    double energy();
}

// %% id=two-walk
/** Mean energy over all moves, over the moves taken, share taken. */
double[] pairWalk(double T, double step, int moves, Rng rng) {
    double[][] r = {{1, 3}, {1, 1}};
    double all = 0, some = 0, taken = 0;
    for (int m = 0; m < moves; m++) {
        boolean moved = !Double.isNaN(tryMove(r, 5, T, step, rng));
        double u = totalEnergy(r, 5);
        all += u;
        if (moved) some += u;
        if (moved) taken++;
    }
    return new double[]{all / moves, some / taken, taken / moves};
}

// %% [markdown] id=two-question
// **Before you run the next cell:** a rejected move leaves the energy as it was. If we leave those moves out of the
// average, is it too high, too low, or right?

// %% id=two
double[] cool = {0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1};
double[][] walks = Arrays.stream(cool).mapToObj(
    T -> pairWalk(T, 1, 60_000, Rng.seeded(2))).toArray(double[][]::new);
double[] column(double[][] rows, int c) {
    return Arrays.stream(rows).mapToDouble(row -> row[c]).toArray();
}
figure("Two disks").axes("temperature T", "mean energy / ε")
    .points("all moves counted", cool, column(walks, 0))
    .points("moves taken alone", cool, column(walks, 1))
    .curve("exact", T -> exactPair(T), 0.19, 1.02)

// %% [markdown] id=two-answer
// Too high: the pair *stays* together by rejecting, so its deep states are counted too rarely. The sum of what moves
// added is right all the same! The test of section 2 looks at the walk, not at what you count. Hence two tests: energies
// that agree, **and a law that is known**.
//
// ## 4 How long a step?
//
// Short steps are nearly always taken and lead nowhere, long ones are nearly always refused. **Before you run the next
// cell:** the kit tries six lengths on 64 disks at $T = 1$. Which acceptance forgets the energy fastest: 90 %,
// 40 % or 10 %?

// %% id=steps
double[] lengths = {0.03, 0.06, 0.12, 0.25, 0.5, 1};
Fluid warm = new Nvt(1).run(Fluid.squareLattice(8, 0.64), lj,
    Sweeps.of(200), Rng.seeded(3)).last();
List<Estimate> memory = new ArrayList<>();
double[] taken = new double[6];
for (int k = 0; k < 6; k++) {
    var run = new Nvt(1).step(lengths[k])
        .run(warm, lj, Sweeps.of(4000), Rng.seeded(4 + k));
    memory.add(Autocorrelation.of(run.potentialEnergy()).integratedTime());
    taken[k] = run.acceptance().rate();
}
errorBars("What a step is worth", taken, memory).rangeY(0, 35)
    .axes("share of moves taken", "autocorrelation time of U / sweeps")

// %% [markdown] id=steps-answer
// The best lies in the middle, and it is flat: anything from a fifth to a half of all moves is good. So one can let the
// program find the step: longer if more is taken than wanted, shorter if less. `Sweeps.of(n).after(m)` does that in `m`
// sweeps *before* it measures, and then never again.
//
// **Why never again?** A step that depends on what happened before is a memory, and a walk with a memory is no Markov chain:
// detailed balance is broken. Here are the two disks once more. After each move the step becomes 20 % longer if it
// was taken, and 20 % shorter if not; all moves are counted:

// %% id=restless
double restless(double T, int moves, Rng rng) {
    double[][] r = {{1, 3}, {1, 1}};
    double sum = 0, step = 1;
    for (int m = 0; m < moves; m++) {
        boolean moved = !Double.isNaN(tryMove(r, 5, T, step, rng));
        step = Math.clamp(step * (moved ? 1.2 : 1 / 1.2), 0.01, 2.5);
        sum += totalEnergy(r, 5);
    }
    return sum / moves;
}
double[] tuned = Arrays.stream(cool)
    .map(T -> restless(T, 60_000, Rng.seeded(10))).toArray();
figure("A step that learns while one measures")
    .axes("temperature T", "mean energy / ε")
    .points("step held", cool, column(walks, 0))
    .points("step tuned all the time", cool, tuned)
    .curve("exact", T -> exactPair(T), 0.19, 1.02)

// %% [markdown] id=restless-answer
// Too low, by up to a quarter, and smooth and plausible as ever. In the well most moves are refused, so the step shrinks
// there, and with short steps the pair stays in. With many disks, and a step tuned once in a sweep, the error is
// smaller, because the luck of one hardly shows. But nobody tells you how small, and a step that stays costs nothing.

// %% [markdown] id=blocks-text
// ## 5 An error for the average
//
// Now an average in earnest: 64 disks at $T = 1$, the step found in 500 sweeps and held for 60,000. (So few, because
// section 6 compares with slower methods.) What is measured now resembles what was measured just before, so the naive
// error $s / \sqrt n$ is too small (lesson 01). Blocks that grow until they know nothing of each other give the true one:

// %% id=average
var metropolis = new Nvt(1).run(warm, lj,
    Sweeps.of(60_000).after(500).every(2).frames(150), Rng.seeded(23));
var blocks = Blocking.of(metropolis.potentialPerParticle());
display("step " + Digits.of(metropolis.step(), 3) + ", taken "
    + metropolis.acceptance());
display("U / N = " + blocks.estimate());

// %% id=blocks
var levels = blocks.levels().subList(0, 11);
errorBars("The error of U / N", levels.stream()
        .mapToDouble(level -> 2 * level.blockLength()).toArray(),
    levels.stream().map(Blocking.Level::error).toList()).logX()
    .axes("length of a block / sweeps", "standard error / ε")

// %% [markdown] id=three-text
// The naive error, on the left, is less than half of the true one. (The last bit of memory is long: waves of density
// across the box.)
//
// ## 6 Three roads to one fluid
//
// The heat baths of physics lead to the same law, *if their time step is zero*:
//
// - **Langevin**, that of lesson 06: disks with mass and velocity, $\Delta t$ around 0.01;
// - **Brownian**, without mass: $\Delta \mathbf r = \mathbf f\, \Delta t + \sqrt{2 T \Delta t}\; \boldsymbol \xi$, by
//   Maruyama's rule. A kick can throw a disk deep into another, and the next step answers with a force out of all proportion:

// %% id=explosion
var forces = lj.by(PairMethod.PACKED);
Fluid fair = metropolis.last();
try {
    new EulerMaruyama(0.001, 1, 1).run(fair, forces, 100_000,
        Every.steps(1000), Rng.seeded(22));
} catch (UserError e) {
    display(e.getMessage());
}

// %% [markdown] id=roads-question
// So its steps are thirty times shorter than Langevin's.
//
// Both baths make an error that vanishes with $\Delta t$. Metropolis has none: its steps may be long, and yet each is
// exact. **Before you run the next cells:** two disks collide head on. A step too long takes them too far into each
// other. Is the mean energy of a finite time step too high or too low?

// %% id=roads
MdRun langevin(double dt) {
    return new Langevin(dt, 1, 1).run(fair.thermalised(1, Rng.seeded(21)),
        forces, round(1000 / dt), Every.steps(round(0.1 / dt))
            .frames(round(2 / dt)), Rng.seeded(round(1e3 * dt)));
}
MdRun brownian(double dt) {
    return new EulerMaruyama(dt, 1, 1).run(fair, forces, round(25 / dt),
        Every.steps(round(0.05 / dt)), Rng.seeded(round(1e6 * dt)));
}

// %% id=roads-heavy
double[] heavySteps = {0.005, 0.01, 0.02};
var heavy = Arrays.stream(heavySteps).mapToObj(dt -> langevin(dt)).toList();

// %% id=roads-light
double[] lightSteps = {0.00012, 0.0002, 0.0003};
var light = Arrays.stream(lightSteps).mapToObj(dt -> brownian(dt)).toList();

// %% id=roads-lines
List<Estimate> energies(List<MdRun> runs) {
    return runs.stream().map(run ->
        Blocking.of(run.potentialPerParticle()).estimate()).toList();
}
var heavyLine = Regression.weighted(heavySteps, energies(heavy));
var lightLine = Regression.weighted(lightSteps, energies(light));

// %% id=roads-picture
double[] none = {0};
display(figure("Disks with mass").axes("time step Δt / t₀", "U / N / ε")
    .errorBars("Langevin", heavySteps, energies(heavy))
    .errorBars("Metropolis", none, List.of(blocks.estimate()))
    .curve("line", dt -> heavyLine.at(dt), 0, 0.021));
figure("Disks without mass").axes("time step Δt / t₀", "U / N / ε")
    .errorBars("Brownian", lightSteps, energies(light))
    .errorBars("Metropolis", none, List.of(blocks.estimate()))
    .curve("line", dt -> lightLine.at(dt), 0, 0.00032)

// %% id=roads-numbers
double sigmasApart(Estimate a, Estimate b) {
    return abs(a.value() - b.value()) / Math.hypot(a.error(), b.error());
}
display("Metropolis " + blocks.estimate());
for (Regression road : List.of(heavyLine, lightLine))
    display("Δt → 0: " + road.intercept() + ", apart by " + Digits.of(
        sigmasApart(road.intercept(), blocks.estimate()), 2)
        + " standard errors of the difference");
display("Langevin at 0.02 alone: apart by " + Digits.of(
    sigmasApart(energies(heavy).get(2), blocks.estimate()), 2));

// %% [markdown] id=roads-answer
// Too high, and the more so the longer the step; **at $\Delta t \to 0$ all three meet** within their errors. The step 0.01
// of lesson 06 costs about 0.2 % of the energy. Mind how the comparison was made: three steps, a line with the weights of
// its points, and the error of *both* sides. The bath at 0.02 alone, with its small statistical error, would have missed
// by more than five of them.
//
// The same for the structure: $g(r)$, with each ring brought to $\Delta t = 0$ by a line of its own.

// %% id=g
var gWalk = RadialDistribution.of(metropolis.frames(), 5, 50);
var gBath = heavy.stream()
    .map(run -> RadialDistribution.of(run.frames(), 5, 50)).toList();
Estimate bathAtZero(int bin) {
    return Regression.weighted(heavySteps, gBath.stream()
        .map(g -> g.g().get(bin)).toList()).intercept();
}
List<Estimate> difference = IntStream.range(9, 50).mapToObj(bin -> {
    Estimate bath = bathAtZero(bin), walk = gWalk.g().get(bin);
    return new Estimate(bath.value() - walk.value(),
        Math.hypot(bath.error(), walk.error()));
}).toList();

// %% id=g-picture
double[] rings = Arrays.copyOfRange(gWalk.r(), 9, 50);
display(figure("How disks stand around a disk").axes("distance r / a", "g")
    .line("Metropolis", gWalk.r(), gWalk.values())
    .points("Langevin, Δt → 0", rings, IntStream.range(9, 50)
        .mapToDouble(bin -> bathAtZero(bin).value()).toArray()));
errorBars("Langevin at Δt → 0, less Metropolis", rings, difference)
    .axes("distance r / a", "difference of g").guide("0", 0.9, 0, 5, 0)

// %% id=g-numbers
double[] off = difference.stream()
    .mapToDouble(d -> abs(d.value()) / d.error()).toArray();
display("rings off by more than 2 standard errors: " + Arrays.stream(off)
    .filter(s -> s > 2).count() + " of " + off.length);
display("the largest: " + Digits.of(Arrays.stream(off).max().orElse(0), 2));

// %% [markdown] id=quench-question
// One in twenty may be, and rings side by side share their luck. So at $T = 1$ Metropolis gives what the bath gives,
// without forces, without a time step to bring to zero.
//
// ## 7 A quench, told by sweeps
//
// Now the separation of lesson 06: 1,024 disks in a box of 40, 1,000 sweeps with $\delta = 0.15$ at $T = 5$, then at one
// stroke $T = 0.2$. We do it with two steps, 0.15 and 0.05, and, from the same hot disks, by both baths. (Here are 6,000
// sweeps, 4,000 with the short step, and brief baths; `./matterbook fluid run a8` makes 50,000 sweeps, `fluid run a6` the
// bath to $t = 100$.)
//
// **Before you run the next cells:** both samplers have the same law. After 4,000 sweeps, are their fluids equally coarse?

// %% id=quench
Fluid hot = new Nvt(5).step(0.15).run(Fluid.squareLattice(32, 0.64), lj,
    Sweeps.of(1000).every(1000), Rng.seeded(30)).last();
McRun quench(double step, int sweeps) {
    return new Nvt(0.2).step(step).run(hot, lj,
        Sweeps.of(sweeps).every(50).frames(500), Rng.seeded(31));
}
McRun bold = quench(0.15, 6000), timid = quench(0.05, 4000);

// %% id=quench-baths
MdRun heavyBath = new Langevin(0.01, 1, 0.2).run(
    hot.thermalised(5, Rng.seeded(32)), forces, 3000,
    Every.steps(25).frames(250), Rng.seeded(33));
MdRun lightBath = new EulerMaruyama(0.0005, 1, 0.2).run(hot, forces, 8000,
    Every.steps(200).frames(1000), Rng.seeded(34));

// %% id=quench-sweeps
double[] later(double[] x) {
    return Arrays.copyOfRange(x, 1, x.length);
}
figure("A quench to T = 0.2, in sweeps").logX().axes("sweeps", "U / N / ε")
    .line("δ = 0.15", later(bold.sweep()),
        later(bold.potentialPerParticle()))
    .line("δ = 0.05", later(timid.sweep()),
        later(timid.potentialPerParticle()))

// %% [markdown] id=quench-answer
// No. The same law says where they go, not how fast, and a sweep with short steps gets less far. **A sweep is no time.**
// Can it be made one? In a sweep each disk has a trial on average, of mean square $\delta^2/3$ along an axis, and the
// share $a$ is taken. A Brownian disk has $\langle \Delta x^2 \rangle = 2 T t / \zeta$. So let a sweep be worth
//
// $$t = \frac{a\, \delta^2 \zeta}{6\, T},$$
//
// and draw the same curves again, with those of the two baths.

// %% id=quench-time
double[] clock(McRun run, double step) {
    double worth = run.acceptance().rate() * step * step / (6 * 0.2);
    return Arrays.stream(run.sweep()).map(s -> s * worth).toArray();
}
figure("The same, in time").logX().axes("t / t₀", "U / N / ε").rangeX(0.1, 40)
    .line("δ = 0.15", later(clock(bold, 0.15)),
        later(bold.potentialPerParticle()))
    .line("δ = 0.05", later(clock(timid, 0.05)),
        later(timid.potentialPerParticle()))
    .line("Brownian bath", later(lightBath.time()),
        later(lightBath.potentialPerParticle()))
    .line("Langevin bath", later(heavyBath.time()),
        later(heavyBath.potentialPerParticle()))

// %% id=growth
double[] size(List<Fluid> frames) {
    return later(DomainGrowth.of(new double[frames.size()], frames, 2.5).size());
}
XYFigure grown = figure("The pattern coarsens").logX()
    .axes("t / t₀", "size of the pattern ℓ / a").rangeX(0.4, 40);
void grow(String name, double[] time, List<Fluid> frames) {
    grown.line(name, later(time), size(frames));
}
double[] frameClock(McRun run, double step) {
    double worth = clock(run, step)[1] / 50;
    return Arrays.stream(run.frameSweeps()).map(s -> s * worth).toArray();
}
grow("δ = 0.15", frameClock(bold, 0.15), bold.frames());
grow("δ = 0.05", frameClock(timid, 0.05), timid.frames());
grow("Brownian bath", lightBath.frameTimes(), lightBath.frames());
grow("Langevin bath", heavyBath.frameTimes(), heavyBath.frames());
grown

// %% [markdown] id=time-answer
// The two samplers and the Brownian bath now run close together: a walk of short steps *is* Brownian motion, and the
// clock of a sweep is known. (Roughly. A step of 0.15 is not short, and $a$ changes on the way.) Disks with mass tell
// another history: at first they keep their speed of $T = 5$ and the energy falls late; then they overtake. No counting
// of sweeps turns one into the other. **Who reports a growth against sweeps, and not the step, has reported nothing.**
//
// What do the states have in common? Sizes, clusters, hexagons:

// %% id=states
Fluid mild = new Nvt(1).run(hot, lj, Sweeps.of(600), Rng.seeded(35)).last();
void describe(String name, Fluid fluid) {
    display(name + ": ℓ = " + Digits.of(2 * PI / StructureFactor.of(fluid, 2.5)
            .firstMoment().value(), 3)
        + ", clusters of reach 1.5: " + Clusters.of(fluid, 1.5).count()
        + ", of 1.2: " + Clusters.of(fluid, 1.2).count()
        + ", hexatic order around a disk "
        + Digits.of(HexaticOrder.of(fluid).meanLocal(), 2)
        + ", of all " + Digits.of(HexaticOrder.of(fluid).global(), 2));
}
describe("T = 5", hot);
describe("T = 1", mild);
describe("T = 0.2, Metropolis", bold.last());
describe("T = 0.2, Langevin", heavyBath.last());

// %% [markdown] id=states-answer
// At $T = 0.2$ both roads lead to the same kind of state: a pattern twice as coarse, and around a disk the order of a
// hexagon, $|\psi_6|$ up from 0.4 to 0.7. The hexagons of different grains point different ways, so the order of all
// stays low.
//
// Clusters tell less than one would hope. With the usual reach of 1.5 nearly all disks hang together *at any
// temperature*, and with 1.2 the hot fluids have a hundred clusters and the cold ones a handful. A count that depends so
// much on the reach is no proof of anything. Mind the row $T = 1$: in every number it is a hot fluid. One can read that
// this system separates "around $T^* = 1$", but the critical point of the plane is near 0.5 (lesson 06).

// %% id=picture-walk
disks("Metropolis, 6,000 sweeps after the quench", bold.last(),
    DiskColour.NEIGHBOURS)

// %% id=picture-bath
disks("Langevin, t = 30 after the quench", heavyBath.last(),
    DiskColour.NEIGHBOURS)

// %% [markdown] id=learned
// ## What we learned
//
// - A move costs the energy of one disk, twice; the running energy must be that of the places.
// - A rejected move counts, and a step is tuned before one measures, never while.
// - At $T = 1$ Metropolis and both baths agree, in energy and $g(r)$, once the baths' time step is brought to zero.
// - Falling apart has no average. Metropolis goes through the same kind of states, and sweeps are no time; for short
//   steps they can be counted as Brownian time, never as that of disks with mass.
//
// Next lesson: boxes that breathe, and disks that come and go.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Seven tools for a walk without a clock
//
// Places are arrays `r[c][i]`: coordinate `c` = 0, 1 of disk `i`, in a periodic square of side `side`. From the lecture
// you may use `nearest`, `pairEnergy`, `energyAt`, `totalEnergy` and `exactPair`. Where a check looks at an average, a
// right answer fails it for one seed in a million, and the seed is fixed.

// %% [markdown] id=ghosts-task
// ### 1 Find two bugs: ghosts (2 points)
//
// Disks have diameters $a_i$, and a pair the energy $u(r / a_{ij})$ with $a_{ij} = (a_i + a_j)/2$. This program says what it
// costs to put disk `i` to `(x, y)`. Its author sees that short moves are hardly ever taken, and that the energy added up
// is not that of the places.
//
// ```java
// double cost(double[][] r, double[] a, int i, double x, double y,
//         double side) {
//     double cost = 0;
//     for (int j = 0; j < a.length; j++) {
//         double aij = (a[i] + a[j]) / 2;
//         double dx = x - r[0][j], dy = y - r[1][j];
//         if (dx > side / 2) dx -= side;
//         if (dy > side / 2) dy -= side;
//         cost += pairEnergy((dx * dx + dy * dy) / (aij * aij));
//         if (j == i) continue;
//         dx = r[0][i] - r[0][j];
//         dy = r[1][i] - r[1][j];
//         if (dx > side / 2) dx -= side;
//         if (dy > side / 2) dy -= side;
//         cost -= pairEnergy((dx * dx + dy * dy) / (aij * aij));
//     }
//     return cost;
// }
// ```
//
// Write it as it was meant.

// %% id=ghosts role=answer
double cost(double[][] r, double[] a, int i, double x, double y, double side) {
    // BEGIN SOLUTION
    double cost = 0;
    for (int j = 0; j < a.length; j++) {
        if (j == i) continue;
        double aij = (a[i] + a[j]) / 2;
        double dx = nearest(x - r[0][j], side), dy = nearest(y - r[1][j], side);
        cost += pairEnergy((dx * dx + dy * dy) / (aij * aij));
        dx = nearest(r[0][i] - r[0][j], side);
        dy = nearest(r[1][i] - r[1][j], side);
        cost -= pairEnergy((dx * dx + dy * dy) / (aij * aij));
    }
    return cost;
    // END SOLUTION
}

// %% [markdown] id=ghosts-hint role=hint of=ghosts
// Which disk stands very close to the new place of disk `i`, after a short move?

// %% [markdown] id=ghosts-hint-2 role=hint of=ghosts
// And the images: a difference can be too large. Can it also be too small?

// %% [markdown] id=ghosts-hint-3 role=hint of=ghosts
// `j == i` has to be left out *before* the first pair energy, and `nearest(difference, side)` knows both sides.

// %% id=ghosts-test role=test of=ghosts points=2
double[] equal = {1, 1};
double[][] lonely = {{5}, {5}}, across = {{9.5, 5}, {5, 5}};
checkNear(cost(lonely, new double[]{1}, 0, 5.1, 5, 10), 0, 1e-12,
    "a move of a disk that is alone", "a disk has no energy with itself");
double[][] walls = {{0.5, 5}, {5, 5}};
checkNear(cost(walls, equal, 1, 9.3, 5, 10), pairEnergy(1.44), 1e-9,
    "to a place 1.2 from a disk, through the right wall");
checkNear(cost(across, equal, 1, 0.7, 5, 10), pairEnergy(1.44), 1e-9,
    "to a place 1.2 from a disk, through the left wall",
    "a difference can be below -side / 2");
double[][] large = {{2, 4}, {5, 5}};
checkNear(cost(large, new double[]{1, 3}, 1, 5, 5, 20),
    pairEnergy(2.25) - pairEnergy(1), 1e-9,
    "diameters 1 and 3, from 2 to 3 apart", "distances over a_ij = 2");
// BEGIN HIDDEN TESTS
var mixture = Fluid.squareLattice(9, 0.5).polydisperse(0.1, Rng.seeded(101));
double kitEnergy(double[][] r) {
    var state = State.of(Fluid.of(mixture.box(), r, new double[2][81]).withDiameters(mixture.diameters()));
    new LennardJones().cutAt(2.5).by(PairMethod.NAIVE).kernel(state).compute(state);
    return state.energy;
}
for (int i = 0; i < 81; i += 8) {
    double[][] before = mixture.positions(), after = mixture.positions();
    after[0][i] -= 0.3;
    after[1][i] += 0.2;
    checkNear(cost(before, mixture.diameters(), i, after[0][i], after[1][i], mixture.box().width()),
        kitEnergy(after) - kitEnergy(before), 1e-9, "a move among 81 unequal disks");
}
// END HIDDEN TESTS

// %% id=ghosts-wrong-as-given role=wrong of=ghosts
double cost(double[][] r, double[] a, int i, double x, double y, double side) {
    double cost = 0;
    for (int j = 0; j < a.length; j++) {
        double aij = (a[i] + a[j]) / 2;
        double dx = x - r[0][j], dy = y - r[1][j];
        if (dx > side / 2) dx -= side;
        if (dy > side / 2) dy -= side;
        cost += pairEnergy((dx * dx + dy * dy) / (aij * aij));
        if (j == i) continue;
        dx = r[0][i] - r[0][j];
        dy = r[1][i] - r[1][j];
        if (dx > side / 2) dx -= side;
        if (dy > side / 2) dy -= side;
        cost -= pairEnergy((dx * dx + dy * dy) / (aij * aij));
    }
    return cost;
}

// %% id=ghosts-wrong-images role=wrong of=ghosts
double cost(double[][] r, double[] a, int i, double x, double y, double side) {
    double cost = 0;
    for (int j = 0; j < a.length; j++) {
        if (j == i) continue;
        double aij = (a[i] + a[j]) / 2;
        double dx = x - r[0][j], dy = y - r[1][j];
        if (dx > side / 2) dx -= side;
        if (dy > side / 2) dy -= side;
        cost += pairEnergy((dx * dx + dy * dy) / (aij * aij));
        dx = r[0][i] - r[0][j];
        dy = r[1][i] - r[1][j];
        if (dx > side / 2) dx -= side;
        if (dy > side / 2) dy -= side;
        cost -= pairEnergy((dx * dx + dy * dy) / (aij * aij));
    }
    return cost;
}

// %% id=ghosts-wrong-self role=wrong of=ghosts
double cost(double[][] r, double[] a, int i, double x, double y, double side) {
    double cost = 0;
    for (int j = 0; j < a.length; j++) {
        double aij = (a[i] + a[j]) / 2;
        double dx = nearest(x - r[0][j], side), dy = nearest(y - r[1][j], side);
        cost += pairEnergy((dx * dx + dy * dy) / (aij * aij));
        if (j == i) continue;
        dx = nearest(r[0][i] - r[0][j], side);
        dy = nearest(r[1][i] - r[1][j], side);
        cost -= pairEnergy((dx * dx + dy * dy) / (aij * aij));
    }
    return cost;
}

// %% id=ghosts-wrong-equal role=wrong of=ghosts
double cost(double[][] r, double[] a, int i, double x, double y, double side) {
    return energyAt(r, i, x, y, side) - energyAt(r, i, r[0][i], r[1][i], side);
}

// %% [markdown] id=counted-task
// ### 2 Find the bug: what is counted (3 points)
//
// This program makes `moves` moves and returns the mean energy. Its running energy is always that of the places. Still its
// mean is wrong, and the colder, the more.
//
// ```java
// double meanEnergy(double[][] r, double side, double T, double step,
//         int moves, Rng rng) {
//     int n = r[0].length, count = 0;
//     double energy = totalEnergy(r, side), sum = 0;
//     for (int m = 0; m < moves; m++) {
//         int i = rng.nextInt(n);
//         double x = r[0][i] + step * (2 * rng.nextDouble() - 1);
//         double y = r[1][i] + step * (2 * rng.nextDouble() - 1);
//         double cost = energyAt(r, i, x, y, side)
//             - energyAt(r, i, r[0][i], r[1][i], side);
//         if (rng.nextDouble() < exp(-cost / T)) {
//             r[0][i] = x;
//             r[1][i] = y;
//             energy += cost;
//             sum += energy;
//             count++;
//         }
//     }
//     return sum / count;
// }
// ```
//
// Write it as it was meant.

// %% id=counted role=answer
double meanEnergy(double[][] r, double side, double T, double step,
        int moves, Rng rng) {
    // BEGIN SOLUTION
    int n = r[0].length;
    double energy = totalEnergy(r, side), sum = 0;
    for (int m = 0; m < moves; m++) {
        int i = rng.nextInt(n);
        double x = r[0][i] + step * (2 * rng.nextDouble() - 1);
        double y = r[1][i] + step * (2 * rng.nextDouble() - 1);
        double cost = energyAt(r, i, x, y, side) - energyAt(r, i, r[0][i], r[1][i], side);
        if (rng.nextDouble() < exp(-cost / T)) {
            r[0][i] = x;
            r[1][i] = y;
            energy += cost;
        }
        sum += energy;
    }
    return sum / moves;
    // END SOLUTION
}

// %% [markdown] id=counted-hint role=hint of=counted
// What does the walk do in a step whose move is rejected, and what does the average do?

// %% [markdown] id=counted-hint-2 role=hint of=counted
// It stays, so its state counts once more: `sum += energy` belongs behind the `if`, and the sum is one over all moves.

// %% id=counted-test role=test of=counted points=3
double[][] bound() {
    return new double[][]{{1, 1 + pow(2, 1 / 6.0)}, {1, 1}};
}
checkNear(meanEnergy(bound(), 5, 1e-9, 1, 100, Rng.seeded(110)), -1, 1e-6,
    "two disks at the lowest energy, as good as at T = 0",
    "every move is rejected, and every one counts");
checkNear(meanEnergy(bound(), 5, 0.4, 1, 200_000, Rng.seeded(111)),
    exactPair(0.4), 0.015, "two disks at T = 0.4 in a box of 5",
    "does the old state count again where a move is rejected?");
// BEGIN HIDDEN TESTS
checkNear(meanEnergy(bound(), 5, 1, 0.7, 100_000, Rng.seeded(112)), exactPair(1), 0.012,
    "two disks at T = 1 in a box of 5");
// END HIDDEN TESTS

// %% id=counted-wrong-as-given role=wrong of=counted
double meanEnergy(double[][] r, double side, double T, double step, int moves, Rng rng) {
    int n = r[0].length, count = 0;
    double energy = totalEnergy(r, side), sum = 0;
    for (int m = 0; m < moves; m++) {
        int i = rng.nextInt(n);
        double x = r[0][i] + step * (2 * rng.nextDouble() - 1), y = r[1][i] + step * (2 * rng.nextDouble() - 1);
        double cost = energyAt(r, i, x, y, side) - energyAt(r, i, r[0][i], r[1][i], side);
        if (rng.nextDouble() < exp(-cost / T)) {
            r[0][i] = x;
            r[1][i] = y;
            energy += cost;
            sum += energy;
            count++;
        }
    }
    return sum / count;
}

// %% id=counted-wrong-over-all role=wrong of=counted
double meanEnergy(double[][] r, double side, double T, double step, int moves, Rng rng) {
    double energy = totalEnergy(r, side), sum = 0;
    for (int m = 0; m < moves; m++) {
        int i = rng.nextInt(r[0].length);
        double x = r[0][i] + step * (2 * rng.nextDouble() - 1), y = r[1][i] + step * (2 * rng.nextDouble() - 1);
        double cost = energyAt(r, i, x, y, side) - energyAt(r, i, r[0][i], r[1][i], side);
        if (rng.nextDouble() >= exp(-cost / T)) continue;
        r[0][i] = x;
        r[1][i] = y;
        energy += cost;
        sum += energy;
    }
    return sum / moves;
}

// %% id=counted-wrong-trial role=wrong of=counted
double meanEnergy(double[][] r, double side, double T, double step, int moves, Rng rng) {
    double energy = totalEnergy(r, side), sum = 0;
    for (int m = 0; m < moves; m++) {
        int i = rng.nextInt(r[0].length);
        double x = r[0][i] + step * (2 * rng.nextDouble() - 1), y = r[1][i] + step * (2 * rng.nextDouble() - 1);
        double cost = energyAt(r, i, x, y, side) - energyAt(r, i, r[0][i], r[1][i], side);
        sum += min(energy + cost, 0);
        if (rng.nextDouble() >= exp(-cost / T)) continue;
        r[0][i] = x;
        r[1][i] = y;
        energy += cost;
    }
    return sum / moves;
}

// %% [markdown] id=book-task
// ### 3 Find the bug: the book of yesterday (3 points)
//
// Half of the work can be saved: who keeps a book of each disk's energy need not compute it at the old place. This program
// moves the disks in `r` and returns their energy at the end. The energy drifts away, and the law is wrong too.
//
// ```java
// double walk(double[][] r, double side, double T, double step,
//         int moves, Rng rng) {
//     int n = r[0].length;
//     double[] book = new double[n];
//     for (int i = 0; i < n; i++)
//         book[i] = energyAt(r, i, r[0][i], r[1][i], side);
//     double energy = totalEnergy(r, side);
//     for (int m = 0; m < moves; m++) {
//         int i = rng.nextInt(n);
//         double x = r[0][i] + step * (2 * rng.nextDouble() - 1);
//         double y = r[1][i] + step * (2 * rng.nextDouble() - 1);
//         double there = energyAt(r, i, x, y, side);
//         double cost = there - book[i];
//         if (rng.nextDouble() >= exp(-cost / T)) continue;
//         r[0][i] = x;
//         r[1][i] = y;
//         book[i] = there;
//         energy += cost;
//     }
//     return energy;
// }
// ```
//
// Write it so that law and energy are right, with a book or without.

// %% id=book role=answer
double walk(double[][] r, double side, double T, double step,
        int moves, Rng rng) {
    // BEGIN SOLUTION
    double energy = totalEnergy(r, side);
    for (int m = 0; m < moves; m++) {
        int i = rng.nextInt(r[0].length);
        double x = r[0][i] + step * (2 * rng.nextDouble() - 1);
        double y = r[1][i] + step * (2 * rng.nextDouble() - 1);
        double cost = energyAt(r, i, x, y, side) - energyAt(r, i, r[0][i], r[1][i], side);
        if (rng.nextDouble() >= exp(-cost / T)) continue;
        r[0][i] = x;
        r[1][i] = y;
        energy += cost;
    }
    return energy;
    // END SOLUTION
}

// %% [markdown] id=book-hint role=hint of=book
// Disk 3 moves. Whose energies are different now?

// %% [markdown] id=book-hint-2 role=hint of=book
// Those of all its neighbours, old and new. Either the book follows for each of them, or one does without: `energyAt` at
// the old place, at every move.

// %% id=book-test role=test of=book points=3
double[][] dense = Fluid.squareLattice(6, 0.64).positions();
double kept = walk(dense, 7.5, 1, 0.2, 4000, Rng.seeded(120));
checkNear(kept, totalEnergy(dense, 7.5), 1e-9,
    "the energy of 36 disks after 4,000 moves",
    "whose energies change when one disk moves?");
double[][] two = {{1, 2.2}, {1, 1}};
double sum = 0;
Rng coins = Rng.seeded(121);
for (int k = 0; k < 4000; k++) sum += walk(two, 5, 0.4, 1, 50, coins);
checkNear(sum / 4000, exactPair(0.4), 0.0185,
    "the mean energy of two disks at T = 0.4, seen every 50 moves",
    "an energy computed afresh at the end does not mend the law");
// BEGIN HIDDEN TESTS
double[][] frozen = {{1, 1 + pow(2, 1 / 6.0)}, {1, 1}};
checkNear(walk(frozen, 5, 1e-9, 1, 200, Rng.seeded(122)), -1, 1e-6, "two disks at the lowest energy, at T = 0");
// END HIDDEN TESTS

// %% id=book-wrong-as-given role=wrong of=book
double walk(double[][] r, double side, double T, double step, int moves, Rng rng) {
    int n = r[0].length;
    double[] book = new double[n];
    for (int i = 0; i < n; i++) book[i] = energyAt(r, i, r[0][i], r[1][i], side);
    double energy = totalEnergy(r, side);
    for (int m = 0; m < moves; m++) {
        int i = rng.nextInt(n);
        double x = r[0][i] + step * (2 * rng.nextDouble() - 1), y = r[1][i] + step * (2 * rng.nextDouble() - 1);
        double there = energyAt(r, i, x, y, side), cost = there - book[i];
        if (rng.nextDouble() >= exp(-cost / T)) continue;
        r[0][i] = x;
        r[1][i] = y;
        book[i] = there;
        energy += cost;
    }
    return energy;
}

// %% id=book-wrong-afresh role=wrong of=book
double walk(double[][] r, double side, double T, double step, int moves, Rng rng) {
    int n = r[0].length;
    double[] book = new double[n];
    for (int i = 0; i < n; i++) book[i] = energyAt(r, i, r[0][i], r[1][i], side);
    for (int m = 0; m < moves; m++) {
        int i = rng.nextInt(n);
        double x = r[0][i] + step * (2 * rng.nextDouble() - 1), y = r[1][i] + step * (2 * rng.nextDouble() - 1);
        double there = energyAt(r, i, x, y, side);
        if (rng.nextDouble() >= exp(-(there - book[i]) / T)) continue;
        r[0][i] = x;
        r[1][i] = y;
        book[i] = there;
    }
    return totalEnergy(r, side);
}

// %% id=book-wrong-drift role=wrong of=book
double walk(double[][] r, double side, double T, double step, int moves, Rng rng) {
    double energy = totalEnergy(r, side);
    for (int m = 0; m < moves; m++) {
        int i = rng.nextInt(r[0].length);
        double x = r[0][i] + step * (2 * rng.nextDouble() - 1), y = r[1][i] + step * (2 * rng.nextDouble() - 1);
        double old = energyAt(r, i, r[0][i], r[1][i], side);
        r[0][i] = x;
        r[1][i] = y;
        double cost = energyAt(r, i, x, y, side) - old;
        if (rng.nextDouble() < exp(-cost / T)) energy += cost;
    }
    return energy;
}

// %% [markdown] id=tune-task
// ### 4 Find the bug: never at rest (2 points)
//
// `walker.sweep(step)` makes a sweep with this step and returns the share of moves that were taken; `walker.energy()` is the
// energy now. This program is to find a good step, then measure.
//
// ```java
// double[] measured(Walker walker, double step, int equilibration,
//         int production) {
//     double[] energy = new double[production];
//     for (int t = 0; t < equilibration + production; t++) {
//         double taken = walker.sweep(step);
//         step *= Math.clamp(taken / 0.4, 0.5, 2);
//         if (t >= equilibration)
//             energy[t - equilibration] = walker.energy();
//     }
//     return energy;
// }
// ```
//
// Write it so that it samples Boltzmann's law: tuning by this rule after each sweep of the equilibration, the last included,
// and a step that stays while energies are measured, one after each sweep.

// %% id=tune role=answer
double[] measured(Walker walker, double step, int equilibration,
        int production) {
    // BEGIN SOLUTION
    for (int t = 0; t < equilibration; t++)
        step *= Math.clamp(walker.sweep(step) / 0.4, 0.5, 2);
    double[] energy = new double[production];
    for (int t = 0; t < production; t++) {
        walker.sweep(step);
        energy[t] = walker.energy();
    }
    return energy;
    // END SOLUTION
}

// %% [markdown] id=tune-hint role=hint of=tune
// What may the step depend on while one measures?

// %% [markdown] id=tune-hint-2 role=hint of=tune
// Two loops are clearer than one: the first sweeps and tunes, the second sweeps and measures.

// %% id=tune-test role=test of=tune points=2
class Witness implements Walker {
    final List<Double> steps = new ArrayList<>();
    public double sweep(double step) {
        steps.add(step);
        return exp(-step);
    }
    public double energy() {
        return steps.size();
    }
}
var witness = new Witness();
double[] seen = measured(witness, 0.1, 3, 4);
checkNear(seen, new double[]{4, 5, 6, 7}, 1e-12,
    "energies after 3 sweeps of equilibration and in 4 of production",
    "one energy after each sweep of production");
checkNear(witness.steps.subList(0, 3).stream().mapToDouble(s -> s).toArray(),
    new double[]{0.1, 0.2, 0.4}, 1e-12, "the first steps",
    "exp(-0.1) is 0.905: more than twice 0.4, so the step doubles");
checkEqual(Set.copyOf(witness.steps.subList(3, 7)).size(), 1,
    "how many different steps there were in production",
    "a step that follows the walk is a memory");
// BEGIN HIDDEN TESTS
checkNear(witness.steps.get(6), 0.4 * exp(-0.4) / 0.4, 1e-12, "the step of production",
    "the last sweep of equilibration tunes too");
var plain = new Witness();
measured(plain, 3, 0, 2);
checkNear(plain.steps.get(1), 3, 1e-12, "the step without equilibration");
// END HIDDEN TESTS

// %% id=tune-wrong-as-given role=wrong of=tune
double[] measured(Walker walker, double step, int equilibration, int production) {
    double[] energy = new double[production];
    for (int t = 0; t < equilibration + production; t++) {
        double taken = walker.sweep(step);
        step *= Math.clamp(taken / 0.4, 0.5, 2);
        if (t >= equilibration) energy[t - equilibration] = walker.energy();
    }
    return energy;
}

// %% id=tune-wrong-never role=wrong of=tune
double[] measured(Walker walker, double step, int equilibration, int production) {
    double[] energy = new double[production];
    for (int t = 0; t < equilibration + production; t++) {
        walker.sweep(step);
        if (t >= equilibration) energy[t - equilibration] = walker.energy();
    }
    return energy;
}

// %% id=tune-wrong-back role=wrong of=tune
double[] measured(Walker walker, double step, int equilibration, int production) {
    double tuned = step;
    for (int t = 0; t < equilibration; t++) tuned *= Math.clamp(walker.sweep(tuned) / 0.4, 0.5, 2);
    double[] energy = new double[production];
    for (int t = 0; t < production; t++) {
        walker.sweep(step);
        energy[t] = walker.energy();
    }
    return energy;
}

// %% id=tune-wrong-early role=wrong of=tune
double[] measured(Walker walker, double step, int equilibration, int production) {
    double[] energy = new double[production];
    for (int t = 0; t < equilibration + production; t++) {
        double taken = walker.sweep(step);
        if (t < equilibration) step *= Math.clamp(taken / 0.4, 0.5, 2);
        if (t < production) energy[t] = walker.energy();
    }
    return energy;
}

// %% [markdown] id=clock-task
// ### 5 What is a sweep worth? (2 points)
//
// The shifts of the lecture fill a square. Another program draws them uniformly from a **disk** of radius $\delta$. Each
// particle has one trial in a sweep on average, and the share $a$ of all trials is taken. Write `timeOf(sweeps, radius,
// accepted, T, friction)`: the time in which a Brownian particle, $\langle \Delta x^2 \rangle = 2\, T t / \zeta$ along
// each axis, gets as far as this walk of short steps does in `sweeps` sweeps.

// %% id=clock-answer-cell role=answer
double timeOf(long sweeps, double radius, double accepted,
        double T, double friction) {
    // BEGIN SOLUTION
    return sweeps * accepted * radius * radius / 4 * friction / (2 * T);
    // END SOLUTION
}

// %% [markdown] id=clock-hint role=hint of=clock-answer-cell
// In a square $\langle \Delta x^2 \rangle$ is $\delta^2 / 3$. In a disk, what is the mean of $\Delta x^2 + \Delta y^2 =
// r^2$, and which part of it is along x?

// %% [markdown] id=clock-hint-2 role=hint of=clock-answer-cell
// $\int_0^\delta r^2\, 2 \pi r\, dr / (\pi \delta^2) = \delta^2 / 2$, half of it along each axis. A rejected trial adds
// nothing, and independent squares add up: set $n a\, \delta^2 / 4$ equal to $2 T t / \zeta$.

// %% id=clock-test role=test of=clock-answer-cell points=2
checkNear(timeOf(8, 1, 1, 1, 1), 1, 1e-12,
    "eight sweeps with shifts in a disk of radius 1, all taken, T = 1",
    "8 / 4 = 2 t: in a disk, the mean of r² is half of the radius squared");
checkNear(timeOf(8, 1, 0.5, 1, 1), 0.5, 1e-12, "the same, half of them taken",
    "what is rejected does not move");
checkNear(timeOf(800, 0.1, 1, 0.5, 1), 2, 1e-12,
    "800 sweeps with radius 0.1, all taken, T = 0.5");
// BEGIN HIDDEN TESTS
checkNear(timeOf(50_000, 0.2, 0.4, 0.2, 1), 500, 1e-9, "50,000 sweeps with radius 0.2, two in five taken, T = 0.2");
checkNear(timeOf(80, 1, 1, 1, 3), 30, 1e-12, "a friction of 3");
// END HIDDEN TESTS

// %% id=clock-wrong-square role=wrong of=clock-answer-cell
double timeOf(long sweeps, double radius, double accepted, double T, double friction) {
    return sweeps * accepted * radius * radius / 3 * friction / (2 * T);
}

// %% id=clock-wrong-plane role=wrong of=clock-answer-cell
double timeOf(long sweeps, double radius, double accepted, double T, double friction) {
    return sweeps * accepted * radius * radius / 2 * friction / (2 * T);
}

// %% id=clock-wrong-rejected role=wrong of=clock-answer-cell
double timeOf(long sweeps, double radius, double accepted, double T, double friction) {
    return sweeps * radius * radius / 4 * friction / (2 * T);
}

// %% [markdown] id=agree-task
// ### 6 Do they agree? (2 points)
//
// `walk` is an average by Metropolis, `bath[k]` the same by a heat bath with the time step `dt[k]`, each with its
// standard error. The bath's mean is a straight line in `dt` and counts at `dt` = 0. Write `sigmas(walk, dt, bath)`: how
// many standard errors *of the difference* lie between the two. (`Regression.weighted(x, y)` is the line through points
// with errors; `.intercept()` is an `Estimate` with `.value()` and `.error()`.)

// %% id=agree role=answer
double sigmas(Estimate walk, double[] dt, List<Estimate> bath) {
    // BEGIN SOLUTION
    Estimate atZero = Regression.weighted(dt, bath).intercept();
    return abs(walk.value() - atZero.value())
        / sqrt(walk.error() * walk.error() + atZero.error() * atZero.error());
    // END SOLUTION
}

// %% [markdown] id=agree-hint role=hint of=agree
// Two numbers with errors $s_1$ and $s_2$ that know nothing of each other: what is the error of their difference?

// %% [markdown] id=agree-hint-2 role=hint of=agree
// $\sqrt{s_1^2 + s_2^2}$, with the error of the *intercept*, which is larger than that of any point.

// %% id=agree-test role=test of=agree points=2
double[] ticks = {1, 2};
var flat = List.of(new Estimate(5, 3), new Estimate(5, 3));
var steep = List.of(new Estimate(3, 0.1), new Estimate(4, 0.1));
double error = Regression.weighted(ticks, flat).intercept().error();
checkNear(sigmas(new Estimate(5, 1), ticks, flat), 0, 1e-9, "the same value");
checkNear(sigmas(new Estimate(2, 0.1), ticks, steep), 0, 1e-9,
    "a bath of 3 and 4 at the steps 1 and 2, and a walk of 2",
    "the line through them is 2 at dt = 0");
checkNear(sigmas(new Estimate(0, 4), ticks, flat),
    5 / sqrt(16 + error * error), 1e-9,
    "5 ± 3 at both steps, and 0 ± 4", "the error of the intercept, and that of the walk");
// BEGIN HIDDEN TESTS
var uneven = List.of(new Estimate(1, 0.1), new Estimate(2, 1), new Estimate(2.5, 0.2));
double[] three = {0.5, 1, 2};
var fitted = Regression.weighted(three, uneven).intercept();
checkNear(sigmas(new Estimate(1, 0.3), three, uneven),
    abs(1 - fitted.value()) / Math.hypot(0.3, fitted.error()), 1e-9, "three points with unequal errors");
// END HIDDEN TESTS

// %% id=agree-wrong-smallest role=wrong of=agree
double sigmas(Estimate walk, double[] dt, List<Estimate> bath) {
    Estimate first = bath.get(0);
    return abs(walk.value() - first.value()) / Math.hypot(walk.error(), first.error());
}

// %% id=agree-wrong-one-error role=wrong of=agree
double sigmas(Estimate walk, double[] dt, List<Estimate> bath) {
    return walk.sigmasFrom(Regression.weighted(dt, bath).intercept().value());
}

// %% id=agree-wrong-sum role=wrong of=agree
double sigmas(Estimate walk, double[] dt, List<Estimate> bath) {
    Estimate atZero = Regression.weighted(dt, bath).intercept();
    return abs(walk.value() - atZero.value()) / (walk.error() + atZero.error());
}

// %% [markdown] id=apart-task
// ### 7 Find the bug: a fluid that separates when boiling (3 points)
//
// With this program its author finds phase separation "around $T^* = 1$", where lesson 06 found none above 0.5:
//
// ```java
// boolean separated(Fluid fluid, Fluid hot, int parts) {
//     return Clusters.of(fluid, 1.5).largest() > fluid.size() / 2;
// }
// ```
//
// At this density nearly all disks of *any* fluid hang together by chains of neighbours, at $T = 5$ too. Separated is
// what is full here and empty there. So: cut the box into `parts` times `parts` squares, count the disks in each, and
// call the fluid separated if the standard deviation of the counts is more than **twice** that of `hot`, a fluid of the
// same box and size that is known to be uniform. (`fluid.configuration().x()` and `.y()` are the places, wrapped into the
// box, and `fluid.box().width()` is its side.)

// %% id=apart role=answer
boolean separated(Fluid fluid, Fluid hot, int parts) {
    // BEGIN SOLUTION
    double[] spread = new double[2];
    for (int f = 0; f < 2; f++) {
        Fluid one = f == 0 ? fluid : hot;
        double[] count = new double[parts * parts];
        double[] x = one.configuration().x(), y = one.configuration().y();
        for (int i = 0; i < x.length; i++) {
            int column = (int) (x[i] / one.box().width() * parts), row = (int) (y[i] / one.box().width() * parts);
            count[min(row, parts - 1) * parts + min(column, parts - 1)]++;
        }
        spread[f] = RunningStats.of(count).standardDeviation();
    }
    return spread[0] > 2 * spread[1];
    // END SOLUTION
}

// %% [markdown] id=apart-hint role=hint of=apart
// The same number is needed of two fluids: write it once, in a loop or in a method of its own.

// %% [markdown] id=apart-hint-2 role=hint of=apart
// The square of a disk is `(int) (x / side * parts)`, the same with y. Then the mean of the counts, and the mean square
// distance from it.

// %% id=apart-test role=test of=apart points=3
var pairs = new LennardJones().cutAt(2.5);
var lattice24 = Fluid.squareLattice(24, 0.64);
var boiling = new Nvt(5).run(lattice24, pairs, Sweeps.of(100),
    Rng.seeded(130)).last();
var mild = new Nvt(1).run(boiling, pairs, Sweeps.of(200),
    Rng.seeded(131)).last();
double[][] huddled = lattice24.positions();
for (double[] x : huddled)
    for (int i = 0; i < x.length; i++) x[i] *= 0.9;
var drop = Fluid.of(lattice24.box(), huddled, new double[2][576]);
check(!separated(boiling, boiling, 6), "a fluid at T = 5 is not separated");
check(!separated(mild, boiling, 6),
    "a fluid at T = 1 is not separated: its density is as even as at T = 5");
check(separated(drop, boiling, 6),
    "disks that fill 81 % of the box and leave the rest empty are separated");
// BEGIN HIDDEN TESTS
double[][] eased = lattice24.positions();
for (double[] x : eased)
    for (int i = 0; i < x.length; i++) x[i] *= 0.98;
check(!separated(Fluid.of(lattice24.box(), eased, new double[2][576]), boiling, 6),
    "a standard deviation 1.8 times that of the hot fluid is not enough: twice, of the deviation and not of its square");
double[][] strip = lattice24.positions();
for (int i = 0; i < 576; i++) strip[1][i] *= 0.8;
check(separated(Fluid.of(lattice24.box(), strip, new double[2][576]), boiling, 6), "a strip along x is separated");
for (int i = 0; i < 576; i++) { strip[0][i] *= 0.8; strip[1][i] /= 0.8; }
check(separated(Fluid.of(lattice24.box(), strip, new double[2][576]), boiling, 6), "a strip along y is separated");
// END HIDDEN TESTS

// %% id=apart-wrong-as-given role=wrong of=apart
boolean separated(Fluid fluid, Fluid hot, int parts) {
    return Clusters.of(fluid, 1.5).largest() > fluid.size() / 2;
}

// %% id=apart-wrong-empty role=wrong of=apart
boolean separated(Fluid fluid, Fluid hot, int parts) {
    int[] count = new int[parts * parts];
    double[] x = fluid.configuration().x(), y = fluid.configuration().y();
    for (int i = 0; i < x.length; i++)
        count[(int) (y[i] / fluid.box().width() * parts) * parts + (int) (x[i] / fluid.box().width() * parts)]++;
    return RunningStats.of(Arrays.stream(count).asDoubleStream().toArray()).standardDeviation() > 1;
}

// %% id=apart-wrong-variance role=wrong of=apart
boolean separated(Fluid fluid, Fluid hot, int parts) {
    double[] spread = new double[2];
    for (int f = 0; f < 2; f++) {
        Fluid one = f == 0 ? fluid : hot;
        double[] count = new double[parts * parts];
        double[] x = one.configuration().x(), y = one.configuration().y();
        for (int i = 0; i < x.length; i++)
            count[(int) (y[i] / one.box().width() * parts) * parts + (int) (x[i] / one.box().width() * parts)]++;
        spread[f] = RunningStats.of(count).variance();
    }
    return spread[0] > 2 * spread[1];
}

// %% id=apart-wrong-columns role=wrong of=apart
boolean separated(Fluid fluid, Fluid hot, int parts) {
    double[] spread = new double[2];
    for (int f = 0; f < 2; f++) {
        Fluid one = f == 0 ? fluid : hot;
        double[] count = new double[parts];
        for (double x : one.configuration().x()) count[min(parts - 1, (int) (x / one.box().width() * parts))]++;
        spread[f] = RunningStats.of(count).standardDeviation();
    }
    return spread[0] > 2 * spread[1];
}

// %% [markdown] id=well-done
// All green? Then you can walk a fluid through its states, say how sure its average is, and resist reading a clock where
// there is none.
