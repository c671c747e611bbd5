// %% [markdown] id=question
// # Markov chains
//
// It is raining. In seven days your friends want to go out on a boat. Does the rain of today say anything about
// that day? Surely it says something about tomorrow, and surely nothing about a day in a year. Somewhere between,
// the weather **forgets**. This lesson shows how a random process forgets, how fast, and what is left when it has
// forgotten.
//
// The question is larger than the weather. Every simulation of the next lessons walks at random from one
// arrangement of molecules to the next. We will trust its averages only because such a walk, too, forgets where it
// started, and because we know what it remembers for ever: its *stationary law*.
//
// You need: probabilities, products of matrices, and patience with one index too many.

// %% id=weather role=setup
var weather = MarkovChain.parse("""
           sun  rain
    sun    0.9   0.1
    rain   0.5   0.5
    """);

// %% [markdown] id=matrix
// ## 1 A table of probabilities
//
// A process that moves in steps between states is a **Markov chain** if the next state depends on the present one
// alone, not on how it came there. All there is to know is then the chance of each step,
//
// $$P_{ij} = \Pr(X_{t+1} = j \mid X_t = i),$$
//
// the **transition matrix**. Row $i$ says where one may go from $i$, and one must go somewhere (staying counts):
// $\sum_j P_{ij} = 1$ for each row. Columns need not sum to anything.

// %% id=show-matrix
weather

// %% id=show-graph
network("The chance of tomorrow's weather", weather.states(), weather.matrix())

// %% [markdown] id=walk-question
// ## 2 A walk
//
// **Before you run the next cell:** it shows 40 days in a row. About how many of them will be rainy? And will the
// rainy days be scattered one by one, or come in spells? Write down two numbers: how many rainy days, in how many
// spells.

// %% id=short-walk
weather.walk("sun", 39, Rng.seeded(4))

// %% [markdown] id=walk-answer
// Eleven rainy days in four spells. On average over many such walks it is 6.4 in 3.3; chance has been generous with
// rain here. Rain comes in spells because from a rainy day it goes on with probability $1/2$, five times as likely
// as it begins after a sunny one. A spell of rain lasts $1/(1 - 0.5) = 2$ days on average, one of sun
// $1/(1 - 0.9) = 10$.
//
// Now a long walk. The share of rainy days up to day $t$ begins at 1, for the first day is rainy,
// jumps about, then settles.

// %% id=long-walk
double[] rainy = weather.walk("rain", 3_000, Rng.seeded(1)).visits("rain");
double[] share = new double[rainy.length];
double days = 0;
for (int t = 0; t < share.length; t++) {
    days += rainy[t];
    share[t] = days / (t + 1);
}
line("The share of rainy days settles", share)
    .axes("day t", "share of rainy days up to day t").rangeY(0, 1)

// %% [markdown] id=chapman
// ## 3 Two steps at once
//
// It rains today. What is the chance of sun the day after tomorrow? Either tomorrow is sunny and stays so, or it
// rains once more and clears up then: $0.5 \cdot 0.9 + 0.5 \cdot 0.5$. In general we sum over all states between,
// and that is a product of matrices, the equation of **Chapman and Kolmogorov**:
//
// $$\Pr(X_{t+m+n} = j \mid X_t = i) = \sum_k (P^m)_{ik} (P^n)_{kj} = (P^{m+n})_{ij}.$$
//
// **Before you run the next cell:** work out the number above in your head.

// %% id=two-days
weather.power(2).probability("rain", "sun")

// %% [markdown] id=chapman-check
// Five days at once are two days and then three, to rounding:

// %% id=chapman-five
display(weather.power(5));
weather.power(2).then(weather.power(3))

// %% [markdown] id=limit
// ## 4 The weather forgets
//
// Look at the table of $P^5$ again: its rows are nearly the same. **Before you run the next cell:** in the rows of
// $P^{20}$, which number stands under "sun": 0.5, 0.9, or something else? And does it depend on the row?

// %% id=power-twenty
weather.power(20)

// %% id=two-starts
var fromSun = weather.evolution("sun", 10);
var fromRain = weather.evolution("rain", 10);
figure("Two starts, one limit")
    .line("sun today", fromSun.times(), fromSun.probability("sun"))
    .line("rain today", fromRain.times(), fromRain.probability("sun"))
    .axes("days from today, n", "probability of sun").rangeY(0, 1)

// %% [markdown] id=limit-theorem
// **The limit theorem.** Let a chain with finitely many states be *irreducible* (each state leads to each other,
// perhaps by a detour) and *aperiodic* (the lengths of its round trips have no common divisor but 1). Then for each
// start $i$
//
// $$(P^n)_{ij} \to \pi_j \qquad (n \to \infty),$$
//
// and the limit $\pi$ does not depend on $i$ (J. R. Norris, *Markov Chains*, 1997, theorem 1.8.3).
//
// Both conditions are needed. A chain that is not irreducible may have two states that it never leaves; then it
// depends on the start in which of them it ends. And one that is irreducible may have a period. Day and night
// follow each other for ever: half of all time is day, so $(1/2, 1/2)$ is a law that stays as it is, but from "day"
// the clock never comes near it:

// %% id=clock
var clock = MarkovChain.parse("""
           day  night
    day      0      1
    night    1      0
    """);
display(clock.period());
display(clock.distributionAfter("day", 100));
clock.distributionAfter("day", 101)

// %% [markdown] id=stationary
// ## 5 What is left: the stationary law, three ways
//
// If tomorrow's law is today's, it is **stationary**:
//
// $$\pi P = \pi, \qquad \sum_i \pi_i = 1.$$
//
// Mind the side: $\pi$ is a *row* that multiplies $P$ from the left. It is found in three ways.
//
// 1. **Power:** multiply any law by $P$ until it no longer changes.
// 2. **Eigenvector:** $\pi$ is the left eigenvector of $P$ to the eigenvalue 1. (The right one is dull: it is
//    $(1, 1, \dots, 1)$, because rows sum to 1.)
// 3. **Frequencies:** walk, and count the share of time in each state. The ergodic theorem says that it tends to
//    $\pi$ (Norris, theorem 1.10.2). This is what a simulation does.
//
// The walk below has 20,001 states, for it counts its start. The first 20 still remember that it rained then; they
// are left out as *burn-in*, and 19,981 remain.

// %% id=by-power
weather.stationaryByPowers()

// %% id=by-eigenvector
weather.stationaryByEigenvector()

// %% id=by-frequencies
var longRun = weather.walk("rain", 20_000, Rng.seeded(3)).afterBurnIn(20);
longRun.frequencies()

// %% id=three-ways
bar("The stationary law three ways", weather.states())
    .bars("power", weather.stationaryByPowers().toArray())
    .bars("eigenvector", weather.stationaryByEigenvector().toArray())
    .bars("frequencies", longRun.frequencies().shares())
    .axes("state", "probability")

// %% [markdown] id=frequency-error
// The first two agree to rounding; the third has an error that shrinks like $1/\sqrt n$. It is 0.004, *larger* than
// the $\sqrt{\pi(1-\pi)/n} = 0.0026$ of independent days, because a day resembles its neighbour: $n = 19{,}981$ days
// of weather are worth fewer independent ones. How many, their **autocorrelation** tells. Let $\rho(t)$ be the
// correlation of the weather of two days $t$ days apart; then the *integrated autocorrelation time* is
//
// $$\tau = \tfrac12 + \sum_{t=1}^{\infty} \rho(t),$$
//
// and $n$ days are worth $n / 2\tau$ independent ones. Independent days have $\tau = 1/2$. Our two states have
// $\rho(t) = \lambda^t$ with $\lambda = 0.4$ (the next section says why), so that
// $\tau = (1 + \lambda) / \bigl(2 (1 - \lambda)\bigr) = 1.167$ and the days are worth 43 % of their number. Measured
// from the walk:

// %% id=effective-days
Autocorrelation.of(longRun.visits("rain"))

// %% [markdown] id=gap
// ## 6 How fast it forgets
//
// The eigenvalues of $P$ set the pace. One of them is always $\lambda_1 = 1$; the others have $|\lambda| \le 1$.
// What distinguishes two starts shrinks like $|\lambda_2|^n$, where $\lambda_2$ is the one with the largest modulus
// among the rest. The **spectral gap** and the **relaxation time** are
//
// $$\gamma = 1 - |\lambda_2|, \qquad t_\text{rel} = 1/\gamma.$$
//
// (D. A. Levin and Y. Peres, *Markov Chains and Mixing Times*, section 12.2, call $\gamma$ the *absolute* spectral
// gap and define it for chains with detailed balance, of which section 7 tells. We use it for any chain; without
// detailed balance it still says how fast the chain forgets in the end, but not how it begins.)
//
// We measure how far a law is from
// $\pi$ by the *total variation distance* $\tfrac12 \sum_i |p_i - \pi_i|$: the largest error we could make in the
// probability of any event.
//
// **Before you run the next cells:** for our weather $\lambda_2 = 0.4$. How far from the limit are we after one
// week: a tenth, a hundredth, or a thousandth?

// %% id=spectrum
weather.spectrum()

// %% id=forgetting
double[] distance = fromRain.distanceTo(weather.stationary());
figure("The weather forgets at the rate of its second eigenvalue")
    .points("rain today", fromRain.times(), distance)
    .curve("0.4ⁿ · 5/6", n -> pow(0.4, n) * 5 / 6)
    .axes("days from today, n", "distance from the stationary law").logY()

// %% [markdown] id=forgotten
// After seven days 0.0014 is left: a thousandth. The decay is $0.4^n = e^{-n/t}$ with $t = -1/\ln 0.4 = 1.09$ days;
// a week is 6.4 of these. The relaxation time is longer, $1/0.6 \approx 1.67$ days, and promises less: as
// $-\ln |\lambda_2| \ge 1 - |\lambda_2|$, the decay is never slower than $e^{-n/t_\text{rel}}$. For a chain that
// forgets slowly, with $|\lambda_2|$ near 1, the two times agree but for half a step. Those are the chains we have to
// worry about, and for them $1/(1 - |\lambda_2|)$ is the simpler number.

// %% [markdown] id=balance
// ## 7 Balance in detail, or only in sum
//
// A law is stationary if into each state flows as much as out of it. This can come about in two ways. Look at the
// **probability flux** $J_{ij} = \pi_i P_{ij}$, the share of all steps that go from $i$ to $j$. Either the flux
// balances on each edge by itself,
//
// $$\pi_i P_{ij} = \pi_j P_{ji} \quad \text{for all } i, j \qquad \text{(detailed balance)},$$
//
// or it only balances in sum while a current runs round a loop. Here is a bus on a ring of three stops.

// %% id=bus role=setup
var bus = MarkovChain.parse("""
            mill  port  hill
    mill     0.1   0.8   0.1
    port     0.1   0.1   0.8
    hill     0.8   0.1   0.1
    """);

// %% id=ring
network("A bus with a sense of direction", bus.states(), bus.matrix())

// %% [markdown] id=ring-question
// **Before you run the next cells:** what is the stationary law of the bus? Does it tell which way the bus drives?

// %% id=ring-law
bus.stationary()

// %% id=ring-flux
bus.netFlux()

// %% [markdown] id=ring-answer
// The law is uniform, and as still as a law can be. Yet $J_{ij} - J_{ji}$ is not zero: a current of 0.233 runs from
// mill to port to hill and round again. Run the film backwards and you would notice:

// %% id=ring-backwards
bus.reversed()

// %% [markdown] id=balance-physics
// A film of the weather, run backwards, looks like any film of the weather: with two states there is no loop, so
// each chain of two states has detailed balance. This is the mark of **thermal equilibrium**: no net current
// anywhere. The bus is in a *steady state* that something drives. Detailed balance implies stationarity (sum it
// over $i$); the bus shows that the reverse is false.
//
// Whoever designs a chain to have a wanted $\pi$ likes detailed balance, for it can be checked edge by edge without
// solving anything. The simulations of the next lesson are designed so.

// %% id=balance-violations
List.of(weather.isReversible(), bus.isReversible())

// %% [markdown] id=master
// ## 8 Time that flows: the master equation
//
// Molecules do not wait for midnight. If a jump from $i$ to $j$ happens at random instants with the *rate* $k_{ij}$
// (per unit of time), the law changes by what flows in less what flows out, the **master equation**
//
// $$\frac{dp_j}{dt} = \sum_{i \ne j} \bigl(p_i k_{ij} - p_j k_{ji}\bigr), \qquad p(t) = p(0)\, e^{Qt},$$
//
// where $Q$ holds the rates and, on its diagonal, minus the sum of the rest of each row. An ion channel in a cell's
// wall opens and closes with rates of a few per millisecond; now and then, when open, it becomes inactive and does
// not answer:

// %% id=channel
var channel = MasterEquation.parse("""
                closed  open  inactive
    closed         0     2.0      0
    open           3.0   0        0.5
    inactive       0     0.2      0
    """);
double[] ms = DoubleStream.iterate(0, t -> t + 0.1).limit(101).toArray();
var opening = channel.evolution("closed", ms);

// %% [markdown] id=channel-question
// **Before you run the next cell:** the channel starts closed. Does the probability that it is *open* rise steadily
// to its limit, or does it overshoot?

// %% id=channel-picture
figure("An ion channel that starts closed")
    .line("closed", ms, opening.probability("closed"))
    .line("open", ms, opening.probability("open"))
    .line("inactive", ms, opening.probability("inactive"))
    .axes("time / ms", "probability").rangeY(0, 1)

// %% [markdown] id=channel-answer
// Open and closed come to terms within a fraction of a millisecond; then both leak slowly into the inactive state,
// and the open one, having overshot, falls. Two times, two eigenvalues of $Q$ (the third is 0, that of the
// stationary law). The longer time is the relaxation time:

// %% id=channel-time
"%.2f ms".formatted(channel.relaxationTime())

// %% [markdown] id=data
// ## 9 Back to the boat: a chain from data
//
// So far the matrix was given. Now we only have a record: 2,000 days, each sunny, cloudy or rainy. (It is
// **synthetic**: our own generator drew it, so that there is a truth to compare with. No station measured it.)

// %% id=record
var observed = Datasets.table("daily-weather");
observed.first(5)

// %% id=how-often
observed.countBy("weather")

// %% [markdown] id=estimate
// Counting is all it takes. With $n_{ij}$ days of kind $i$ followed by kind $j$, and $n_i$ their sum over $j$, the
// most likely matrix is
//
// $$\hat P_{ij} = \frac{n_{ij}}{n_i}, \qquad \text{with the standard error } \sqrt{\hat P_{ij} (1 - \hat P_{ij}) / n_i}$$
//
// (T. W. Anderson and L. A. Goodman, *Ann. Math. Stat.* 28, 89 (1957)): given that a day is of kind $i$, the next one is
// a throw of dice.

// %% id=estimated
var kinds = List.of("sun", "cloud", "rain");
var counts = TransitionCounts.of(kinds, observed.stringColumn("weather"));
counts

// %% [markdown] id=compare-question
// Here the truth is known. How far from it is each estimate, in units of its own error? **Before you run the next
// cell:** how large should these nine numbers be?

// %% id=compared
var truth = DailyWeather.truth();
for (String from : kinds) {
    for (String to : kinds) {
        var p = counts.probability(from, to);
        System.out.printf("%6.1f", (p.value() - truth.probability(from, to)) / p.error());
    }
    System.out.println();
}

// %% [markdown] id=compare-answer
// The farthest is 1.7 errors off. Among nine numbers from a bell curve one in three times there is one beyond 2,
// so these estimates are as good as they claim to be. (They are not nine independent ones: where one entry of a row
// is too large, the others must be too small.)

// %% id=estimated-graph
var estimated = counts.chain();
network("The weather of 2,000 days", estimated.states(), estimated.matrix())

// %% [markdown] id=boat-question
// **Before you run the last picture:** guess after how many days the rain of today no longer matters for the boat.

// %% id=boat
var rainToday = estimated.evolution("rain", 10);
var sunToday = estimated.evolution("sun", 10);
double wet = estimated.stationary().probability("rain");
figure("Does today's weather matter for the boat?")
    .line("rain today", rainToday.times(), rainToday.probability("rain"))
    .line("sun today", sunToday.times(), sunToday.probability("rain"))
    .guide("whatever today", 0, wet, 10, wet)
    .axes("days from today", "probability of rain").rangeY(0, 1)

// %% id=boat-time
double left = rainToday.distanceTo(estimated.stationary())[7];
"relaxation time %.2f days; distance from the limit after 7 days %.4f"
    .formatted(estimated.relaxationTime(), left)

// %% [markdown] id=learned
// ## What we learned
//
// - A Markov chain is its transition matrix; $n$ steps are its $n$-th power.
// - An irreducible, aperiodic chain forgets its start. What is left is the stationary law $\pi P = \pi$, which we
//   get by power, by eigenvector, or by walking and counting, and only the last has a statistical error.
// - It forgets like $|\lambda_2|^n$: within a few relaxation times $1/(1 - |\lambda_2|)$. The boat may be planned
//   whatever the sky says today: after seven days the rain of today has shifted the odds by less than one in a
//   hundred.
// - Detailed balance makes a law stationary; a stationary law may do without it and carry a current.
// - A matrix estimated from data has error bars.
//
// ## Where it leads
//
// We went from the chain to its law. A simulation goes the other way: the law is wanted (Boltzmann's
// $\pi_i \propto e^{-\beta E_i}$), and a chain is built that has it. The rule of Metropolis does so for any
// energies: *propose a state at random; go there with probability* $\min(1, e^{-\beta (E_j - E_i)})$*, or else stay
// where you are for this step.* Here for three levels, low, middle and high, with $E = 0, 1, 2$ and $\beta = 1$; each
// of the three is proposed equally often. First the stationary law of this chain, then Boltzmann's:

// %% id=metropolis
var levels = List.of("low", "middle", "high");
double[] energies = {0, 1, 2};
double[] any = {1 / 3.0, 1 / 3.0, 1 / 3.0};
var metropolis = MetropolisChain.of(levels, energies, 1, new double[][]{any, any, any});
display(metropolis.stationary());
MetropolisChain.boltzmann(levels, energies, 1)

// %% [markdown] id=to-exercises
// Now it is your turn: [the exercises of this lesson](../exercises/02-markov-chains.ipynb).

// %% [exercises]

// %% [markdown] id=exercise-rules
// Seven small programs, each the heart of something that the lecture did with one call. A check that you
// pass says nothing; one that you fail says what it expected and what it got. Arrays of numbers stand for laws,
// arrays of arrays for transition matrices, rows first: `P[i][j]` is the probability of going from `i` to `j`.

// %% [markdown] id=step-task
// ### 1 The law after n steps (2 points)
//
// Write `after(p, P, n)`: the law after `n` steps from a state drawn from `p`. Leave `p` itself as it was.

// %% id=step role=answer
double[] after(double[] p, double[][] P, int n) {
    // BEGIN SOLUTION
    double[] law = p.clone();
    for (int t = 0; t < n; t++) {
        double[] next = new double[law.length];
        for (int i = 0; i < law.length; i++)
            for (int j = 0; j < law.length; j++)
                next[j] += law[i] * P[i][j];
        law = next;
    }
    return law;
    // END SOLUTION
}

// %% [markdown] id=step-hint role=hint of=step
// Do one step first, from the law `p` to a new array; then repeat it `n` times.

// %% [markdown] id=step-hint-2 role=hint of=step
// One step is $p'_j = \sum_i p_i P_{ij}$: the *first* index of $P$ is summed over.

// %% [markdown] id=step-hint-3 role=hint of=step
// Write the result into a new array, or the second entry is computed from a first one that is already of tomorrow.
// Begin with `p.clone()`.

// %% id=step-test role=test of=step points=2
double[] today = {0, 1};
checkNear(after(today, weather.matrix(), 1), new double[]{0.5, 0.5}, 1e-12,
    "rain today, the law of tomorrow",
    "rain is row 1 of P, (0.5, 0.5): one step, and all of it from the old law");
checkNear(today, new double[]{0, 1}, 0, "the law handed in, after the call", "work on a copy");
checkNear(after(new double[]{0, 1}, weather.matrix(), 0), new double[]{0, 1}, 1e-12,
    "rain today, in no days at all");
checkNear(after(new double[]{0, 1}, weather.matrix(), 2), new double[]{0.7, 0.3}, 1e-12,
    "rain today, in two days");
// BEGIN HIDDEN TESTS
var mixed = Distribution.of(bus.states(), 0.2, 0.3, 0.5);
checkNear(after(mixed.toArray(), bus.matrix(), 7),
    bus.distributionAfter(mixed, 7).toArray(), 1e-12, "the bus after 7 steps");
// END HIDDEN TESTS

// %% id=step-wrong-column role=wrong of=step
double[] after(double[] p, double[][] P, int n) {
    double[] law = p.clone();
    for (int t = 0; t < n; t++) {
        double[] next = new double[law.length];
        for (int i = 0; i < law.length; i++)
            for (int j = 0; j < law.length; j++)
                next[i] += P[i][j] * law[j];
        law = next;
    }
    return law;
}

// %% id=step-wrong-in-place role=wrong of=step
double[] after(double[] p, double[][] P, int n) {
    double[] law = p.clone();
    for (int t = 0; t < n; t++)
        for (int j = 0; j < law.length; j++) {
            double sum = 0;
            for (int i = 0; i < law.length; i++) sum += law[i] * P[i][j];
            law[j] = sum;
        }
    return law;
}

// %% id=step-wrong-one-more role=wrong of=step
double[] after(double[] p, double[][] P, int n) {
    double[] law = p.clone();
    for (int t = 0; t <= n; t++) {
        double[] next = new double[law.length];
        for (int i = 0; i < law.length; i++)
            for (int j = 0; j < law.length; j++)
                next[j] += law[i] * P[i][j];
        law = next;
    }
    return law;
}

// %% [markdown] id=walk-task
// ### 2 A walk of your own (3 points)
//
// Write `walk(P, start, steps, rng)`: the states met, as `steps + 1` numbers that begin with `start`. Draw with
// `rng.nextDouble()`, uniform between 0 and 1. The checks look at the share of time in each state and at the
// transitions, what follows what; a walk that is right fails them for three seeds in a million, and the seed is
// fixed.

// %% id=walk role=answer
int[] walk(double[][] P, int start, int steps, Rng rng) {
    // BEGIN SOLUTION
    int[] path = new int[steps + 1];
    path[0] = start;
    for (int t = 1; t <= steps; t++) {
        double[] row = P[path[t - 1]];
        double left = rng.nextDouble();
        int next = 0;
        while (next < row.length - 1 && left >= row[next]) left -= row[next++];
        path[t] = next;
    }
    return path;
    // END SOLUTION
}

// %% [markdown] id=walk-hint role=hint of=walk
// Each step looks at one row of $P$: that of the state the walk is in now, not that of `start`.

// %% [markdown] id=walk-hint-2 role=hint of=walk
// Lay the probabilities of the row end to end on the line from 0 to 1 and see on which piece the random number
// falls.

// %% [markdown] id=walk-hint-3 role=hint of=walk
// Subtract one probability after the other from the random number until the rest is smaller than the next. Stop at
// the last state at the latest: rounding may leave a rest.

// %% id=walk-test role=test of=walk points=3
int[] path = walk(weather.matrix(), 1, 20_000, Rng.seeded(12));
check(path != null, "the walk: expected an array of states, got null");
checkEqual(path.length, 20_001, "states met in 20,000 steps", "one more than steps: the start counts");
checkEqual(path[0], 1, "the first state", "the walk begins at start");
checkDistribution(Samples.correlated(path), Law.discrete(5 / 6.0, 1 / 6.0), 1e-6, "sun and rain",
    "each step draws from the row of the state that the last one ended in");
var steps = TransitionCounts.of(weather.states(), path);
for (String from : weather.states()) {
    double p = weather.probability(from, "rain");
    checkNear(steps.probability(from, "rain").value(), p, 5.3 * sqrt(p * (1 - p) / steps.count(from)),
        "share of days of " + from + " followed by rain (5.3 sigma)",
        "each step draws from the row of the state that the last one ended in");
}
// BEGIN HIDDEN TESTS
int[] ahead = walk(DailyWeather.truth().matrix(), 0, 20_000, Rng.seeded(13));
checkNear(TransitionCounts.of(List.of("0", "1", "2"), ahead).chain().matrix(),
    DailyWeather.truth().matrix(), 0.04, "shares of the steps among three states (over 5 sigma)",
    "the turn of one state begins where that of the last one ends");
// END HIDDEN TESTS

// %% id=walk-wrong-stuck role=wrong of=walk
int[] walk(double[][] P, int start, int steps, Rng rng) {
    int[] path = new int[steps + 1];
    path[0] = start;
    for (int t = 1; t <= steps; t++) {
        double left = rng.nextDouble();
        int next = 0;
        while (next < P.length - 1 && left >= P[start][next]) left -= P[start][next++];
        path[t] = next;
    }
    return path;
}

// %% id=walk-wrong-not-added role=wrong of=walk
int[] walk(double[][] P, int start, int steps, Rng rng) {
    int[] path = new int[steps + 1];
    path[0] = start;
    for (int t = 1; t <= steps; t++) {
        double[] row = P[path[t - 1]];
        double u = rng.nextDouble();
        int next = 0;
        while (next < row.length - 1 && u >= row[next]) next++;
        path[t] = next;
    }
    return path;
}

// %% id=walk-wrong-no-start role=wrong of=walk
int[] walk(double[][] P, int start, int steps, Rng rng) {
    int[] path = new int[steps];
    int state = start;
    for (int t = 0; t < steps; t++) {
        state = rng.pick(P[state]);
        path[t] = state;
    }
    return path;
}

// %% [markdown] id=stationary-task
// ### 3 The stationary law (2 points)
//
// Write `stationary(P)` for a chain that is irreducible and aperiodic, by any of the three ways. The checks want
// nine digits, so walking would take very long.

// %% id=stationary-law role=answer
double[] stationary(double[][] P) {
    // BEGIN SOLUTION
    double[] law = new double[P.length];
    law[0] = 1;
    return after(law, P, 10_000);
    // END SOLUTION
}

// %% [markdown] id=stationary-hint role=hint of=stationary-law
// A law is stationary if one more step leaves it as it is. What happens to any law after many steps?

// %% [markdown] id=stationary-hint-2 role=hint of=stationary-law
// Exercise 1 has done the work: begin anywhere and take many steps, `after(law, P, many)`.

// %% [markdown] id=stationary-hint-3 role=hint of=stationary-law
// What is left of the beginning shrinks by $|\lambda_2|$ a step: a few thousand steps are enough for nine digits
// here, ten are not.

// %% id=stationary-test role=test of=stationary-law points=2
checkNear(stationary(weather.matrix()), new double[]{5 / 6.0, 1 / 6.0}, 1e-9,
    "the stationary law of the weather",
    "one more step must leave it as it is, pi P = pi, and its sum is 1");
checkNear(stationary(bus.matrix()), new double[]{1 / 3.0, 1 / 3.0, 1 / 3.0}, 1e-9,
    "the stationary law of the bus");
// BEGIN HIDDEN TESTS
double[][] market = {{0.9, 0.075, 0.025}, {0.15, 0.8, 0.05}, {0.25, 0.25, 0.5}};
checkNear(stationary(market), new double[]{0.625, 0.3125, 0.0625}, 1e-9,
    "the stationary law of a market");
// END HIDDEN TESTS

// %% id=stationary-wrong-right role=wrong of=stationary-law
double[] stationary(double[][] P) {
    double[] v = new double[P.length];
    Arrays.fill(v, 1.0 / P.length);
    for (int t = 0; t < 10_000; t++) {
        double[] next = new double[v.length];
        for (int i = 0; i < v.length; i++)
            for (int j = 0; j < v.length; j++)
                next[i] += P[i][j] * v[j];
        v = next;
    }
    return v;
}

// %% id=stationary-wrong-too-soon role=wrong of=stationary-law
double[] stationary(double[][] P) {
    double[] law = new double[P.length];
    law[0] = 1;
    return after(law, P, 10);
}

// %% id=stationary-wrong-columns role=wrong of=stationary-law
double[] stationary(double[][] P) {
    double[] mean = new double[P.length];
    for (double[] row : P)
        for (int j = 0; j < mean.length; j++) mean[j] += row[j] / P.length;
    return mean;
}

// %% [markdown] id=balance-task
// ### 4 Detailed balance (2 points)
//
// Write `hasDetailedBalance(P, pi)`: true if $\pi_i P_{ij} = \pi_j P_{ji}$ for all pairs, within $10^{-9}$.

// %% id=detailed-balance role=answer
boolean hasDetailedBalance(double[][] P, double[] pi) {
    // BEGIN SOLUTION
    for (int i = 0; i < pi.length; i++)
        for (int j = 0; j < i; j++)
            if (abs(pi[i] * P[i][j] - pi[j] * P[j][i]) > 1e-9) return false;
    return true;
    // END SOLUTION
}

// %% [markdown] id=balance-hint role=hint of=detailed-balance
// It is about fluxes, how often the step from $i$ to $j$ is *made*: the law counts, not the matrix alone.

// %% [markdown] id=balance-hint-2 role=hint of=detailed-balance
// A matrix that is not symmetric may well have detailed balance, as that of the weather does; and a law may be
// stationary without it, as that of the bus is.

// %% [markdown] id=balance-hint-3 role=hint of=detailed-balance
// For each pair compare `pi[i] * P[i][j]` with `pi[j] * P[j][i]`; one pair that differs by more than $10^{-9}$
// decides.

// %% id=balance-test role=test of=detailed-balance points=2
check(hasDetailedBalance(weather.matrix(), new double[]{5 / 6.0, 1 / 6.0}),
    "the weather has detailed balance: 5/6 · 0.1 = 1/6 · 0.5");
check(!hasDetailedBalance(bus.matrix(), bus.stationary().toArray()),
    "the bus has none, though its law is stationary: 0.8/3 there, 0.1/3 back");
// BEGIN HIDDEN TESTS
var boltzmann = MetropolisChain.of(new double[]{0, 0.5, 3}, 2);
check(hasDetailedBalance(boltzmann.matrix(), boltzmann.stationary().toArray()),
    "a chain of Metropolis has detailed balance with its stationary law");
double[] uniform = Distribution.uniform(boltzmann.states()).toArray();
check(!hasDetailedBalance(boltzmann.matrix(), uniform),
    "a chain of Metropolis has none with the uniform law: look at pi too");
// END HIDDEN TESTS

// %% id=balance-wrong-symmetric role=wrong of=detailed-balance
boolean hasDetailedBalance(double[][] P, double[] pi) {
    for (int i = 0; i < pi.length; i++)
        for (int j = 0; j < i; j++)
            if (abs(P[i][j] - P[j][i]) > 1e-9) return false;
    return true;
}

// %% id=balance-wrong-stationary role=wrong of=detailed-balance
boolean hasDetailedBalance(double[][] P, double[] pi) {
    double[] next = after(pi, P, 1);
    for (int i = 0; i < pi.length; i++)
        if (abs(next[i] - pi[i]) > 1e-9) return false;
    return true;
}

// %% id=balance-wrong-side role=wrong of=detailed-balance
boolean hasDetailedBalance(double[][] P, double[] pi) {
    for (int i = 0; i < pi.length; i++)
        for (int j = 0; j < i; j++)
            if (abs(pi[j] * P[i][j] - pi[i] * P[j][i]) > 1e-9) return false;
    return true;
}

// %% [markdown] id=relaxation-task
// ### 5 The relaxation time (2 points)
//
// Write `relaxationTime(chain)`, $1 / (1 - |\lambda_2|)$, from `chain.spectrum().eigenvalues()`. Each eigenvalue `z`
// has `z.real()`, `z.imaginary()` and `z.modulus()`; the list begins with the largest modulus. One of the chains is
// the bus, which has no detailed balance: for it, this time says how fast it forgets in the end.

// %% id=relaxation role=answer
double relaxationTime(MarkovChain chain) {
    // BEGIN SOLUTION
    return 1 / (1 - chain.spectrum().eigenvalues().get(1).modulus());
    // END SOLUTION
}

// %% [markdown] id=relaxation-hint role=hint of=relaxation
// The list begins with the eigenvalue 1, which every chain has. Which one comes next, and at which place of the
// list?

// %% [markdown] id=relaxation-hint-2 role=hint of=relaxation
// A chain that almost alternates has an eigenvalue near $-1$: it forgets slowly too, though $1 - \lambda_2$ is
// large.

// %% [markdown] id=relaxation-hint-3 role=hint of=relaxation
// The modulus counts: `get(1).modulus()`. Lists count from 0.

// %% id=relaxation-test role=test of=relaxation points=2
checkNear(relaxationTime(weather), 1 / 0.6, 1e-9,
    "relaxation time of the weather in days", "its second eigenvalue is 0.4, and 1 / (1 - 0.4) is 1.667");
checkNear(relaxationTime(bus), 1 / (1 - 0.7), 1e-9, "relaxation time of the bus",
    "its second and third eigenvalue are complex, both of modulus 0.7");
// BEGIN HIDDEN TESTS
var flipping = MarkovChain.parse("""
          a     b     c
    a  0.05  0.90  0.05
    b  0.90  0.05  0.05
    c  0.40  0.40  0.20
    """);
checkNear(relaxationTime(flipping), 1 / (1 - 0.85), 1e-9,
    "the relaxation time of a chain that almost alternates",
    "its eigenvalues are 1, -0.85 and 0.15: the largest modulus below 1 counts");
// END HIDDEN TESTS

// %% id=relaxation-wrong-real role=wrong of=relaxation
double relaxationTime(MarkovChain chain) {
    double second = chain.spectrum().eigenvalues().stream().mapToDouble(z -> z.real())
        .filter(x -> x < 1 - 1e-9).max().orElse(0);
    return 1 / (1 - second);
}

// %% id=relaxation-wrong-last role=wrong of=relaxation
double relaxationTime(MarkovChain chain) {
    return 1 / (1 - chain.spectrum().eigenvalues().getLast().modulus());
}

// %% id=relaxation-wrong-decay role=wrong of=relaxation
double relaxationTime(MarkovChain chain) {
    return -1 / log(chain.spectrum().eigenvalues().get(1).modulus());
}

// %% [markdown] id=counting-task
// ### 6 A matrix from a record (3 points)
//
// Write `estimate(record, states)`: the transition matrix that a record of the states `0 .. states - 1` suggests,
// each entry the share of the steps *from* `i` that go to `j`. Each state is left at least once.

// %% id=counting role=answer
double[][] estimate(int[] record, int states) {
    // BEGIN SOLUTION
    double[][] P = new double[states][states];
    int[] left = new int[states];
    for (int t = 1; t < record.length; t++) {
        P[record[t - 1]][record[t]]++;
        left[record[t - 1]]++;
    }
    for (int i = 0; i < states; i++)
        for (int j = 0; j < states; j++) P[i][j] /= left[i];
    return P;
    // END SOLUTION
}

// %% [markdown] id=counting-hint role=hint of=counting
// Count the steps first: $n$ states in a row make $n - 1$ steps, each from one state to the next.

// %% [markdown] id=counting-hint-2 role=hint of=counting
// The step at time `t` goes from `record[t - 1]` to `record[t]`: row first, then column.

// %% [markdown] id=counting-hint-3 role=hint of=counting
// The last state of the record is reached but not left: divide by how often a state is *left*, and each row sums to
// 1.

// %% id=counting-test role=test of=counting points=3
int[] diary = {0, 0, 1, 0, 0, 1, 1, 1};
checkNear(estimate(diary, 2), new double[][]{{0.5, 0.5}, {1 / 3.0, 2 / 3.0}}, 1e-12,
    "the matrix of 0 0 1 0 0 1 1 1",
    "of the four steps from 0, two go to 1; of the three steps from 1, two stay");
// BEGIN HIDDEN TESTS
var ride = bus.walk("mill", 3_000, Rng.seeded(5));
checkNear(estimate(ride.indices(), 3), ride.transitions().chain().matrix(), 1e-12,
    "the matrix of 3,000 rides");
// END HIDDEN TESTS

// %% id=counting-wrong-columns role=wrong of=counting
double[][] estimate(int[] record, int states) {
    double[][] P = new double[states][states];
    int[] reached = new int[states];
    for (int t = 1; t < record.length; t++) {
        P[record[t - 1]][record[t]]++;
        reached[record[t]]++;
    }
    for (int i = 0; i < states; i++)
        for (int j = 0; j < states; j++) P[i][j] /= reached[j];
    return P;
}

// %% id=counting-wrong-transposed role=wrong of=counting
double[][] estimate(int[] record, int states) {
    double[][] P = new double[states][states];
    int[] left = new int[states];
    for (int t = 1; t < record.length; t++) {
        P[record[t]][record[t - 1]]++;
        left[record[t]]++;
    }
    for (int i = 0; i < states; i++)
        for (int j = 0; j < states; j++) P[i][j] /= left[i];
    return P;
}

// %% id=counting-wrong-visits role=wrong of=counting
double[][] estimate(int[] record, int states) {
    double[][] P = new double[states][states];
    int[] visits = new int[states];
    for (int t = 1; t < record.length; t++) P[record[t - 1]][record[t]]++;
    for (int state : record) visits[state]++;
    for (int i = 0; i < states; i++)
        for (int j = 0; j < states; j++) P[i][j] /= visits[i];
    return P;
}

// %% id=counting-wrong-short role=wrong of=counting
double[][] estimate(int[] record, int states) {
    double[][] P = new double[states][states];
    int[] left = new int[states];
    for (int t = 1; t < record.length - 1; t++) {
        P[record[t - 1]][record[t]]++;
        left[record[t - 1]]++;
    }
    for (int i = 0; i < states; i++)
        for (int j = 0; j < states; j++) P[i][j] /= left[i];
    return P;
}

// %% [markdown] id=error-task
// ### 7 Its error bars (1 point)
//
// Write `standardError(seen, left)`: the standard error of the share `seen / left`, where of `left` steps from a
// state `seen` went to another.

// %% id=error role=answer
double standardError(int seen, int left) {
    // BEGIN SOLUTION
    double p = (double) seen / left;
    return sqrt(p * (1 - p) / left);
    // END SOLUTION
}

// %% [markdown] id=error-hint role=hint of=error
// The count is binomial with variance $n p (1 - p)$. What is the variance of the count divided by $n$?

// %% [markdown] id=error-hint-2 role=hint of=error
// Dividing by $n$ divides the variance by $n^2$; the standard error is its root.

// %% [markdown] id=error-hint-3 role=hint of=error
// Mind that `1 / 2` of two `int`s is 0 in Java: `(double) seen / left`.

// %% id=error-test role=test of=error points=1
double ofHalf = standardError(50, 100);
check(ofHalf != 0, "the error of 50 in 100: expected 0.05, got 0: is 50 / 100 a quotient of two ints?");
check(!(abs(ofHalf - 0.0025) < 1e-12), "the error of 50 in 100: expected 0.05, got 0.0025: this is the variance");
checkNear(ofHalf, 0.05, 1e-12, "the error of 50 in 100",
    "the root of p (1 - p) / n, p = 0.5, n = 100");
checkNear(standardError(20, 100), 0.04, 1e-12, "the error of 20 in 100",
    "the root of p (1 - p) / n, p = 0.2, n = 100");
// BEGIN HIDDEN TESTS
checkNear(standardError(431, 893), 0.0167218, 1e-7, "the error of 431 in 893");
checkNear(standardError(0, 10), 0, 1e-12, "the error of 0 in 10");
// END HIDDEN TESTS

// %% id=error-wrong-variance role=wrong of=error
double standardError(int seen, int left) {
    double p = (double) seen / left;
    return p * (1 - p) / left;
}

// %% id=error-wrong-poisson role=wrong of=error
double standardError(int seen, int left) {
    return sqrt(seen) / left;
}

// %% id=error-wrong-integers role=wrong of=error
double standardError(int seen, int left) {
    double p = seen / left;
    return sqrt(p * (1 - p) / left);
}

// %% [markdown] id=well-done
// No check says a word? Then all of them are passed, and you have written, in a hundred lines, the
// inner part of every Monte Carlo simulation. The next lesson gives it energies.
