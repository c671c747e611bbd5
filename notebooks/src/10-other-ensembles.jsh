// %% [markdown] id=question
// # Other ensembles: a piston and a door
//
// So far we locked a number of particles into a box of a size that we chose. Nature seldom does that. The water in a glass
// bears the pressure of the air and takes the room it needs; a pore in a rock holds as many molecules as the gas outside
// lets in. So let the box breathe, and then open its door.
//
// Each needs one new move, and for each move the rule of Metropolis has to be derived anew. One term of it is forgotten so
// often that notes and programs go round without it. Such a program runs smoothly, draws smooth curves, and is wrong: you
// will see by how much.
//
// You need: Metropolis's rule (lesson 03), its moves of particles (lesson 09) and the virial pressure (lesson 07).

// %% [markdown] id=piston-question
// ## 1 A piston
//
// A hundred points that do not feel each other, in a box whose lid is a piston. The pressure outside is $P$. Lifting the
// lid to the volume $V$ costs the work $P V$, so the weight of a state is said to be
//
// $$e^{-\beta (U + P V)}, \qquad \beta = 1 / T,$$
//
// and here $U = 0$. **Before you run the next cells:** at $T = P = 1$ the law of gases, $P V = N T$, asks for a volume of
// 100. What will a walk with Metropolis's rule and this weight find, if it starts there?

// %% id=naive
double[] naivePiston(int n, double P, double T, int moves, Rng rng) {
    double[] volumes = new double[moves];
    double V = n * T / P;
    for (int t = 0; t < moves; t++) {
        double trial = V + 4 * rng.nextDouble() - 2;
        double cost = P * (trial - V) / T;
        if (trial > 0 && rng.nextDouble() < exp(-cost)) V = trial;
        volumes[t] = V;
    }
    return volumes;
}

// %% id=naive-run
double[] sinking = naivePiston(100, 1, 1, 10_000, Rng.seeded(1));
display("mean volume at the end: "
    + Blocking.of(Arrays.copyOfRange(sinking, 2000, 10_000)).estimate());
line("A piston on a hundred points", Arrays.copyOf(sinking, 1000))
    .axes("move", "volume V").rangeY(0, 110)

// %% [markdown] id=naive-answer
// The lid falls down. A hundred points hold no more than none at all: the program uses $n$ for its start and never again.
//
// ## 2 What the points have to say
//
// A state is $V$ *and the places of the points*. A box twice as large has twice as many places for the first point, twice as
// many for the second, and so on: there are $2^N$ times as many states in it. To count them, write each place as a
// share of the box, $\mathbf r = L\, \mathbf s$, so that $d\mathbf r^N = V^N d\mathbf s^N$. Then
//
// $$e^{-\beta (U + P V)}\, d\mathbf r^N dV = V^N e^{-\beta (U + P V)}\, d\mathbf s^N dV.$$
//
// Both sides are right; the left is what is often printed. But a move of the volume keeps the $\mathbf s$: it *stretches*
// the box with all places in it. Such a walk sees the right side. Steps up and down are proposed equally
// often, and what remains for the acceptance is the ratio of the weights,
//
// $$A(V \to V') = \min\Bigl(1,\ \exp\Bigl[-\beta (\Delta U + P\, \Delta V) + N \ln \frac{V'}{V}\Bigr]\Bigr)$$
//
// (W. W. Wood, 1968). The last term is the pressure of a gas: it pushes the lid up with $N T / V$, and the weight pushes it
// down with $P$.

// %% id=piston
double[] piston(int n, double P, double T, int moves, Rng rng) {
    double[] volumes = new double[moves];
    double V = n * T / P;
    for (int t = 0; t < moves; t++) {
        double trial = V + 40 * rng.nextDouble() - 20;
        double cost = P * (trial - V) / T - n * log(trial / V);
        if (trial > 0 && rng.nextDouble() < exp(-cost)) V = trial;
        volumes[t] = V;
    }
    return volumes;
}

// %% [markdown] id=piston-prediction
// **Before you run the next cells:** will the mean volume be 100 now, exactly, or a bit less, or a bit more?

// %% id=piston-run
double[] breathing = piston(100, 1, 1, 100_000, Rng.seeded(2));
display("<V>     = " + Blocking.of(breathing).estimate());
double[] inside = Arrays.stream(breathing).map(v -> 100 / v).toArray();
display("<N T/V> = " + Blocking.of(inside).estimate());

// %% id=piston-law
double logGamma = IntStream.rangeClosed(1, 100).mapToDouble(Math::log).sum();
histogram("The volume of a hundred points", breathing, 50)
    .curve("V^N exp(-P V / T)", V -> exp(100 * log(V) - V - logGamma))
    .axes("volume V", "density")

// %% [markdown] id=piston-answer
// A bit more: the law is $V^N e^{-\beta P V}$, and its mean is $\langle V \rangle = (N + 1)\, T / P$, 101 here. The pressure
// inside, $N T / V$, is 1 *on average* all the same. For $10^{23}$ points nobody would see the difference; for a
// program with a hundred it is a fine test.
//
// ## 3 Steps in the logarithm
//
// A box may swell tenfold during a run, and a step that was right is too short then. Steps uniform in $\ln V$ grow with
// the box. But from $V$ they go up farther than down: $dV = V\, d(\ln V)$, one more factor of $V$, and so
//
// $$\text{cost} = \beta (\Delta U + P\, \Delta V) - (N + 1) \ln \frac{V'}{V}.$$
//
// The kit's `Npt` can do both. Points are disks with a potential that is 0:

// %% id=nothing
record Nothing() implements PairPotential {
    public double energy(double r) { return 0; }
    public double force(double r) { return 0; }
    public double range() { return 0.5; }
}

// %% id=both-steps
for (Npt rule : List.of(new Npt(1, 1), new Npt(1, 1).linear())) {
    var run = rule.run(Fluid.squareLattice(4, 1), new Nothing(),
        Sweeps.of(20_000).after(500), Rng.seeded(3));
    display(rule.volumeSteps() + ", 16 points: <V> = " + run.meanVolume());
}

// %% [markdown] id=fluid-text
// ## 4 A fluid under the piston
//
// Now a hundred disks that attract and repel each other, Lennard-Jones cut and shifted at 2.5, in the plane, at $T = 1$
// (about twice the critical temperature: no drops). In each sweep about every disk gets a shift, as in lesson 09, and
// once the whole box is stretched, for which all energies are summed up anew. During 500 sweeps both step lengths are
// tuned; then they are held and the measurement begins. (Exercise 4 shows what happens otherwise.)

// %% id=fluid
var lj = new LennardJones().cutAndShiftedAt(2.5);
Fluid start = Fluid.squareLattice(10, 0.5);
var pressed = new Npt(1, 1).run(start, lj, Sweeps.of(10_000).after(500),
    Rng.seeded(4));
display("virial pressure inside: " + pressed.meanPressure());
display("volume moves taken: " + pressed.volumeAcceptance());
figure("A fluid that breathes, P = 1").axes("sweep", "area A / σ²")
    .line("area of the box", Arrays.copyOf(pressed.sweep(), 2000),
        Arrays.copyOf(pressed.volume(), 2000))

// %% [markdown] id=fluid-answer
// The virial, summed over the forces, comes out as the 1 that was set, within its error. Nobody told the walk of it: volume
// moves know energies alone. Look at this first in any program of this kind. Without $N \ln(V'/V)$ it would be wrong, for
// that is the term that makes the pressure of the ideal gas.
//
// **Before you run the next cells:** lesson 07 fixed the volume and measured the pressure. Here it is the other way
// round. Will a hundred disks give the same curve both ways?

// %% id=npt-scan
double[] pressures = {0.1, 0.2, 0.35, 0.5, 0.7, 1, 1.6, 2.4};
List<McRun> npt = new ArrayList<>();
for (int k = 0; k < pressures.length; k++)
    npt.add(new Npt(1, pressures[k]).run(start, lj,
        Sweeps.of(4000).after(500).every(2), Rng.seeded(10 + k)));
List<Estimate> found = npt.stream().map(McRun::meanDensity).toList();
double[] nptDensity = found.stream().mapToDouble(Estimate::value).toArray();

// %% id=nvt-scan
double[] densities = IntStream.rangeClosed(1, 15)
    .mapToDouble(k -> 0.05 * k).toArray();
List<McRun> nvt = new ArrayList<>();
for (int k = 0; k < densities.length; k++)
    nvt.add(new Nvt(1).run(Fluid.squareLattice(10, densities[k]), lj,
        Sweeps.of(3000).after(300).every(3), Rng.seeded(30 + k)));

// %% id=two-ways
figure("The equation of state, two ways")
    .axes("density ρ σ²", "pressure P σ² / ε")
    .errorBars("volume set", densities,
        nvt.stream().map(McRun::meanPressure).toList())
    .errorBarsAlongX("pressure set", found, pressures)
    .curve("ideal gas", rho -> rho, 0, 0.8)
    .note("bars of one standard error, most shorter than the marker is wide")

// %% [markdown] id=two-ways-answer
// The same curve, but for differences of the order of $1/N$ like that between 100 and 101. At low density it runs below the
// ideal gas, because the disks hold each other; at high density far above.

// %% [markdown] id=hard-text
// ## 5 Hard disks and spheres: room is all there is
//
// Hard particles have the energy 0 or infinity. A stretched box is an allowed state unless two of them overlap, and what
// is left of the cost is $\beta P\, \Delta V - N \ln(V'/V)$: pressure against room, nothing else. The temperature only sets
// the scale, $\beta P$. A larger box never makes an overlap, so a step up can only fail on the lid's weight; a step
// down fails as soon as the nearest pair is too near.
//
// Lesson 03 measured the pressure of hard disks from the gaps between them. For 72 disks at $\eta = 0.65$ published work has
// $\beta P d^2 = 6.901074$ (B. Li and others, 2022), and for hard spheres of densities 0.5, 0.6 and 0.7 there are
// $\beta P d^3 = 1.6347$, $2.5769$ and $4.0087$ (NIST). **Before you run the next cells:** we *set* these pressures. What do the
// boxes do that start too large?

// %% id=hard-disks
Fluid seventyTwo = Fluid.of(HardDisks.of(72, 0.55).configuration());
var squeezed = new Npt(1, 6.901074).run(seventyTwo, new HardCore(),
    Sweeps.of(30_000).after(3000).every(5), Rng.seeded(50));
Estimate packing = squeezed.meanDensity().times(PI / 4);
display("packing fraction " + packing + ", published 0.65");
disks("72 hard disks under pressure", squeezed.last().configuration(), 1)

// %% id=hard-spheres
double[] spherePressures = {1.6347, 2.5769, 4.0087};
List<Estimate> spheres = new ArrayList<>();
for (int k = 0; k < 3; k++) {
    var run = new Npt(1, spherePressures[k]).run(Fluid.fccLattice(2, 0.45),
        new HardCore(), Sweeps.of(15_000).after(2000).every(5),
        Rng.seeded(60 + k));
    spheres.add(run.meanDensity());
    display("βPd³ = " + spherePressures[k] + ": density " + spheres.get(k));
}

// %% [markdown] id=hard-curves-text
// They shrink to the density that belongs to the pressure. In one picture, as $Z = \beta P / \rho$, which would be 1 for points,
// with the formulas of Henderson for disks and of Carnahan and Starling for spheres:

// %% id=hard-curves
double[] eta = spheres.stream()
    .mapToDouble(rho -> rho.value() * PI / 6).toArray();
/** Z from the pressure that was set: its relative error is that of rho. */
Estimate factor(double P, Estimate rho) {
    return new Estimate(1, rho.error() / rho.value()).times(P / rho.value());
}
figure("Hard particles under pressure").axes("packing fraction η", "Z = βP / ρ")
    .errorBars("72 disks", new double[]{packing.value()},
        List.of(factor(6.901074, squeezed.meanDensity())))
    .errorBars("32 spheres", eta, IntStream.range(0, 3).mapToObj(k ->
        factor(spherePressures[k], spheres.get(k))).toList())
    .curve("Henderson", x -> (1 + x * x / 8) / pow(1 - x, 2), 0.01, 0.68)
    .curve("Carnahan, Starling",
        x -> (1 + x + x * x - x * x * x) / pow(1 - x, 3), 0.01, 0.4)
    .note("standard errors are smaller than the markers")

// %% [markdown] id=rods-text
// The smallest hard particles are rods on a ring, and there all can be calculated by hand. The two next cells are for the
// exercises, where you will put such a ring under pressure.

// %% id=rods role=setup
/** Rods of length 1 on a ring of this length: the places of their centres. */
record Rods(double[] x, double length) {
    /** The free space between the nearest two; below 0 they overlap. */
    double smallestGap() {
        double[] s = x.clone();
        Arrays.sort(s);
        double least = s[0] + length - s[s.length - 1];
        for (int i = 1; i < s.length; i++) least = min(least, s[i] - s[i - 1]);
        return least - 1;
    }
}

// %% id=shake role=setup
/** Shifts one rod by up to a half, unless it would overlap with another. */
Rods shake(Rods rods, Rng rng) {
    double[] x = rods.x().clone();
    int i = rng.nextInt(x.length);
    double shift = rng.nextDouble() - 0.5;
    x[i] = (x[i] + shift + rods.length()) % rods.length();
    Rods shaken = new Rods(x, rods.length());
    return shaken.smallestGap() < 0 ? rods : shaken;
}

// %% [markdown] id=door
// ## 6 A door
//
// Now the volume is fixed, and particles come and go through a door to a large gas outside. The gas is described by its
// **activity** $z$: the density that it would have if its particles did not feel each other ($z = e^{\beta \mu} /
// \Lambda^d$ with the chemical potential $\mu$ and the thermal wave length $\Lambda$). A set of $N$ places has the weight
//
// $$z^N e^{-\beta U}.$$
//
// The moves are: *insert* a particle at a random place, or *delete* one drawn at random, each proposed with probability
// 1/2. These proposals are not symmetric! A given place is hit with the density $1/V$; to undo the insertion, the right one
// of $N + 1$ must be drawn, with probability $1/(N + 1)$. Detailed balance between the states with $N$ and with $N + 1$:
//
// $$z^N e^{-\beta U}\ \frac1V\ A_\text{in} = z^{N+1} e^{-\beta U'}\ \frac1{N + 1}\ A_\text{out},
// \qquad \frac{A_\text{in}}{A_\text{out}} = \frac{z V}{N + 1}\, e^{-\beta \Delta U}.$$
//
// So an insertion into $N$ is taken with $\min\bigl(1, \frac{zV}{N+1} e^{-\beta \Delta U}\bigr)$, and a deletion out of $N$
// with $\min\bigl(1, \frac{N}{zV} e^{-\beta \Delta U}\bigr)$. Both times it is the *larger* of the two numbers that counts.

// %% id=gas
int[] openBox(double zV, int moves, Rng rng) {
    int[] numbers = new int[moves];
    int n = 0;
    for (int t = 0; t < moves; t++) {
        boolean in = rng.nextDouble() < 0.5;
        double ratio = in ? zV / (n + 1) : n / zV;
        if (rng.nextDouble() < ratio) n += in ? 1 : -1;
        numbers[t] = n;
    }
    return numbers;
}

// %% [markdown] id=gas-question
// **Before you run the next cell:** points, $zV = 5$. How many are in the box on average, and which law do their numbers
// follow?

// %% id=gas-law
int[] numbers = openBox(5, 200_000, Rng.seeded(70));
double[] share = new double[16], law = new double[16];
for (int n : numbers) share[min(n, 15)] += 1.0 / numbers.length;
law[0] = exp(-5);
for (int n = 1; n < 16; n++) law[n] = law[n - 1] * 5 / n;
display("<N> = " + Blocking.of(Arrays.stream(numbers).asDoubleStream()
    .toArray()).estimate());
bar("Points in an open box, zV = 5", IntStream.range(0, 16)
        .mapToObj(Integer::toString).toList())
    .bars("walk", share).bars("Poisson", law)
    .axes("number of points N", "probability")

// %% [markdown] id=gas-answer
// $\langle N \rangle = zV$, and Poisson's law: particles that do not feel each other come and go like raindrops on a tile.
//
// With forces it is another matter. The same box for the fluid of section 4, 12 by 12, and an activity of 0.3:

// %% id=open-fluid
Fluid few = Fluid.of(PeriodicBox.square(12),
    Fluid.squareLattice(6, 0.25).positions(), new double[2][36]);
var open = new GrandCanonical(1, 0.3).run(few, lj,
    Sweeps.of(3000).after(500).frames(400), Rng.seeded(71));
display("insertions " + open.insertions());
animation("An open box", 7, k -> {
    Fluid now = open.frames().get(k);
    return disks("N = " + now.size(), now.configuration(), 1);
}).every(400)

// %% [markdown] id=isotherm-question
// **Before you run the next cells:** for points the density *is* the activity. Disks that attract each other at a distance
// and repel each other nearby: will there be more of them than points, or fewer? And hard disks?

// %% id=isotherm
double[] activities = DoubleStream.iterate(0.01, z -> z < 8, z -> z * 1.5)
    .toArray();
List<McRun> grand = new ArrayList<>(), hard = new ArrayList<>();
for (int k = 0; k < activities.length; k++) {
    var door = new GrandCanonical(1, activities[k]);
    grand.add(door.run(few, lj, Sweeps.of(3000).after(500).every(3),
        Rng.seeded(80 + k)));
    hard.add(door.run(few, new HardCore(), Sweeps.of(1500).after(300).every(3),
        Rng.seeded(110 + k)));
}

// %% id=isotherm-picture
figure("How many come in").logX().logY()
    .axes("activity z σ²", "density ρ σ²")
    .errorBars("Lennard-Jones, T = 1", activities,
        grand.stream().map(McRun::meanDensity).toList())
    .errorBars("hard disks", activities,
        hard.stream().map(McRun::meanDensity).toList())
    .curve("points, ρ = z", z -> z, 0.01, 8)

// %% [markdown] id=isotherm-answer
// Hard disks are always fewer: a place that is taken is taken. Attracting disks draw each other in, and there are up to a
// fifth more of them than points; then the box fills and they crowd each other out. From then on a new particle hardly ever
// finds room, one insertion in a hundred is taken, and the walk becomes slow: that is the weakness of this ensemble.

// %% [markdown] id=fluctuation-text
// ## 7 What the trembling tells
//
// In an open box $N$ trembles, under a piston $V$ does. How much? Take the mean of $V$ with the weight $e^{-\beta P V}$ and
// differentiate by $P$:
//
// $$-\frac{\partial \langle V \rangle}{\partial P} = \beta \bigl(\langle V^2 \rangle - \langle V \rangle^2\bigr),
// \qquad \text{so}\qquad \kappa = -\frac1V \frac{\partial V}{\partial P} = \frac{\operatorname{var} V}{T \langle V \rangle}.$$
//
// A fluid that trembles widely is one that is easily compressed. In the same way the door gives $\operatorname{var} N /
// \langle N \rangle = \rho T \kappa$, which is 1 for Poisson's law. **Before you run the next cell:** at which density is it
// above 1, and how small is it in the dense fluid: one half, one fifth, or less than one tenth?

// %% id=fluctuation
List<Estimate> byVolume = npt.stream().map(run -> run.compressibility()
    .times(run.meanDensity().value())).toList();
List<Estimate> byNumber = grand.stream().map(run -> run.compressibility()
    .times(run.meanDensity().value())).toList();
double[] grandDensity = grand.stream()
    .mapToDouble(run -> run.meanDensity().value()).toArray();
double[] middle = Arrays.copyOfRange(densities, 1, 14);
double[] slope = IntStream.range(0, 13).mapToDouble(k -> 0.1 /
    (nvt.get(k + 2).meanPressure().value()
        - nvt.get(k).meanPressure().value())).toArray();

// %% id=fluctuation-picture
figure("Compressibility, three ways").axes("density ρ σ²", "ρ T κ")
    .line("slope of the pressure", middle, slope)
    .errorBars("trembling of V", nptDensity, byVolume)
    .errorBars("trembling of N", grandDensity, byNumber)
    .guide("Poisson", 0, 1, 0.8, 1).note("dashed: Poisson's law")
    .rangeY(0, 1.5)

// %% [markdown] id=fluctuation-answer
// Above 1 in the thin gas, where disks come in company, and less than a tenth where they are packed. Three ensembles, one
// number; and in two of them nothing was changed to measure a change: by its own trembling a system shows how it would
// answer.

// %% [markdown] id=last-text
// ## 8 One curve from three boxes
//
// The door has given densities for activities, but can it give a pressure without summing a force? It can:
// $dP = \rho\, d\mu$ (Gibbs and Duhem), and $\mu = T \ln z + \text{const}$, so
//
// $$P(z) = T \int_0^z \rho(z')\, \frac{dz'}{z'}.$$
//
// Counting particles is enough. The trapezoidal rule in $\ln z$ will do; up to the first $z$ the gas is ideal.

// %% id=duhem
double[] P = new double[activities.length];
P[0] = grandDensity[0];
for (int k = 1; k < P.length; k++)
    P[k] = P[k - 1] + log(activities[k] / activities[k - 1])
        * (grandDensity[k] + grandDensity[k - 1]) / 2;

// %% id=one-curve
figure("One equation of state from three ensembles")
    .axes("density ρ σ²", "pressure P σ² / ε").rangeX(0, 0.8).rangeY(0, 2.6)
    .line("locked box, virial", densities, nvt.stream()
        .mapToDouble(run -> run.meanPressure().value()).toArray())
    .errorBarsAlongX("piston", found, pressures)
    .points("door, counting alone", grandDensity, P)
    .curve("ideal gas", rho -> rho, 0, 0.8)

// %% [markdown] id=one-curve-answer
// Forces summed, volumes averaged, particles counted: three programs that have no formula in common, and one curve. (Where
// the door's points lie a little above it the trapezia are coarse.) An error in any of the moves would have parted them.

// %% [markdown] id=learned
// ## What we learned
//
// - A move must be weighed with *all* that it changes: the room for places ($N \ln V'/V$, $N + 1$ for steps in $\ln V$),
//   and how likely it is to be undone ($zV / (N + 1)$).
// - The ideal gas exposes what is forgotten: $\langle V \rangle = (N + 1)\, T / P$, $\langle N \rangle = zV$ and Poisson.
// - Under a piston the virial must come out as the pressure that was set.
// - Fluctuations are answers: $\operatorname{var} V$ and $\operatorname{var} N$ give the compressibility.
// - Ensembles agree, but for $1/N$. Choose the one in which the question is easy.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Seven programs that must not forget
//
// Draw random numbers with `rng.nextDouble()`, uniform in [0, 1), and `rng.nextInt(n)`, one of 0 ... n - 1. A walk gives its
// state after **each** move, whether the move was taken or not. Where a check looks at averages, a right answer fails it
// for one seed in a million, and the seed is fixed.

// %% [markdown] id=cost-task
// ### 1 The cost of a volume move (2 points)
//
// A box with `n` particles at the temperature `T`, under the pressure `P`, is stretched with all places in it from the volume
// `V` to `V2`; steps are uniform in `V`. The energy changes by `dU`. Write `volumeCost(dU, V, V2, n, P, T)`: the number for
// which the move is taken if `u < exp(-cost)`.

// %% id=cost role=answer
double volumeCost(double dU, double V, double V2, int n, double P, double T) {
    // BEGIN SOLUTION
    return (dU + P * (V2 - V)) / T - n * log(V2 / V);
    // END SOLUTION
}

// %% [markdown] id=cost-hint role=hint of=cost
// Which three things change: the energy, the lid's height, and ...? What would a gas without forces do under your lid?

// %% [markdown] id=cost-hint-2 role=hint of=cost
// The box has $V^N$ times as many places for its particles as a box of volume 1. The cost is minus the logarithm of the
// ratio of the weights $V^N e^{-(U + P V) / T}$.

// %% [markdown] id=cost-hint-3 role=hint of=cost
// $(\Delta U + P\, \Delta V) / T - N \ln(V' / V)$: the last term is not divided by $T$.

// %% id=cost-test role=test of=cost points=2
checkNear(volumeCost(0, 2, 4, 0, 3, 1), 6, 1e-12,
    "an empty box from 2 to 4 at P = 3", "the lid alone: P ΔV / T");
checkNear(volumeCost(1.5, 10, 10, 7, 3, 2), 0.75, 1e-12,
    "no change of volume: the rule of Metropolis", "ΔU / T");
checkNear(volumeCost(0, 100, 100.1, 100, 1, 1), 0, 1e-4,
    "a hundred points at P = T = 1 in the volume 100, a bit up",
    "the gas pushes as hard as the lid: such a small step costs nothing");
// BEGIN HIDDEN TESTS
checkNear(volumeCost(-2, 5, 4, 3, 6, 2), -4 - 3 * log(0.8), 1e-12, "three particles in a box that shrinks");
checkNear(volumeCost(1, 5, 8, 4, 0.5, 3) + volumeCost(-1, 8, 5, 4, 0.5, 3), 0, 1e-12, "up and down again");
// END HIDDEN TESTS

// %% id=cost-wrong-room role=wrong of=cost
double volumeCost(double dU, double V, double V2, int n, double P, double T) {
    return (dU + P * (V2 - V)) / T;
}

// %% id=cost-wrong-temperature role=wrong of=cost
double volumeCost(double dU, double V, double V2, int n, double P, double T) {
    return (dU + P * (V2 - V) - n * log(V2 / V)) / T;
}

// %% id=cost-wrong-sign role=wrong of=cost
double volumeCost(double dU, double V, double V2, int n, double P, double T) {
    return (dU + P * (V2 - V)) / T + n * log(V2 / V);
}

// %% id=cost-wrong-logarithmic role=wrong of=cost
double volumeCost(double dU, double V, double V2, int n, double P, double T) {
    return (dU + P * (V2 - V)) / T - (n + 1) * log(V2 / V);
}

// %% [markdown] id=breathe-task
// ### 2 A piston in steps of the logarithm (3 points)
//
// Write `breathe(n, P, T, step, moves, rng)`: a walk of the volume of `n` points under a piston, from `n * T / P` on, in which
// each move changes $\ln V$ by a number uniform between `-step` and `step`. It gives the volume after each move.

// %% id=breathe role=answer
double[] breathe(int n, double P, double T, double step, int moves, Rng rng) {
    // BEGIN SOLUTION
    double[] volumes = new double[moves];
    double V = n * T / P;
    for (int t = 0; t < moves; t++) {
        double trial = V * exp(step * (2 * rng.nextDouble() - 1));
        double cost = P * (trial - V) / T - (n + 1) * log(trial / V);
        if (rng.nextDouble() < exp(-cost)) V = trial;
        volumes[t] = V;
    }
    return volumes;
    // END SOLUTION
}

// %% [markdown] id=breathe-hint role=hint of=breathe
// The new volume is `V` times the exponential of the step. It can never be negative.

// %% [markdown] id=breathe-hint-2 role=hint of=breathe
// From $V$ such steps go up farther than down. What must the cost have one more of? With one point the mean volume is
// $2\, T / P$.

// %% [markdown] id=breathe-hint-3 role=hint of=breathe
// `cost = P * (trial - V) / T - (n + 1) * log(trial / V)`

// %% id=breathe-test role=test of=breathe points=3
double[] one = breathe(1, 2, 3, 1.5, 40_000, Rng.seeded(200));
checkEqual(one.length, 40_000, "how many volumes");
boolean small = IntStream.range(1, 40_000)
    .allMatch(t -> abs(log(one[t] / one[t - 1])) <= 1.5 + 1e-9);
check(small, "no step of ln V may be longer than 1.5");
checkDistribution(Samples.correlated(one), Law.continuous(
        V -> 1 - exp(-2 * V / 3) * (1 + 2 * V / 3)), 1e-6,
    "the volumes of one point at P = 2, T = 3",
    "V exp(-P V / T), with the mean 2 T / P = 3");
// BEGIN HIDDEN TESTS
double[] two = breathe(2, 0.5, 1, 1, 40_000, Rng.seeded(201));
checkDistribution(Samples.correlated(two), Law.continuous(
    V -> 1 - exp(-V / 2) * (1 + V / 2 + V * V / 8)), 1e-6, "the volumes of two points at P = 0.5, T = 1");
// END HIDDEN TESTS

// %% id=breathe-wrong-n role=wrong of=breathe
double[] breathe(int n, double P, double T, double step, int moves, Rng rng) {
    double[] volumes = new double[moves];
    double V = n * T / P;
    for (int t = 0; t < moves; t++) {
        double trial = V * exp(step * (2 * rng.nextDouble() - 1));
        double cost = P * (trial - V) / T - n * log(trial / V);
        if (rng.nextDouble() < exp(-cost)) V = trial;
        volumes[t] = V;
    }
    return volumes;
}

// %% id=breathe-wrong-taken role=wrong of=breathe
double[] breathe(int n, double P, double T, double step, int moves, Rng rng) {
    double[] volumes = new double[moves];
    double V = n * T / P;
    for (int t = 0; t < moves; ) {
        double trial = V * exp(step * (2 * rng.nextDouble() - 1));
        double cost = P * (trial - V) / T - (n + 1) * log(trial / V);
        if (rng.nextDouble() < exp(-cost)) {
            V = trial;
            volumes[t++] = V;
        }
    }
    return volumes;
}

// %% id=breathe-wrong-trial role=wrong of=breathe
double[] breathe(int n, double P, double T, double step, int moves, Rng rng) {
    double[] volumes = new double[moves];
    double V = n * T / P;
    for (int t = 0; t < moves; t++) {
        double trial = V * exp(step * (2 * rng.nextDouble() - 1));
        double cost = P * (trial - V) / T - (n + 1) * log(trial / V);
        if (rng.nextDouble() < exp(-cost)) V = trial;
        volumes[t] = trial;
    }
    return volumes;
}

// %% id=breathe-wrong-linear role=wrong of=breathe
double[] breathe(int n, double P, double T, double step, int moves, Rng rng) {
    double[] volumes = new double[moves];
    double V = n * T / P;
    for (int t = 0; t < moves; t++) {
        double trial = V * (1 + step * (2 * rng.nextDouble() - 1));
        double cost = P * (trial - V) / T - (n + 1) * log(trial / V);
        if (trial > 0 && rng.nextDouble() < exp(-cost)) V = trial;
        volumes[t] = V;
    }
    return volumes;
}

// %% [markdown] id=pore-task
// ### 3 Find the bug: a pore with a few seats (3 points)
//
// A pore has `sites` seats, each for one molecule. A set of $N$ seats that are taken has the weight $z^N$. A move offers a
// molecule a seat drawn from *all*, which it can take if the seat is free, or asks one of the molecules inside, drawn at
// random, to leave. I. Langmuir (1918) found that $\langle N \rangle$ is `sites` $\cdot z / (1 + z)$, which is 0.50 for 3 seats at
// $z = 0.2$. This program finds 0.79.
//
// ```java
// int[] pore(int sites, double z, int moves, Rng rng) {
//     int[] numbers = new int[moves];
//     List<Integer> taken = new ArrayList<>();
//     for (int t = 0; t < moves; t++) {
//         int n = taken.size();
//         if (rng.nextDouble() < 0.5) {
//             int seat = rng.nextInt(sites);
//             if (!taken.contains(seat) && rng.nextDouble() < z * sites / n)
//                 taken.add(seat);
//         } else if (n > 0 && rng.nextDouble() < (n + 1) / (z * sites))
//             taken.remove(rng.nextInt(n));
//         numbers[t] = taken.size();
//     }
//     return numbers;
// }
// ```
//
// Write it as it was meant. (The draws are fine. How likely is each to be undone?)

// %% id=pore role=answer
int[] pore(int sites, double z, int moves, Rng rng) {
    // BEGIN SOLUTION
    int[] numbers = new int[moves];
    List<Integer> taken = new ArrayList<>();
    for (int t = 0; t < moves; t++) {
        int n = taken.size();
        if (rng.nextDouble() < 0.5) {
            int seat = rng.nextInt(sites);
            if (!taken.contains(seat) && rng.nextDouble() < z * sites / (n + 1))
                taken.add(seat);
        } else if (n > 0 && rng.nextDouble() < n / (z * sites))
            taken.remove(rng.nextInt(n));
        numbers[t] = taken.size();
    }
    return numbers;
    // END SOLUTION
}

// %% [markdown] id=pore-hint role=hint of=pore
// Write detailed balance between $N$ and $N + 1$ molecules. A certain free seat is offered with probability 1/`sites`. With
// which probability is just this molecule asked to leave afterwards?

// %% [markdown] id=pore-hint-2 role=hint of=pore
// It is one of $N + 1$ then. So the ratio of the two acceptances is $z \cdot$ `sites` $/ (N + 1)$. In a deletion the
// larger number is the one before the move.

// %% id=pore-test role=test of=pore points=3
int[] three = pore(3, 0.2, 100_000, Rng.seeded(210));
boolean single = IntStream.range(1, three.length)
    .allMatch(t -> abs(three[t] - three[t - 1]) <= 1);
check(single, "a move lets in one molecule or lets out one, no more");
checkDistribution(Samples.correlated(three), Law.discrete(
        125 / 216.0, 75 / 216.0, 15 / 216.0, 1 / 216.0), 1e-6,
    "how many of 3 seats are taken at z = 0.2",
    "each of them with probability 1/6");
// BEGIN HIDDEN TESTS
checkDistribution(Samples.correlated(pore(4, 1, 60_000, Rng.seeded(211))),
    Law.discrete(1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0), 1e-6, "how many of 4 seats are taken at z = 1");
checkDistribution(Samples.correlated(pore(2, 3, 60_000, Rng.seeded(212))),
    Law.discrete(1 / 16.0, 6 / 16.0, 9 / 16.0), 1e-6, "how many of 2 seats are taken at z = 3");
// END HIDDEN TESTS

// %% id=pore-wrong-as-given role=wrong of=pore
int[] pore(int sites, double z, int moves, Rng rng) {
    int[] numbers = new int[moves];
    List<Integer> taken = new ArrayList<>();
    for (int t = 0; t < moves; t++) {
        int n = taken.size();
        if (rng.nextDouble() < 0.5) {
            int seat = rng.nextInt(sites);
            if (!taken.contains(seat) && rng.nextDouble() < z * sites / n)
                taken.add(seat);
        } else if (n > 0 && rng.nextDouble() < (n + 1) / (z * sites))
            taken.remove(rng.nextInt(n));
        numbers[t] = taken.size();
    }
    return numbers;
}

// %% id=pore-wrong-half role=wrong of=pore
int[] pore(int sites, double z, int moves, Rng rng) {
    int[] numbers = new int[moves];
    List<Integer> taken = new ArrayList<>();
    for (int t = 0; t < moves; t++) {
        int n = taken.size();
        if (rng.nextDouble() < 0.5) {
            int seat = rng.nextInt(sites);
            if (!taken.contains(seat) && rng.nextDouble() < z * sites / (n + 1))
                taken.add(seat);
        } else if (n > 0 && rng.nextDouble() < (n + 1) / (z * sites))
            taken.remove(rng.nextInt(n));
        numbers[t] = taken.size();
    }
    return numbers;
}

// %% id=pore-wrong-other-half role=wrong of=pore
int[] pore(int sites, double z, int moves, Rng rng) {
    int[] numbers = new int[moves];
    List<Integer> taken = new ArrayList<>();
    for (int t = 0; t < moves; t++) {
        int n = taken.size();
        if (rng.nextDouble() < 0.5) {
            int seat = rng.nextInt(sites);
            if (!taken.contains(seat) && rng.nextDouble() < z * sites / n)
                taken.add(seat);
        } else if (n > 0 && rng.nextDouble() < n / (z * sites))
            taken.remove(rng.nextInt(n));
        numbers[t] = taken.size();
    }
    return numbers;
}

// %% id=pore-wrong-free role=wrong of=pore
int[] pore(int sites, double z, int moves, Rng rng) {
    int[] numbers = new int[moves];
    List<Integer> taken = new ArrayList<>();
    for (int t = 0; t < moves; t++) {
        int n = taken.size();
        if (rng.nextDouble() < 0.5) {
            int seat = rng.nextInt(sites);
            if (!taken.contains(seat) && rng.nextDouble() < z)
                taken.add(seat);
        } else if (n > 0 && rng.nextDouble() < 1 / z)
            taken.remove(rng.nextInt(n));
        numbers[t] = taken.size();
    }
    return numbers;
}

// %% [markdown] id=tuned-task
// ### 4 Find the bug: a step that never rests (2 points)
//
// A careful author lets the step of a piston tune itself, so that about half of the moves are taken: each one that is
// taken makes the step longer, each other one shorter. The term $N \ln(V'/V)$ is there, and still the mean volume of one
// point at $P = T = 1$ comes out as 1.90, and not as 2.
//
// ```java
// double[] tuned(int n, double P, double T, int tuning, int moves, Rng rng) {
//     double[] volumes = new double[moves];
//     double V = n * T / P, step = V;
//     for (int t = -tuning; t < moves; t++) {
//         double trial = V + step * (2 * rng.nextDouble() - 1);
//         double cost = P * (trial - V) / T - n * log(trial / V);
//         boolean taken = trial > 0 && rng.nextDouble() < exp(-cost);
//         if (taken) V = trial;
//         step *= taken ? 1.3 : 1 / 1.3;
//         if (t >= 0) volumes[t] = V;
//     }
//     return volumes;
// }
// ```
//
// Mend it: it shall tune for `tuning` moves and then measure `moves` of them.

// %% id=tuned role=answer
double[] tuned(int n, double P, double T, int tuning, int moves, Rng rng) {
    // BEGIN SOLUTION
    double[] volumes = new double[moves];
    double V = n * T / P, step = V;
    for (int t = -tuning; t < moves; t++) {
        double trial = V + step * (2 * rng.nextDouble() - 1);
        double cost = P * (trial - V) / T - n * log(trial / V);
        boolean taken = trial > 0 && rng.nextDouble() < exp(-cost);
        if (taken) V = trial;
        if (t < 0) step *= taken ? 1.3 : 1 / 1.3;
        else volumes[t] = V;
    }
    return volumes;
    // END SOLUTION
}

// %% [markdown] id=tuned-hint role=hint of=tuned
// Where is the step short: where moves are often refused. So the walk stays longer there than it should. A walk whose
// step depends on its past is no Markov chain.

// %% [markdown] id=tuned-hint-2 role=hint of=tuned
// One `if` is missing: the step may change as long as `t` is negative.

// %% id=tuned-test role=test of=tuned points=2
double[] still = tuned(1, 1, 1, 1000, 400_000, Rng.seeded(220));
checkEqual(still.length, 400_000, "how many volumes");
checkDistribution(Samples.correlated(still), Law.moments(2, 2), 1e-6,
    "the volumes of one point at P = T = 1",
    "the mean is 2; is the step held while you measure?");
double[] many = tuned(2000, 1, 1, 1000, 2000, Rng.seeded(221));
double taken = IntStream.range(1, 2000)
    .filter(t -> many[t] != many[t - 1]).count() / 1999.0;
check(taken > 0.08 && taken < 0.92, "with 2000 points " + taken
    + " of the moves are taken: it should be about a half, by tuning");
// BEGIN HIDDEN TESTS
checkDistribution(Samples.correlated(tuned(2, 3, 2, 1000, 100_000, Rng.seeded(222))), Law.continuous(
    V -> 1 - exp(-1.5 * V) * (1 + 1.5 * V + 1.125 * V * V)), 1e-6, "the volumes of two points at P = 3, T = 2");
// END HIDDEN TESTS

// %% id=tuned-wrong-as-given role=wrong of=tuned
double[] tuned(int n, double P, double T, int tuning, int moves, Rng rng) {
    double[] volumes = new double[moves];
    double V = n * T / P, step = V;
    for (int t = -tuning; t < moves; t++) {
        double trial = V + step * (2 * rng.nextDouble() - 1);
        double cost = P * (trial - V) / T - n * log(trial / V);
        boolean taken = trial > 0 && rng.nextDouble() < exp(-cost);
        if (taken) V = trial;
        step *= taken ? 1.3 : 1 / 1.3;
        if (t >= 0) volumes[t] = V;
    }
    return volumes;
}

// %% id=tuned-wrong-never role=wrong of=tuned
double[] tuned(int n, double P, double T, int tuning, int moves, Rng rng) {
    double[] volumes = new double[moves];
    double V = n * T / P, step = V;
    for (int t = -tuning; t < moves; t++) {
        double trial = V + step * (2 * rng.nextDouble() - 1);
        double cost = P * (trial - V) / T - n * log(trial / V);
        if (trial > 0 && rng.nextDouble() < exp(-cost)) V = trial;
        if (t >= 0) volumes[t] = V;
    }
    return volumes;
}

// %% id=tuned-wrong-way role=wrong of=tuned
double[] tuned(int n, double P, double T, int tuning, int moves, Rng rng) {
    double[] volumes = new double[moves];
    double V = n * T / P, step = V;
    for (int t = -tuning; t < moves; t++) {
        double trial = V + step * (2 * rng.nextDouble() - 1);
        double cost = P * (trial - V) / T - n * log(trial / V);
        boolean taken = trial > 0 && rng.nextDouble() < exp(-cost);
        if (taken) V = trial;
        if (t < 0) step *= taken ? 1 / 1.3 : 1.3;
        else volumes[t] = V;
    }
    return volumes;
}

// %% [markdown] id=kappa-task
// ### 5 The compressibility (2 points)
//
// Write `compressibility(volumes, T)` from the volumes that a box under a piston had, $\kappa = \operatorname{var} V / (T
// \langle V \rangle)$, with $\operatorname{var} V$ as the mean of the squares of the distances from the mean. It must stand
// volumes of a billion that differ by one.

// %% id=kappa role=answer
double compressibility(double[] volumes, double T) {
    // BEGIN SOLUTION
    double mean = Arrays.stream(volumes).average().orElseThrow();
    double squares = Arrays.stream(volumes).map(V -> (V - mean) * (V - mean)).sum();
    return squares / volumes.length / (T * mean);
    // END SOLUTION
}

// %% [markdown] id=kappa-hint role=hint of=kappa
// First the mean, in a loop of its own. What is lost where $10^{18} + 1$ and $10^{18}$ are subtracted?

// %% [markdown] id=kappa-hint-2 role=hint of=kappa
// Add up `(V - mean) * (V - mean)`, divide by how many there are, and by `T * mean`.

// %% id=kappa-test role=test of=kappa points=2
checkNear(compressibility(new double[]{9, 11}, 1), 0.1, 1e-12,
    "volumes 9 and 11 at T = 1", "the variance is 1, the mean 10");
checkNear(compressibility(new double[]{9, 9, 9, 13}, 0.5), 0.6, 1e-12,
    "volumes 9, 9, 9, 13 at T = 0.5", "the variance is 3, the mean 10");
// BEGIN HIDDEN TESTS
checkNearRelative(compressibility(new double[]{1e9 + 1, 1e9 - 1, 1e9}, 2), 2.0 / 6e9, 1e-6,
    "volumes of a billion that differ by one");
checkNear(compressibility(new double[]{4, 4, 4}, 1), 0, 1e-15, "a box that does not breathe");
// END HIDDEN TESTS

// %% id=kappa-wrong-deviation role=wrong of=kappa
double compressibility(double[] volumes, double T) {
    double mean = Arrays.stream(volumes).average().orElseThrow();
    double squares = Arrays.stream(volumes).map(V -> (V - mean) * (V - mean)).sum();
    return sqrt(squares / volumes.length) / (T * mean);
}

// %% id=kappa-wrong-temperature role=wrong of=kappa
double compressibility(double[] volumes, double T) {
    double mean = Arrays.stream(volumes).average().orElseThrow();
    double squares = Arrays.stream(volumes).map(V -> (V - mean) * (V - mean)).sum();
    return T * squares / volumes.length / mean;
}

// %% id=kappa-wrong-cancelled role=wrong of=kappa
double compressibility(double[] volumes, double T) {
    double mean = Arrays.stream(volumes).average().orElseThrow();
    double square = Arrays.stream(volumes).map(V -> V * V).average().orElseThrow();
    return (square - mean * mean) / (T * mean);
}

// %% id=kappa-wrong-number role=wrong of=kappa
double compressibility(double[] volumes, double T) {
    double mean = Arrays.stream(volumes).average().orElseThrow();
    double squares = Arrays.stream(volumes).map(V -> (V - mean) * (V - mean)).sum();
    return squares / volumes.length / (T * mean * mean);
}

// %% [markdown] id=activity-task
// ### 6 From the piston to the door (2 points)
//
// A piston gave the densities `rho[k]` at the rising pressures `P[k]`. Which activity would a door need for the same? From
// Gibbs and Duhem, $d \ln z = dP / (\rho T)$. Write `activities(P, rho, T)`: the array of $z$, where the first is that of an ideal
// gas, $z_0 = P_0 / T$, and $\ln z$ goes on by the trapezoidal rule for $1/\rho$ as a function of $P$.

// %% id=activity role=answer
double[] activities(double[] P, double[] rho, double T) {
    // BEGIN SOLUTION
    double[] z = new double[P.length];
    z[0] = P[0] / T;
    for (int k = 1; k < P.length; k++) {
        double mean = (1 / rho[k - 1] + 1 / rho[k]) / 2;
        z[k] = z[k - 1] * exp((P[k] - P[k - 1]) * mean / T);
    }
    return z;
    // END SOLUTION
}

// %% [markdown] id=activity-hint role=hint of=activity
// A sum of logarithms is a product: each $z$ is the one before times the exponential of one trapezium.

// %% [markdown] id=activity-hint-2 role=hint of=activity
// The trapezium is `(P[k] - P[k-1]) / T` times the mean of `1 / rho[k-1]` and `1 / rho[k]`.

// %% id=activity-test role=test of=activity points=2
checkNear(activities(new double[]{1, 3}, new double[]{2, 2}, 1),
    new double[]{1, exp(1)}, 1e-12, "density 2 at pressures 1 and 3, T = 1",
    "ln z rises by 2 / 2");
checkNear(activities(new double[]{1, 2, 4}, new double[]{0.5, 0.25, 0.5}, 2),
    new double[]{0.5, 0.5 * exp(1.5), 0.5 * exp(4.5)}, 1e-9,
    "three densities, T = 2", "1/ρ is 2, 4, 2");
// BEGIN HIDDEN TESTS
double[] ideal = DoubleStream.iterate(0.1, p -> p < 5, p -> p * 1.01).toArray();
double[] same = Arrays.stream(ideal).map(p -> p / 0.7).toArray();
checkNear(activities(ideal, same, 0.7), same, 1e-3, "an ideal gas at T = 0.7");
// END HIDDEN TESTS

// %% id=activity-wrong-density role=wrong of=activity
double[] activities(double[] P, double[] rho, double T) {
    double[] z = new double[P.length];
    z[0] = P[0] / T;
    for (int k = 1; k < P.length; k++)
        z[k] = z[k - 1] * exp((P[k] - P[k - 1]) * (rho[k - 1] + rho[k]) / 2 / T);
    return z;
}

// %% id=activity-wrong-logarithm role=wrong of=activity
double[] activities(double[] P, double[] rho, double T) {
    double[] z = new double[P.length];
    z[0] = P[0] / T;
    for (int k = 1; k < P.length; k++) {
        double mean = (1 / rho[k - 1] + 1 / rho[k]) / 2;
        z[k] = z[k - 1] + (P[k] - P[k - 1]) * mean / T;
    }
    return z;
}

// %% id=activity-wrong-temperature role=wrong of=activity
double[] activities(double[] P, double[] rho, double T) {
    double[] z = new double[P.length];
    z[0] = P[0] / T;
    for (int k = 1; k < P.length; k++) {
        double mean = (1 / rho[k - 1] + 1 / rho[k]) / 2;
        z[k] = z[k - 1] * exp((P[k] - P[k - 1]) * mean);
    }
    return z;
}

// %% [markdown] id=press-task
// ### 7 Rods under pressure (3 points)
//
// `Rods` and `shake` are above. Write `press(rods, P, T, step, rng)`: one move of the ring's length $L$, by a number uniform
// between `-step` and `step`, in which all places stretch with the ring. It gives the new ring, or the same one if the move
// is not taken. Rods keep their length 1; rods that overlap are forbidden (`smallestGap() < 0`).
//
// L. Tonks (1936) solved this gas. For a ring of $N$ rods, with $p = P / T$,
// $\langle L \rangle = N + N / p + 1 / (p + p^2)$.

// %% id=press role=answer
Rods press(Rods rods, double P, double T, double step, Rng rng) {
    // BEGIN SOLUTION
    double length = rods.length() + step * (2 * rng.nextDouble() - 1);
    if (length <= 0) return rods;
    double factor = length / rods.length();
    double[] x = Arrays.stream(rods.x()).map(place -> place * factor).toArray();
    Rods trial = new Rods(x, length);
    double cost = P * (length - rods.length()) / T - x.length * log(factor);
    boolean taken = trial.smallestGap() >= 0 && rng.nextDouble() < exp(-cost);
    return taken ? trial : rods;
    // END SOLUTION
}

// %% [markdown] id=press-hint role=hint of=press
// Make the new ring first: each place times `length / rods.length()`. Then ask it for its smallest gap.

// %% [markdown] id=press-hint-2 role=hint of=press
// If nothing overlaps, what is left of the cost? There is no energy; there are $P\, \Delta L / T$ and the room for $N$ places.

// %% [markdown] id=press-hint-3 role=hint of=press
// `cost = P * (length - rods.length()) / T - N * log(length / rods.length())`, and the trial must have
// `smallestGap() >= 0`. A ring of negative length is refused at once.

// %% id=press-test role=test of=press points=3
double meanLength(int n, double P, double T, long seed) {
    Rng rng = Rng.seeded(seed);
    Rods ring = new Rods(IntStream.range(0, n).mapToDouble(i -> 2 * i)
        .toArray(), 2 * n);
    double sum = 0;
    for (int t = 0; t < 60_000; t++) {
        for (int i = 0; i < n; i++) ring = shake(ring, rng);
        ring = press(ring, P, T, 2, rng);
        sum += ring.length() / 60_000;
    }
    return sum;
}
Rods tight = new Rods(new double[]{0, 1.001}, 2.002);
for (int t = 0; t < 50; t++) {
    Rods next = press(tight, 1, 1, 0.5, Rng.seeded(300 + t));
    check(next.smallestGap() >= 0, "the rods overlap after a move: "
        + Arrays.toString(next.x()) + " on a ring of " + next.length());
    checkNear(next.x()[1] / next.length(), 0.5, 1e-12,
        "the share of the ring between two rods", "all places stretch with it");
}
checkNear(meanLength(3, 1, 1, 231), 6.5, 0.25,
    "the mean length of 3 rods at P = T = 1 (4.9 sigma)",
    "N + N / p + 1 / (p + p²)");
// BEGIN HIDDEN TESTS
checkNear(meanLength(2, 3, 1.5, 232), 3 + 1.0 / 6, 0.061, "the mean length of 2 rods at P = 3, T = 1.5");
checkNear(meanLength(1, 2, 1, 233), 1.5 + 1.0 / 6, 0.034, "the mean length of one rod at P = 2");
// END HIDDEN TESTS

// %% id=press-wrong-room role=wrong of=press
Rods press(Rods rods, double P, double T, double step, Rng rng) {
    double length = rods.length() + step * (2 * rng.nextDouble() - 1);
    if (length <= 0) return rods;
    double factor = length / rods.length();
    Rods trial = new Rods(Arrays.stream(rods.x()).map(x -> x * factor).toArray(), length);
    double cost = P * (length - rods.length()) / T;
    return trial.smallestGap() >= 0 && rng.nextDouble() < exp(-cost) ? trial : rods;
}

// %% id=press-wrong-free role=wrong of=press
Rods press(Rods rods, double P, double T, double step, Rng rng) {
    double length = rods.length() + step * (2 * rng.nextDouble() - 1);
    double free = rods.length() - rods.x().length, newFree = length - rods.x().length;
    if (newFree <= 0) return rods;
    double factor = length / rods.length();
    Rods trial = new Rods(Arrays.stream(rods.x()).map(x -> x * factor).toArray(), length);
    double cost = P * (length - rods.length()) / T - rods.x().length * log(newFree / free);
    return trial.smallestGap() >= 0 && rng.nextDouble() < exp(-cost) ? trial : rods;
}

// %% id=press-wrong-places role=wrong of=press
Rods press(Rods rods, double P, double T, double step, Rng rng) {
    double length = rods.length() + step * (2 * rng.nextDouble() - 1);
    if (length <= 0) return rods;
    Rods trial = new Rods(rods.x(), length);
    double cost = P * (length - rods.length()) / T - rods.x().length * log(length / rods.length());
    return trial.smallestGap() >= 0 && rng.nextDouble() < exp(-cost) ? trial : rods;
}

// %% id=press-wrong-old role=wrong of=press
Rods press(Rods rods, double P, double T, double step, Rng rng) {
    double length = rods.length() + step * (2 * rng.nextDouble() - 1);
    if (length <= 0) return rods;
    double factor = length / rods.length();
    Rods trial = new Rods(Arrays.stream(rods.x()).map(x -> x * factor).toArray(), length);
    double cost = P * (length - rods.length()) / T - rods.x().length * log(factor);
    return rods.smallestGap() >= 0 && rng.nextDouble() < exp(-cost) ? trial : rods;
}

// %% id=press-wrong-one-more role=wrong of=press
Rods press(Rods rods, double P, double T, double step, Rng rng) {
    double length = rods.length() + step * (2 * rng.nextDouble() - 1);
    if (length <= 0) return rods;
    double factor = length / rods.length();
    Rods trial = new Rods(Arrays.stream(rods.x()).map(x -> x * factor).toArray(), length);
    double cost = P * (length - rods.length()) / T - (rods.x().length + 1) * log(factor);
    return trial.smallestGap() >= 0 && rng.nextDouble() < exp(-cost) ? trial : rods;
}

// %% [markdown] id=well-done
// All green? Then you can let a box breathe and open its door, and know what to count so that it does both as nature does.
