// %% [markdown] id=question
// # Chance and error
//
// Throw darts at a square, count those that hit a circle in it, and you have measured $\pi$. It will not be quite
// right. **How wrong is it?** This lesson is about that question, not about $\pi$: a simulation is a measurement, and a
// measurement without an error bar is a rumour.
//
// We will find that the error shrinks slowly, that a generator can spoil everything without a warning, and that
// neighbours that resemble each other make the usual error bar too short, by any factor you like. At the end we know
// how to put an honest one on.
//
// You need: lesson 00, means and variances.

// %% [markdown] id=darts
// ## 1 Pi by throwing darts
//
// A point is drawn evenly in the unit square. It lies in the quarter of the unit disk with the probability
// $p = \pi/4$. Of $n$ points $k$ are hits; $4k/n$ estimates $\pi$.
//
// **Before you run the next cell:** 1,000 darts. How many digits of $\pi$ do you expect to be right?

// %% id=darts-thousand
var rng = Rng.seeded(1);
int n = 1_000;
double[] x = rng.doubles(n).toArray();
double[] y = rng.doubles(n).toArray();
boolean[] hit = new boolean[n];
for (int i = 0; i < n; i++) hit[i] = x[i] * x[i] + y[i] * y[i] < 1;
4.0 * IntStream.range(0, n).filter(i -> hit[i]).count() / n

// %% id=darts-picture
double[] of(double[] z, boolean wanted) {
    return IntStream.range(0, n).filter(i -> hit[i] == wanted)
        .mapToDouble(i -> z[i]).toArray();
}
figure("A thousand darts").points("hit", of(x, true), of(y, true))
    .points("miss", of(x, false), of(y, false))
    .curve("x² + y² = 1", t -> sqrt(1 - t * t), 0, 1)
    .axes("x", "y").rangeX(0, 1).rangeY(0, 1)

// %% [markdown] id=binomial
// How wrong may it be? Each dart hits or misses, so the number of hits is binomial and its variance is $n p (1 - p)$.
// The share $k/n$ then has the **standard error**
//
// $$\sigma_p = \sqrt{\frac{p (1 - p)}{n}}, \qquad \sigma_\pi = 4 \sigma_p = \frac{1.64}{\sqrt n},$$
//
// for $\pi$ about 0.05 with a thousand darts; ours are off by 0.03. One knows neither the error of *this* run nor its
// sign, but one knows how large it usually is: in 68 of 100 runs it is below one $\sigma$, in 95 below two. The kit
// counts quicker than our cells; `HitOrMiss` throws a million and gives the area with its standard error.

// %% id=million
HitOrMiss.of((x, y) -> x * x + y * y < 1, 1_000_000, Rng.seeded(2)).area()

// %% [markdown] id=buffon
// ## 2 Buffon's needle
//
// In 1777 the Comte de Buffon asked: a needle of length $l$ falls on a floor of boards of width $d \ge l$. How often
// does it cross a line? Its middle lies at a distance $s$ between 0 and $d/2$ from the nearest line, evenly; it
// crosses if $s < \tfrac{l}{2} \sin\varphi$ with the angle $\varphi$ to the lines. On average
//
// $$\Pr(\text{crosses}) = \frac{2 l}{\pi d}.$$
//
// To draw $\varphi$ evenly we would need $\pi$, which is what we want to know. There is a way out: draw a point in
// a square, again and again until it lies in the quarter disk, and take the *direction* to it. (The directions to all
// points of the square would not be even: they prefer its corner. And the picture below may use $\pi$ for its angles;
// the measurement may not.)

// %% id=needle-cell
boolean crosses(double length, double width, Rng rng) {
    double u, v;
    do {
        u = rng.nextDouble();
        v = rng.nextDouble();
    } while (u * u + v * v > 1);
    double sine = v / sqrt(u * u + v * v);
    return rng.nextDouble() * width / 2 < length / 2 * sine;
}

// %% id=needle-floor
record Needle(double x, double y, double angle) {
    boolean crosses() {
        return floor(y - sin(angle) / 2) != floor(y + sin(angle) / 2);
    }
    DoubleStream across() {
        return DoubleStream.of(x - cos(angle) / 2, x + cos(angle) / 2, x);
    }
    DoubleStream upwards() {
        return DoubleStream.of(y - sin(angle) / 2, y + sin(angle) / 2, Double.NaN);
    }
}
Needle fall(Rng rng) {
    return new Needle(8 * rng.nextDouble(), 4 * rng.nextDouble(),
        PI * rng.nextDouble());
}

// %% id=needle-picture
var hand = Rng.seeded(4);
var fallen = Stream.generate(() -> fall(hand)).limit(60).toList();
var boards = figure("Sixty needles on four boards").axes("x / d", "y / d");
for (boolean yes : new boolean[]{true, false}) {
    var these = fallen.stream().filter(one -> one.crosses() == yes).toList();
    boards.line(these.size() + (yes ? " cross" : " lie free"),
        these.stream().flatMapToDouble(Needle::across).toArray(),
        these.stream().flatMapToDouble(Needle::upwards).toArray());
}
for (int k = 0; k <= 4; k++) boards.guide("line " + k, -0.5, k, 8.5, k);
boards

// %% [markdown] id=needle-question
// **Before you run the next cell:** with $l = d$ a needle crosses with probability $2/\pi = 0.637$, so $\pi$ is twice
// the throws over the crossings. For as many throws, is this better or worse than darts?

// %% id=needle-run
var needles = Rng.seeded(3);
long crossings = IntStream.range(0, 1_000_000)
    .filter(i -> crosses(1, 1, needles)).count();
var p = new HitOrMiss(crossings, 1_000_000).area();
new Estimate(2 / p.value(), 2 / pow(p.value(), 2) * p.error())

// %% [markdown] id=needle-answer
// The error of a quotient came from its slope: if $\pi = 2/p$, then $\sigma_\pi = 2 \sigma_p / p^2$, here 0.0024. The
// darts had 0.0016, from as many throws. To halve an error takes four times the work (we come to that), so the needle
// needs $(0.0024/0.0016)^2$, about twice as many throws. A better *estimator* is worth as much as a faster computer.

// %% [markdown] id=law
// ## 3 The law of the square root
//
// How wrong, then? By experiment: a hundred million darts, counted in a million groups of a hundred.
// Ten groups together are a run of a thousand darts, and so on: one long run contains runs of every length.
//
// **Before you run the next cells:** on a doubly logarithmic chart the error is a straight line. Of which slope?

// %% id=hundred-million
double[] shares = HitOrMiss.shares((x, y) -> x * x + y * y < 1,
    100, 1_000_000, Rng.seeded(5));

// %% id=root-mean-square
double[] tens(double[] x) {
    double[] joined = new double[x.length / 10];
    for (int i = 0; i < 10 * joined.length; i++) joined[i / 10] += x[i] / 10;
    return joined;
}
double rms(double[] x) {
    var squares = Arrays.stream(x).map(s -> pow(4 * s - PI, 2));
    return sqrt(squares.average().getAsDouble());
}

// %% [markdown] id=rms-words
// With $m$ runs of one length, the root mean square of their errors is itself only known to one part in $\sqrt{2m}$.
// These are the error bars of the fit, on the logarithm. (The points share their darts, which the fit does not know;
// that makes its error a little too small, by about a tenth.)

// %% id=slope
double[] size = new double[7], error = new double[7];
var logError = new ArrayList<Estimate>();
double[] runs = shares;
for (int k = 0; k < 7; k++, runs = tens(runs)) {
    size[k] = 100 * pow(10, k);
    error[k] = rms(runs);
    logError.add(new Estimate(log(error[k]), 1 / sqrt(2 * runs.length)));
}
double[] logSize = Arrays.stream(size).map(s -> log(s)).toArray();
var fit = Regression.weighted(logSize, logError);
fit

// %% [markdown] id=one-run-words
// Beside it we draw one single run as it goes on, looked at each time that it has grown by a fifth.

// %% id=one-run
var thrownSoFar = new ArrayList<Double>();
var off = new ArrayList<Double>();
double sum = 0, next = 1;
for (int i = 1; i <= 1_000_000; i++) {
    sum += shares[i - 1];
    if (i < next) continue;
    thrownSoFar.add(100.0 * i);
    off.add(abs(4 * sum / i - PI));
    next = 1.2 * i;
}

// %% id=law-picture
figure("The error shrinks with the square root of n").logX().logY()
    .line("one run, as it goes on",
        thrownSoFar.stream().mapToDouble(s -> s).toArray(),
        off.stream().mapToDouble(e -> e).toArray())
    .points("root mean square", size, error)
    .curve("fitted line", s -> exp(fit.at(log(s))))
    .axes("number of darts n", "error of π").rangeY(1e-5, 1)

// %% [markdown] id=law-answer
// The slope is $-\tfrac12$: **one more digit costs a hundred times the work**. The line belongs to the *usual* error. A
// single run goes below it now and then, when it crosses the truth by luck; who stops there because "it has converged"
// fools himself.
//
// The square root is general. The variance of a sum of independent numbers is the sum of their variances, so the mean
// of $n$ of them has the error
//
// $$\sigma_{\bar x} = \frac{\sigma}{\sqrt n}.$$

// %% [markdown] id=clt
// ## 4 Why a bell
//
// We spoke of 68 runs in 100, as if errors were normal. **The central limit theorem** says that they become so: the sum
// of many independent numbers of finite variance is nearly normal, whatever law each has. Waiting times of a decay have
// the law $e^{-t}$, which looks like anything but a bell. **Before you run the next cell:** how many must be averaged
// until their mean is bell-shaped? (If $u$ is even between 0 and 1, then $-\ln(1 - u)$ is such a waiting time; mean and
// standard deviation are both 1.)

// %% id=clt-means
double[] means(int together) {
    var rng = Rng.seeded(6);
    return IntStream.range(0, 50_000).mapToDouble(i -> {
        double sum = 0;
        for (int k = 0; k < together; k++) sum += -log(1 - rng.nextDouble());
        return (sum / together - 1) * sqrt(together);
    }).toArray();
}
double bell(double z) {
    return exp(-z * z / 2) / sqrt(2 * PI);
}

// %% id=clt-picture
var bells = figure("Means of waiting times become normal");
for (int together : new int[]{1, 4, 100}) {
    var bins = Histogram.of(means(together), -3, 4, 42);
    bells.line("mean of " + together, bins.centres(), bins.density());
}
bells.curve("normal", z -> bell(z))
    .axes("distance from the truth / standard errors", "density")

// %% [markdown] id=clt-answer
// Four are half-way; a hundred look normal to the eye. What goes last is the lean to one side: the skewness of $e^{-t}$
// is 2, that of a mean of $n$ is $2/\sqrt n$. The one condition is a finite variance, and it matters: without it (take
// the quotient of two normal numbers) the mean of a million may be no better than a single number.

// %% [markdown] id=bad
// ## 5 A bad generator
//
// A computer does not throw dice. It computes a sequence that looks as if. For decades the usual way was the **linear
// congruential generator**,
//
// $$z_{i+1} = (a z_i + c) \bmod m, \qquad u_i = z_i / m,$$
//
// and one of the most used was RANDU, with $a = 65539$, $c = 0$, $m = 2^{31}$. Here it is.

// %% id=randu
double[] randu(int n) {
    double[] u = new double[n];
    long z = 1;
    for (int i = 0; i < n; i++) {
        z = 65539 * z % (1L << 31);
        u[i] = z / (double) (1L << 31);
    }
    return u;
}
double[] bad = randu(300_000);
double[] good = Rng.seeded(8).doubles(300_000).toArray();

// %% id=randu-flat
display(RunningStats.of(bad).estimate());
HitOrMiss pairs(double[] u) {
    int n = u.length / 2;
    return new HitOrMiss(IntStream.range(0, n)
        .filter(i -> pow(u[2 * i], 2) + pow(u[2 * i + 1], 2) < 1).count(), n);
}
display(pairs(bad).area());
PI / 4

// %% [markdown] id=randu-question
// Its mean is 0.5, and in the plane it finds $\pi/4$, within the error. One would let it pass. Now we ask it for
// points in space, three numbers each, and count how many fall into a ball of radius 0.04: a small molecule looks for
// its place in a box. The share must be the ball's volume, $\tfrac43 \pi r^3 = 0.000268$, wherever the ball is.
//
// **Before you run the next cell:** 100,000 points are thrown, so about 27 lie in each ball. By how much will the two
// generators differ?

// %% id=randu-balls
double inBall(double[] u, double y) {
    return IntStream.range(0, u.length / 3).filter(i -> pow(u[3 * i] - 0.5, 2)
        + pow(u[3 * i + 1] - y, 2) + pow(u[3 * i + 2] - 0.5, 2) < 0.0016).count();
}
bar("Points in a ball of radius 0.04, of 100,000",
    List.of("at (½, ½, ½)", "at (½, ¼, ½)"))
    .bars("good", new double[]{inBall(good, 0.5), inBall(good, 0.25)})
    .bars("RANDU", new double[]{inBall(bad, 0.5), inBall(bad, 0.25)})
    .axes("where the ball is", "points inside")

// %% [markdown] id=randu-why
// One ball gets too many, the other **none at all**, and more points will not help. The reason is arithmetic.
// Since $65539 = 2^{16} + 3$, its square is $6 \cdot 65539 - 9$ modulo $2^{31}$, and so, for each three in a row,
//
// $$9 u_i - 6 u_{i+1} + u_{i+2} = \text{a whole number}.$$
//
// It lies between $-5$ and 9: all points of RANDU lie on 15 planes. Every congruential generator has planes ("Random
// numbers fall mainly in the planes", G. Marsaglia, *Proc. Natl. Acad. Sci.* 61, 25 (1968)); good multipliers have many,
// close together, which the *spectral test* measures (D. E. Knuth, *The Art of Computer Programming* 2, section
// 3.3.4). We look at the cube from the side on which the planes are seen edge on:

// %% id=randu-planes
double[] every(double[] u, int of) {
    return IntStream.range(0, 1_000).mapToDouble(i -> u[3 * i + of]).toArray();
}
double[] side(double[] u) {
    return IntStream.range(0, 1_000)
        .mapToDouble(i -> 9 * u[3 * i] - 6 * u[3 * i + 1]).toArray();
}
figure("RANDU: 1,000 points of the unit cube, seen edge on")
    .points("RANDU", side(bad), every(bad, 2))
    .axes("9 u₁ - 6 u₂", "u₃").rangeY(0, 1)

// %% id=good-planes
figure("A good generator, seen from the same side")
    .points("good", side(good), every(good, 2))
    .axes("9 u₁ - 6 u₂", "u₃").rangeY(0, 1)

// %% [markdown] id=bad-answer
// The moral: a generator is tested before it is used, by people who do nothing else, and we use theirs. `Rng` is
// xoshiro256++ (D. Blackman and S. Vigna, 2021), whose period is $2^{256} - 1$. And where much depends on a result,
// it is computed again with another generator.

// %% [markdown] id=correlated
// ## 6 Neighbours that resemble each other
//
// So far the numbers were independent. In a simulation they are not: the molecules of this moment are nearly where
// they were a moment ago. The simplest series with a memory is the **autoregressive** one,
//
// $$x_{t+1} = a x_t + \sqrt{1 - a^2}\, \xi_t,$$
//
// with independent normal $\xi_t$ of variance 1. Each $x_t$ has mean 0 and variance 1, whatever $a$ is; but $x_t$ and
// $x_{t+s}$ are correlated, $\rho(s) = a^s$.

// %% id=autoregressive role=setup
double[] autoregressive(double a, int n, Rng rng) {
    double[] x = new double[n];
    x[0] = rng.nextGaussian();
    for (int t = 1; t < n; t++)
        x[t] = a * x[t - 1] + sqrt(1 - a * a) * rng.nextGaussian();
    return x;
}

// %% id=memory-picture
var noise = autoregressive(0, 120, Rng.seeded(9));
var slow = autoregressive(0.9, 120, Rng.seeded(9));
line("Same mean, same variance, another memory", noise).named("a = 0")
    .line("a = 0.9", IntStream.range(0, 120).asDoubleStream().toArray(), slow)
    .axes("step t", "x")

// %% [markdown] id=memory-question
// The mean is 0 by construction, so we can see how honest an error bar is: in 68 % of all runs the mean of the run
// must lie within one $\sigma$ of 0. **Before you run the next cell:** for $a = 0.9$, and with $\sigma = s/\sqrt n$
// as usual: in how many per cent of the runs does it?

// %% id=coverage
int within = 0;
for (int run = 0; run < 1_000; run++) {
    var x = autoregressive(0.9, 4_096, Rng.seeded(run));
    if (RunningStats.of(x).estimate().sigmasFrom(0) < 1) within++;
}
within / 1_000.0

// %% [markdown] id=memory-theory
// The bar is far too short. The variance of a mean is a sum over all pairs, and neighbours now add to it:
//
// $$\sigma_{\bar x}^2 = \frac{1}{n^2} \sum_{t, t'} \mathrm{cov}(x_t, x_{t'}) \approx \frac{\sigma^2}{n} \, 2 \tau,
// \qquad \tau = \frac12 + \sum_{s \ge 1} \rho(s).$$
//
// This $\tau$ is the **integrated autocorrelation time**: $n$ correlated numbers are worth $n / (2\tau)$ independent
// ones. For our series $\tau = \frac{1 + a}{2 (1 - a)}$, that is 9.5 steps for $a = 0.9$. The error is $\sqrt{19} =
// 4.4$ times as large as the naive one. We can measure the function:

// %% id=correlation
var longRun = autoregressive(0.9, 1 << 18, Rng.seeded(13));
double[] rho = Autocorrelation.function(longRun, 40);
double[] s = IntStream.rangeClosed(0, 40).asDoubleStream().toArray();
figure("How long a series remembers").points("measured", s, rho)
    .curve("0.9ˢ", t -> pow(0.9, t))
    .axes("distance s / steps", "autocorrelation ρ(s)")

// %% id=tau
Autocorrelation.of(longRun)

// %% [markdown] id=blocks
// The sum must be cut off somewhere, since far out there is only noise to add up. The other way needs no cut: **block
// averages**. Cut the series into blocks of $b$ steps and take the mean of each. If blocks are much longer than the
// memory, their means are as good as independent, and the usual formula holds *for them*. If $b$ is too short the
// error comes out too small. So we double $b$ until it no longer grows (H. Flyvbjerg and H. G. Petersen, *J. Chem.
// Phys.* 91, 461 (1989)).
//
// **Before you run the next cell:** the memory is 9.5 steps. From which block length on will the error stand still?

// %% id=blocks-picture
var blocking = Blocking.of(longRun);
var levels = blocking.levels().subList(0, 14);
double exact = sqrt(2 * 9.5 / longRun.length);
errorBars("The error grows until blocks are longer than the memory",
    levels.stream().mapToDouble(level -> level.blockLength()).toArray(),
    levels.stream().map(level -> level.error()).toList()).logX()
    .guide("exact", 1, exact, 8192, exact).rangeY(0, 0.012)
    .axes("block length b / steps", "claimed error of the mean")

// %% id=blocks-chosen
display(blocking.plateau());
blocking.estimate()

// %% [markdown] id=blocks-answer
// The dashed line is exact. The first point, with blocks of one step, is the naive error. The plateau begins near ten
// memories, some 100 steps, and the further right, the fewer blocks and the larger the error *of the error*: one
// stops soon after the plateau is reached. `Blocking` takes the first length at which a block says nothing measurable
// about the next one, and doubles it twice more to be safe. Does its bar keep its promise?

// %% id=coverage-honest
double kept(int steps) {
    int inside = 0;
    for (int run = 0; run < 1_000; run++) {
        var x = autoregressive(0.9, steps, Rng.seeded(run));
        if (Blocking.of(x).estimate().sigmasFrom(0) < 1) inside++;
    }
    return inside / 1_000.0;
}
display(kept(4_096));
kept(16_384)

// %% [markdown] id=lazy
// In 69 % of the runs of 4,096 steps, and in 71 % of those of 16,384: the 68 that were promised (a share counted in
// 1,000 runs is itself known to 1.5), where the naive bar managed 19. In the picture `Blocking` took blocks of 512
// steps, and its 0.0080 is 6 % below the dashed 0.0085, as two of its own errors allow.
//
// ## 7 The lazy thrower
//
// Back to $\pi$. Someone is too lazy to throw across the square: each dart lands within 0.1 of the last one, to the
// right or left and up or down (and what leaves the square on one side comes in at the other). It is a Markov chain
// whose stationary law is even, so its average is right. Molecules move just so.
//
// **Before you run the last picture:** a million lazy darts. By how much is the naive error bar too short: not at
// all, 3 times, 10 times?

// %% id=lazy-darts
double[] lazyHits(int n, double step, Rng rng) {
    double[] hits = new double[n];
    double x = 0.5, y = 0.5;
    for (int i = 0; i < n; i++) {
        x = (x + 1 + step * (2 * rng.nextDouble() - 1)) % 1;
        y = (y + 1 + step * (2 * rng.nextDouble() - 1)) % 1;
        hits[i] = x * x + y * y < 1 ? 4 : 0;
    }
    return hits;
}
double[] lazy = lazyHits(1_000_000, 0.1, Rng.seeded(11));

// %% id=lazy-memory
Autocorrelation.of(lazy)

// %% id=last-picture
var thrown = HitOrMiss.of((x, y) -> x * x + y * y < 1,
    1_000_000, Rng.seeded(2)).area();
var answers = List.of(new Estimate(4 * thrown.value(), 4 * thrown.error()),
    new Estimate(2 / p.value(), 2 / pow(p.value(), 2) * p.error()),
    RunningStats.of(lazy).estimate(), Blocking.of(lazy).estimate());
var ways = List.of("darts", "needle", "lazy, naive error", "lazy, block error");
var last = figure("π, four times, from a million throws each")
    .axes("way of measuring", "π ± standard error");
for (int i = 0; i < 4; i++)
    last.errorBars(ways.get(i), new double[]{i + 1}, answers.subList(i, i + 1));
last.getStyler().setXAxisTicksVisible(false);
last.guide("truth", 0.5, PI, 4.5, PI)

// %% id=last-numbers
answers

// %% [markdown] id=last-words
// The dashed line is $\pi$. The third result misses it by 3.7 of its own standard errors, which would make its owner
// doubt geometry. The fourth is the same number with an honest bar, 3.8 times as long: a million lazy darts are worth
// some 70,000 to 80,000 real ones.

// %% [markdown] id=learned
// ## What we learned
//
// - A result is a value **and** its standard error; the error shrinks like $1/\sqrt n$.
// - Means become normal, so one $\sigma$ holds the truth in 68 runs of 100, and three $\sigma$ in 997 of 1000.
// - A bad generator gives wrong answers with small error bars. Use a tested one, with a seed.
// - Correlated numbers are worth $n/(2\tau)$ independent ones. Block averages find the honest error without
//   knowing $\tau$.
//
// The next lesson looks closely at walks that forget, and the one after it builds walks on purpose.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Six measurements of chance
//
// Random methods are checked with fixed seeds, in bands that a right answer leaves once in a million (4.9 standard
// errors) or less. Draw from the `rng` you are handed, nowhere else. `autoregressive(a, n, rng)` is the series of the
// lecture.

// %% [markdown] id=darts-task
// ### 1 Darts, with an error bar (3 points)
//
// Write `pi(n, rng)`: throw `n` darts at the unit square and return `new Estimate(value, error)`, the estimate of
// $\pi$ and its standard error, with the share of hits in place of the unknown $p$.
//
// And choose `mySeed()`: seven digits or more that nobody else will have. A measurement that can be repeated has a
// seed that stays the same, so not the time of day. The cell below the check throws 100,000 darts with your seed. Your
// teacher can put these runs together: a class of 30 has the error of 3,000,000 darts.

// %% id=darts-pi role=answer
Estimate pi(int n, Rng rng) {
    // BEGIN SOLUTION
    int hits = 0;
    for (int i = 0; i < n; i++) {
        double x = rng.nextDouble(), y = rng.nextDouble();
        if (x * x + y * y < 1) hits++;
    }
    double p = (double) hits / n;
    return new Estimate(4 * p, 4 * sqrt(p * (1 - p) / n));
    // END SOLUTION
}
long mySeed() {
    // BEGIN SOLUTION
    return 27_182_818;
    // END SOLUTION
}

// %% [markdown] id=darts-hint role=hint of=darts-pi
// First the share $p$ of darts with $x^2 + y^2 < 1$. Each dart needs two numbers of its own.

// %% [markdown] id=darts-hint-2 role=hint of=darts-pi
// The number of hits is binomial, so the standard error of the share is $\sqrt{p (1 - p) / n}$.

// %% [markdown] id=darts-hint-3 role=hint of=darts-pi
// $\pi = 4 p$, so the error of $\pi$ is four times that of $p$. Mind that `hits / n` of two `int`s is 0.

// %% id=darts-test role=test of=darts-pi points=3
checkEqual(mySeed(), mySeed(), "your seed, asked for twice", "choose one number for good");
check(abs(mySeed()) >= 1_000_000, "your seed has seven digits or more, not like " + mySeed());
var measured = pi(1_000_000, Rng.seeded(21));
checkNear(measured.value(), PI, 0.008,
    "pi from a million darts (4.9 sigma, 1 alarm in 1,000,000)",
    "x² + y² < 1 with an x and a y of their own");
checkNearRelative(measured.error(), 0.0016422, 0.01,
    "the standard error of a million darts",
    "4 sqrt(p (1 - p) / n): the 4 belongs to the error too");
var few = pi(100, Rng.seeded(20));
checkNear(few.error(), sqrt(few.value() * (4 - few.value()) / 100), 1e-9,
    "the standard error of a hundred darts from their own share of hits");
// BEGIN HIDDEN TESTS
checkNearRelative(pi(10_000, Rng.seeded(22)).error(), 0.016422, 0.1,
    "the standard error of ten thousand darts");
double[] pulls = new double[2_000];
for (int i = 0; i < pulls.length; i++) {
    pulls[i] = (pi(400, Rng.seeded(100 + i)).value() - PI) / 0.082109;
}
checkDistribution(Samples.independent(pulls), Law.moments(0, 1), 1e-6,
    "errors of 2,000 runs in units of sigma");
// END HIDDEN TESTS

// %% id=class-pi role=pool of=darts-pi exact=3.14159265359
new Replicate(mySeed(), pi(100_000, Rng.seeded(mySeed())).value())

// %% id=darts-wrong-error role=wrong of=darts-pi
Estimate pi(int n, Rng rng) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
        double x = rng.nextDouble(), y = rng.nextDouble();
        if (x * x + y * y < 1) hits++;
    }
    double p = (double) hits / n;
    return new Estimate(4 * p, sqrt(p * (1 - p) / n));
}
long mySeed() { return 27_182_818; }

// %% id=darts-wrong-diagonal role=wrong of=darts-pi
Estimate pi(int n, Rng rng) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
        double x = rng.nextDouble();
        if (x * x + x * x < 1) hits++;
    }
    double p = (double) hits / n;
    return new Estimate(4 * p, 4 * sqrt(p * (1 - p) / n));
}
long mySeed() { return 27_182_818; }

// %% id=darts-wrong-poisson role=wrong of=darts-pi
Estimate pi(int n, Rng rng) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
        double x = rng.nextDouble(), y = rng.nextDouble();
        if (x * x + y * y < 1) hits++;
    }
    return new Estimate(4.0 * hits / n, 4 * sqrt(hits) / n);
}
long mySeed() { return 27_182_818; }

// %% id=darts-wrong-one role=wrong of=darts-pi
Estimate pi(int n, Rng rng) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
        double x = rng.nextDouble(), y = rng.nextDouble();
        if (x * x + y * y < 1) hits++;
    }
    double p = (double) hits / n;
    return new Estimate(4 * p, 4 * sqrt(p * (1 - p)));
}
long mySeed() { return 27_182_818; }

// %% id=darts-wrong-clock role=wrong of=darts-pi
Estimate pi(int n, Rng rng) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
        double x = rng.nextDouble(), y = rng.nextDouble();
        if (x * x + y * y < 1) hits++;
    }
    double p = (double) hits / n;
    return new Estimate(4 * p, 4 * sqrt(p * (1 - p) / n));
}
long mySeed() { return System.nanoTime(); }

// %% id=darts-wrong-seed role=wrong of=darts-pi
Estimate pi(int n, Rng rng) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
        double x = rng.nextDouble(), y = rng.nextDouble();
        if (x * x + y * y < 1) hits++;
    }
    double p = (double) hits / n;
    return new Estimate(4 * p, 4 * sqrt(p * (1 - p) / n));
}
long mySeed() { return 1; }

// %% id=darts-wrong-known role=wrong of=darts-pi
Estimate pi(int n, Rng rng) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
        double x = rng.nextDouble(), y = rng.nextDouble();
        if (x * x + y * y < 1) hits++;
    }
    return new Estimate(4.0 * hits / n, sqrt(PI * (4 - PI) / n));
}
long mySeed() { return 27_182_818; }

// %% [markdown] id=needle-task
// ### 2 Buffon's needle (2 points)
//
// Write `crossings(length, width, n, rng)`: the share, between 0 and 1, of `n` needles of `length` that cross a line
// between boards of `width` (`length <= width`). You may draw the angle with `PI`, or without it as in the lecture.

// %% id=needle role=answer
double crossings(double length, double width, int n, Rng rng) {
    // BEGIN SOLUTION
    int crossed = 0;
    for (int i = 0; i < n; i++) {
        double distance = rng.nextDouble() * width / 2;
        if (distance < length / 2 * sin(PI * rng.nextDouble())) crossed++;
    }
    return (double) crossed / n;
    // END SOLUTION
}

// %% [markdown] id=needle-hint role=hint of=needle
// What does chance decide about a needle? How far its middle is from the nearest line, and its angle to the lines.

// %% [markdown] id=needle-hint-2 role=hint of=needle
// The nearest line is at most half a board away. It is the *angle* that is drawn evenly, from 0 to $\pi$, not its
// sine; the directions to points of a *square* are not even either, they prefer its corners.

// %% [markdown] id=needle-hint-3 role=hint of=needle
// A needle at the angle $\varphi$ reaches $\frac{l}{2} \sin\varphi$ to each side of its middle: it crosses if the
// line is nearer than that.

// %% id=needle-test role=test of=needle points=2
checkNear(crossings(1, 1, 400_000, Rng.seeded(23)), 2 / PI, 0.0037,
    "share of needles as long as the boards are wide (4.9 sigma, 1 alarm in 1,000,000)",
    "2 l / (pi d): is the angle even, is the nearest line at most d / 2 away?");
checkNear(crossings(1, 2, 400_000, Rng.seeded(24)), 1 / PI, 0.0036,
    "share of needles half as long as that (4.9 sigma, 1 alarm in 1,000,000)");
double[] needlePulls = new double[2_000];
for (int i = 0; i < needlePulls.length; i++)
    needlePulls[i] = (crossings(1, 1, 100, Rng.seeded(1_000 + i)) - 2 / PI) / 0.0480994;
checkDistribution(Samples.independent(needlePulls), Law.moments(0, 1), 1e-6,
    "shares of 2,000 handfuls of 100 needles, in units of sigma",
    "does every needle fall by itself, and does `rng` decide?");
// BEGIN HIDDEN TESTS
checkNear(crossings(3, 4, 400_000, Rng.seeded(25)), 1.5 / PI, 0.0039,
    "share of needles of 3 on boards of 4 (4.9 sigma, 1 alarm in 1,000,000)");
// END HIDDEN TESTS

// %% id=needle-wrong-formula role=wrong of=needle
double crossings(double length, double width, int n, Rng rng) {
    return 2 * length / (PI * width);
}

// %% id=needle-wrong-sine role=wrong of=needle
double crossings(double length, double width, int n, Rng rng) {
    int crossed = 0;
    for (int i = 0; i < n; i++)
        if (rng.nextDouble() * width / 2 < length / 2 * rng.nextDouble()) crossed++;
    return (double) crossed / n;
}

// %% id=needle-wrong-board role=wrong of=needle
double crossings(double length, double width, int n, Rng rng) {
    int crossed = 0;
    for (int i = 0; i < n; i++)
        if (rng.nextDouble() * width < length / 2 * sin(PI * rng.nextDouble())) crossed++;
    return (double) crossed / n;
}

// %% id=needle-wrong-corners role=wrong of=needle
double crossings(double length, double width, int n, Rng rng) {
    int crossed = 0;
    for (int i = 0; i < n; i++) {
        double u = rng.nextDouble(), v = rng.nextDouble();
        if (rng.nextDouble() * width < length * v / sqrt(u * u + v * v)) crossed++;
    }
    return (double) crossed / n;
}

// %% [markdown] id=generator-task
// ### 3 A generator of your own (2 points)
//
// Write `congruential(a, c, m, seed, n)`: the `n` numbers that follow `seed` by $z_{i+1} = (a z_i + c) \bmod m$. The
// seed itself is not among them.

// %% id=generator role=answer
long[] congruential(long a, long c, long m, long seed, int n) {
    // BEGIN SOLUTION
    long[] z = new long[n];
    long last = seed;
    for (int i = 0; i < n; i++) {
        last = (a * last + c) % m;
        z[i] = last;
    }
    return z;
    // END SOLUTION
}

// %% [markdown] id=generator-hint role=hint of=generator
// Keep the last number in a variable. Each turn makes the next one from it and writes that down.

// %% [markdown] id=generator-hint-2 role=hint of=generator
// Products of two numbers below $2^{31}$ fit into a `long` but not into an `int`.

// %% [markdown] id=generator-hint-3 role=hint of=generator
// First `a * last + c`, then the rest `% m` of all of it. The seed itself is not written down.

// %% id=generator-test role=test of=generator points=2
checkEqual(congruential(5, 3, 16, 7, 5), new long[]{6, 1, 8, 11, 10},
    "5 z + 3 mod 16, five numbers after 7",
    "5 · 7 + 3 = 38, and 38 mod 16 = 6 comes first");
checkEqual(congruential(16807, 0, 2147483647, 1, 10_000)[9_999], 1043618065L,
    "the 10,000th number of the minimal standard generator (S. Park and K. Miller, 1988)",
    "does a product overflow an int?");
// BEGIN HIDDEN TESTS
checkEqual(congruential(65539, 0, 1L << 31, 1, 3), new long[]{65539, 393225, 1769499},
    "the first three of RANDU");
checkEqual(Arrays.stream(congruential(5, 3, 16, 0, 16)).distinct().count(), 16L,
    "different numbers of 5 z + 3 mod 16");
// END HIDDEN TESTS

// %% id=generator-wrong-int role=wrong of=generator
long[] congruential(long a, long c, long m, long seed, int n) {
    long[] z = new long[n];
    int last = (int) seed;
    for (int i = 0; i < n; i++) {
        last = (int) (((int) a * last + (int) c) % m);
        z[i] = last;
    }
    return z;
}

// %% id=generator-wrong-seed role=wrong of=generator
long[] congruential(long a, long c, long m, long seed, int n) {
    long[] z = new long[n];
    z[0] = seed;
    for (int i = 1; i < n; i++) z[i] = (a * z[i - 1] + c) % m;
    return z;
}

// %% id=generator-wrong-order role=wrong of=generator
long[] congruential(long a, long c, long m, long seed, int n) {
    long[] z = new long[n];
    long last = seed;
    for (int i = 0; i < n; i++) {
        last = a * last % m + c;
        z[i] = last;
    }
    return z;
}

// %% [markdown] id=power-task
// ### 4 The exponent of a law (2 points)
//
// Errors measured at several $n$ follow $y \approx A\, x^k$. Write `exponent(x, y)`: $k$ by least squares through the
// points $(\ln x_i, \ln y_i)$, each of the same weight.

// %% id=power role=answer
double exponent(double[] x, double[] y) {
    // BEGIN SOLUTION
    double[] u = Arrays.stream(x).map(v -> log(v)).toArray();
    double[] w = Arrays.stream(y).map(v -> log(v)).toArray();
    double uMean = Arrays.stream(u).average().getAsDouble();
    double wMean = Arrays.stream(w).average().getAsDouble();
    double uw = 0, uu = 0;
    for (int i = 0; i < u.length; i++) {
        uw += (u[i] - uMean) * (w[i] - wMean);
        uu += (u[i] - uMean) * (u[i] - uMean);
    }
    return uw / uu;
    // END SOLUTION
}

// %% [markdown] id=power-hint role=hint of=power
// What is a power law in $x$ and $y$ is a straight line in $u = \ln x$ and $w = \ln y$; $k$ is its slope.

// %% [markdown] id=power-hint-2 role=hint of=power
// All points count, not only the first and the last, and each from the mean: subtract $\bar u$ and $\bar w$.

// %% [markdown] id=power-hint-3 role=hint of=power
// $k = \sum (u_i - \bar u)(w_i - \bar w) / \sum (u_i - \bar u)^2$.

// %% id=power-test role=test of=power points=2
double[] counts = {100, 1_000, 10_000, 100_000};
double[] roots = {0.1, 0.031622776601683794, 0.01, 0.0031622776601683794};
checkNear(exponent(counts, roots), -0.5, 1e-9,
    "the exponent of 1 / sqrt(n)", "take logarithms of both");
checkNear(exponent(counts, new double[]{0.1, 0.1, 0.01, 0.01}), -0.4, 1e-9,
    "the exponent of 0.1, 0.1, 0.01, 0.01 at 100 to 100,000", "all four points count, each from the mean");
// BEGIN HIDDEN TESTS
checkNear(exponent(new double[]{1, 2, 5}, new double[]{3, 24, 375}), 3, 1e-9,
    "the exponent of 3 x³");
double[] u = {0, log(3), log(4), log(9)}, w = {log(2), log(5), log(5), log(20)};
checkNear(exponent(new double[]{1, 3, 4, 9}, new double[]{2, 5, 5, 20}),
    Regression.of(u, w).slope().value(), 1e-9, "the exponent of four scattered points");
// END HIDDEN TESTS

// %% id=power-wrong-linear role=wrong of=power
double exponent(double[] x, double[] y) {
    return Regression.of(x, y).slope().value();
}

// %% id=power-wrong-ends role=wrong of=power
double exponent(double[] x, double[] y) {
    int last = x.length - 1;
    return log(y[last] / y[0]) / log(x[last] / x[0]);
}

// %% id=power-wrong-origin role=wrong of=power
double exponent(double[] x, double[] y) {
    double uw = 0, uu = 0;
    for (int i = 0; i < x.length; i++) {
        uw += log(x[i]) * log(y[i]);
        uu += log(x[i]) * log(x[i]);
    }
    return uw / uu;
}

// %% id=power-wrong-half-log role=wrong of=power
double exponent(double[] x, double[] y) {
    return Regression.of(x, Arrays.stream(y).map(v -> log(v)).toArray()).slope().value();
}

// %% [markdown] id=memory-task
// ### 5 The memory of a series (3 points)
//
// Write `memory(x, window)`: the integrated autocorrelation time $\tau = \frac12 + \sum_{s=1}^{W} C(s)/C(0)$ with
//
// $$C(s) = \frac1n \sum_{i=0}^{n-1-s} (x_i - \bar x)(x_{i+s} - \bar x).$$

// %% id=memory role=answer
double memory(double[] x, int window) {
    // BEGIN SOLUTION
    double mean = Arrays.stream(x).average().getAsDouble();
    double tau = 0.5, c0 = 0;
    for (double v : x) c0 += (v - mean) * (v - mean);
    for (int s = 1; s <= window; s++) {
        double sum = 0;
        for (int i = 0; i + s < x.length; i++) sum += (x[i] - mean) * (x[i + s] - mean);
        tau += sum / c0;
    }
    return tau;
    // END SOLUTION
}

// %% [markdown] id=memory-hint role=hint of=memory
// First the mean, which is subtracted everywhere, then $C(0)$, which is the variance.

// %% [markdown] id=memory-hint-2 role=hint of=memory
// Two loops: over the distance $s$ from 1 to $W$, and inside over the pairs at that distance, of which there are $n
// - s$.

// %% [markdown] id=memory-hint-3 role=hint of=memory
// Both $C(s)$ and $C(0)$ are divided by the same $n$, so it cancels in $C(s)/C(0)$. Begin the sum with one half.

// %% id=memory-test role=test of=memory points=3
checkNear(memory(new double[]{1, 2, 3, 4}, 1), 0.75, 1e-9,
    "tau of 1 2 3 4 with window 1",
    "C(0) = 1.25 and C(1) = 0.3125, so tau = 1/2 + 0.25");
checkNear(memory(new double[]{1, 2, 3, 4}, 2), 0.45, 1e-9,
    "tau of 1 2 3 4 with window 2", "C(2) = -0.375");
checkNear(memory(new double[]{1, 2, 3, 4}, 0), 0.5, 1e-9,
    "tau of 1 2 3 4 with window 0");
// BEGIN HIDDEN TESTS
var series = autoregressive(0.8, 20_000, Rng.seeded(26));
double[] exactly = Autocorrelation.function(series, 30);
checkNear(memory(series, 30), Arrays.stream(exactly).sum() - 0.5, 1e-9,
    "tau of an autoregressive series");
double[] moved = Arrays.stream(series).map(v -> 3 * v + 100).toArray();
checkNear(memory(moved, 30), Arrays.stream(exactly).sum() - 0.5, 1e-6,
    "tau of the same series, stretched and moved");
// END HIDDEN TESTS

// %% id=memory-wrong-mean role=wrong of=memory
double memory(double[] x, int window) {
    double tau = 0.5, c0 = 0;
    for (double v : x) c0 += v * v;
    for (int s = 1; s <= window; s++) {
        double sum = 0;
        for (int i = 0; i + s < x.length; i++) sum += x[i] * x[i + s];
        tau += sum / c0;
    }
    return tau;
}

// %% id=memory-wrong-one role=wrong of=memory
double memory(double[] x, int window) {
    double mean = Arrays.stream(x).average().getAsDouble();
    double tau = 0, c0 = 0;
    for (double v : x) c0 += (v - mean) * (v - mean);
    for (int s = 0; s <= window; s++) {
        double sum = 0;
        for (int i = 0; i + s < x.length; i++) sum += (x[i] - mean) * (x[i + s] - mean);
        tau += sum / c0;
    }
    return tau;
}

// %% id=memory-wrong-covariance role=wrong of=memory
double memory(double[] x, int window) {
    double mean = Arrays.stream(x).average().getAsDouble();
    double tau = 0.5;
    for (int s = 1; s <= window; s++) {
        double sum = 0;
        for (int i = 0; i + s < x.length; i++) sum += (x[i] - mean) * (x[i + s] - mean);
        tau += sum / x.length;
    }
    return tau;
}

// %% id=memory-wrong-short role=wrong of=memory
double memory(double[] x, int window) {
    double mean = Arrays.stream(x).average().getAsDouble();
    double tau = 0.5, c0 = 0;
    for (double v : x) c0 += (v - mean) * (v - mean);
    for (int s = 1; s < window; s++) {
        double sum = 0;
        for (int i = 0; i + s < x.length; i++) sum += (x[i] - mean) * (x[i + s] - mean);
        tau += sum / c0;
    }
    return tau;
}

// %% [markdown] id=block-task
// ### 6 The honest error (3 points)
//
// Write `blockError(x, length)`: cut `x` into blocks of `length` (a rest at the end that fills no block is left out),
// and return the standard error of the mean of the $m$ block means $y_k$,
//
// $$\sqrt{\frac{1}{m (m - 1)} \sum_k (y_k - \bar y)^2}.$$

// %% id=block role=answer
double blockError(double[] x, int length) {
    // BEGIN SOLUTION
    double[] y = new double[x.length / length];
    for (int i = 0; i < y.length * length; i++) y[i / length] += x[i] / length;
    double mean = Arrays.stream(y).average().getAsDouble();
    double squares = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
    return sqrt(squares / (y.length * (y.length - 1.0)));
    // END SOLUTION
}

// %% [markdown] id=block-hint role=hint of=block
// Three steps: cut into blocks, take the mean of each, then treat these means as if they were the data.

// %% [markdown] id=block-hint-2 role=hint of=block
// Whole-number division does the cutting: there are `x.length / length` blocks, and value `i` belongs to block `i /
// length`, if there is such a block.

// %% [markdown] id=block-hint-3 role=hint of=block
// $m$ is the number of *blocks*, not of values: divide the sum of squares by $m (m - 1)$ and take the root.

// %% id=block-test role=test of=block points=3
checkNear(blockError(new double[]{1, 3, 5, 7}, 2), 2, 1e-9,
    "the error from the blocks (1 3) (5 7)",
    "the block means are 2 and 6, their mean is 4, and m (m - 1) = 2");
checkNear(blockError(new double[]{1, 3, 5, 7, 90}, 2), 2, 1e-9,
    "the error from (1 3) (5 7) and a rest of 90",
    "a rest that fills no block is left out");
checkNear(blockError(new double[]{1, 3, 5, 7}, 1), sqrt(20 / 12.0), 1e-9,
    "the naive error of 1 3 5 7");
// BEGIN HIDDEN TESTS
var walk = autoregressive(0.9, 1 << 15, Rng.seeded(27));
for (int k = 0; k < 10; k += 3)
    checkNear(blockError(walk, 1 << k), Blocking.of(walk).levels().get(k).error().value(), 1e-9,
        "the error of an autoregressive series from blocks of " + (1 << k));
// END HIDDEN TESTS

// %% id=block-wrong-naive role=wrong of=block
double blockError(double[] x, int length) {
    return RunningStats.of(x).estimate().error();
}

// %% id=block-wrong-values role=wrong of=block
double blockError(double[] x, int length) {
    double[] y = new double[x.length / length];
    for (int i = 0; i < y.length * length; i++) y[i / length] += x[i] / length;
    return RunningStats.of(y).standardDeviation() / sqrt(x.length);
}

// %% id=block-wrong-m role=wrong of=block
double blockError(double[] x, int length) {
    double[] y = new double[x.length / length];
    for (int i = 0; i < y.length * length; i++) y[i / length] += x[i] / length;
    double mean = Arrays.stream(y).average().getAsDouble();
    return sqrt(Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum()) / y.length;
}

// %% id=block-wrong-spread role=wrong of=block
double blockError(double[] x, int length) {
    double[] y = new double[x.length / length];
    for (int i = 0; i < y.length * length; i++) y[i / length] += x[i] / length;
    return RunningStats.of(y).standardDeviation();
}

// %% id=block-wrong-rest role=wrong of=block
double blockError(double[] x, int length) {
    int m = (x.length + length - 1) / length;
    double[] y = new double[m];
    for (int k = 0; k < m; k++)
        y[k] = Arrays.stream(x, k * length, min(x.length, (k + 1) * length)).average().getAsDouble();
    return RunningStats.of(y).estimate().error();
}

// %% [markdown] id=well-done
// All silent? Then each number that you compute from now on can carry its error, and you know which errors to
// believe.
