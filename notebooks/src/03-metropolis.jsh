// %% [markdown] id=question
// # Metropolis: how to average over everything
//
// A small magnet on a grid of $64 \times 64$ atoms, each spin up or down, has $2^{4096}$ states. That is a number of
// 1234 digits. The laws of heat give each state its probability and say that what we measure is the average over
// all of them. Nobody will ever add up $2^{4096}$ numbers. Yet you will have that average before your coffee is
// cold, with an error bar, and compare it with one of the few exact solutions in physics.
//
// The trick is seventy years old and fits into one line. In this lesson we derive the line, try it where everything
// is known, learn what makes it fast or slow, and set it on a magnet and on a box of hard disks.
//
// You need: the lesson on Markov chains (stationary law, detailed balance), $e^x$, and an error bar.

// %% [markdown] id=wish
// ## 1 The law is given, the chain is wanted
//
// In equilibrium at the temperature $T$ a state $i$ with the energy $E_i$ has the probability of **Boltzmann**,
//
// $$\pi_i = \frac{e^{-\beta E_i}}{Z}, \qquad \beta = \frac{1}{k_B T}.$$
//
// The sum $Z$ over all states is out of reach. But the *ratio* of two probabilities is easy: $Z$ cancels,
// $\pi_j / \pi_i = e^{-\beta (E_j - E_i)}$. So we look for a Markov chain that needs ratios only and has $\pi$ as
// its stationary law. Detailed balance shows the way. Each step has two halves: *propose* to go from $i$ to $j$, with
// probability $T_{ij}$, and *accept* the proposal, with probability $A_{ij}$. Balance on each edge wants
//
// $$\pi_i\, T_{ij} A_{ij} = \pi_j\, T_{ji} A_{ji}.$$
//
// If proposals are **symmetric**, $T_{ij} = T_{ji}$, they cancel too, and what is left is a rule for the acceptance,
//
// $$\frac{A_{ij}}{A_{ji}} = \frac{\pi_j}{\pi_i} = e^{-\beta (E_j - E_i)}.$$
//
// Many rules obey it. Who wants to move as much as possible makes the larger of the two acceptances 1. Downhill one
// always goes, uphill sometimes:
//
// $$A_{ij} = \min\bigl(1,\, e^{-\beta (E_j - E_i)}\bigr)$$
//
// (N. Metropolis, A. and M. Rosenbluth, A. and E. Teller, *J. Chem. Phys.* 21, 1087 (1953)). That is the line.

// %% id=rule
figure("The rule of Metropolis")
    .curve("β = 0.5", dE -> min(1, exp(-0.5 * dE)), -2, 5)
    .curve("β = 1", dE -> min(1, exp(-dE)), -2, 5)
    .curve("β = 4", dE -> min(1, exp(-4 * dE)), -2, 5)
    .axes("energy change ΔE", "probability of acceptance").rangeY(0, 1.05)

// %% [markdown] id=levels-question
// ## 2 Three levels, where everything is known
//
// Take three states with the energies 0, 1, 2 at $\beta = 1$; each step proposes one of the three at random.
//
// **Before you run the next cells:** the ground state is $e^2 \approx 7.4$ times as probable as the highest. What
// share of the time will the walk spend in it: 1/3, 2/3, or nine tenths? And which share of the proposals will be
// rejected?

// %% id=levels role=setup
double[] energies = {0, 1, 2};
double[] boltzmann = {0.665241, 0.244728, 0.090031};

// %% id=boltzmann-law role=setup
double[] boltzmannLaw(double[] E, double beta) {
    double[] law = Arrays.stream(E).map(e -> exp(-beta * e)).toArray();
    double z = Arrays.stream(law).sum();
    return Arrays.stream(law).map(w -> w / z).toArray();
}

// %% id=sampler role=setup
/** Makes walks on levels; in the exercises you will examine some. */
interface Sampler {
    int[] walk(double[] E, double beta, int steps, Rng rng);
}

// %% id=levels-chain
var chain = MetropolisChain.of(energies, 1);
network("Metropolis on three levels", chain.states(), chain.matrix())

// %% id=levels-law
display(chain.stationary());
chain.spectrum()

// %% [markdown] id=levels-walk-text
// The stationary law is Boltzmann's to the last digit, and $\lambda_2 = 0.4989$: each step halves the memory. Now the
// way a simulation does it: walk, and count. Here is the whole program. Mind the last line of the loop: a rejected
// move is a step too, **and the old state counts once more**.

// %% id=levels-walk
Rng rng = Rng.seeded(1);
int state = 0;
double[] honest = new double[3];
double[] careless = new double[3];
for (int t = 0; t < 100_000; t++) {
    int trial = rng.nextInt(3);
    double dE = energies[trial] - energies[state];
    boolean accepted = rng.nextDouble() < exp(-dE);
    if (accepted) state = trial;
    honest[state] += 1e-5;
    if (accepted) careless[state] += 1;
}
double moves = Arrays.stream(careless).sum();
for (int i = 0; i < 3; i++) careless[i] /= moves;
bar("Counting, with and without the rejected moves", chain.states())
    .bars("Boltzmann", boltzmann)
    .bars("all steps counted", honest)
    .bars("accepted moves alone", careless)
    .axes("state", "share of the time")

// %% [markdown] id=levels-answer
// Two thirds of the time in the ground state, and 38 % of all proposals rejected. Whoever counts accepted moves
// alone gets a smooth, plausible and wrong result: the walk *stays* in deep states precisely by rejecting. It is the
// best known mistake of the trade, and no error message will ever tell you.

// %% id=levels-rejected
double known = 0;
for (int i = 0; i < 3; i++)
    for (double to : energies)
        known += boltzmann[i] * (1 - min(1, exp(energies[i] - to))) / 3;
display("rejected " + (1 - moves / 1e5));
"exactly  " + Digits.of(known, 5)

// %% [markdown] id=continuous-question
// ## 3 A particle in two valleys
//
// With a continuous coordinate a move is a shift, drawn uniformly from $[-d, d]$: symmetric, so the same rule holds.
// A particle in the double well $E(x) = 3 (x^2 - 1)^2$ at $\beta = 1$ has to climb a hill of 3 $k_B T$ between its
// valleys.

// %% id=well role=setup
double well(double x) {
    return 3 * pow(x * x - 1, 2);
}

// %% id=well-walk
var walk = Metropolis.of(x -> -well(x), 1.5).run(1, 40_000, Rng.seeded(2));
line("Two valleys and a hill", Arrays.copyOf(walk.values(), 1500))
    .axes("step", "x")

// %% [markdown] id=well-histogram-text
// We never computed $Z$, and for the simulation we never will. Only to draw the exact curve beside the histogram,
// the next cell integrates once.

// %% id=well-histogram
double z = IntStream.range(-300, 300)
    .mapToDouble(i -> 0.01 * exp(-well(i / 100.0))).sum();
histogram("The walk against Boltzmann's law", walk.values(), 60)
    .curve("exp(-E) / Z", x -> exp(-well(x)) / z).axes("x", "density")

// %% [markdown] id=step-question
// **How long should a step be?** Tiny steps are nearly always accepted, and get nowhere. Giant steps are nearly always
// rejected, and get nowhere either.
//
// **Before you run the next cells:** at which acceptance does the walk forget fastest: 80 %, 30 %, or 5 %? The
// measure of forgetting is the integrated autocorrelation time $\tau$: a walk of $n$ steps is worth $n / 2\tau$
// independent samples.

// %% id=step-scan
double[] steps = DoubleStream.iterate(0.25, d -> d < 20, d -> d * 1.45).toArray();
List<Estimate> tau = new ArrayList<>();
double[] rate = new double[steps.length];
for (int k = 0; k < steps.length; k++) {
    var sampler = Metropolis.of(x -> -well(x), steps[k]);
    var run = sampler.run(1, 40_000, Rng.seeded(3 + k));
    tau.add(run.autocorrelation().integratedTime());
    rate[k] = run.acceptance().rate();
}
errorBars("Too timid, just right, too bold", steps, tau).logX().logY()
    .axes("longest step d", "autocorrelation time τ / steps")

// %% id=step-acceptance
errorBars("The same against the acceptance", rate, tau).logY()
    .axes("share of moves accepted", "autocorrelation time τ / steps")

// %% [markdown] id=step-answer
// High acceptance is no virtue: the shortest steps, of which four in five are taken, forget a hundred times more slowly
// than the best, which reach from valley to valley and are taken three times in ten. The usual advice, tune the step
// until a third to a half of the moves are taken, is good enough, on one condition: tune **before** you measure, never
// while. A step that depends on the walk's past makes the chain no Markov chain, and its averages are no longer
// Boltzmann's. (`Metropolis.of(...).tuned(...)` tunes in a walk that it throws away.)

// %% [markdown] id=ising
// ## 4 The Ising model
//
// Now the magnet: spins $s = \pm 1$ on a square grid whose edges are glued together (periodic), with
//
// $$E = -\sum_{\langle ij \rangle} s_i s_j$$
//
// over all pairs of neighbours, each pair once; energies in units of the coupling $J$, temperatures in $J / k_B$.
// Flipping one spin changes the energy by $\Delta E = 2 s_i (s_\text{up} + s_\text{down} + s_\text{left} +
// s_\text{right})$: four neighbours, no matter how large the grid. That is why the trick works: a step costs the same
// in a state space of $2^{16}$ and of $2^{4096}$.
//
// First $4 \times 4$: a computer visits all 65,536 states in a wink, so there is an exact answer.

// %% id=exact role=setup
var exact = IsingEnumeration.of(4);

// %% id=grids role=setup
int[][] allUp(int n) {
    int[][] s = new int[n][n];
    for (int[] row : s) Arrays.fill(row, 1);
    return s;
}
int[][] randomGrid(int n, Rng coins) {
    int[][] s = new int[n][n];
    for (int[] row : s)
        Arrays.setAll(row, j -> coins.nextBoolean() ? 1 : -1);
    return s;
}

// %% id=small
var small = Ising.hot(4, Rng.seeded(5)).run(2, 500, 40_000, Rng.seeded(6));
display("u   = " + small.energy() + ", exactly "
    + Digits.of(exact.energy(2), 7));
display("c   = " + small.heatCapacity() + ", exactly "
    + Digits.of(exact.heatCapacity(2), 7));
"|m| = " + small.magnetisation() + ", exactly "
    + Digits.of(exact.magnetisation(2), 7)

// %% [markdown] id=sweep-text
// The unit of time is a **sweep**, as many trials as there are spins. `Ising` is the program of the blackboard
// (you will write it in the exercises). `FastIsing` packs 64 spins into one number, tries a whole colour of
// a checkerboard at once, which on large grids is some twenty times faster; that it follows the same law is tested with the same exact
// numbers, and here before your eyes:

// %% id=share
double[] share(double[] energiesPerSpin) {
    double[] share = new double[17];
    for (double u : energiesPerSpin)
        share[(int) round(4 * (u + 2))] += 1.0 / energiesPerSpin.length;
    return share;
}

// %% id=twins
var fast = FastIsing.hot(4, Rng.seeded(7)).run(2, 500, 40_000, Rng.seeded(8));
double[] levelEnergies = DoubleStream.iterate(-2, u -> u + 0.25)
    .limit(17).toArray();
double[] law = exact.energyLaw(2);
figure("The energy of 16 spins at T = 2")
    .line("exact", levelEnergies, law)
    .points("Ising", levelEnergies, share(small.energies()))
    .points("FastIsing", levelEnergies, share(fast.energies()))
    .axes("energy per spin / J", "probability")

// %% [markdown] id=pictures-question
// **Before you run the next cell:** it shows $128 \times 128$ spins at three temperatures, all started from random
// spins: cold (1.8), hot (4), and one in the middle, $T_c = 2 / \ln(1 + \sqrt 2) \approx 2.269$. What will the middle
// one look like: grey as the hot one, in two colours as the cold one, or something else?

// %% id=pictures
double[] three = {1.8, Onsager.CRITICAL_TEMPERATURE, 4};
double[][][] pictures = new double[3][][];
for (int k = 0; k < 3; k++) {
    var grid = FastIsing.hot(128, Rng.seeded(9));
    grid.run(three[k], 1000, 4, Rng.seeded(10 + k));
    pictures[k] = grid.spins();
}
tiles("Spins at three temperatures",
    List.of("T = 1.8", "T = 2.269", "T = 4"), pictures)

// %% [markdown] id=pictures-answer
// In the middle there are patches of all sizes, from single spins to the whole box: the mark of a critical point. And
// the cold magnet has two large domains, each nearly of one colour, and sooner or later will decide. How domains grow
// after a sudden cooling from infinite temperature, to $T = 1.5$, is a film:

// %% id=quench
var quenched = FastIsing.hot(64, Rng.seeded(12));
Rng cold = Rng.seeded(13);
List<double[][]> film = new ArrayList<>();
for (int frame = 0; frame < 10; frame++) {
    film.add(quenched.spins());
    for (int t = 0; t < 1 + frame * frame; t++) quenched.sweep(1.5, cold);
}
animation("A quench", 10,
    k -> tiles("A quench to T = 1.5", List.of("frame " + k), film.get(k)))

// %% [markdown] id=onsager-question
// L. Onsager solved the infinite grid in 1944, by hand (*Phys. Rev.* 65, 117): a curve for the energy with
// $u(T_c) = -\sqrt 2$, and a heat capacity that diverges there. **Before you run the next cells:** will a grid of
// $64 \times 64$ follow the curve of infinitely many spins? And if not everywhere, where will it miss?

// %% id=scan
double[] temperatures = {1.4, 1.6, 1.8, 2.0, 2.1, 2.2, 2.25,
    2.3, 2.35, 2.4, 2.5, 2.7, 3.0, 3.5};
List<IsingRun> runs = new ArrayList<>();
for (int k = 0; k < temperatures.length; k++)
    runs.add(FastIsing.cold(64)
        .run(temperatures[k], 500, 5000, Rng.seeded(20 + k)));
errorBars("64 x 64 spins and Onsager's curve", temperatures,
        runs.stream().map(IsingRun::energy).toList()).named("Metropolis")
    .curve("Onsager", Onsager::energy).axes("T", "energy per spin / J")

// %% id=scan-magnetisation
errorBars("The magnetisation", temperatures,
        runs.stream().map(IsingRun::magnetisation).toList())
    .named("Metropolis, |m|")
    .curve("Onsager and Yang", Onsager::magnetisation)
    .axes("T", "magnetisation per spin")

// %% id=scan-capacity
errorBars("The heat capacity", temperatures,
        runs.stream().map(IsingRun::heatCapacity).toList()).named("Metropolis")
    .curve("Onsager", Onsager::heatCapacity)
    .axes("T", "heat capacity per spin").rangeY(0, 3)

// %% [markdown] id=onsager-answer
// Far from $T_c$ the finite grid is as good as the infinite one. Near it patches grow as large as the box, and a finite
// magnet has no sharp transition: the energy is off by one per cent, the magnetisation leaves the curve just above
// $T_c$, and the heat capacity has a rounded peak instead of a divergence. Trust the error bars least there; the
// last picture of this section shows why. To see that the agreement is more than a nice
// picture, take one temperature and count the standard errors between simulation and theorem:

// %% id=sigmas
var atTwo = FastIsing.cold(256).run(2, 300, 2000, Rng.seeded(40));
display("u   = " + atTwo.energy() + ", Onsager "
    + Digits.of(Onsager.energy(2), 7));
display("|m| = " + atTwo.magnetisation() + ", Yang "
    + Digits.of(Onsager.magnetisation(2), 7));
atTwo.energy().sigmasFrom(Onsager.energy(2))

// %% [markdown] id=memory
// Error bars are honest only if they know the walk's memory, and near $T_c$ memory is long: patches as large as the box
// have to dissolve spin by spin. Here is $\tau$ of the magnetisation on the way down.

// %% id=slowing
double[] above = {4, 3.5, 3, 2.7, 2.5, 2.4, 2.35};
List<Estimate> memory = new ArrayList<>();
for (double t : above) {
    var run = FastIsing.hot(64, Rng.seeded(50))
        .run(t, 500, 6000, Rng.seeded(51));
    memory.add(Autocorrelation.of(run.magnetisations()).integratedTime());
}
errorBars("Critical slowing down", above, memory).logY()
    .axes("T", "autocorrelation time of m / sweeps")

// %% [markdown] id=disks
// ## 5 Hard disks: no energy at all
//
// The first simulation of this kind, in 1953, was of disks that may not overlap. An allowed arrangement has the energy
// 0, a forbidden one infinity; $e^{-\beta \Delta E}$ is 1 or 0, and the rule becomes: *take the move unless disks
// overlap*. Temperature plays no role; all that counts is the share $\eta$ of the area that the disks cover.

// %% id=disks-picture
var box = HardDisks.of(72, 0.65);
var dense = box.run(2000, 30_000, Rng.seeded(60));
disks("72 hard disks, η = 0.65", dense.last(), 1)

// %% [markdown] id=pressure
// Where does a pressure come from without forces? From the question how much harder the box would be to fill if it
// were a bit smaller. Shrink it in thought by a factor $1 - \epsilon$: an arrangement survives if no gap between two
// disks closes. If $n(\epsilon)$ pairs are closer than $1 + \epsilon$ diameters, then
//
// $$Z = \frac{\beta P A}{N} = 1 + \frac{n'(0)}{2N} = 1 + 2 \eta\, g(1^+),$$
//
// with the *contact value* $g(1^+)$ of the pair distribution. We count small gaps and read off their density at zero.
// **Before you run the next cell:** for points $Z = 1$. Will it be 2, 5 or 50 for disks that cover half of the area?

// %% id=half
HardDisks.of(72, 0.5).run(1000, 10_000, Rng.seeded(61)).compressibilityFactor()

// %% [markdown] id=henderson
// A good formula for the fluid is D. Henderson's, $Z = (1 + \eta^2/8) / (1 - \eta)^2$ (*Mol. Phys.* 30, 971 (1975)): it
// gives 4.125. The pressure of just our 72 disks has been computed to five digits (B. Li et al., *J. Chem. Phys.* 157,
// 234111 (2022)); the triangles are theirs. Already at 0.65 they lie 3 % below the formula, and at 0.72 the box has
// begun to freeze, of which the formula knows nothing.

// %% id=equation
double henderson(double eta) {
    return (1 + eta * eta / 8) / pow(1 - eta, 2);
}
double[] packings = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
List<Estimate> pressures = new ArrayList<>();
for (int k = 0; k < packings.length; k++)
    pressures.add(HardDisks.of(72, packings[k])
        .run(300, 2500, Rng.seeded(70 + k)).pressure());
figure("The pressure of hard disks")
    .errorBars("Metropolis, N = 72", packings, pressures)
    .errorBars("a longer run", new double[]{0.65}, List.of(dense.pressure()))
    .points("published, N = 72", new double[]{0.65, 0.7, 0.72},
        new double[]{6.901074, 8.55170, 9.41867})
    .curve("Henderson", eta -> henderson(eta) * 4 * eta / PI, 0.05, 0.72)
    .axes("packing fraction η", "pressure β P d²")

// %% id=disks-sigma
display(dense);
dense.pressure().sigmasFrom(6.901074)

// %% [markdown] id=learned
// ## What we learned
//
// - Boltzmann's law is known up to $Z$; ratios need no $Z$. Detailed balance with symmetric proposals gives the rule:
//   accept with $\min(1, e^{-\beta \Delta E})$, that is if `u < exp(-beta * dE)`.
// - A rejected move counts: the old state once more.
// - Step lengths trade acceptance against progress; judge by the autocorrelation time, tune before measuring.
// - Test a sampler where the answer is known: three levels, all states of $4 \times 4$ spins, Onsager's curve, a
//   published pressure. Count standard errors, not nice pictures.
// - Near a critical point a local walk forgets slowly.
//
// ## Where it leads
//
// Replace "disks may not overlap" by a potential between atoms and you simulate liquids. Give the atoms momenta
// instead of dice, and time becomes real.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Build it yourself
//
// Seven small programs, together the whole lecture, and one that examines the programs of others. Later ones may call
// earlier ones. Draw random numbers with `rng.nextDouble()`, uniform in [0, 1), and `rng.nextInt(n)`, one of 0 ...
// n - 1. Where a check looks at averages, a right answer fails it for one seed in a million, and the seed is fixed.

// %% [markdown] id=accept-task
// ### 1 The rule (2 points)
//
// Write `accept(dE, beta, u)`: whether a move that changes the energy by `dE` is taken, given the uniform random
// number `u`.

// %% id=accept role=answer
boolean accept(double dE, double beta, double u) {
    // BEGIN SOLUTION
    return u < exp(-beta * dE);
    // END SOLUTION
}

// %% [markdown] id=accept-hint role=hint of=accept
// How can a random number decide? A uniform number is below $p$ with the probability $p$.

// %% [markdown] id=accept-hint-2 role=hint of=accept
// The probability is $\min(1, e^{-\beta\,\Delta E})$, so compare `u` with `exp(-beta * dE)`.

// %% [markdown] id=accept-hint-3 role=hint of=accept
// The minimum with 1 takes care of itself: `u` never reaches 1.

// %% id=accept-test role=test of=accept points=2
check(accept(-1, 1, 0.999), "downhill always: dE = -1 is taken whatever u is");
check(accept(1, 1, 0.3), "dE = 1, beta = 1, u = 0.3 is taken: exp(-1) = 0.368");
check(!accept(1, 1, 0.5),
    "dE = 1, beta = 1, u = 0.5 is not taken: exp(-1) = 0.368");
check(accept(1, 0.1, 0.8),
    "dE = 1, beta = 0.1, u = 0.8 is taken: it is hot, exp(-0.1) = 0.905");
// BEGIN HIDDEN TESTS
check(accept(0, 1, 0.9999), "a move that costs nothing is always taken");
check(!accept(2, 1, 0.2),
    "dE = 2, beta = 1, u = 0.2 is not taken: exp(-2) = 0.135");
check(!accept(0.5, 4, 0.3),
    "dE = 0.5, beta = 4, u = 0.3 is not taken: exp(-2) = 0.135");
// END HIDDEN TESTS

// %% id=accept-wrong-no-exp role=wrong of=accept
boolean accept(double dE, double beta, double u) {
    return dE <= 0 || u < dE;
}

// %% id=accept-wrong-sign role=wrong of=accept
boolean accept(double dE, double beta, double u) {
    return u < min(1, exp(beta * dE));
}

// %% id=accept-wrong-greedy role=wrong of=accept
boolean accept(double dE, double beta, double u) {
    return dE <= 0;
}

// %% id=accept-wrong-temperature role=wrong of=accept
boolean accept(double dE, double beta, double u) {
    return u < exp(-dE / beta);
}

// %% [markdown] id=levels-task
// ### 2 A walk on levels (3 points)
//
// Write `levels(E, beta, steps, rng)`: the states after steps 1 ... `steps` of a walk that begins in state 0 and
// proposes each of the states `0 ... E.length - 1` equally often, the present one too.

// %% id=levels-answer-cell role=answer
int[] levels(double[] E, double beta, int steps, Rng rng) {
    // BEGIN SOLUTION
    int[] path = new int[steps];
    int state = 0;
    for (int t = 0; t < steps; t++) {
        int trial = rng.nextInt(E.length);
        if (accept(E[trial] - E[state], beta, rng.nextDouble())) state = trial;
        path[t] = state;
    }
    return path;
    // END SOLUTION
}

// %% [markdown] id=levels-hint role=hint of=levels-answer-cell
// One turn is: propose a state, ask `accept` with the energy difference, move or stay, write down where you are.

// %% [markdown] id=levels-hint-2 role=hint of=levels-answer-cell
// The difference is that of the proposed and the *present* state; `rng.nextInt(E.length)` proposes.

// %% [markdown] id=levels-hint-3 role=hint of=levels-answer-cell
// The walk makes exactly `steps` steps, and writes down where it is after each, moved or not: a rejected move counts
// the old state once more.

// %% id=levels-test role=test of=levels-answer-cell points=3
int[] levelPath = levels(energies, 1, 10_000, Rng.seeded(81));
checkEqual(levelPath.length, 10_000, "states of 10,000 steps");
checkDistribution(Samples.correlated(levelPath),
    Law.discrete(boltzmannLaw(energies, 1)), 1e-6,
    "share of the time in the levels 0, 1, 2 at beta = 1",
    "does a rejected move count the old state again?");
double[] level = {0, 0, 0, 0};
int moved = 0, stayed = 0;
for (int seed = 0; seed < 2_000; seed++) {
    int[] two = levels(level, 1, 2, Rng.seeded(seed));
    moved += two[0] != 0 ? 1 : 0;
    stayed += two[0] == two[1] ? 1 : 0;
}
checkNear(moved / 2_000.0, 0.75, 0.048,
    "share of 2,000 walks on four equal levels that have left state 0 after step 1",
    "the first state to write down is that after the first step");
checkNear(stayed / 2_000.0, 0.25, 0.048,
    "share of them that stay where they are in step 2",
    "each state is proposed equally often, the present one too");
// BEGIN HIDDEN TESTS
double[] ladder = {1, 0, 0.5, 2};
int[] ladderPath = levels(ladder, 2, 10_000, Rng.seeded(82));
checkDistribution(Samples.correlated(ladderPath),
    Law.discrete(boltzmannLaw(ladder, 2)), 1e-6,
    "share of the time in the levels 1, 0, 0.5, 2 at beta = 2");
// END HIDDEN TESTS

// %% id=levels-wrong-accepted-only role=wrong of=levels-answer-cell
int[] levels(double[] E, double beta, int steps, Rng rng) {
    int[] path = new int[steps];
    int state = 0;
    for (int t = 0; t < steps; ) {
        int trial = rng.nextInt(E.length);
        if (accept(E[trial] - E[state], beta, rng.nextDouble())) {
            state = trial;
            path[t++] = state;
        }
    }
    return path;
}

// %% id=levels-wrong-before role=wrong of=levels-answer-cell
int[] levels(double[] E, double beta, int steps, Rng rng) {
    int[] path = new int[steps];
    int state = 0;
    for (int t = 0; t < steps; t++) {
        path[t] = state;
        int trial = rng.nextInt(E.length);
        if (accept(E[trial] - E[state], beta, rng.nextDouble())) state = trial;
    }
    return path;
}

// %% id=levels-wrong-never-itself role=wrong of=levels-answer-cell
int[] levels(double[] E, double beta, int steps, Rng rng) {
    int[] path = new int[steps];
    int state = 0;
    for (int t = 0; t < steps; t++) {
        int trial = (state + 1 + rng.nextInt(E.length - 1)) % E.length;
        if (accept(E[trial] - E[state], beta, rng.nextDouble())) state = trial;
        path[t] = state;
    }
    return path;
}

// %% id=levels-wrong-asymmetric role=wrong of=levels-answer-cell
int[] levels(double[] E, double beta, int steps, Rng rng) {
    int[] path = new int[steps];
    int state = 0;
    for (int t = 0; t < steps; t++) {
        int trial = state + (rng.nextBoolean() ? 1 : -1);
        if (trial < 0) trial = 1;
        if (trial == E.length) trial = E.length - 2;
        if (accept(E[trial] - E[state], beta, rng.nextDouble())) state = trial;
        path[t] = state;
    }
    return path;
}

// %% id=levels-wrong-from-start role=wrong of=levels-answer-cell
int[] levels(double[] E, double beta, int steps, Rng rng) {
    int[] path = new int[steps];
    int state = 0;
    for (int t = 0; t < steps; t++) {
        int trial = rng.nextInt(E.length);
        if (accept(E[trial] - E[0], beta, rng.nextDouble())) state = trial;
        path[t] = state;
    }
    return path;
}

// %% [markdown] id=sample-task
// ### 3 A walk on a line (3 points)
//
// Write `sample(E, beta, start, step, n, rng)`: the places after moves 1 ... `n` of a particle with the energy `E` (call
// `E.applyAsDouble(x)`), whose moves are uniform in $[-\text{step}, \text{step}]$.

// %% id=sample role=answer
double[] sample(DoubleUnaryOperator E, double beta, double start,
        double step, int n, Rng rng) {
    // BEGIN SOLUTION
    double[] places = new double[n];
    double x = start;
    for (int t = 0; t < n; t++) {
        double trial = x + step * (2 * rng.nextDouble() - 1);
        double dE = E.applyAsDouble(trial) - E.applyAsDouble(x);
        if (accept(dE, beta, rng.nextDouble())) x = trial;
        places[t] = x;
    }
    return places;
    // END SOLUTION
}

// %% [markdown] id=sample-hint role=hint of=sample
// It is the walk on levels again; only the proposal is different, a place near the present one.

// %% [markdown] id=sample-hint-2 role=hint of=sample
// `2 * rng.nextDouble() - 1` is uniform between -1 and 1. Forward and backward must be equally likely, and equally
// far.

// %% [markdown] id=sample-hint-3 role=hint of=sample
// Write the place down after each move, accepted or not.

// %% id=sample-test role=test of=sample points=3
double[] spring = sample(x -> x * x / 2, 2, 0, 1.5, 20_000, Rng.seeded(83));
checkEqual(spring.length, 20_000, "places of 20,000 moves");
checkDistribution(Samples.correlated(spring), Law.moments(0, 0.5), 1e-6,
    "a spring with E = x^2 / 2 at beta = 2",
    "its law is normal with variance 1 / beta");
double[] free = sample(x -> 0, 1, 7, 0.5, 2_000, Rng.seeded(80));
double[] jumps = new double[2_000];
for (int t = 0; t < jumps.length; t++)
    jumps[t] = free[t] - (t == 0 ? 7 : free[t - 1]);
check(jumps[0] != 0, "where all energies are equal every move is taken; so place 0 is not `start` any more");
checkDistribution(Samples.independent(jumps), Law.continuous(dx -> min(1, max(0, dx + 0.5))), 1e-6,
    "the moves of a particle where all energies are equal, step = 0.5",
    "moves are uniform between -step and step");
// BEGIN HIDDEN TESTS
double[] wall = sample(x -> x < 0 ? Double.POSITIVE_INFINITY : x, 1, 1, 2, 20_000, Rng.seeded(84));
check(Arrays.stream(wall).min().orElse(-1) >= 0,
    "the particle never enters a wall of infinite energy");
checkDistribution(Samples.correlated(wall),
    Law.moments(1, 1), 1e-6, "a weight above a floor, E = x for x >= 0");
// END HIDDEN TESTS

// %% id=sample-wrong-one-sided role=wrong of=sample
double[] sample(DoubleUnaryOperator E, double beta, double start,
        double step, int n, Rng rng) {
    double[] places = new double[n];
    double x = start;
    for (int t = 0; t < n; t++) {
        double trial = x + step * rng.nextDouble();
        double dE = E.applyAsDouble(trial) - E.applyAsDouble(x);
        if (accept(dE, beta, rng.nextDouble())) x = trial;
        places[t] = x;
    }
    return places;
}

// %% id=sample-wrong-rejected role=wrong of=sample
double[] sample(DoubleUnaryOperator E, double beta, double start,
        double step, int n, Rng rng) {
    double[] places = new double[n];
    double x = start;
    for (int t = 0; t < n; ) {
        double trial = x + step * (2 * rng.nextDouble() - 1);
        double dE = E.applyAsDouble(trial) - E.applyAsDouble(x);
        if (accept(dE, beta, rng.nextDouble())) {
            x = trial;
            places[t++] = x;
        }
    }
    return places;
}

// %% id=sample-wrong-half role=wrong of=sample
double[] sample(DoubleUnaryOperator E, double beta, double start,
        double step, int n, Rng rng) {
    double[] places = new double[n];
    double x = start;
    for (int t = 0; t < n; t++) {
        double trial = x + step * (rng.nextDouble() - 0.5);
        double dE = E.applyAsDouble(trial) - E.applyAsDouble(x);
        if (accept(dE, beta, rng.nextDouble())) x = trial;
        places[t] = x;
    }
    return places;
}

// %% id=sample-wrong-before role=wrong of=sample
double[] sample(DoubleUnaryOperator E, double beta, double start,
        double step, int n, Rng rng) {
    double[] places = new double[n];
    double x = start;
    for (int t = 0; t < n; t++) {
        places[t] = x;
        double trial = x + step * (2 * rng.nextDouble() - 1);
        double dE = E.applyAsDouble(trial) - E.applyAsDouble(x);
        if (accept(dE, beta, rng.nextDouble())) x = trial;
    }
    return places;
}

// %% id=sample-wrong-growing role=wrong of=sample
double[] sample(DoubleUnaryOperator E, double beta, double start,
        double step, int n, Rng rng) {
    double[] places = new double[n];
    double x = start;
    for (int t = 0; t < n; t++) {
        double trial = x + step * (1 + abs(x)) * (2 * rng.nextDouble() - 1);
        double dE = E.applyAsDouble(trial) - E.applyAsDouble(x);
        if (accept(dE, beta, rng.nextDouble())) x = trial;
        places[t] = x;
    }
    return places;
}

// %% [markdown] id=energy-task
// ### 4 The energy of a grid (2 points)
//
// Write `energy(s)` for a square grid of spins `s[i][j]`, +1 or -1, with periodic edges: minus the sum of the products
// of all neighbouring pairs, each pair once.

// %% id=energy role=answer
int energy(int[][] s) {
    // BEGIN SOLUTION
    int n = s.length;
    int sum = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            sum -= s[i][j] * (s[(i + 1) % n][j] + s[i][(j + 1) % n]);
    return sum;
    // END SOLUTION
}

// %% [markdown] id=energy-hint role=hint of=energy
// Each pair once: if each spin looks at all four neighbours, every bond is met twice.

// %% [markdown] id=energy-hint-2 role=hint of=energy
// Let each spin look to its right and below only.

// %% [markdown] id=energy-hint-3 role=hint of=energy
// `% n` leads round the edge: the neighbour below row `i` is row `(i + 1) % n`. Do not forget the minus sign.

// %% id=energy-test role=test of=energy points=2
int[][] up = allUp(4);
checkEqual(energy(up), -32, "the energy of 16 spins up",
    "16 spins have 32 bonds: round the edge too, and each once");
up[0][3] = -1;
checkEqual(energy(up), -24,
    "one spin in the corner down", "four bonds change from -1 to +1");
// BEGIN HIDDEN TESTS
int[][] board = allUp(6);
for (int i = 0; i < 6; i++)
    for (int j = 0; j < 6; j++) board[i][j] = (i + j) % 2 == 0 ? 1 : -1;
checkEqual(energy(board), 72, "a checkerboard of 36 spins");
int[][] stripes = allUp(4);
Arrays.fill(stripes[0], -1);
Arrays.fill(stripes[1], -1);
checkEqual(energy(stripes), -16, "two rows down, two rows up");
// END HIDDEN TESTS

// %% id=energy-wrong-twice role=wrong of=energy
int energy(int[][] s) {
    int n = s.length;
    int sum = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            sum -= s[i][j] * (s[(i + 1) % n][j] + s[(i + n - 1) % n][j]
                + s[i][(j + 1) % n] + s[i][(j + n - 1) % n]);
    return sum;
}

// %% id=energy-wrong-edges role=wrong of=energy
int energy(int[][] s) {
    int n = s.length;
    int sum = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            if (i + 1 < n) sum -= s[i][j] * s[i + 1][j];
            if (j + 1 < n) sum -= s[i][j] * s[i][j + 1];
        }
    return sum;
}

// %% id=energy-wrong-rows role=wrong of=energy
int energy(int[][] s) {
    int n = s.length;
    int sum = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) sum -= 2 * s[i][j] * s[i][(j + 1) % n];
    return sum;
}

// %% [markdown] id=flip-task
// ### 5 The cost of a flip (2 points)
//
// Write `flipCost(s, i, j)`: by how much the energy changes if the spin in row `i`, column `j` flips. Look at its four
// neighbours only; leave the grid as it is.

// %% id=flip role=answer
int flipCost(int[][] s, int i, int j) {
    // BEGIN SOLUTION
    int n = s.length;
    int around = s[(i + 1) % n][j] + s[(i + n - 1) % n][j]
        + s[i][(j + 1) % n] + s[i][(j + n - 1) % n];
    return 2 * s[i][j] * around;
    // END SOLUTION
}

// %% [markdown] id=flip-hint role=hint of=flip
// Only the four bonds of this spin change. What does one of them add to the energy before, and what after?

// %% [markdown] id=flip-hint-2 role=hint of=flip
// Each bond goes from $-s s'$ to $+s s'$, so it changes by *twice* $s s'$.

// %% [markdown] id=flip-hint-3 role=hint of=flip
// In Java `-1 % n` is -1: write `(i + n - 1) % n` for the row above.

// %% id=flip-test role=test of=flip points=2
checkEqual(flipCost(allUp(4), 1, 2), 8,
    "flipping one of 16 spins up", "four bonds go from -1 to +1");
checkEqual(flipCost(allUp(4), 0, 0), 8,
    "the same in the corner", "the grid is periodic");
// BEGIN HIDDEN TESTS
int[][] mess = randomGrid(5, Rng.seeded(85));
for (int i = 0; i < 5; i++)
    for (int j = 0; j < 5; j++) {
        int before = energy(mess);
        int cost = flipCost(mess, i, j);
        checkEqual(energy(mess), before,
            "the energy of the grid handed in", "leave the grid as it is");
        mess[i][j] *= -1;
        checkEqual(cost, energy(mess) - before,
            "flipping row " + i + ", column " + j + " of a random grid");
        mess[i][j] *= -1;
    }
// END HIDDEN TESTS

// %% id=flip-wrong-half role=wrong of=flip
int flipCost(int[][] s, int i, int j) {
    int n = s.length;
    return s[i][j] * (s[(i + 1) % n][j] + s[(i + n - 1) % n][j]
        + s[i][(j + 1) % n] + s[i][(j + n - 1) % n]);
}

// %% id=flip-wrong-edges role=wrong of=flip
int flipCost(int[][] s, int i, int j) {
    int n = s.length;
    int around = (i > 0 ? s[i - 1][j] : 0) + (i < n - 1 ? s[i + 1][j] : 0)
        + (j > 0 ? s[i][j - 1] : 0) + (j < n - 1 ? s[i][j + 1] : 0);
    return 2 * s[i][j] * around;
}

// %% id=flip-wrong-sign role=wrong of=flip
int flipCost(int[][] s, int i, int j) {
    int n = s.length;
    return -2 * s[i][j] * (s[(i + 1) % n][j] + s[(i + n - 1) % n][j]
        + s[i][(j + 1) % n] + s[i][(j + n - 1) % n]);
}

// %% [markdown] id=sweep-task
// ### 6 A sweep (3 points)
//
// Write `sweep(s, T, rng)`: as many Metropolis trials as the grid has spins, each at a spin drawn at random, at the
// temperature `T`. It changes `s`.
//
// And choose `mySeed()`: seven digits or more that nobody else will have, always the same. The cell below the check
// makes 4,000 sweeps of 16 spins with your seed and takes the mean energy per spin. Your teacher can put the runs of
// the class together, to compare them with `exact.energy(2.5)`.

// %% id=sweep role=answer
void sweep(int[][] s, double T, Rng rng) {
    // BEGIN SOLUTION
    int n = s.length;
    for (int trial = 0; trial < n * n; trial++) {
        int i = rng.nextInt(n);
        int j = rng.nextInt(n);
        if (accept(flipCost(s, i, j), 1 / T, rng.nextDouble())) s[i][j] *= -1;
    }
    // END SOLUTION
}
long mySeed() {
    // BEGIN SOLUTION
    return 27_182_818;
    // END SOLUTION
}

// %% [markdown] id=sweep-hint role=hint of=sweep
// `s.length * s.length` times: draw a spin, ask what its flip costs, accept or not. You have written all parts
// already.

// %% [markdown] id=sweep-hint-2 role=hint of=sweep
// Row and column are two draws. And `beta` is `1 / T`.

// %% [markdown] id=sweep-hint-3 role=hint of=sweep
// `s[i][j] *= -1` flips. Draw a new `u` for each trial.

// %% id=sweep-test role=test of=sweep points=3
checkEqual(mySeed(), mySeed(), "your seed, asked for twice", "choose one number for good");
check(abs(mySeed()) >= 1_000_000, "your seed has seven digits or more, not like " + mySeed());
int flipped = 0;
for (int seed = 0; seed < 100; seed++) {
    int[][] hot = allUp(16);
    sweep(hot, 1e9, Rng.seeded(seed));
    for (int[] row : hot)
        for (int spin : row) flipped += spin < 0 ? 1 : 0;
}
checkNear(flipped / 100.0, 128 * (1 - pow(1 - 2 / 256.0, 256)), 3.8,
    "spins of 256 that are turned over by a sweep at T = 1e9, a mean of 100 sweeps",
    "a sweep is as many trials as there are spins, each at a spin drawn at random");
int[][] sixteen = allUp(4);
Rng dice = Rng.seeded(87);
int[] energyLevels = new int[10_000];
for (int t = -200; t < energyLevels.length; t++) {
    sweep(sixteen, 2, dice);
    if (t >= 0) energyLevels[t] = (energy(sixteen) + 32) / 4;
}
checkDistribution(Samples.correlated(energyLevels),
    Law.discrete(exact.energyLaw(2)), 1e-6,
    "the energies of 4 x 4 spins at T = 2, counted from the lowest in steps of 4",
    "beta is 1 / T");
// BEGIN HIDDEN TESTS
for (int t = -200; t < energyLevels.length; t++) {
    sweep(sixteen, 3, dice);
    if (t >= 0) energyLevels[t] = (energy(sixteen) + 32) / 4;
}
checkDistribution(Samples.correlated(energyLevels),
    Law.discrete(exact.energyLaw(3)), 1e-6,
    "the energies of 4 x 4 spins at T = 3");
// END HIDDEN TESTS

// %% id=class-energy role=pool of=sweep exact=-1.379116482
int[][] classGrid = allUp(4);
Rng classDice = Rng.seeded(mySeed());
double classSum = 0;
for (int t = -200; t < 4_000; t++) {
    sweep(classGrid, 2.5, classDice);
    if (t >= 0) classSum += energy(classGrid);
}
new Replicate(mySeed(), classSum / (4_000 * 16))

// %% id=sweep-wrong-one-step role=wrong of=sweep
void sweep(int[][] s, double T, Rng rng) {
    int n = s.length;
    int i = rng.nextInt(n);
    int j = rng.nextInt(n);
    if (accept(flipCost(s, i, j), 1 / T, rng.nextDouble())) s[i][j] *= -1;
}
long mySeed() { return 27_182_818; }

// %% id=sweep-wrong-rows role=wrong of=sweep
void sweep(int[][] s, double T, Rng rng) {
    int n = s.length;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if (accept(flipCost(s, i, j), 1 / T, rng.nextDouble())) s[i][j] *= -1;
}
long mySeed() { return 27_182_818; }

// %% id=sweep-wrong-twice role=wrong of=sweep
void sweep(int[][] s, double T, Rng rng) {
    int n = s.length;
    for (int trial = 0; trial < 2 * n * n; trial++) {
        int i = rng.nextInt(n);
        int j = rng.nextInt(n);
        if (accept(flipCost(s, i, j), 1 / T, rng.nextDouble())) s[i][j] *= -1;
    }
}
long mySeed() { return 27_182_818; }

// %% id=sweep-wrong-temperature role=wrong of=sweep
void sweep(int[][] s, double T, Rng rng) {
    int n = s.length;
    for (int trial = 0; trial < n * n; trial++) {
        int i = rng.nextInt(n);
        int j = rng.nextInt(n);
        if (accept(2 * flipCost(s, i, j), 1 / T, rng.nextDouble())) s[i][j] *= -1;
    }
}
long mySeed() { return 27_182_818; }

// %% id=sweep-wrong-diagonal role=wrong of=sweep
void sweep(int[][] s, double T, Rng rng) {
    int n = s.length;
    for (int trial = 0; trial < n * n; trial++) {
        int i = rng.nextInt(n);
        if (accept(flipCost(s, i, i), 1 / T, rng.nextDouble())) s[i][i] *= -1;
    }
}
long mySeed() { return 27_182_818; }

// %% id=sweep-wrong-seed role=wrong of=sweep
void sweep(int[][] s, double T, Rng rng) {
    int n = s.length;
    for (int trial = 0; trial < n * n; trial++) {
        int i = rng.nextInt(n);
        int j = rng.nextInt(n);
        if (accept(flipCost(s, i, j), 1 / T, rng.nextDouble())) s[i][j] *= -1;
    }
}
long mySeed() { return 42; }

// %% [markdown] id=overlap-task
// ### 7 Hard disks (2 points)
//
// Write `overlaps(x, y, k, newX, newY, side)`: whether disk `k` of diameter 1, moved to (`newX`, `newY`), would overlap
// another disk. The box is a periodic square with this side, all coordinates lie in [0, side).

// %% id=overlap role=answer
boolean overlaps(double[] x, double[] y, int k,
        double newX, double newY, double side) {
    // BEGIN SOLUTION
    for (int i = 0; i < x.length; i++) {
        if (i == k) continue;
        double dx = abs(x[i] - newX);
        double dy = abs(y[i] - newY);
        dx = min(dx, side - dx);
        dy = min(dy, side - dy);
        if (dx * dx + dy * dy < 1) return true;
    }
    return false;
    // END SOLUTION
}

// %% [markdown] id=overlap-hint role=hint of=overlap
// Go through all disks but `k`: a disk cannot overlap itself.

// %% [markdown] id=overlap-hint-2 role=hint of=overlap
// Along each axis the shorter way may lead round the edge: `min(dx, side - dx)` with `dx` the distance without sign.

// %% [markdown] id=overlap-hint-3 role=hint of=overlap
// Two disks of diameter 1 overlap if their centres are nearer than 1: compare the square, `dx * dx + dy * dy < 1`.

// %% id=overlap-test role=test of=overlap points=2
double[] diskX = {0.2, 2.5, 4.5};
double[] diskY = {2.5, 2.5, 0.1};
check(overlaps(diskX, diskY, 0, 1.6, 2.5, 5),
    "two disks at a distance of 0.9 overlap: their diameter is 1");
check(!overlaps(diskX, diskY, 0, 1.4, 2.5, 5),
    "two disks at a distance of 1.1 do not overlap");
check(!overlaps(diskX, diskY, 0, 0.3, 2.5, 5),
    "a disk does not overlap its own old place");
check(overlaps(diskX, diskY, 1, 4.9, 2.5, 5),
    "x = 4.9 and x = 0.2 are 0.3 apart in a box of 5: round the edge");
// BEGIN HIDDEN TESTS
check(overlaps(diskX, diskY, 0, 4.4, 4.6, 5),
    "y = 4.6 and y = 0.1 are 0.5 apart in a box of 5: round the edge");
check(!overlaps(diskX, diskY, 1, 4.5, 4.0, 5),
    "y = 4 and y = 0.1 are 1.1 apart in a box of 5");
check(!overlaps(diskX, diskY, 1, 1.0, 1.8, 5),
    "0.8 to the right and 0.7 down is a distance of 1.06");
// END HIDDEN TESTS

// %% id=overlap-wrong-edges role=wrong of=overlap
boolean overlaps(double[] x, double[] y, int k,
        double newX, double newY, double side) {
    for (int i = 0; i < x.length; i++)
        if (i != k && pow(x[i] - newX, 2) + pow(y[i] - newY, 2) < 1) return true;
    return false;
}

// %% id=overlap-wrong-itself role=wrong of=overlap
boolean overlaps(double[] x, double[] y, int k,
        double newX, double newY, double side) {
    for (int i = 0; i < x.length; i++) {
        double dx = min(abs(x[i] - newX), side - abs(x[i] - newX));
        double dy = min(abs(y[i] - newY), side - abs(y[i] - newY));
        if (dx * dx + dy * dy < 1) return true;
    }
    return false;
}

// %% id=overlap-wrong-square role=wrong of=overlap
boolean overlaps(double[] x, double[] y, int k,
        double newX, double newY, double side) {
    for (int i = 0; i < x.length; i++) {
        double dx = min(abs(x[i] - newX), side - abs(x[i] - newX));
        double dy = min(abs(y[i] - newY), side - abs(y[i] - newY));
        if (i != k && dx < 1 && dy < 1) return true;
    }
    return false;
}

// %% [markdown] id=examiner-task
// ### 8 The examiner (4 points)
//
// A sampler with a wrong law does not crash; someone has to ask. Write `checkSampler(sampler)`, which throws where
// `sampler` does not follow Boltzmann's law and returns where it does. `sampler.walk(E, beta, steps, rng)` is a walk on
// levels as in exercise 2: the states after steps 1 ... `steps`, from state 0. You may call `checkDistribution` as the
// check of exercise 2 does, or throw what you like.
//
// Now *you* are marked by what your check does. It must accept every right sampler, or it earns nothing: Metropolis
// has no monopoly, other rules have the same law. And it earns its points by the bugs that it catches. Two of eight
// stand below, where the last line shows the points for these. The others are hidden until you hand in, and are
// mistakes that this lesson has warned of.

// %% id=examiner role=answer
void checkSampler(Sampler sampler) {
    // BEGIN SOLUTION
    double[] E = {1, 0, 0.5, 2};
    int[] path = sampler.walk(E, 2, 20_000, Rng.seeded(88));
    checkDistribution(Samples.correlated(path), Law.discrete(boltzmannLaw(E, 2)), 1e-6,
        "share of the time in the levels 1, 0, 0.5, 2 at beta = 2");
    // END SOLUTION
}

// %% [markdown] id=examiner-hint role=hint of=examiner
// Do not ask for the same numbers that your own walk would give: only the shares of the time are the law's, so it is
// `checkDistribution(Samples.correlated(path), Law.discrete(...), ...)` that you need.

// %% [markdown] id=examiner-hint-2 role=hint of=examiner
// At which `beta` does a sampler that has forgotten it go unnoticed? Which levels would hide a sampler that counts them
// from the wrong end, or never leaves the first?

// %% [markdown] id=examiner-hint-3 role=hint of=examiner
// Take levels that are not in the order of their energies, and more than two of them, at a `beta` that is not 1; walk
// some ten thousand steps and compare with `boltzmannLaw(E, beta)`.

// %% id=examiner-test role=test of=examiner points=4
var hunt = new BugHunt<Sampler>(sampler -> checkSampler(sampler))
    .right("the chain of the lecture", (E, beta, steps, rng) -> Arrays.copyOfRange(
        MetropolisChain.of(E, beta).walk("a", steps, rng).indices(), 1, steps + 1))
    .bug("all levels equally often",
        (E, beta, steps, rng) -> rng.ints(steps, 0, E.length).toArray())
    .bug("never leaves its first state", (E, beta, steps, rng) -> new int[steps]);
// BEGIN HIDDEN TESTS
interface HiddenRule {
    boolean takes(double dE, double beta, double u);
}
Sampler hiddenWalk(HiddenRule rule, int highest, boolean countsRejected) {
    return (E, beta, steps, rng) -> {
        int[] path = new int[steps];
        int state = 0, t = 0;
        while (t < steps) {
            int trial = rng.nextInt(E.length - 1 + highest);
            boolean taken = rule.takes(E[trial] - E[state], beta, rng.nextDouble());
            if (taken) state = trial;
            if (taken || countsRejected) path[t++] = state;
        }
        return path;
    };
}
Sampler hiddenNeighbours = (E, beta, steps, rng) -> {
    int[] path = new int[steps];
    int state = 0;
    for (int t = 0; t < steps; t++) {
        int trial = state + (rng.nextBoolean() ? 1 : -1);
        if (trial < 0) trial = 1;
        if (trial == E.length) trial = E.length - 2;
        if (rng.nextDouble() < exp(-beta * (E[trial] - E[state]))) state = trial;
        path[t] = state;
    }
    return path;
};
hunt.hidden()
    .right("the rule of Barker", hiddenWalk((dE, beta, u) -> u < 1 / (1 + exp(beta * dE)), 1, true))
    .bug("the sign of dE", hiddenWalk((dE, beta, u) -> u < exp(beta * dE), 1, true))
    .bug("beta forgotten", hiddenWalk((dE, beta, u) -> u < exp(-dE), 1, true))
    .bug("never uphill", hiddenWalk((dE, beta, u) -> dE <= 0, 1, true))
    .bug("the last level is never proposed", hiddenWalk((dE, beta, u) -> u < exp(-beta * dE), 0, true))
    .bug("rejected moves not counted", hiddenWalk((dE, beta, u) -> u < exp(-beta * dE), 1, false))
    .bug("neighbours only, turned back at the ends", hiddenNeighbours);
// END HIDDEN TESTS
display(hunt.report());
hunt.points(4)

// %% id=examiner-wrong-nothing role=wrong of=examiner
void checkSampler(Sampler sampler) {
    int[] path = sampler.walk(energies, 1, 1_000, Rng.seeded(1));
    checkEqual(path.length, 1_000, "states of 1,000 steps");
}

// %% id=examiner-wrong-own-numbers role=wrong of=examiner
void checkSampler(Sampler sampler) {
    checkEqual(sampler.walk(energies, 1, 1_000, Rng.seeded(1)),
        levels(energies, 1, 1_000, Rng.seeded(1)), "the states of the same walk");
}

// %% id=examiner-wrong-beta-one role=wrong of=examiner
void checkSampler(Sampler sampler) {
    int[] path = sampler.walk(energies, 1, 20_000, Rng.seeded(88));
    checkDistribution(Samples.correlated(path), Law.discrete(boltzmannLaw(energies, 1)), 1e-6,
        "share of the time in the levels 0, 1, 2 at beta = 1");
}

// %% [markdown] id=well-done
// All silent? Then you own every line of a Monte Carlo simulation: the rule, the walk, the energy and its change, the sweep,
// the box, and a way to catch those that are wrong. The rest is larger systems and more patience.
