// %% [markdown] id=question
// # Numbers and equations of motion
//
// An oscillator in honey comes to rest. You program it, run it, and it swings for ever. Nothing is wrong with the
// formula, and nothing with the computer. **What went wrong?**
//
// A simulation makes two errors that have nothing to do with nature. It *rounds*, because its numbers have finitely
// many digits, and it *steps*, because its time does not flow. This lesson takes both apart. At the end you can say of a
// curve on the screen how much of it is physics, and you know the one changed line that lets planets, pendulums and
// molecules run for a million steps.
//
// You need: lesson 00 (its section on rounding), derivatives, and the exponential function.

// %% [markdown] id=digits
// ## 1 Numbers with gaps
//
// Lesson 00 added $77777.7 + 1.23456$ in seven digits. Now we subtract the large number again.
//
// **Before you run the next cell:** 1.23456 went in. What comes out?

// %% id=digits-lost
float large = 77777.7f, little = 1.23456f;
display(large + little);
display(large + little - large);
Math.ulp(large)

// %% [markdown] id=digits-answer
// Of six digits four survived. Floats near 77,778 stand $1/128 = 0.0078125$ apart (`Math.ulp` gives this distance, the
// *unit in the last place*), and whatever is added is moved to the next one that exists. The gaps grow with the
// numbers: from each power of two to the next they double.

// %% id=gaps
double[] size = DoubleStream.iterate(1e-3, x -> x < 1e9, x -> 1.1 * x)
    .toArray();
figure("Numbers have gaps").logX().logY()
    .line("float", size,
        Arrays.stream(size).map(x -> Math.ulp((float) x)).toArray())
    .line("double", size,
        Arrays.stream(size).map(x -> Math.ulp(x)).toArray())
    .axes("number", "distance to the next one")

// %% [markdown] id=epsilon-text
// On a doubly logarithmic chart both are stairs about a line of slope 1: the gap *relative to the number* stays about
// the same. Its value at 1 is the **machine epsilon** $\epsilon$. One operation is off by at most $\epsilon/2$,
// relatively.

// %% id=epsilon
display(Math.ulp(1f));
display(pow(2, -23));
display(Math.ulp(1.0));
pow(2, -52)

// %% [markdown] id=cancel
// ## 2 Differences that lose everything
//
// What hurts is rarely one operation; it is a **difference of large numbers**, in which their rounding is all that
// remains. The classic in our trade is a heat capacity. It is computed from the fluctuation of the energy, and every
// textbook writes the variance as
//
// $$\langle E^2 \rangle - \langle E \rangle^2.$$
//
// The next cells take a thousand energies of standard deviation 1 that fluctuate about a large value, as the energy
// of many molecules does.
//
// **Before you run them:** a variance is never negative. From which mean energy on will this one be, in doubles?

// %% id=cancel-formula
double shortFormula(double[] e) {
    double sum = 0, squares = 0;
    for (double value : e) {
        sum += value;
        squares += value * value;
    }
    return squares / e.length - pow(sum / e.length, 2);
}

// %% id=cancel-numbers
double[] fluctuation = new double[1000];
Rng.seeded(1).fillGaussian(fluctuation);
double[] about(double mean) {
    return Arrays.stream(fluctuation).map(f -> mean + f).toArray();
}
for (double mean : new double[]{0, 1e4, 1e6, 1e8, 1e9})
    display("mean " + mean + ": " + shortFormula(about(mean)));

// %% id=cancel-picture
double[] mean = DoubleStream.iterate(1, m -> m < 1e10, m -> 1.3 * m)
    .toArray();
double[] miss(ToDoubleFunction<double[]> variance) {
    double truth = variance.applyAsDouble(fluctuation);
    return Arrays.stream(mean).map(m ->
        abs(variance.applyAsDouble(about(m)) / truth - 1)).toArray();
}

// %% id=cancel-shown
figure("How wrong the variance is").logX().logY()
    .points("⟨E²⟩ - ⟨E⟩²", mean, miss(e -> shortFormula(e)))
    .points("RunningStats", mean, miss(e -> RunningStats.of(e).variance()))
    .curve("ε ⟨E⟩²", m -> 2.2e-16 * m * m)
    .axes("mean energy / its standard deviation",
        "relative error of the variance").rangeY(1e-17, 1e6)

// %% [markdown] id=cancel-answer
// The squares are near $\langle E\rangle^2$ and rounded to $\epsilon \langle E\rangle^2$ at best. Their difference is 1,
// so from $\langle E \rangle = 1/\sqrt\epsilon \approx 10^8$ on it is noise, of either sign. `RunningStats` subtracts
// *first* and squares *then*, one energy at a time, and stays useful to the end. The cure is always of this kind: find
// the same quantity written without the difference of large numbers.

// %% [markdown] id=sums
// ## 3 Long sums, and a clock that is late
//
// A sum of $n$ numbers rounds $n$ times. Time in a simulation is such a sum, `t += dt`. **Before you run the next cell:**
// how often does this loop run?

// %% id=clock
int turns = 0;
double t = 0;
for (; t < 1; t += 0.1) turns++;
display(turns);
t - 0.1

// %% [markdown] id=clock-answer
// Eleven times. After ten steps the clock shows 0.9999999999999999, which is below 1. **Count steps with whole numbers**
// and compute the time as `n * dt`.
//
// Where one must add, one can add more wisely. Ten million tenths:

// %% id=sum-ways
double pairwise(double[] x, int from, int to) {
    if (to - from == 1) return x[from];
    int middle = (from + to) / 2;
    return pairwise(x, from, middle) + pairwise(x, middle, to);
}
double[] tenths = new double[10_000_000];
Arrays.fill(tenths, 0.1);
double inTurn = 0;
for (double tenth : tenths) inTurn += tenth;

// %% id=sums-shown
display("one after the other: " + inTurn);
display("in pairs:            " + pairwise(tenths, 0, tenths.length));
display("compensated:         " + Arrays.stream(tenths).sum());

// %% [markdown] id=kahan
// In pairs each number takes part in only $\log_2 n = 23$ additions and not in millions. The third way is **W. Kahan's**
// (*Comm. ACM* 8, 40 (1965)), and Java's streams use it: beside the sum $s$ it keeps what was lost so far, $c$, and
// hands it in with the next number,
//
// $$y = x_i - c, \qquad t = s + y, \qquad c = (t - s) - y, \qquad s = t.$$
//
// On paper $c$ is 0. In the machine $t - s$ is what arrived and $y$ what was sent. You will write it in the exercises.

// %% [markdown] id=units
// ## 4 Throw the units away
//
// A mass $m$ on a spring of stiffness $k$ in a fluid with friction $\zeta$:
//
// $$m \ddot x = -\zeta \dot x - k x.$$
//
// Three constants and a start $x_0$: four dials to turn, and their numbers depend on who measures them. In them
// hide two times, the one in which friction alone would stop the mass and the one in which the spring alone swings it,
//
// $$t_d = m / \zeta, \qquad t_s = \sqrt{m / k}.$$
//
// Measure time in units of $t_s$ and length in units of $x_0$, that is, put $x = x_0 x^*$ and $t = t_s t^*$. All that
// is left of the three constants is one number:
//
// $$\frac{d^2 x^*}{dt^{*2}} = -\zeta^* \frac{d x^*}{dt^*} - x^*, \qquad \zeta^* = \frac{t_s}{t_d} = \frac{\zeta}{\sqrt{m k}}.$$
//
// One dial. A wheel and the needle of an atomic-force microscope in water, which differ by a factor of $10^{13}$ in mass,
// are the *same* motion if their $\zeta^*$ agree, and one run serves both. There is a second gain: the numbers in the
// machine are all near 1, far from overflow, and a step of 0.01 means a hundredth of something.

// %% id=units-cell
String inItsUnits(double mass, double friction, double stiffness) {
    double springTime = sqrt(mass / stiffness);
    double dampingTime = mass / friction;
    return "time unit " + Digits.of(springTime, 3)
        + " s, ζ* = " + Digits.of(springTime / dampingTime, 3);
}
display("wheel:  " + inItsUnits(20, 600, 20_000));
display("needle: " + inItsUnits(2e-12, 6e-7, 0.2));

// %% [markdown] id=units-answer
// Both have $\zeta^* = 0.95$: in a tenth of a second the wheel does what the needle does in ten microseconds. From
// here on all quantities are without units, and we leave the stars away.
// But $t = 7$ still means seven $t_s$, and whoever wants seconds multiplies.

// %% [markdown] id=euler
// ## 5 Euler's step
//
// First friction alone, in units of its own time $t_d$: $\dot v = -v$, so $v = v_0 e^{-t}$. A computer cannot take
// a limit, so it takes the definition of the slope before the limit, with a step $\Delta t$ (L. Euler, 1768):
//
// $$\frac{v(t + \Delta t) - v(t)}{\Delta t} \approx -v(t) \quad\Rightarrow\quad v \leftarrow v - \Delta t\, v.$$
//
// We start with $v = 10$ and stop when $v$ falls below the machine epsilon. The exact time for this is
// $\ln(10/\epsilon) = 38.35$.
//
// **Before you run the next cell:** will the computer's particle stop too early or too late?

// %% id=damping
for (double dt : new double[]{0.1, 0.01, 0.001}) {
    double v = 10;
    int steps = 0;
    while (v >= Math.ulp(1.0)) {
        v -= dt * v;
        steps++;
    }
    display("Δt = " + dt + ": " + steps + " steps, stops at t = "
        + Digits.of(steps * dt, 5));
}
log(10 / Math.ulp(1.0))

// %% [markdown] id=damping-answer
// Too early: each step goes along the tangent, and the curve $e^{-t}$ lies *above* its tangents. Each step multiplies by
// $1 - \Delta t$ in place of $e^{-\Delta t} = 1 - \Delta t + \tfrac12 \Delta t^2 - \dots$, so a step is wrong by
// $\tfrac12 \Delta t^2$, and $1/\Delta t$ of them in a unit of time by $\tfrac12 \Delta t$. This is why Euler's method
// is said to be **of first order**: ten times the work, one more digit.
//
// **Before you run the next cell:** what will the method do for steps of 0.5, 1.5 and 2.1?

// %% id=damping-picture
var damped = figure("Euler's steps for v' = -v").axes("t / t_d", "v");
for (double dt : new double[]{0.1, 0.5, 1.5, 2.1}) {
    double[] t = new double[1 + (int) (12 / dt)], v = new double[t.length];
    Arrays.setAll(t, n -> n * dt);
    Arrays.setAll(v, n -> n == 0 ? 10 : v[n - 1] - dt * v[n - 1]);
    damped.line("Δt = " + dt, t, v);
}
damped.curve("exact", t -> 10 * exp(-t), 0, 12)

// %% [markdown] id=damping-stability
// With 1.5 the velocity changes its sign each step, which friction never does; and beyond 2, where $|1 - \Delta t| > 1$,
// it grows without bound. The step must be short *compared with the fastest time in the system*: that is a limit of
// **stability**, and it has nothing to do with how many digits you want.
//
// Now both errors at once, in `float`, so that rounding is seen early. **Before you run the next cells:** as the step
// gets shorter and shorter, where does the error of $v(1)$ go?

// %% id=two-errors
double atOne(double dt) {
    float v = 10, step = (float) dt;
    long n = round(1 / dt);
    for (long i = 0; i < n; i++) v -= step * v;
    return v;
}
double[] dts = IntStream.rangeClosed(5, 60)
    .mapToDouble(i -> 1.0 / round(pow(10, i / 8.5))).toArray();
double[] wrong = Arrays.stream(dts)
    .map(dt -> abs(atOne(dt) - 10 / Math.E)).toArray();

// %% id=two-errors-picture
figure("Too long is wrong, too short is wrong").logX().logY()
    .points("Euler in float", dts, wrong)
    .curve("5/e · Δt, the step alone", dt -> 5 / Math.E * dt, 1e-7, 0.3)
    .axes("time step Δt / t_d", "error of v(1)").rangeY(1e-6, 3)

// %% [markdown] id=two-errors-answer
// Down along the line, and up again: below $10^{-5}$ the roundings of the many steps win. At $10^{-7}$ a step changes
// $v$ by a gap or two of a `float`, and is rounded to whole ones. In doubles, with nine digits more, the turn comes
// below $10^{-8}$, a hundred million steps for one unit of time; nobody goes there.
// **In doubles it is the step that errs, hardly ever the rounding.** So let us look for better steps.

// %% [markdown] id=oscillator
// ## 6 The oscillator, and one changed line
//
// With $v = \dot x$ the equation is two of first order: $\dot v = -\zeta v - x$ and $\dot x = v$. Euler's step does both
// with the old values. The **semi-implicit** step moves $x$ with the velocity that was just computed:

// %% id=state role=setup
record State(double x, double v) {
    State explicit(double zeta, double dt) {
        return new State(x + dt * v, v + dt * (-zeta * v - x));
    }
    State semiImplicit(double zeta, double dt) {
        double kicked = v + dt * (-zeta * v - x);
        return new State(x + dt * kicked, kicked);
    }
    double energy() { return (x * x + v * v) / 2; }
}

// %% [markdown] id=state-more
// What it should give is known here, so that we can judge (next cell); and the time at which the mass first
// comes through $x = 0$ we will want to know later (the one after).

// %% id=exact
double exact(double zeta, double t) {
    double w = sqrt(abs(1 - zeta * zeta / 4));
    double c = zeta < 2 ? cos(w * t) : Math.cosh(w * t);
    double s = zeta == 2 ? t : (zeta < 2 ? sin(w * t) : Math.sinh(w * t)) / w;
    return exp(-zeta * t / 2) * (c + zeta / 2 * s);
}

// %% id=first-crossing role=setup
double firstCrossing(double zeta) {
    State s = new State(1, 0);
    int n = 0;
    double dt = 1e-4;
    for (; s.x() > 0; n++) s = s.semiImplicit(zeta, dt);
    return n * dt;
}

// %% [markdown] id=run-text
// A whole run is a list of states.

// %% id=run
interface Step { State next(State now); }
List<State> swing(Step step, int steps) {
    return Stream.iterate(new State(1, 0), step::next).limit(steps + 1).toList();
}
double[] places(List<State> states) {
    return states.stream().mapToDouble(State::x).toArray();
}
double[] times(int steps, double dt) {
    return IntStream.rangeClosed(0, steps).mapToDouble(n -> n * dt).toArray();
}

// %% [markdown] id=four-question
// The mass is let go at $x = 1$. **Before you run the next cell:** for which of $\zeta = 10$, 2, 1, 0.1 is it back at
// rest first?

// %% id=four
var four = figure("A mass on a spring in a fluid").axes("t / t_s", "x / x₀");
for (double zeta : new double[]{10, 2, 1, 0.1})
    four.line("ζ = " + zeta, times(5000, 0.01),
        places(swing(s -> s.semiImplicit(zeta, 0.01), 5000)));
four

// %% [markdown] id=four-answer
// Much friction is slow (the mass creeps), little friction is slow (it swings for long). The quickest way to
// rest lies at and just below $\zeta = 2$, where the mass just does not swing over: *critical damping*, which is why door
// closers are adjusted to it.
//
// Now the little friction, $\zeta = 0.1$, by both steps, with $\Delta t = 0.1$: sixty-three steps to a period, which
// seems fine enough. **Before you run the next cell:** what will they look like?

// %% id=honey
figure("ζ = 0.1 with Δt = 0.1")
    .line("explicit", times(500, 0.1),
        places(swing(s -> s.explicit(0.1, 0.1), 500)))
    .line("semi-implicit", times(500, 0.1),
        places(swing(s -> s.semiImplicit(0.1, 0.1), 500)))
    .curve("exact", t -> exact(0.1, t)).axes("t / t_s", "x / x₀")

// %% [markdown] id=honey-answer
// There it is, the oscillator that swings for ever. An explicit step multiplies the amplitude by
// $\sqrt{1 - \zeta \Delta t + \Delta t^2}$ (do it for $x + i v$ and little friction, or see the determinant of the step):
// friction takes $\zeta\Delta t$ away, and the step *puts $\Delta t^2$ in*. At $\Delta t = \zeta$ they cancel exactly. The
// method adds energy, like a child on a swing. The semi-implicit curve hides the exact one: the same work, one line
// changed.

// %% [markdown] id=order
// ## 7 The order, measured
//
// Is it of a higher order then? We let $\Delta t$ run from $10^{-4}$ to $10^{-1}$ and take the largest error of $x$ up
// to $t = 50$. **Before you run the next cells:** which slopes will the two methods have on the logarithmic chart?

// %% id=worst
interface Scheme { State next(State now, double zeta, double dt); }
double worst(Scheme scheme, double zeta, double dt) {
    State s = new State(1, 0);
    double worst = 0;
    for (int n = 1; n <= round(50 / dt); n++) {
        s = scheme.next(s, zeta, dt);
        worst = max(worst, abs(s.x() - exact(zeta, n * dt)));
    }
    return worst;
}

// %% id=order-run
double[] tried = IntStream.rangeClosed(0, 9)
    .mapToDouble(i -> pow(10, -4 + i / 3.0)).toArray();
double[] errors(Scheme scheme, double zeta) {
    return Arrays.stream(tried).map(dt -> worst(scheme, zeta, dt)).toArray();
}
figure("Largest error up to t = 50").logX().logY()
    .line("explicit, ζ = 0.1", tried, errors(State::explicit, 0.1))
    .line("semi-implicit, ζ = 0.1", tried, errors(State::semiImplicit, 0.1))
    .axes("time step Δt / t_s", "error of x / x₀")

// %% id=slopes
Estimate slope(Scheme scheme, double zeta) {
    double[] logDt = Arrays.stream(tried).limit(6)
        .map(dt -> log(dt)).toArray();
    double[] logError = Arrays.stream(errors(scheme, zeta)).limit(6)
        .map(e -> log(e)).toArray();
    return Regression.of(logDt, logError).slope();
}
for (double zeta : new double[]{10, 2, 1, 0.1})
    display("ζ = " + zeta + ": explicit " + slope(State::explicit, zeta)
        + ", semi-implicit " + slope(State::semiImplicit, zeta));

// %% [markdown] id=order-answer
// Both are of first order, for every friction (the fit takes the steps up to 0.005; the small rest is the next order).
// The semi-implicit step is better by a factor only, of seven here. Its real advantage
// shows where there is no friction at all, and one wants to go on for long.

// %% [markdown] id=energy
// ## 8 Energy
//
// Without friction, $\zeta = 0$, the energy $\tfrac12 (x^2 + v^2)$ must stay what it is. **Before you run the next
// cells:** ten periods with $\Delta t = 0.1$. What becomes of it?

// %% id=energy-run
double[] energies(Step step, int steps) {
    return swing(step, steps).stream().mapToDouble(State::energy).toArray();
}
figure("Energy without friction, Δt = 0.1").logY()
    .line("explicit", times(628, 0.1),
        energies(s -> s.explicit(0, 0.1), 628))
    .line("semi-implicit", times(628, 0.1),
        energies(s -> s.semiImplicit(0, 0.1), 628))
    .axes("t / t_s", "energy / k x₀²").rangeY(0.1, 1000)

// %% id=phase
double[] velocities(List<State> states) {
    return states.stream().mapToDouble(State::v).toArray();
}
var spiral = swing(s -> s.explicit(0, 0.2), 40);
var ellipse = swing(s -> s.semiImplicit(0, 0.2), 4000);
figure("Place and velocity, Δt = 0.2")
    .line("explicit, 40 steps", places(spiral), velocities(spiral))
    .points("semi-implicit, 4000 steps", places(ellipse), velocities(ellipse))
    .axes("x / x₀", "v t_s / x₀").rangeX(-2.5, 2.5).rangeY(-2.5, 2.5)

// %% [markdown] id=energy-answer
// The explicit energy is multiplied by $1 + \Delta t^2$ each step: after ten periods it is 500 times too large, after
// a hundred $10^{27}$ times. The semi-implicit one is off by up to $\tfrac12\Delta t$, to and fro, **and does not drift**. The
// second picture shows why. Its points lie on a closed curve, a slightly skewed circle. The step keeps
// another energy *exactly*,
//
// $$\tilde E = \tfrac12 (x^2 + v^2 - \Delta t\, x v)$$
//
// (insert the step and see). It is a nearby world with its own conservation law, not a leak in ours. Steps of
// this kind are called *symplectic*: they keep areas in the plane of place and velocity. Molecular dynamics runs on
// them, and you will meet one of second order, Verlet's, in a later lesson.

// %% id=shadow
var far = swing(s -> s.semiImplicit(0, 0.1), 1_000_000);
var shadow = far.stream()
    .mapToDouble(s -> s.energy() - 0.05 * s.x() * s.v()).summaryStatistics();
shadow.getMax() - shadow.getMin()

// %% [markdown] id=shadow-answer
// A million steps, and this energy has changed by rounding alone.

// %% [markdown] id=stability
// ## 9 How long may a step be?
//
// A last experiment: for each friction we look for the longest step at which the oscillator still comes to rest, by
// halving an interval. **Before you run it:** where friction is strong, which method stands the longer step?

// %% id=stability-run
boolean stable(Scheme scheme, double zeta, double dt) {
    State s = new State(1, 0);
    for (int n = 0; n < 4000 && s.energy() < 1e9; n++)
        s = scheme.next(s, zeta, dt);
    return s.energy() < 0.5;
}
double longest(Scheme scheme, double zeta) {
    double low = 0, high = 4;
    while (high - low > 1e-4)
        if (stable(scheme, zeta, (low + high) / 2)) low = (low + high) / 2;
        else high = (low + high) / 2;
    return low;
}

// %% id=stability-picture
double[] frictions = DoubleStream
    .iterate(0.02, z -> z < 21, z -> 1.35 * z).toArray();
double[] limits(Scheme scheme) {
    return Arrays.stream(frictions).map(z -> longest(scheme, z)).toArray();
}
figure("The longest stable step").logX().logY()
    .points("explicit", frictions, limits(State::explicit))
    .points("semi-implicit", frictions, limits(State::semiImplicit))
    .curve("ζ", z -> z, 0.02, 2).curve("√(ζ² + 4) - ζ", z -> sqrt(z * z + 4) - z)
    .axes("friction ζ", "longest stable step Δt / t_s").rangeY(0.01, 4)

// %% [markdown] id=stability-answer
// With little friction the explicit step must stay below $\zeta$ and so becomes useless, while the other may be as
// long as 2, a third of a period. With strong friction both are bound by the friction's own time, $\Delta t < 2/\zeta$: it is
// explicit in both. (Whoever needs long steps there treats friction exactly or implicitly; the lessons on
// Brownian motion come back to it.) And mind: *stable* is not *accurate*. A usual choice is a twentieth of the shortest
// time in the system, then halve it and see whether the result changes.

// %% [markdown] id=learned
// ## What we learned
//
// - Numbers have gaps of relative size $\epsilon$; a difference of large numbers shows them, a long sum collects them.
// - Count steps with whole numbers. Make equations dimensionless before you program them.
// - Euler's step is of first order, and unstable beyond the fastest time of the system.
// - Moving the place with the *new* velocity costs nothing and keeps the energy for ever.
// - Whoever shows a curve has halved the step once.
//
// Next lesson: the fluid is not smooth. It kicks.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Seven small repairs
//
// Each is a mistake that has cost somebody a week. `State`, with its two steps, and `firstCrossing(zeta)` are
// those of the lecture.

// %% [markdown] id=rate-task
// ### 1 A root that disappears (2 points)
//
// An overdamped oscillator ($\zeta > 2$) creeps back as $e^{-\lambda t}$ with the smaller root of
// $\lambda^2 - \zeta \lambda + 1 = 0$, that is
//
// $$\lambda = \frac{\zeta - \sqrt{\zeta^2 - 4}}{2}.$$
//
// Write `slowRate(zeta)`, right to twelve digits for every $\zeta$ from 2 to $10^{100}$.

// %% id=slow-rate role=answer
double slowRate(double zeta) {
    // BEGIN SOLUTION
    return 2 / (zeta + zeta * sqrt(1 - 4 / zeta / zeta));
    // END SOLUTION
}

// %% [markdown] id=rate-hint role=hint of=slow-rate
// For large $\zeta$ root and square root are nearly equal, and their difference has lost its digits. What is the product
// of the two roots of the equation?

// %% [markdown] id=rate-hint-2 role=hint of=slow-rate
// The product is 1, so $\lambda = 1 / \lambda_+$ with $\lambda_+ = (\zeta + \sqrt{\zeta^2 - 4})/2$, a sum.

// %% id=rate-test role=test of=slow-rate points=2
checkNearRelative(slowRate(2.5), 0.5, 1e-12, "the slow rate for zeta = 2.5",
    "2.5² - 4 = 1.5²");
checkNearRelative(slowRate(1e6), 1.000000000001e-6, 1e-12,
    "the slow rate for zeta = 1e6",
    "is there a difference of nearly equal numbers?");
// BEGIN HIDDEN TESTS
checkNearRelative(slowRate(2), 1, 1e-12, "the slow rate for zeta = 2");
checkNearRelative(slowRate(1e9), 1e-9, 1e-12, "the slow rate for zeta = 1e9");
checkNearRelative(slowRate(1e100), 1e-100, 1e-12, "the slow rate for zeta = 1e100");
checkNearRelative(slowRate(10), 0.10102051443364380, 1e-12, "the slow rate for zeta = 10");
// END HIDDEN TESTS

// %% id=rate-wrong-difference role=wrong of=slow-rate
double slowRate(double zeta) {
    return (zeta - sqrt(zeta * zeta - 4)) / 2;
}

// %% id=rate-wrong-large role=wrong of=slow-rate
double slowRate(double zeta) {
    return 1 / zeta;
}

// %% id=rate-wrong-fast role=wrong of=slow-rate
double slowRate(double zeta) {
    return (zeta + sqrt(zeta * zeta - 4)) / 2;
}

// %% id=rate-wrong-series role=wrong of=slow-rate
double slowRate(double zeta) {
    if (zeta > 1000) return 1 / zeta;
    return (zeta - sqrt(zeta * zeta - 4)) / 2;
}

// %% [markdown] id=sums-task
// ### 2 Sums that remember what they lost (3 points)
//
// Write `runningSums(x)`: the sums $x_0$, $x_0 + x_1$, ... , as many as `x` has numbers, by Kahan's compensated summation.
// The last of a million must be as good as the first.

// %% id=running-sums role=answer
double[] runningSums(double[] x) {
    // BEGIN SOLUTION
    double[] sums = new double[x.length];
    double s = 0, c = 0;
    for (int i = 0; i < x.length; i++) {
        double y = x[i] - c;
        double t = s + y;
        c = (t - s) - y;
        s = t;
        sums[i] = s;
    }
    return sums;
    // END SOLUTION
}

// %% [markdown] id=sums-hint role=hint of=running-sums
// Two variables live through the whole loop: the sum `s` and the loss `c`, both 0 at the start.

// %% [markdown] id=sums-hint-2 role=hint of=running-sums
// For each number: `y = x[i] - c`, `t = s + y`, then the new `c` from the *old* `s`, and only then `s = t`.

// %% [markdown] id=sums-hint-3 role=hint of=running-sums
// `c = (t - s) - y`: the brackets matter. What arrived, minus what was sent.

// %% id=sums-test role=test of=running-sums points=3
checkNear(runningSums(new double[]{1, 2, 4}), new double[]{1, 3, 7}, 1e-12,
    "the running sums of 1, 2, 4");
double[] million = new double[1_000_000];
Arrays.fill(million, 0.1);
checkNear(runningSums(million)[999_999], 100_000, 3e-11,
    "the sum of a million tenths",
    "plainly added they miss by 1.3e-6; hand the loss in with the next number");
// BEGIN HIDDEN TESTS
double[] crumbs = new double[1_000_001];
Arrays.fill(crumbs, 1e-16);
crumbs[0] = 1;
double[] sums = runningSums(crumbs);
checkNear(sums[500_000], 1 + 5e-11, 3e-16, "1 and half a million crumbs of 1e-16");
checkNear(sums[1_000_000], 1 + 1e-10, 3e-16, "1 and a million crumbs of 1e-16");
Arrays.setAll(million, i -> i % 2 == 0 ? 1e8 : -1e8 + 0.1);
checkNear(runningSums(million)[999_999], 50_000, 1e-2, "sums of 1e8 and -99,999,999.9 by turns");
checkNear(million[0], 1e8, 0, "the numbers handed in");
// END HIDDEN TESTS

// %% id=sums-wrong-plain role=wrong of=running-sums
double[] runningSums(double[] x) {
    double[] sums = x.clone();
    for (int i = 1; i < x.length; i++) sums[i] += sums[i - 1];
    return sums;
}

// %% id=sums-wrong-sign role=wrong of=running-sums
double[] runningSums(double[] x) {
    double[] sums = new double[x.length];
    double s = 0, c = 0;
    for (int i = 0; i < x.length; i++) {
        double y = x[i] + c;
        double t = s + y;
        c = (t - s) - y;
        s = t;
        sums[i] = s;
    }
    return sums;
}

// %% id=sums-wrong-order role=wrong of=running-sums
double[] runningSums(double[] x) {
    double[] sums = new double[x.length];
    double s = 0, c = 0;
    for (int i = 0; i < x.length; i++) {
        double y = x[i] - c;
        double t = s + y;
        s = t;
        c = (t - s) - y;
        sums[i] = s;
    }
    return sums;
}

// %% id=sums-wrong-sorted role=wrong of=running-sums
double[] runningSums(double[] x) {
    double[] sums = x.clone();
    Arrays.sort(sums);
    for (int i = 1; i < x.length; i++) sums[i] += sums[i - 1];
    return sums;
}

// %% id=sums-wrong-rounded role=wrong of=running-sums
double[] runningSums(double[] x) {
    double[] sums = new double[x.length];
    double s = 0;
    for (int i = 0; i < x.length; i++) {
        s = round((s + x[i]) * 1e9) / 1e9;
        sums[i] = s;
    }
    return sums;
}

// %% [markdown] id=units-task
// ### 3 Back to seconds (2 points)
//
// `firstCrossing(zeta)` of the lecture gives the time in units of $t_s$ at which the oscillator, let go at rest, first
// comes through $x = 0$ (for $\zeta < 2$). Write `secondsToCrossing(mass, friction, stiffness)`: the same in seconds for
// a mass in kg, a friction in kg/s and a stiffness in kg/s².

// %% id=seconds role=answer
double secondsToCrossing(double mass, double friction, double stiffness) {
    // BEGIN SOLUTION
    double springTime = sqrt(mass / stiffness);
    double dampingTime = mass / friction;
    return springTime * firstCrossing(springTime / dampingTime);
    // END SOLUTION
}

// %% [markdown] id=seconds-hint role=hint of=seconds
// Which $\zeta^*$ does this oscillator have? $\zeta^* = t_s / t_d$, without a unit.

// %% [markdown] id=seconds-hint-2 role=hint of=seconds
// $t_s = \sqrt{m/k}$ and $t_d = m / \zeta$. What comes back counts $t_s$, so it is multiplied by $t_s$.

// %% id=seconds-test role=test of=seconds points=2
checkNearRelative(secondsToCrossing(1, 1e-6, 1), PI / 2, 1e-3,
    "1 kg at 1 kg/s² with hardly any friction: a quarter of a period, in s");
checkNearRelative(secondsToCrossing(4, 1e-6, 1), PI, 1e-3,
    "four times the mass, in s", "the time unit is sqrt(m / k)");
checkNearRelative(secondsToCrossing(20, 600, 20_000), 0.0741774, 1e-3,
    "the wheel of the lecture, in s", "its zeta* is t_s / t_d = 0.949");
// BEGIN HIDDEN TESTS
checkNearRelative(secondsToCrossing(2e-12, 6e-7, 0.2), 7.41774e-6, 1e-3,
    "the needle of the lecture, in s");
checkNearRelative(secondsToCrossing(3, 4, 5), 1.91167, 1e-3,
    "3 kg, 4 kg/s, 5 kg/s², in s");
// END HIDDEN TESTS

// %% id=seconds-wrong-unit role=wrong of=seconds
double secondsToCrossing(double mass, double friction, double stiffness) {
    return firstCrossing(friction / sqrt(mass * stiffness));
}

// %% id=seconds-wrong-damping role=wrong of=seconds
double secondsToCrossing(double mass, double friction, double stiffness) {
    return mass / friction * firstCrossing(friction / sqrt(mass * stiffness));
}

// %% id=seconds-wrong-zeta role=wrong of=seconds
double secondsToCrossing(double mass, double friction, double stiffness) {
    double zeta = min(1.9, friction / mass);
    return sqrt(mass / stiffness) * firstCrossing(zeta);
}

// %% id=seconds-wrong-frictionless role=wrong of=seconds
double secondsToCrossing(double mass, double friction, double stiffness) {
    return sqrt(mass / stiffness) * PI / 2;
}

// %% [markdown] id=rest-task
// ### 4 Steps to rest (3 points)
//
// A body has the velocity `v0` > 0 and is slowed down by a law $\dot v = a(v)$, which you get as a function (call
// `a.applyAsDouble(v)`). Write `stepsToRest(a, v0, dt, least)`: the number of explicit Euler steps after which `v < least`
// for the first time.

// %% id=rest role=answer
int stepsToRest(DoubleUnaryOperator a, double v0, double dt, double least) {
    // BEGIN SOLUTION
    double v = v0;
    int steps = 0;
    while (v >= least) {
        v += dt * a.applyAsDouble(v);
        steps++;
    }
    return steps;
    // END SOLUTION
}

// %% [markdown] id=rest-hint role=hint of=rest
// Look first whether it rests already: then the answer is 0. Otherwise step, count, and look again.

// %% [markdown] id=rest-hint-2 role=hint of=rest
// One step is $v \leftarrow v + \Delta t\, a(v)$; the sign of the friction is in $a$.

// %% id=rest-test role=test of=rest points=3
checkEqual(stepsToRest(v -> -v, 8, 0.5, 1), 4,
    "steps from 8 to below 1 with a = -v, dt = 0.5",
    "8, 4, 2, 1, 0.5: 1 is not below 1");
checkEqual(stepsToRest(v -> -v, 10, 0.1, Math.ulp(1.0)), 364,
    "the lecture's steps for dt = 0.1",
    "the exact exponential would take 384");
checkEqual(stepsToRest(v -> -v * v, 2, 0.25, 0.6), 4,
    "steps from 2 to below 0.6 with a = -v², dt = 0.25",
    "2, 1, 0.75, 0.609, 0.517");
// BEGIN HIDDEN TESTS
checkEqual(stepsToRest(v -> -v, 0.5, 0.1, 1), 0, "steps of a body that rests already");
checkEqual(stepsToRest(v -> -sqrt(v), 9, 0.01, 1), 400, "steps with a = -sqrt(v)");
checkEqual(stepsToRest(v -> -1 - v * v, 1, 0.001, 0), 786, "steps with a = -1 - v²");
// END HIDDEN TESTS

// %% id=rest-wrong-one-less role=wrong of=rest
int stepsToRest(DoubleUnaryOperator a, double v0, double dt, double least) {
    double v = v0;
    int steps = 0;
    while (true) {
        v += dt * a.applyAsDouble(v);
        if (v < least) return steps;
        steps++;
    }
}

// %% id=rest-wrong-formula role=wrong of=rest
int stepsToRest(DoubleUnaryOperator a, double v0, double dt, double least) {
    return (int) Math.ceil(log(v0 / least) / dt);
}

// %% id=rest-wrong-friction role=wrong of=rest
int stepsToRest(DoubleUnaryOperator a, double v0, double dt, double least) {
    double v = v0;
    int steps = 0;
    while (v >= least) {
        v -= dt * v;
        steps++;
    }
    return steps;
}

// %% id=rest-wrong-do role=wrong of=rest
int stepsToRest(DoubleUnaryOperator a, double v0, double dt, double least) {
    double v = v0;
    int steps = 0;
    do {
        v += dt * a.applyAsDouble(v);
        steps++;
    } while (v >= least);
    return steps;
}

// %% id=rest-wrong-clock role=wrong of=rest
int stepsToRest(DoubleUnaryOperator a, double v0, double dt, double least) {
    double v = v0, t = 0;
    for (; v >= least; t += dt) v += dt * a.applyAsDouble(v);
    return (int) (t / dt);
}

// %% [markdown] id=swing-task
// ### 5 Any oscillator (3 points)
//
// Write `path(a, x0, v0, dt, steps)` for $\ddot x = a(x, v)$: the places after 0, 1, ... `steps` semi-implicit steps, so
// `steps + 1` numbers. Call `a.applyAsDouble(x, v)`.

// %% id=swing role=answer
double[] path(DoubleBinaryOperator a, double x0, double v0, double dt,
        int steps) {
    // BEGIN SOLUTION
    double[] places = new double[steps + 1];
    double x = x0, v = v0;
    places[0] = x;
    for (int n = 1; n <= steps; n++) {
        v += dt * a.applyAsDouble(x, v);
        x += dt * v;
        places[n] = x;
    }
    return places;
    // END SOLUTION
}

// %% [markdown] id=swing-hint role=hint of=swing
// The start is the first place. Then in each step two lines: first the velocity, then the place.

// %% [markdown] id=swing-hint-2 role=hint of=swing
// `v += dt * a.applyAsDouble(x, v)` uses the old place and the old velocity; `x += dt * v` uses the new velocity.

// %% id=swing-test role=test of=swing points=3
checkNear(path((x, v) -> -x, 1, 0, 0.5, 2), new double[]{1, 0.75, 0.3125}, 1e-12,
    "two steps of 0.5 of x'' = -x from rest at 1",
    "v = -0.5, x = 0.75; v = -0.875, x = 0.3125");
checkNear(path((x, v) -> -v, 0, 1, 0.1, 3),
    new double[]{0, 0.09, 0.171, 0.2439}, 1e-12,
    "three steps of 0.1 of x'' = -v from 0 with v = 1",
    "the new velocity, 0.9, moves the place");
double[] pendulum = path((x, v) -> -sin(x), 3, 0, 0.05, 20_000);
check(Arrays.stream(pendulum).map(x -> abs(x)).max().orElse(0) < 3.01,
    "a pendulum let go at 3 rad stays below 3.01: does your step add energy?");
// BEGIN HIDDEN TESTS
double[] reference = new double[401];
State s = new State(0.7, -0.4);
for (int n = 0; n <= 400; n++, s = s.semiImplicit(0.3, 0.02)) reference[n] = s.x();
checkNear(path((x, v) -> -0.3 * v - x, 0.7, -0.4, 0.02, 400), reference, 1e-9,
    "400 steps of a damped oscillator");
checkNear(path((x, v) -> x - x * x * x - 0.1 * v * abs(v), 0.1, 0, 0.5, 4),
    new double[]{0.1, 0.12475, 0.1801409, 0.2787988, 0.4407653}, 1e-6, "four steps in two valleys");
// END HIDDEN TESTS

// %% id=swing-wrong-explicit role=wrong of=swing
double[] path(DoubleBinaryOperator a, double x0, double v0, double dt, int steps) {
    double[] places = new double[steps + 1];
    double x = x0, v = v0;
    places[0] = x;
    for (int n = 1; n <= steps; n++) {
        double acceleration = a.applyAsDouble(x, v);
        x += dt * v;
        v += dt * acceleration;
        places[n] = x;
    }
    return places;
}

// %% id=swing-wrong-no-start role=wrong of=swing
double[] path(DoubleBinaryOperator a, double x0, double v0, double dt, int steps) {
    double[] places = new double[steps + 1];
    double x = x0, v = v0;
    for (int n = 0; n <= steps; n++) {
        v += dt * a.applyAsDouble(x, v);
        x += dt * v;
        places[n] = x;
    }
    return places;
}

// %% id=swing-wrong-place-first role=wrong of=swing
double[] path(DoubleBinaryOperator a, double x0, double v0, double dt, int steps) {
    double[] places = new double[steps + 1];
    double x = x0, v = v0;
    places[0] = x;
    for (int n = 1; n <= steps; n++) {
        x += dt * v;
        v += dt * a.applyAsDouble(x, v);
        places[n] = x;
    }
    return places;
}

// %% id=swing-wrong-exact role=wrong of=swing
double[] path(DoubleBinaryOperator a, double x0, double v0, double dt, int steps) {
    double[] places = new double[steps + 1];
    Arrays.setAll(places, n -> x0 * cos(n * dt) + v0 * sin(n * dt));
    return places;
}

// %% id=swing-wrong-parabola role=wrong of=swing
double[] path(DoubleBinaryOperator a, double x0, double v0, double dt, int steps) {
    double[] places = new double[steps + 1];
    double x = x0, v = v0;
    places[0] = x;
    for (int n = 1; n <= steps; n++) {
        double force = a.applyAsDouble(x, v);
        x += dt * v + dt * dt * force / 2;
        v += dt * force;
        places[n] = x;
    }
    return places;
}

// %% [markdown] id=order-task
// ### 6 The order, without the truth (2 points)
//
// Usually nobody knows the exact result. A method of order $p$ gives $y(\Delta t) \approx y + C \Delta t^p$, with
// $y$, $C$ and $p$ unknown. Three runs are enough: with $\Delta t$, $\Delta t/2$ and $\Delta t/4$. Write
// `order(y, dt)`: the order $p$ of a method that gives the result `y.applyAsDouble(dt)`.

// %% id=order-answer-cell role=answer
double order(DoubleUnaryOperator y, double dt) {
    // BEGIN SOLUTION
    double first = y.applyAsDouble(dt) - y.applyAsDouble(dt / 2);
    double second = y.applyAsDouble(dt / 2) - y.applyAsDouble(dt / 4);
    return log(first / second) / log(2);
    // END SOLUTION
}

// %% [markdown] id=order-hint role=hint of=order-answer-cell
// In the difference of two runs the unknown $y$ cancels: $y(\Delta t) - y(\Delta t/2) = C \Delta t^p (1 - 2^{-p})$.

// %% [markdown] id=order-hint-2 role=hint of=order-answer-cell
// The next difference, of $\Delta t/2$ and $\Delta t/4$, is the same with $\Delta t$ halved, so $2^p$ times smaller. In
// their quotient $C$ cancels too.

// %% [markdown] id=order-hint-3 role=hint of=order-answer-cell
// $p = \log_2$ of the quotient; `log` is the natural logarithm.

// %% id=order-test role=test of=order-answer-cell points=2
checkNear(order(h -> 5 + 3 * h, 0.1), 1, 1e-6, "the order of 5 + 3 h");
checkNear(order(h -> 2 - 7 * h * h, 0.1), 2, 1e-6, "the order of 2 - 7 h²",
    "the result at h = 0 is 2, and you do not know it");
double lastPlace(double dt) {
    State s = new State(1, 0);
    for (int n = 0; n < round(1 / dt); n++) s = s.semiImplicit(0.5, dt);
    return s.x();
}
checkNear(order(dt -> lastPlace(dt), 0.001), 1, 0.01,
    "the order of the semi-implicit step");
// BEGIN HIDDEN TESTS
checkNear(order(h -> -4 + pow(h, 4), 0.5), 4, 1e-6, "the order of -4 + h⁴");
checkNear(order(h -> 100 - 0.01 * pow(h, 1.5), 0.5), 1.5, 1e-6, "the order of 100 - h^1.5 / 100");
// END HIDDEN TESTS

// %% id=order-wrong-values role=wrong of=order-answer-cell
double order(DoubleUnaryOperator y, double dt) {
    return log(y.applyAsDouble(dt) / y.applyAsDouble(dt / 2)) / log(2);
}

// %% id=order-wrong-log role=wrong of=order-answer-cell
double order(DoubleUnaryOperator y, double dt) {
    double first = y.applyAsDouble(dt) - y.applyAsDouble(dt / 2);
    double second = y.applyAsDouble(dt / 2) - y.applyAsDouble(dt / 4);
    return log(first / second);
}

// %% id=order-wrong-known role=wrong of=order-answer-cell
double order(DoubleUnaryOperator y, double dt) {
    return 1;
}

// %% id=order-wrong-thirds role=wrong of=order-answer-cell
double order(DoubleUnaryOperator y, double dt) {
    double first = y.applyAsDouble(dt) - y.applyAsDouble(dt / 2);
    double second = y.applyAsDouble(dt) - y.applyAsDouble(dt / 4);
    return abs(log(abs(first / second)) / log(2));
}

// %% [markdown] id=bug-task
// ### 7 Find the two bugs (3 points)
//
// A program is to return the largest deviation of the energy from its value at the start, $\tfrac12$, of an oscillator
// without friction: after each of the `tEnd / dt` semi-implicit steps from `State(1, 0)`. Its author complains that the
// energy "drifts a little", and that half a unit of time in steps of 0.05 gives another number than a colleague's
// program.
//
// ```java
// double deviation(double dt, double tEnd) {
//     double x = 1, v = 0, worst = 0;
//     for (double t = 0; t < tEnd; t += dt) {
//         double oldX = x;
//         x += dt * v;
//         v -= dt * oldX;
//         worst = max(worst, abs((x * x + v * v) / 2 - 0.5));
//     }
//     return worst;
// }
// ```
//
// Write it as it was meant. The number of steps is the whole number next to `tEnd / dt`.

// %% id=deviation role=answer
double deviation(double dt, double tEnd) {
    // BEGIN SOLUTION
    double x = 1, v = 0, worst = 0;
    long steps = round(tEnd / dt);
    for (long n = 0; n < steps; n++) {
        v -= dt * x;
        x += dt * v;
        worst = max(worst, abs((x * x + v * v) / 2 - 0.5));
    }
    return worst;
    // END SOLUTION
}

// %% [markdown] id=bug-hint role=hint of=deviation
// Which of the two steps of the lecture is it: with which velocity does the place move?

// %% [markdown] id=bug-hint-2 role=hint of=deviation
// And how often does a loop run that begins `for (double t = 0; t < 1; t += 0.1)`? See section 3 of the lecture.

// %% id=bug-test role=test of=deviation points=3
checkNear(deviation(0.5, 0.5), 0.09375, 1e-12,
    "the deviation after one step of 0.5",
    "v = -0.5, then x = 0.75: the energy is 0.40625");
checkNear(deviation(0.1, 200), 0.02631579, 1e-7,
    "the largest deviation, dt = 0.1 up to 200",
    "it stays below dt / 2 for ever: does the place move with the new velocity?");
checkNear(deviation(0.05, 0.5), 0.01037861, 1e-7,
    "the largest deviation of ten steps of 0.05",
    "ten steps, and not eleven");
// BEGIN HIDDEN TESTS
checkNear(deviation(0.1, 0.7), 0.02362871, 1e-7, "the largest deviation of seven steps of 0.1",
    "is the number of steps rounded?");
checkNear(deviation(0.15, 0.45), 0.02840537, 1e-7, "the largest deviation of three steps of 0.15");
// END HIDDEN TESTS

// %% id=bug-wrong-as-given role=wrong of=deviation
double deviation(double dt, double tEnd) {
    double x = 1, v = 0, worst = 0;
    for (double t = 0; t < tEnd; t += dt) {
        double oldX = x;
        x += dt * v;
        v -= dt * oldX;
        worst = max(worst, abs((x * x + v * v) / 2 - 0.5));
    }
    return worst;
}

// %% id=bug-wrong-clock role=wrong of=deviation
double deviation(double dt, double tEnd) {
    double x = 1, v = 0, worst = 0;
    for (double t = 0; t < tEnd; t += dt) {
        v -= dt * x;
        x += dt * v;
        worst = max(worst, abs((x * x + v * v) / 2 - 0.5));
    }
    return worst;
}

// %% id=bug-wrong-truncated role=wrong of=deviation
double deviation(double dt, double tEnd) {
    double x = 1, v = 0, worst = 0;
    int steps = (int) (tEnd / dt);
    for (int n = 0; n < steps; n++) {
        v -= dt * x;
        x += dt * v;
        worst = max(worst, abs((x * x + v * v) / 2 - 0.5));
    }
    return worst;
}

// %% id=bug-wrong-explicit role=wrong of=deviation
double deviation(double dt, double tEnd) {
    double x = 1, v = 0, worst = 0;
    long steps = round(tEnd / dt);
    for (long n = 0; n < steps; n++) {
        double oldX = x;
        x += dt * v;
        v -= dt * oldX;
        worst = max(worst, abs((x * x + v * v) / 2 - 0.5));
    }
    return worst;
}

// %% id=bug-wrong-last role=wrong of=deviation
double deviation(double dt, double tEnd) {
    double x = 1, v = 0;
    long steps = round(tEnd / dt);
    for (long n = 0; n < steps; n++) {
        v -= dt * x;
        x += dt * v;
    }
    return abs((x * x + v * v) / 2 - 0.5);
}

// %% [markdown] id=well-done
// All green? Then you have the habits that make a simulation trustworthy: no difference of large numbers, no clock that
// is a sum, no unit where none is needed, the new velocity for the place, and an order that was measured.
