// %% [markdown] id=question
// # Backpropagation from scratch
//
// The energy of two atoms at a distance $r$ is a curve. To calculate one point of it well a quantum chemist waits for hours;
// a simulation asks for millions. So one calculates two dozen points and lets a machine *learn* the curve: a formula with a
// hundred dials, turned until it agrees with the points. Today's best potentials for water, silicon and proteins are made
// this way.
//
// But which way to turn a dial, and how far? One could try each of them, one after the other, and look whether the fit gets
// better. A formula of today has millions. **There is a way to learn the direction for all dials at once, for the price of
// about two evaluations of the formula.** It is the chain rule of your first year, read from right to left.
//
// This lesson builds it from nothing, in forty lines, and with it trains a network on a potential, checks it against a
// much longer program, and gets the *force* of the learned potential as a present.
//
// You need: derivatives, the chain rule, lesson 04 (rounding, stability).

// %% [markdown] id=table-text
// ## 1 A curve to learn
//
// Our "expensive calculation" is the Lennard-Jones energy, because then we know the truth: 24 distances, in units of
// $\sigma$, closer together where the curve is steep, and 24 energies, in units of $\varepsilon$, to six decimals. The
// machine will see nothing else.

// %% id=table
var truth = new LennardJones();
double[] r = IntStream.range(0, 24).mapToDouble(k -> 0.97 + 0.0145 * k * sqrt(k))
    .toArray();
double[] u = Arrays.stream(r).map(d -> round(1e6 * truth.energy(d)) / 1e6)
    .toArray();
figure("What the machine gets to see").points("energies", r, u)
    .axes("r / σ", "u / ε")

// %% [markdown] id=neuron-text
// ## 2 One neuron, by hand
//
// The formula will be put together of **neurons**. One neuron takes a number $x$, has two dials, the weight $w$ and the bias
// $b$, and gives
//
// $$z = w x + b, \qquad y = \tanh z.$$
//
// It should have given $t$. How wrong it is says the **loss** $L = (y - t)^2$. Turning $w$ a little changes $z$, which
// changes $y$, which changes $L$; the chain rule multiplies the three effects:
//
// $$\frac{dL}{dw} = \frac{dL}{dy}\cdot\frac{dy}{dz}\cdot\frac{dz}{dw} = 2 (y - t)\cdot(1 - y^2)\cdot x.$$
//
// Here is a neuron with $w = 0.8$, $b = -0.2$ that answers $x = 0.5$ and should say 0.9. **Before you run the next cell:** to
// make the loss smaller, has $w$ to grow or to shrink? And which of the two dials has the greater effect?

// %% id=neuron
double w = 0.8, b = -0.2, x = 0.5, t = 0.9;
double z = w * x + b, y = StrictMath.tanh(z), L = pow(y - t, 2);
double dy = 2 * (y - t);         // dL/dy
double dz = dy * (1 - y * y);    // dL/dz
display("y = " + Digits.of(y, 5) + ", L = " + Digits.of(L, 5));
display("dL/dw = " + Digits.of(dz * x, 5));
display("dL/db = " + Digits.of(dz, 5));

// %% [markdown] id=neuron-answer
// Both slopes are negative, so both dials have to grow, and $b$ counts twice as much, because $dz/db = 1$ and
// $dz/dw = x = 0.5$.
//
// Look at the order of the lines. We went *forwards* for the values, $z$, $y$, $L$, and then *backwards* for the derivatives,
// $dL/dy$, $dL/dz$, and last $dL/dw$ and $dL/db$, which share the first two. This sharing is the whole trick.
// (And $1 - y^2$ is the slope of the tanh written in its *output* $y$; in its input it would be $1 - \tanh^2 z$. Who puts
// $z$ where $y$ belongs has the most popular bug of this trade.)

// %% [markdown] id=differences-text
// ## 3 Or just try?
//
// A derivative can be found without any calculus: turn the dial by a small $h$ and look.
//
// $$\frac{L(w + h) - L(w)}{h} \qquad\text{or}\qquad \frac{L(w + h) - L(w - h)}{2 h}.$$
//
// **Before you run the next cells:** the smaller $h$, the better? Draw the error against $h$, both axes logarithmic, for both
// formulas, before the computer does.

// %% id=differences
double lossAt(double w) {
    double off = StrictMath.tanh(w * x + b) - t;
    return off * off;
}
double forwards(double h) { return (lossAt(w + h) - lossAt(w)) / h; }
double central(double h) { return (lossAt(w + h) - lossAt(w - h)) / (2 * h); }
double[] steps = IntStream.range(0, 61)
    .mapToDouble(k -> pow(10, -k / 4.0)).toArray();
double[] miss(DoubleUnaryOperator difference) {
    return Arrays.stream(steps)
        .map(h -> abs(difference.applyAsDouble(h) - dz * x)).toArray();
}

// %% id=differences-picture
figure("Two errors in one difference").logX().logY()
    .points("forwards", steps, miss(h -> forwards(h)))
    .points("central", steps, miss(h -> central(h)))
    .curve("1e-16 / h", h -> 1e-16 / h, 1e-15, 1e-3)
    .axes("h", "error of dL/dw").rangeY(1e-14, 1)

// %% [markdown] id=differences-answer
// A V, the same as in lesson 04, and for the same reason. On the right the *step* errs: by $\tfrac12 h\,|L''|$ forwards, by
// $\tfrac16 h^2\,|L'''|$ in the centre. On the left the *rounding* does: two numbers that agree in almost all digits are
// subtracted, and what is left of $\epsilon L$ is divided by $h$. The best $h$ is where the two meet, about
// $\sqrt\epsilon \approx 10^{-8}$ forwards with half of the digits right, and $\sqrt[3]\epsilon \approx 10^{-5}$ in the
// centre with two thirds.
//
// So differences are never exact, and they are dear: one evaluation or two *for each dial*. They have one virtue, and we
// shall live on it: they are hard to get wrong.

// %% [markdown] id=tape-text
// ## 4 The tape
//
// Now let the machine do what we did by hand. Each number that comes up in the calculation remembers what it was made from,
// and how it answers to a change of each of these. $c = a \cdot b$ remembers $a$ with the slope $\partial c / \partial a = b$,
// and $b$ with $\partial c / \partial b = a$. These slopes are *local*: no operation knows anything of the others.
// And each new number is written at the end of a list, the **tape**.

// %% id=value role=setup
class Value {
    final List<Value> tape;   // all numbers so far, in their order
    final double x;           // this number
    double gradient;          // d(result) / dx, once backward has run
    final Value[] from;       // what x was made from, ...
    final double[] slopes;    // ... and dx / d(each of them)
    Value(List<Value> tape, double x, Value[] from, double... slopes) {
        this.tape = tape;
        this.x = x;
        this.from = from;
        this.slopes = slopes;
        tape.add(this);
    }
    Value(List<Value> tape, double x) { this(tape, x, new Value[0]); }
    private Value make(double y, Value other, double own, double others) {
        return new Value(tape, y, new Value[]{this, other}, own, others);
    }
    Value plus(Value b) { return make(x + b.x, b, 1, 1); }
    Value minus(Value b) { return make(x - b.x, b, 1, -1); }
    Value times(Value b) { return make(x * b.x, b, b.x, x); }
    Value tanh() {
        double y = StrictMath.tanh(x);
        return new Value(tape, y, new Value[]{this}, 1 - y * y);
    }
}

// %% [markdown] id=backward-text
// (`StrictMath.tanh` gives the same bits on every machine.) The way back is five lines. The result has the derivative 1 by
// itself. Then the tape is walked **in reverse**: whoever comes up has already collected its whole gradient, since all
// that were made from it stand further down; it hands to each of its makers its gradient times the local slope.

// %% id=backward role=setup
void backward(Value result) {
    result.gradient = 1;
    for (Value v : result.tape.reversed())
        for (int k = 0; k < v.from.length; k++)
            v.from[k].gradient += v.slopes[k] * v.gradient;
}

// %% id=neuron-again
var tape = new ArrayList<Value>();
Value vw = new Value(tape, w), vb = new Value(tape, b), vx = new Value(tape, x);
Value vy = vw.times(vx).plus(vb).tanh();
Value off = vy.minus(new Value(tape, t));
Value loss = off.times(off);
backward(loss);
display("dL/dw = " + Digits.of(vw.gradient, 5) + ", dL/db = "
    + Digits.of(vb.gradient, 5));
checkNear(vw.gradient, dz * x, 1e-15, "tape against hand");

// %% [markdown] id=neuron-again-text
// The same numbers as by hand, to the last digit, and nobody has derived a formula. This is what the tape holds:

// %% id=tape-shown
String row(Value v) {
    String made = Arrays.stream(v.from).map(m -> "" + tape.indexOf(m))
        .collect(Collectors.joining(" and "));
    return tape.indexOf(v) + ": " + Digits.of(v.x, 4)
        + (made.isEmpty() ? "" : ", from " + made)
        + ", gradient " + Digits.of(v.gradient, 4);
}
for (Value v : tape) display(row(v));

// %% [markdown] id=twice-text
// There is one sign in `backward` that decides between right and wrong: the `+` in `+=`. The loss above uses `off` *twice*,
// `off.times(off)`. Here is a version that writes the gradient in place of adding it:

// %% id=overwriting
void overwriting(Value result) {
    result.gradient = 1;
    for (Value v : result.tape.reversed())
        for (int k = 0; k < v.from.length; k++)
            v.from[k].gradient = v.slopes[k] * v.gradient;
}

// %% [markdown] id=twice-question
// **Before you run the next cell:** $f = q \cdot q + q$ at $q = 3$ has the slope $2q + 1 = 7$. What does the other version
// say? (The tape is walked in reverse: first the sum, then the product.)

// %% id=twice
double slopeAtThree(boolean adding) {
    Value q = new Value(new ArrayList<>(), 3);
    Value f = q.times(q).plus(q);
    if (adding) backward(f);
    else overwriting(f);
    return q.gradient;
}
display("adding: " + slopeAtThree(true));
display("overwriting: " + slopeAtThree(false));

// %% [markdown] id=twice-answer
// It says 3: the sum hands 1 to $q$, the product hands 3, overwrites it, hands 3 once more and overwrites that. **Where
// paths part, gradients add**: a dial that works along several paths has the sum of their effects. A program that overwrites is right
// for all formulas in which nothing is used twice; its author tests it on these, and then trains a network, in which
// everything is used many times.

// %% [markdown] id=network-text
// ## 5 A network
//
// A **layer** is a row of neurons that all look at the same numbers; a network is layers, each looking at the one before.
// All weights stand in one array: for a layer with $n$ inputs and $m$ units first $n \times m$ weights, row by row, then $m$
// biases. `bend` says whether there is a tanh; the last layer has none, or the energy could not leave $[-1, 1]$.

// %% id=layer role=setup
Value[] layer(Value[] x, Value[] w, int at, int units, boolean bend) {
    Value[] y = new Value[units];
    for (int j = 0; j < units; j++) {
        y[j] = w[at + x.length * units + j];
        for (int i = 0; i < x.length; i++)
            y[j] = y[j].plus(x[i].times(w[at + i * units + j]));
        if (bend) y[j] = y[j].tanh();
    }
    return y;
}

// %% id=network role=setup
Value network(Value x, Value[] w, int... widths) {
    Value[] y = {x};
    int at = 0;
    for (int units : widths) {
        int size = (y.length + 1) * units;
        y = layer(y, w, at, units, at + size < w.length);
        at += size;
    }
    return y[0];
}
Value[] values(List<Value> tape, float[] numbers) {
    return IntStream.range(0, numbers.length)
        .mapToObj(k -> new Value(tape, numbers[k])).toArray(Value[]::new);
}

// %% [markdown] id=loss-text
// Ours has one input, twice eight units, one output: 97 weights. What goes in is the distance, moved and scaled to lie
// about 0. The loss is the mean square over the table.

// %% id=loss
Value energy(Value r, Value[] w) {
    Value two = new Value(r.tape, 2), shift = new Value(r.tape, 3.5);
    return network(r.times(two).minus(shift), w, 8, 8, 1);
}
Value loss(List<Value> tape, Value[] w) {
    Value sum = new Value(tape, 0);
    for (int k = 0; k < r.length; k++) {
        Value off = energy(new Value(tape, r[k]), w).minus(new Value(tape, u[k]));
        sum = sum.plus(off.times(off));
    }
    return sum.times(new Value(tape, 1.0 / r.length));
}

// %% id=pass
record Pass(double loss, float[] gradient) {}
Pass pass(float[] weights) {
    var tape = new ArrayList<Value>();
    Value[] w = values(tape, weights);
    Value loss = loss(tape, w);
    backward(loss);
    float[] gradient = new float[w.length];
    for (int k = 0; k < w.length; k++) gradient[k] = (float) w[k].gradient;
    return new Pass(loss.x, gradient);
}

// %% [markdown] id=check-text
// Is it right? **Never believe a gradient that was not checked.** Differences are slow and inexact, and they are quite
// another way to the same number, which is what a check wants. (Weights are floats, as in all programs of this kind, and
// the loss is calculated in doubles.)

// %% id=check
float[] begin = new float[97];
var dice = Rng.seeded(1);
for (int k = 0; k < 97; k++) begin[k] = (float) (0.5 * dice.nextGaussian());
double lossWith(int k, float weight) {
    float[] w = begin.clone();
    w[k] = weight;
    var tape = new ArrayList<Value>();
    return loss(tape, values(tape, w)).x;
}

// %% id=check-shown
double differ = 0;
float[] taped = pass(begin).gradient();
for (int k = 0; k < 97; k++) {
    float up = begin[k] + 1e-3f, down = begin[k] - 1e-3f;
    double tried = (lossWith(k, up) - lossWith(k, down)) / (up - down);
    differ = max(differ, abs(tried - taped[k]));
}
display("97 derivatives; greatest difference " + Digits.of(differ, 1));

// %% [markdown] id=check-answer
// They agree to the six digits or so that differences of floats can give. Do this once for every gradient that you write; the
// last exercise makes you an examiner of others' (a loss and its gradient in one):

// %% id=differentiated role=setup
interface Differentiated {
    double loss(double[] w);
    double[] gradient(double[] w);
}

// %% [markdown] id=cost-text
// ## 6 What it costs
//
// **Before you run the next cells:** the check above evaluated the network $2 \cdot 97$ times for 97 derivatives. How many
// evaluations is one run of `backward` worth? We count operations: forwards each number on the tape with makers, backwards
// each `+=`.

// %% id=cost
int forwardWork(List<Value> tape) {
    return (int) tape.stream().filter(v -> v.from.length > 0).count();
}
int backwardWork(List<Value> tape) {
    return tape.stream().mapToInt(v -> v.from.length).sum();
}
List<Value> record(int width) {
    var tape = new ArrayList<Value>();
    int size = 2 * width + (width + 1) * width + width + 1;
    float[] w = new float[size];
    Arrays.fill(w, 0.1f);
    network(new Value(tape, 1), values(tape, w), width, width, 1);
    return tape;
}

// %% id=cost-picture
int[] widths = {1, 2, 4, 8, 16, 32, 64};
double[] work(ToDoubleFunction<List<Value>> of) {
    return Arrays.stream(widths).mapToDouble(n -> of.applyAsDouble(record(n))).toArray();
}
double[] dials = work(tape -> tape.stream().filter(v -> v.from.length == 0).count() - 1);
double[] once = work(tape -> forwardWork(tape));
double[] back = work(tape -> backwardWork(tape));
double[] tried = IntStream.range(0, widths.length)
    .mapToDouble(k -> (dials[k] + 1) * once[k]).toArray();

// %% id=cost-shown
figure("Operations for all derivatives at once").logX().logY()
    .line("forwards differences", dials, tried)
    .line("the way back", dials, back)
    .line("one evaluation", dials, once)
    .axes("weights", "operations")

// %% [markdown] id=cost-answer
// Two additions or so for each operation, whatever the number of weights: **the way back costs about as much as two
// evaluations**, for one weight or for a billion. Differences need one evaluation a weight, so their work grows with the
// square: for 4,353 weights 37 million operations against 17 thousand. It is the difference between a field of research and
// none.
//
// Why this way round? One could also go *forwards* and carry along, with each number, its derivative by $w$. That gives
// the derivatives of everything by one weight; going backwards gives those of one number by all weights. A loss is one
// number. (The price is memory: the tape has to be kept.)

// %% [markdown] id=valley-text
// ## 7 Downhill
//
// The gradient says which way is up. The simplest rule goes a step against it, $w \leftarrow w - \eta\, g$. Take a valley with
// one flat and one steep direction, $L = \frac12 (a^2 + 25\, b^2)$. Along $b$ a step multiplies by $1 - 25\eta$: this is
// Euler's step of lesson 04, and it is stable only for $\eta < 2/25 = 0.08$. Along $a$ such a step is short. Three rules:
//
// - **gradient descent** with $\eta = 0.07$;
// - with **momentum**, $v \leftarrow \mu v + g$, $w \leftarrow w - \eta v$: a ball with friction, $\mu = 0.8$, $\eta = 0.02$;
// - **Adam** (D. Kingma and J. Ba, 2014): averages of $g$ and of $g^2$ that forget, and a step along
//   $\langle g\rangle / \sqrt{\langle g^2\rangle}$, in which the scale of $g$ cancels: each weight has a step of its own,
//   about $\eta = 0.2$ at first.

// %% id=valley
double[][] roll(Optimiser rule, int steps) {
    float[] w = {-8, 1.5f}, g = new float[2];
    float[][] memory = new float[rule.memories()][2];
    double[][] path = new double[2][steps + 1];
    for (int n = 0; n <= steps; n++) {
        for (int c = 0; c < 2; c++) path[c][n] = w[c];
        g[0] = w[0];
        g[1] = 25 * w[1];
        rule.update(w, g, memory, 0, 2, n + 1, rule.rate());
    }
    return path;
}

// %% [markdown] id=valley-question
// All three start at $a = -8$, $b = 1.5$. **Before you run the next cell:** which will cross the valley to and fro, which will
// overshoot the bottom, and which will walk neither along the gradient nor along the valley?

// %% id=valley-picture
Map<String, Optimiser> rules = new java.util.LinkedHashMap<>();
rules.put("descent", new Sgd(0.07));
rules.put("momentum", new Sgd(0.02, 0.8, false, 0));
rules.put("Adam", new Adam(0.2));
var valley = figure("Three ways down").axes("a", "b").rangeY(-2, 2);
rules.forEach((name, rule) -> {
    double[][] path = roll(rule, 60);
    valley.line(name, path[0], path[1]);
});
valley

// %% id=valley-loss
var fall = figure("How fast they get down").logY().axes("step", "L");
rules.forEach((name, rule) -> {
    double[][] path = roll(rule, 120);
    fall.line(name, IntStream.rangeClosed(0, 120).asDoubleStream().toArray(),
        IntStream.rangeClosed(0, 120).mapToDouble(n -> (pow(path[0][n], 2)
            + 25 * pow(path[1][n], 2)) / 2).toArray());
});
fall.rangeY(1e-8, 100)

// %% [markdown] id=valley-answer
// Descent jumps across and creeps along: its step has to be short for the steep direction, and that is too short for the flat
// one. Momentum is a damped oscillator in two directions at once. Adam, which divides each component by its own size, begins
// with equal steps in both, straight down the diagonal, whatever the scales. In a bowl as simple as this it is no
// winner; in a network, where hundreds of directions have hundreds of scales which nobody knows, it hardly needs
// to be tuned.

// %% [markdown] id=train-text
// ## 8 Training
//
// Everything is there. The network starts from small random weights, uniform with variance $2 / (n + m)$ in a layer of $n$
// inputs and $m$ units (section 10 says why), and each step is: forwards, backwards, a step of the rule. The description of
// the network below is for the kit's own engine; for now we only take its random start.

// %% id=train
var plan = Network.of(1, new Dense(8, Initialiser.XAVIER), Activation.TANH,
    new Dense(8, Initialiser.XAVIER), Activation.TANH,
    new Dense(1, Initialiser.XAVIER));
float[] start = plan.model(Rng.seeded(2)).weights();
record Learned(double[] losses, List<float[]> weights) {}
Learned train(Optimiser rule, int steps) {
    float[] w = start.clone();
    float[][] memory = new float[rule.memories()][w.length];
    var learned = new Learned(new double[steps], new ArrayList<>());
    for (int n = 0; n < steps; n++) {
        learned.weights().add(w.clone());
        Pass now = pass(w);
        learned.losses()[n] = now.loss();
        rule.update(w, now.gradient(), memory, 0, w.length, n + 1, rule.rate());
    }
    return learned;
}

// %% [markdown] id=train-question
// **Before you run the next cells:** the loss begins at 0.52. How far down will it be after 1,900 steps
// of Adam with $\eta = 0.01$, and of plain descent with $\eta = 0.1$? Will the curves be smooth?

// %% id=train-run
var adam = train(new Adam(0.01), 1900);
var plain = train(new Sgd(0.1), 1900);
double[] count = IntStream.range(0, 1900).asDoubleStream().toArray();
figure("Learning a potential").logY()
    .line("descent", count, plain.losses())
    .line("Adam", count, adam.losses())
    .axes("step", "mean square error / ε²")

// %% [markdown] id=train-answer
// Neither is smooth. Plain descent is at its limit of stability, as in the valley: the steepest direction begins to swing,
// until the network has moved on to where it is less steep. Adam gets much further. Its spikes have to do with its division:
// when all gradients have been tiny for long, so is what it divides by, its steps stay as long as ever, and a valley
// that became narrow throws it out for a while. In practice one lowers the rate towards the end, and **keeps the best weights,
// not the last**.

// %% id=best
int best = 0;
for (int n = 0; n < 1900; n++)
    if (adam.losses()[n] < adam.losses()[best]) best = n;
float[] finest = adam.weights().get(best);
display("best after " + best + " steps: root mean square error "
    + Digits.of(sqrt(adam.losses()[best]), 2) + " ε");

// %% [markdown] id=engine-text
// ## 9 The same in the engine
//
// The kit's package `nn` is written for speed. Its numbers are whole matrices (a `Tensor` is the layer's output for *all*
// 24 distances), an operation is a product of matrices or the tanh of a whole matrix, its weights are floats. But it has
// a tape, local rules, a walk in reverse, and `+=`. Loss and gradient from the same weights, those of our start and those of
// the check in section 5:

// %% id=engine
Examples examples = Examples.of(Arrays.stream(r)
    .mapToObj(d -> new double[]{2 * d - 3.5}).toArray(double[][]::new), u);
Tape fast = new Tape();
double run(Learner learner) {
    fast.learn(Rng.seeded(0));
    learner.clearGradients();
    Tensor loss = fast.meanSquaredError(
        learner.forward(fast, examples.x()), examples.y());
    fast.backward(loss);
    return loss.scalar();
}

// %% id=engine-gradients
void compare(float[] weights) {
    Learner learner = plan.model(Rng.seeded(2)).withWeights(weights).learner();
    Pass own = pass(weights);
    checkNear(run(learner), own.loss(), 1e-5, "loss");
    int k = 0;
    for (int layer : new int[]{0, 2, 4})
        for (Tensor p : learner.parameters(layer))
            for (int i = 0; i < p.size(); i++)
                checkNear(p.gradient(i / p.columns(), i % p.columns()),
                    own.gradient()[k++], 1e-5, "derivative " + k);
    display("loss " + Digits.of(own.loss(), 4) + ", " + k + " derivatives agree");
}
compare(start);
compare(begin);

// %% [markdown] id=engine-train-text
// (A check that fails would stop the cell, and this lesson runs whenever the kit is built: the small program and the large one
// stay in agreement.) The engine brings a check by differences, too, for the day on which you build a layer of your own:

// %% id=engine-check
GradientCheck.of(plan.model(Rng.seeded(2)), Loss.MEAN_SQUARED_ERROR,
    examples, 1).error() < 0.01

// %% [markdown] id=engine-train-question
// Now a hundred steps of training by the engine. **Before you run the next cells:** to how many digits
// will the losses agree? And how many times faster is a pass, for a small network and for a large one?

// %% id=engine-train
var training = Training.of(Loss.MEAN_SQUARED_ERROR, new Adam(0.01))
    .withEpochs(100).withBatch(24);
double[] engineLosses = training.fit(plan.model(Rng.seeded(2)), examples,
    Rng.seeded(3)).history().training();
for (int n : new int[]{1, 10, 100})
    display("step " + n + ": tape " + Digits.of(adam.losses()[n - 1], 3)
        + ", engine " + Digits.of(engineLosses[n - 1], 3));

// %% id=engine-pass
Runnable enginePass(int width) {
    Learner net = Network.of(1, new Dense(width), Activation.TANH,
        new Dense(width), Activation.TANH, new Dense(1))
        .model(Rng.seeded(5)).learner();
    return () -> run(net);
}

// %% id=engine-time
double quickest(Runnable pass) {
    double least = 1;
    long end = System.nanoTime() + 150_000_000;
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
        pass.run();
        least = min(least, 1e-9 * (System.nanoTime() - now));
    }
    return least;
}
double[] engineTime = Arrays.stream(widths)
    .mapToDouble(n -> 1e6 * quickest(enginePass(n))).toArray();
double[] tapeTime = Arrays.stream(widths).mapToDouble(n -> 1e6 * quickest(() -> {
    for (int k = 0; k < 24; k++) backward(record(n).getLast());
})).toArray();

// %% id=engine-picture
captioned(figure("A pass over the table, on this machine").logX().logY()
    .points("our tape", dials, tapeTime)
    .points("the engine", dials, engineTime)
    .note("4,353 weights: " + round(tapeTime[6] / engineTime[6])
        + " times faster")
    .axes("weights", "time of a pass / µs"),
    "Time of a pass forwards and back, by our tape and by the engine")

// %% [markdown] id=engine-answer
// The same way down. (Follow it further, and in the spikes the roundings of single precision make the two part, like the
// twins of lesson 07; both arrive.) The times are others on each machine and in each run, but the wider the network the
// better for the engine. Our tape makes an object for each product and each sum; the engine makes one note for a whole
// layer and lets the processor multiply many numbers at once. Nothing in the idea has changed.

// %% [markdown] id=vanish-text
// ## 10 Where gradients get lost
//
// The way back multiplies, layer after layer. A product of many numbers below 1 vanishes, one of many above 1 explodes. In
// a network of 20 layers of 24 units let the weights be normal with standard deviation $s/\sqrt{24}$. **Before you run the
// next cells:** how does the gradient at layer $k$ change with $k$, for $s = 0.5$, 1 and 6?

// %% id=vanish
double[] gradientSizes(double s, Rng rng) {
    var tape = new ArrayList<Value>();
    float[] w = new float[25 * 24];
    var layers = new ArrayList<Value[]>();
    for (int i = 0; i < 24; i++) w[i] = 2 * (i % 2) - 1;
    layers.add(values(tape, Arrays.copyOf(w, 24)));
    for (int k = 0; k < 20; k++) {
        Arrays.fill(w, 0);
        for (int i = 0; i < 24 * 24; i++)
            w[i] = (float) (s / sqrt(24) * rng.nextGaussian());
        layers.add(layer(layers.getLast(), values(tape, w), 0, 24, true));
    }
    backward(Arrays.stream(layers.getLast()).reduce(Value::plus).get());
    return layers.stream().mapToDouble(y -> sqrt(Arrays.stream(y)
        .mapToDouble(v -> v.gradient * v.gradient).sum())).toArray();
}

// %% id=vanish-picture
double[] depth = IntStream.rangeClosed(0, 20).asDoubleStream().toArray();
var vanishing = figure("How much of the gradient arrives").logY()
    .axes("layer", "length of the gradient").rangeY(1e-8, 1e6);
for (double s : new double[]{0.5, 1, 6})
    vanishing.line("s = " + Digits.shortest(s, 2), depth,
        gradientSizes(s, Rng.seeded(4)));
vanishing

// %% [markdown] id=vanish-answer
// Read it from right to left, as the gradient goes. Each layer multiplies its length by about $s$ times a typical slope of the
// tanh. With $s = 0.5$ a factor of three million is lost: the first layers get no word of what the last one wants, and do not
// learn. With $s = 6$ it explodes by five powers of ten. With $s = 1$ a tenth arrives. That is why weights start with a
// variance of about one over the number of inputs (X. Glorot and Y. Bengio, 2010); before that was understood, networks of
// many layers were a matter of luck.

// %% [markdown] id=film-text
// ## 11 The fit, and a present
//
// What happened in section 8, seen as a curve:

// %% id=film
double[] fine = IntStream.rangeClosed(0, 80)
    .mapToDouble(k -> 0.97 + 0.02 * k).toArray();
Value at(float[] weights, double r) {
    var tape = new ArrayList<Value>();
    return energy(new Value(tape, r), values(tape, weights));
}
int[] moments = {0, 5, 10, 20, 40, 80, 120, 180, 250, 350, 500, 800, 1200, best};
animation("A network learns a potential", moments.length, k ->
    figure("After " + moments[k] + " steps").points("energies", r, u)
        .line("network", fine, Arrays.stream(fine)
            .map(d -> at(adam.weights().get(moments[k]), d).x).toArray())
        .axes("r / σ", "u / ε").rangeX(0.9, 2.6).rangeY(-1.5, 1.5)).every(500)

// %% [markdown] id=force-text
// A simulation needs the *force*, $f = -du/dr$. Nobody has shown the network a force. But the tape does not only know the
// weights; the distance stands on it too, and has a gradient like everybody else.

// %% id=force
double force(double d) {
    var tape = new ArrayList<Value>();
    Value distance = new Value(tape, d);
    backward(energy(distance, values(tape, finest)));
    return -distance.gradient;
}
figure("The force, for nothing")
    .line("network", fine, Arrays.stream(fine).map(d -> force(d)).toArray())
    .curve("Lennard-Jones", truth::force, 0.97, 2.57)
    .axes("r / σ", "f / (ε/σ)")

// %% [markdown] id=force-answer
// From 24 energies a force at every distance, and it is exactly the slope of the learned energy, so that a simulation with
// it conserves energy (lesson 07). It is worst at the left end, where the curve is steepest and nothing lies beyond to lean
// on. With all neighbours in place of one distance this is how neural potentials are made.

// %% [markdown] id=learned
// ## What we learned
//
// - A derivative by hand: forwards for the values, backwards for the slopes.
// - The tape does it for any program: local slopes, reverse order, and gradients **add**.
// - The way back costs about two evaluations, for all weights together.
// - Differences have two errors; they are slow, and they are the check of every gradient.
// - Momentum is a ball with friction; Adam gives each weight a step of its own.
// - A start with variance $1/n$ lets gradients through; the input has a gradient too, and it is the force.
//
// Next lesson: neurons that multiply.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Seven steps back
//
// The class `Value` and `backward` of the lecture are there for you. Nothing is random unless you draw it.

// %% [markdown] id=hand-task
// ### 1 By hand (2 points)
//
// Two neurons in a row: $y = v \tanh(w x)$, and the loss is $L = (y - t)^2$. Write `byHand(v, w, x, t)`: the two numbers
// $dL/dv$ and $dL/dw$, in this order, with paper and pencil and without a tape.

// %% id=hand role=answer
double[] byHand(double v, double w, double x, double t) {
    // BEGIN SOLUTION
    double h = Math.tanh(w * x);
    double dy = 2 * (v * h - t);
    return new double[]{dy * h, dy * v * (1 - h * h) * x};
    // END SOLUTION
}

// %% [markdown] id=hand-hint role=hint of=hand
// Give the number in the middle a name, $h = \tanh(w x)$. What are $dL/dy$, $dy/dv$, $dy/dh$ and $dh/dw$?

// %% [markdown] id=hand-hint-2 role=hint of=hand
// $dL/dy = 2 (y - t)$. Then $dL/dv = dL/dy \cdot h$ and $dL/dw = dL/dy \cdot v \cdot (1 - h^2) \cdot x$.

// %% id=hand-test role=test of=hand points=2
checkNear(byHand(2, 0, 3, 1), new double[]{0, -12}, 1e-12,
    "v = 2, w = 0, x = 3, t = 1",
    "tanh(0) = 0 with slope 1; dL/dy = -2, dy/dh = 2, dh/dw = 3");
checkNear(byHand(1.5, 0.4, 0.5, 0.7),
    new double[]{-0.159454397, -0.582301257}, 1e-8,
    "v = 1.5, w = 0.4, x = 0.5, t = 0.7",
    "the slope of tanh is 1 - h², with its output h");
// BEGIN HIDDEN TESTS
for (double[] p : new double[][]{{-1, 0.3, 2, 0.1}, {0.5, -2, 0.7, -0.4}, {0, 1, 1, 1}}) {
    var list = new ArrayList<Value>();
    Value v1 = new Value(list, p[0]), w1 = new Value(list, p[1]);
    Value miss1 = v1.times(w1.times(new Value(list, p[2])).tanh()).minus(new Value(list, p[3]));
    backward(miss1.times(miss1));
    checkNear(byHand(p[0], p[1], p[2], p[3]), new double[]{v1.gradient, w1.gradient}, 1e-12,
        "your derivatives against the tape's");
}
// END HIDDEN TESTS

// %% id=hand-wrong-input role=wrong of=hand
double[] byHand(double v, double w, double x, double t) {
    double h = Math.tanh(w * x);
    double dy = 2 * (v * h - t);
    return new double[]{dy * h, dy * v * (1 - w * x * w * x) * x};
}

// %% id=hand-wrong-two role=wrong of=hand
double[] byHand(double v, double w, double x, double t) {
    double h = Math.tanh(w * x);
    double dy = v * h - t;
    return new double[]{dy * h, dy * v * (1 - h * h) * x};
}

// %% id=hand-wrong-inner role=wrong of=hand
double[] byHand(double v, double w, double x, double t) {
    double h = Math.tanh(w * x);
    double dy = 2 * (v * h - t);
    return new double[]{dy * h, dy * v * (1 - h * h)};
}

// %% id=hand-wrong-sign role=wrong of=hand
double[] byHand(double v, double w, double x, double t) {
    double h = Math.tanh(w * x);
    double dy = 2 * (t - v * h);
    return new double[]{dy * h, dy * v * (1 - h * h) * x};
}

// %% [markdown] id=slope-task
// ### 2 A difference with the right step (2 points)
//
// Write `slope(f, x)`, the derivative of $f$ at $x$ by evaluating $f$ only, with a relative error below $10^{-8}$ for smooth
// functions: $e^x$ at $x = 1$, say, and $x^2$ at $x = 1{,}000{,}000$.

// %% id=slope role=answer
double slope(DoubleUnaryOperator f, double x) {
    // BEGIN SOLUTION
    double h = 1e-5 * max(1, abs(x));
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
    // END SOLUTION
}

// %% [markdown] id=slope-hint role=hint of=slope
// Which of the two differences in section 3 can do it, and where is the bottom of its V?

// %% [markdown] id=slope-hint-2 role=hint of=slope
// In the centre, and with $h = 10^{-5}$. But at $x = 10^6$ that step is lost among the digits of $f$: let it grow with $x$.

// %% [markdown] id=slope-hint-3 role=hint of=slope
// $h = 10^{-5} \max(1, |x|)$, and do not forget that the two places are $2h$ apart.

// %% id=slope-test role=test of=slope points=2
checkNearRelative(slope(q -> exp(q), 1), Math.E, 1e-8, "exp at 1");
checkNearRelative(slope(q -> q * q, 1e6), 2e6, 1e-8, "x² at 1,000,000",
    "how far apart are the numbers near 10^12? The step has to grow with x");
// BEGIN HIDDEN TESTS
checkNearRelative(slope(q -> sin(q), 3), cos(3), 1e-8, "sin at 3");
checkNearRelative(slope(q -> q * q * q, -2e6), 1.2e13, 1e-8, "x³ at -2,000,000");
checkNearRelative(slope(q -> 1 / (1 + q), 0), -1, 1e-8, "1 / (1 + x) at 0");
// END HIDDEN TESTS

// %% id=slope-wrong-forwards role=wrong of=slope
double slope(DoubleUnaryOperator f, double x) {
    double h = 1e-8 * max(1, abs(x));
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h;
}

// %% id=slope-wrong-tiny role=wrong of=slope
double slope(DoubleUnaryOperator f, double x) {
    double h = 1e-12;
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
}

// %% id=slope-wrong-fixed role=wrong of=slope
double slope(DoubleUnaryOperator f, double x) {
    double h = 1e-5;
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
}

// %% [markdown] id=over-task
// ### 3 A new operation (2 points)
//
// The tape cannot divide yet. Write `over(a, b)`: the value $a / b$, written on the tape of `a`, with its two local slopes. (A
// result is made by `new Value(tape, number, new Value[]{made from}, slopes...)`.)

// %% id=over role=answer
Value over(Value a, Value b) {
    // BEGIN SOLUTION
    return new Value(a.tape, a.x / b.x, new Value[]{a, b},
        1 / b.x, -a.x / (b.x * b.x));
    // END SOLUTION
}

// %% [markdown] id=over-hint role=hint of=over
// How does $a / b$ answer if only $a$ changes? And if only $b$ changes: does it grow or shrink?

// %% [markdown] id=over-hint-2 role=hint of=over
// $\partial (a/b) / \partial a = 1/b$ and $\partial (a/b) / \partial b = -a/b^2$, in the order of `from`.

// %% id=over-test role=test of=over points=2
var third = new ArrayList<Value>();
Value six = new Value(third, 6), two = new Value(third, 2);
Value three = over(six, two);
backward(three);
checkNear(three.x, 3, 1e-12, "6 / 2");
checkNear(six.gradient, 0.5, 1e-12, "d(a/b)/da at 6 and 2");
checkNear(two.gradient, -1.5, 1e-12, "d(a/b)/db at 6 and 2",
    "a larger divisor makes the quotient smaller");
// BEGIN HIDDEN TESTS
Value inner = six.plus(two);
Value bound = over(inner.times(six), two.tanh());
for (Value each : third) each.gradient = 0;
backward(bound);
double tanh2 = StrictMath.tanh(2);
checkNear(bound.x, 48 / tanh2, 1e-12, "(a + b) a / tanh b");
checkNear(six.gradient, 14 / tanh2, 1e-12, "d/da of (a + b) a / tanh b");
checkNear(two.gradient, 6 / tanh2 - 48 * (1 - tanh2 * tanh2) / (tanh2 * tanh2), 1e-9,
    "d/db of (a + b) a / tanh b");
checkEqual(bound.tape, third, "the tape on which the result stands");
// END HIDDEN TESTS

// %% id=over-wrong-sign role=wrong of=over
Value over(Value a, Value b) {
    return new Value(a.tape, a.x / b.x, new Value[]{a, b}, 1 / b.x, a.x / (b.x * b.x));
}

// %% id=over-wrong-square role=wrong of=over
Value over(Value a, Value b) {
    return new Value(a.tape, a.x / b.x, new Value[]{a, b}, 1 / b.x, -a.x / b.x);
}

// %% id=over-wrong-constant role=wrong of=over
Value over(Value a, Value b) {
    return a.times(new Value(a.tape, 1 / b.x));
}

// %% [markdown] id=layer-back-task
// ### 4 Find the bugs: a layer, backwards (3 points)
//
// Fast programs have no object for each number: they walk back a layer at a time, in arrays. A layer calculates
// $y_j = \tanh z_j$, $z_j = b_j + \sum_i x_i w_{ij}$. Given its outputs `y` and `dy`, which holds $dL/dy_j$, this program should
// give $dL/dx_i$ for each input. It has two bugs, and with one unit and small numbers nobody notices either.
//
// ```java
// double[] layerBack(double[][] w, double[] y, double[] dy) {
//     double[] dx = new double[w.length];
//     for (int i = 0; i < w.length; i++)
//         for (int j = 0; j < y.length; j++) {
//             double h = Math.tanh(y[j]);
//             dx[i] = w[i][j] * (1 - h * h) * dy[j];
//         }
//     return dx;
// }
// ```
//
// Write it as it was meant.

// %% id=layer-back role=answer
double[] layerBack(double[][] w, double[] y, double[] dy) {
    // BEGIN SOLUTION
    double[] dx = new double[w.length];
    for (int i = 0; i < w.length; i++)
        for (int j = 0; j < y.length; j++)
            dx[i] += w[i][j] * (1 - y[j] * y[j]) * dy[j];
    return dx;
    // END SOLUTION
}

// %% [markdown] id=layer-back-hint role=hint of=layer-back
// Along how many paths does an input reach the loss? And what does `y` hold: what went into the tanh, or what came out?

// %% [markdown] id=layer-back-hint-2 role=hint of=layer-back
// An input works through *each* unit: its gradients add. And `y[j]` is the tanh already, so its slope is `1 - y[j] * y[j]`.

// %% id=layer-back-test role=test of=layer-back points=3
checkNear(layerBack(new double[][]{{2, -1}}, new double[]{0, 0}, new double[]{1, 3}),
    new double[]{-1}, 1e-12, "one input, weights 2 and -1 to two units, dy = 1 and 3",
    "2 * 1 through the first unit and -1 * 3 through the second");
checkNear(layerBack(new double[][]{{1}, {-2}}, new double[]{0.6}, new double[]{1}),
    new double[]{0.64, -1.28}, 1e-12, "two inputs, a unit whose output is 0.6",
    "the slope of tanh is 1 - 0.6² there");
// BEGIN HIDDEN TESTS
float[] weights4 = {0.3f, -0.7f, 1.1f, 0.2f, 0.9f, -0.4f, 0.05f, -0.1f, 0.15f};
var tape4 = new ArrayList<Value>();
Value[] in4 = values(tape4, new float[]{0.5f, -1.5f});
Value[] out4 = layer(in4, values(tape4, weights4), 0, 3, true);
backward(out4[0].times(new Value(tape4, 2)).minus(out4[1]).plus(out4[2].times(new Value(tape4, 0.5))));
checkNear(layerBack(new double[][]{{0.3f, -0.7f, 1.1f}, {0.2f, 0.9f, -0.4f}},
    Arrays.stream(out4).mapToDouble(o -> o.x).toArray(), new double[]{2, -1, 0.5}),
    new double[]{in4[0].gradient, in4[1].gradient}, 1e-12, "two inputs, three units, against the tape");
// END HIDDEN TESTS

// %% id=layer-back-wrong-as-given role=wrong of=layer-back
double[] layerBack(double[][] w, double[] y, double[] dy) {
    double[] dx = new double[w.length];
    for (int i = 0; i < w.length; i++)
        for (int j = 0; j < y.length; j++) {
            double h = Math.tanh(y[j]);
            dx[i] = w[i][j] * (1 - h * h) * dy[j];
        }
    return dx;
}

// %% id=layer-back-wrong-overwrites role=wrong of=layer-back
double[] layerBack(double[][] w, double[] y, double[] dy) {
    double[] dx = new double[w.length];
    for (int i = 0; i < w.length; i++)
        for (int j = 0; j < y.length; j++)
            dx[i] = w[i][j] * (1 - y[j] * y[j]) * dy[j];
    return dx;
}

// %% id=layer-back-wrong-twice role=wrong of=layer-back
double[] layerBack(double[][] w, double[] y, double[] dy) {
    double[] dx = new double[w.length];
    for (int i = 0; i < w.length; i++)
        for (int j = 0; j < y.length; j++) {
            double h = Math.tanh(y[j]);
            dx[i] += w[i][j] * (1 - h * h) * dy[j];
        }
    return dx;
}

// %% [markdown] id=swing-task
// ### 5 Find the bug: a descent that swings (2 points)
//
// This program fits a straight line $y = a x + b$ by gradient descent. Its author sees the loss fall, rise, fall and rise
// again, for ever; with half of the rate it does the same more slowly.
//
// ```java
// double[] fit(double[] x, double[] y, double rate, int steps) {
//     double a = 0, b = 0, da = 0, db = 0;
//     for (int n = 0; n < steps; n++) {
//         for (int k = 0; k < x.length; k++) {
//             double off = a * x[k] + b - y[k];
//             da += 2 * off * x[k] / x.length;
//             db += 2 * off / x.length;
//         }
//         a -= rate * da;
//         b -= rate * db;
//     }
//     return new double[]{a, b};
// }
// ```
//
// Write it as it was meant. (And look at section 7: which $\mu$ has this ball, and what has lesson 04 to say of it?)

// %% id=swing role=answer
double[] fit(double[] x, double[] y, double rate, int steps) {
    // BEGIN SOLUTION
    double a = 0, b = 0;
    for (int n = 0; n < steps; n++) {
        double da = 0, db = 0;
        for (int k = 0; k < x.length; k++) {
            double off = a * x[k] + b - y[k];
            da += 2 * off * x[k] / x.length;
            db += 2 * off / x.length;
        }
        a -= rate * da;
        b -= rate * db;
    }
    return new double[]{a, b};
    // END SOLUTION
}

// %% [markdown] id=swing-hint role=hint of=swing
// What do `da` and `db` hold at the beginning of the second step?

// %% [markdown] id=swing-hint-2 role=hint of=swing
// Gradients add *within* a pass. Each pass has to begin with zeros: this one goes on with the sum of all before, which is
// momentum with $\mu = 1$, a ball without friction.

// %% id=swing-test role=test of=swing points=2
double[] xs5 = {0, 1, 2, 3}, ys5 = {1, 3, 5, 7};
checkNear(fit(xs5, ys5, 0.1, 1), new double[]{1.7, 0.8}, 1e-12,
    "one step of 0.1 towards y = 2x + 1",
    "the mean of 2 (ax + b - y) x is -17 at the start, that of 2 (ax + b - y) is -8");
checkNear(fit(xs5, ys5, 0.1, 2), new double[]{1.97, 0.93}, 1e-12, "two steps",
    "does the second step know the gradient of the first?");
checkNear(fit(xs5, ys5, 0.1, 1000), new double[]{2, 1}, 1e-6, "a thousand steps");
// BEGIN HIDDEN TESTS
double[] xs6 = {-1, 0.5, 2, -0.3, 1.1}, ys6 = {0.3, -0.2, 1.4, 0.8, -0.6};
var least6 = matterbook.stats.Regression.of(xs6, ys6);
checkNear(fit(xs6, ys6, 0.2, 2000)[0], least6.slope().value(), 1e-9, "the slope of five scattered points");
checkNear(fit(xs6, ys6, 0.2, 0), new double[]{0, 0}, 1e-12, "no step at all");
// END HIDDEN TESTS

// %% id=swing-wrong-as-given role=wrong of=swing
double[] fit(double[] x, double[] y, double rate, int steps) {
    double a = 0, b = 0, da = 0, db = 0;
    for (int n = 0; n < steps; n++) {
        for (int k = 0; k < x.length; k++) {
            double off = a * x[k] + b - y[k];
            da += 2 * off * x[k] / x.length;
            db += 2 * off / x.length;
        }
        a -= rate * da;
        b -= rate * db;
    }
    return new double[]{a, b};
}

// %% id=swing-wrong-too-often role=wrong of=swing
double[] fit(double[] x, double[] y, double rate, int steps) {
    double a = 0, b = 0, da = 0, db = 0;
    for (int n = 0; n < steps; n++) {
        for (int k = 0; k < x.length; k++) {
            double off = a * x[k] + b - y[k];
            da = 2 * off * x[k] / x.length;
            db = 2 * off / x.length;
        }
        a -= rate * da;
        b -= rate * db;
    }
    return new double[]{a, b};
}

// %% id=swing-wrong-one role=wrong of=swing
double[] fit(double[] x, double[] y, double rate, int steps) {
    double a = 0, b = 0, db = 0;
    for (int n = 0; n < steps; n++) {
        double da = 0;
        for (int k = 0; k < x.length; k++) {
            double off = a * x[k] + b - y[k];
            da += 2 * off * x[k] / x.length;
            db += 2 * off / x.length;
        }
        a -= rate * da;
        b -= rate * db;
    }
    return new double[]{a, b};
}

// %% id=swing-wrong-uphill role=wrong of=swing
double[] fit(double[] x, double[] y, double rate, int steps) {
    double a = 0, b = 0;
    for (int n = 0; n < steps; n++) {
        double da = 0, db = 0;
        for (int k = 0; k < x.length; k++) {
            double off = a * x[k] + b - y[k];
            da += 2 * off * x[k] / x.length;
            db += 2 * off / x.length;
        }
        a += rate * da;
        b += rate * db;
    }
    return new double[]{a, b};
}

// %% [markdown] id=adam-task
// ### 6 Adam (3 points)
//
// Adam keeps two averages for each weight, $m$ of the gradient and $s$ of its square, both 0 before the first step. In step
// $n = 1, 2, \dots$ with the gradient $g$,
//
// $$m \leftarrow 0.9\, m + 0.1\, g, \qquad s \leftarrow 0.999\, s + 0.001\, g^2,$$
//
// $$w \leftarrow w - \eta\, \frac{m / (1 - 0.9^n)}{\sqrt{s / (1 - 0.999^n)} + 10^{-8}}.$$
//
// (The two divisors undo that the averages started at 0.) Write `adam(gradient, start, rate, steps)`: the weights after so many
// steps, as a new array. `gradient.apply(w)` is the gradient at `w`.

// %% id=adam-answer role=answer
double[] adam(UnaryOperator<double[]> gradient, double[] start,
        double rate, int steps) {
    // BEGIN SOLUTION
    double[] w = start.clone(), m = new double[w.length], s = new double[w.length];
    for (int n = 1; n <= steps; n++) {
        double[] g = gradient.apply(w);
        for (int k = 0; k < w.length; k++) {
            m[k] = 0.9 * m[k] + 0.1 * g[k];
            s[k] = 0.999 * s[k] + 0.001 * g[k] * g[k];
            double mean = m[k] / (1 - pow(0.9, n)), square = s[k] / (1 - pow(0.999, n));
            w[k] -= rate * mean / (sqrt(square) + 1e-8);
        }
    }
    return w;
    // END SOLUTION
}

// %% [markdown] id=adam-hint role=hint of=adam-answer
// What is the first step for the gradient 5? And for 0.005? Calculate both by hand.

// %% [markdown] id=adam-hint-2 role=hint of=adam-answer
// Three arrays: a copy of `start`, and `m` and `s` with zeros. One gradient a step, *then* a loop over the weights, and
// `n` counts from 1.

// %% id=adam-test role=test of=adam-answer points=3
double[] here6 = {1, 1};
UnaryOperator<double[]> scales = q -> new double[]{1000 * q[0], 0.001 * q[1]};
checkNear(adam(scales, here6, 0.1, 1), new double[]{0.9, 0.9}, 1e-5,
    "the first step, gradients 1000 and 0.001",
    "with both divisors the first step is the rate, whatever the scale");
checkNear(here6, new double[]{1, 1}, 0, "the start after that",
    "it belongs to somebody else: work on a copy");
checkNear(adam(q -> q, new double[]{1}, 0.1, 3), new double[]{0.701586}, 1e-5,
    "three steps down L = w²/2 from 1");
// BEGIN HIDDEN TESTS
var rule6 = new Adam(0.2);
float[] w6 = {-8, 1.5f}, g6 = new float[2];
float[][] memory6 = new float[rule6.memories()][2];
for (int n = 1; n <= 60; n++) {
    g6[0] = w6[0];
    g6[1] = 25 * w6[1];
    rule6.update(w6, g6, memory6, 0, 2, n, rule6.rate());
}
checkNear(adam(q -> new double[]{q[0], 25 * q[1]}, new double[]{-8, 1.5}, 0.2, 60),
    new double[]{w6[0], w6[1]}, 1e-3, "sixty steps down the valley, against the engine's Adam");
checkNear(adam(q -> q, new double[]{3}, 0.1, 0), new double[]{3}, 0, "no step at all");
// END HIDDEN TESTS

// %% id=adam-wrong-uncorrected role=wrong of=adam-answer
double[] adam(UnaryOperator<double[]> gradient, double[] start, double rate, int steps) {
    double[] w = start.clone(), m = new double[w.length], s = new double[w.length];
    for (int n = 1; n <= steps; n++) {
        double[] g = gradient.apply(w);
        for (int k = 0; k < w.length; k++) {
            m[k] = 0.9 * m[k] + 0.1 * g[k];
            s[k] = 0.999 * s[k] + 0.001 * g[k] * g[k];
            w[k] -= rate * m[k] / (sqrt(s[k]) + 1e-8);
        }
    }
    return w;
}

// %% id=adam-wrong-root role=wrong of=adam-answer
double[] adam(UnaryOperator<double[]> gradient, double[] start, double rate, int steps) {
    double[] w = start.clone(), m = new double[w.length], s = new double[w.length];
    for (int n = 1; n <= steps; n++) {
        double[] g = gradient.apply(w);
        for (int k = 0; k < w.length; k++) {
            m[k] = 0.9 * m[k] + 0.1 * g[k];
            s[k] = 0.999 * s[k] + 0.001 * g[k] * g[k];
            w[k] -= rate * m[k] / (1 - pow(0.9, n)) / (s[k] / (1 - pow(0.999, n)) + 1e-8);
        }
    }
    return w;
}

// %% id=adam-wrong-in-place role=wrong of=adam-answer
double[] adam(UnaryOperator<double[]> gradient, double[] start, double rate, int steps) {
    double[] w = start, m = new double[w.length], s = new double[w.length];
    for (int n = 1; n <= steps; n++) {
        double[] g = gradient.apply(w);
        for (int k = 0; k < w.length; k++) {
            m[k] = 0.9 * m[k] + 0.1 * g[k];
            s[k] = 0.999 * s[k] + 0.001 * g[k] * g[k];
            w[k] -= rate * m[k] / (1 - pow(0.9, n)) / (sqrt(s[k] / (1 - pow(0.999, n))) + 1e-8);
        }
    }
    return w;
}

// %% id=adam-wrong-forgets role=wrong of=adam-answer
double[] adam(UnaryOperator<double[]> gradient, double[] start, double rate, int steps) {
    double[] w = start.clone();
    for (int n = 1; n <= steps; n++) {
        double[] g = gradient.apply(w);
        for (int k = 0; k < w.length; k++)
            w[k] -= rate * g[k] / (abs(g[k]) + 1e-8);
    }
    return w;
}

// %% [markdown] id=examiner-task
// ### 7 The gradient check (4 points)
//
// Now you are the examiner. Somebody hands in a loss of three weights with its gradient; write `checkGradient(f)`, which
// throws (by `checkNear`, say) if the gradient is wrong, and returns if it is right. You earn by the bugs you
// catch, and nothing at all if you reject somebody who is right. Two things to think of: a loss may be large, a million or so;
// and a bug may show only at some weights, or only the second time.

// %% id=examiner role=answer
void checkGradient(Differentiated f) {
    // BEGIN SOLUTION
    var rng = Rng.seeded(77);
    for (int trial = 0; trial < 5; trial++) {
        double[] w = {rng.nextGaussian(), rng.nextGaussian(), rng.nextGaussian()};
        double[] g = f.gradient(w.clone());
        double size = 1e-9;
        for (double each : g) size = max(size, abs(each));
        for (int k = 0; k < 3; k++) {
            double[] up = w.clone(), down = w.clone();
            up[k] += 1e-5;
            down[k] -= 1e-5;
            double tried = (f.loss(up) - f.loss(down)) / 2e-5;
            check(abs(g[k] - tried) <= 1e-4 * size,
                "derivative " + k + ": " + g[k] + ", by differences " + tried);
        }
    }
    // END SOLUTION
}

// %% [markdown] id=examiner-hint role=hint of=examiner
// For each weight a central difference. At which weights? At 0, where tanh is straight, many mistakes are none.

// %% [markdown] id=examiner-hint-2 role=hint of=examiner
// Several places drawn by chance, one after the other, each with a fresh call of `gradient`. Compare with a tolerance that is
// relative: $10^{-4}$ of the greatest component.

// %% id=examiner-test role=test of=examiner points=4
record Handed(ToDoubleFunction<double[]> value, UnaryOperator<double[]> slopes)
        implements Differentiated {
    public double loss(double[] w) { return value.applyAsDouble(w); }
    public double[] gradient(double[] w) { return slopes.apply(w); }
}
ToDoubleFunction<double[]> bowl = w -> w[0] * w[0] + w[1] * w[1] + w[2] * w[2];
var hunt = new BugHunt<Differentiated>(f -> checkGradient(f))
    .right("a bowl", new Handed(bowl, w -> new double[]{2 * w[0], 2 * w[1], 2 * w[2]}))
    .bug("half of it", new Handed(bowl, w -> w.clone()))
    .bug("uphill", new Handed(bowl, w -> new double[]{-2 * w[0], -2 * w[1], -2 * w[2]}));
// BEGIN HIDDEN TESTS
double[] hiddenX = {-1.2, 0.3, 0.8, 2}, hiddenT = {0.5, -0.1, 0.4, 1};
enum HiddenBug { NONE, OVERWRITTEN, SLOPE_OF_INPUT, NO_SLOPE, LAST_ONLY }
double hiddenLoss(double[] w) {
    double sum = 0;
    for (int k = 0; k < 4; k++) sum += pow(w[2] * Math.tanh(w[0] * hiddenX[k] + w[1]) - hiddenT[k], 2);
    return sum;
}
double[] hiddenSlopes(double[] w, HiddenBug bug) {
    double[] g = new double[3];
    for (int k = 0; k < 4; k++) {
        double z = w[0] * hiddenX[k] + w[1], h = Math.tanh(z);
        double dy = 2 * (w[2] * h - hiddenT[k]);
        double bend = bug == HiddenBug.SLOPE_OF_INPUT ? 1 - z * z : bug == HiddenBug.NO_SLOPE ? 1 : 1 - h * h;
        double[] add = {dy * w[2] * bend * hiddenX[k], dy * w[2] * bend, dy * h};
        for (int i = 0; i < 3; i++)
            g[i] = bug == HiddenBug.OVERWRITTEN ? add[i] : bug == HiddenBug.LAST_ONLY && i < 2 ? 0 : g[i] + add[i];
    }
    return g;
}
Differentiated hiddenNeuron(HiddenBug bug) {
    return new Handed(w -> hiddenLoss(w), w -> hiddenSlopes(w, bug));
}
Differentiated hiddenGathers() {
    double[] sum = new double[3];
    return new Handed(w -> hiddenLoss(w), w -> {
        double[] g = hiddenSlopes(w, HiddenBug.NONE);
        for (int i = 0; i < 3; i++) sum[i] += g[i];
        return sum.clone();
    });
}
hunt.hidden()
    .right("a neuron", hiddenNeuron(HiddenBug.NONE))
    .right("a neuron in other units", new Handed(w -> 1e6 * hiddenLoss(w),
        w -> Arrays.stream(hiddenSlopes(w, HiddenBug.NONE)).map(g -> 1e6 * g).toArray()))
    .bug("gradients overwritten", hiddenNeuron(HiddenBug.OVERWRITTEN))
    .bug("tanh's slope of its input", hiddenNeuron(HiddenBug.SLOPE_OF_INPUT))
    .bug("tanh's slope forgotten", hiddenNeuron(HiddenBug.NO_SLOPE))
    .bug("hidden weights left out", hiddenNeuron(HiddenBug.LAST_ONLY))
    .bug("a component wrong by a hundredth", new Handed(bowl, w -> new double[]{2 * w[0], 2.02 * w[1], 2 * w[2]}))
    .bug("not cleared between passes", hiddenGathers());
// END HIDDEN TESTS
display(hunt.report());
hunt.points(4)

// %% id=examiner-wrong-origin role=wrong of=examiner
void checkGradient(Differentiated f) {
    for (int k = 0; k < 3; k++) {
        double[] up = new double[3], down = new double[3];
        up[k] = 1e-5;
        down[k] = -1e-5;
        checkNear(f.gradient(new double[3])[k], (f.loss(up) - f.loss(down)) / 2e-5, 1e-4, "derivative at 0");
    }
}

// %% id=examiner-wrong-sign-only role=wrong of=examiner
void checkGradient(Differentiated f) {
    double[] w = {0.4, -0.7, 1.1}, g = f.gradient(w), next = w.clone();
    for (int k = 0; k < 3; k++) next[k] -= 1e-6 * g[k];
    check(f.loss(next) < f.loss(w), "a small step against the gradient must make the loss smaller");
}

// %% id=examiner-wrong-strict role=wrong of=examiner
void checkGradient(Differentiated f) {
    double[] w = {0.4, -0.7, 1.1}, g = f.gradient(w);
    for (int k = 0; k < 3; k++) {
        double[] up = w.clone();
        up[k] += 1e-5;
        checkNear(g[k], (f.loss(up) - f.loss(w)) / 1e-5, 1e-8, "derivative " + k);
    }
}

// %% [markdown] id=well-done
// All green? Then you can write the heart of every learning program, and, which is rarer, you know how to find out whether it is
// right.
