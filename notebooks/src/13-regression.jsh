// %% [markdown] id=question
// # Regression: which curve do you believe?
//
// A measurement gives numbers at some places; what one wants is a number at *every* place. Drawing the curve between
// the points by hand has a grand name, **regression**, and a dozen machines do it today: averages over neighbours, forests of
// decisions, networks. Each of them always gives an answer. None of them says when it is wrong.
//
// So this lesson is less about the machines than about the question how good they are, and it is a question with traps. You
// will see a machine without a single error that has learned nothing, a proof of skill in pure noise, and a model that is
// better than the data it was made from. Most of the published blunders of this trade are among them.
//
// You need: lesson 09 (Monte Carlo, error bars); lesson 11 for the networks.

// %% [markdown] id=runs-text
// ## 1 Data of our own
//
// The **equation of state** of a fluid, $P(T, \rho)$: disks that attract each other (Lennard-Jones, cut and shifted at 2.5)
// in the plane. One state costs one Monte Carlo run. To be honest poor experimenters we take small boxes, 36 disks, and
// measure for 50 sweeps only: the pressures come with errors that can be seen. 300 states, drawn by chance from
// $0.6 < T < 2$ and $0.05 < \rho < 0.7$, all above the critical temperature.

// %% id=runs
var lj = new LennardJones().cutAndShiftedAt(2.5);
record State(double T, double rho, double P) {}
State measure(double T, double rho, long sweeps, Rng rng) {
    var run = new Nvt(T).run(Fluid.squareLattice(6, rho), lj,
        Sweeps.of(sweeps).after(100), rng);
    return new State(T, rho, Arrays.stream(run.pressure()).average().orElseThrow());
}

// %% id=survey
List<State> survey(int n, long sweeps, Rng rng) {
    List<State> states = new ArrayList<>();
    for (int k = 0; k < n; k++)
        states.add(measure(0.6 + 1.4 * rng.nextDouble(),
            0.05 + 0.65 * rng.nextDouble(), sweeps, rng));
    return states;
}
var states = survey(300, 50, Rng.seeded(1));
states.get(0)

// %% id=survey-picture
var map = figure("300 short runs").axes("density ρ σ²", "pressure P σ² / ε");
void band(String name, double from, double to) {
    var some = states.stream().filter(s -> s.T() > from && s.T() < to).toList();
    map.points(name, some.stream().mapToDouble(State::rho).toArray(),
        some.stream().mapToDouble(State::P).toArray());
}
band("T below 1", 0, 1);
band("T from 1 to 1.5", 1, 1.5);
band("T above 1.5", 1.5, 3);
map

// %% [markdown] id=memory-text
// ## 2 A machine that makes no errors
//
// In the kit what we learn from is a table of `Observations`: rows of inputs, and the **target** of each. The simplest
// machine of all, the **nearest neighbour**, keeps the whole table. Asked for a state it looks up the most similar one, and
// says what was measured there. (More similar in what? $T$ and $\rho$ have different units; each is
// divided by its standard deviation first.)
//
// How good is it? Usual measures are the root mean square error, $\text{RMSE} = \sqrt{\langle (p - y)^2 \rangle}$ for
// predictions $p$ and the truth $y$; the mean of $|p - y|$, MAE; and
//
// $$R^2 = 1 - \frac{\sum (p - y)^2}{\sum (y - \bar y)^2},$$
//
// which compares with somebody who always says the mean: 1 is perfect, 0 is no better than that person, and it may well be
// negative. **Before you run the next cells:** what will the three be?

// %% id=observations
Observations table(List<State> states) {
    return new Observations(List.of("T", "rho"), states.stream()
            .map(s -> new double[]{s.T(), s.rho()}).toArray(double[][]::new),
        "P", states.stream().mapToDouble(s -> s.P()).toArray());
}
var data = table(states);
display(data);
var memory = new Knn(1).fit(data, Rng.seeded(2));
memory.score(data)

// %% [markdown] id=memory-answer
// No error at all, $R^2 = 1$. Of course: it has been asked for what it had learned by heart. Noise and all: it would have
// scored just so on random numbers.
//
// What we want to know is how it does on states that it *has not seen*. So a part of the table is locked away before
// anything else happens, the **test set**; the machine learns from the rest, the **training set**.

// %% id=split
var parts = data.split(0.7, Rng.seeded(3));
var train = parts.train();
var test = parts.test();
display("on " + train.size() + " known: "
    + new Knn(1).fit(train, Rng.seeded(2)).score(train));
display("on " + test.size() + " unknown: "
    + new Knn(1).fit(train, Rng.seeded(2)).score(test));

// %% [markdown] id=models-text
// That is an honest number. The split is by chance, for a table usually has an order (here it has none, but who knows), and
// the first 210 rows of a sorted table tell nothing of the last 90.
//
// ## 3 Five machines
//
// - **Neighbours**: the mean of the five nearest, each weighted with $1 / \text{distance}$.
// - **Forest**: a tree of yes-or-no questions ("$\rho > 0.43$?") that ends in leaves; in a leaf stands the mean of the few
//   training rows that arrive there. 200 trees, each from rows drawn anew with replacement; their mean (L. Breiman, 2001).
// - **Support vectors**: a sum of Gaussian bells on some of the rows, as flat as it can be while most rows lie within a
//   tube around it.
// - **Networks**, 2-32-32-1: one of Smile, a Java library that also grows the forest and solves for the support vectors;
//   and one of our own engine (lesson 11), with Adam.
//
// All have the same face: `fit(observations, rng)` gives something that can `predict` and `score`. **Before you run the next
// cells:** a smooth surface, 210 noisy points. Put the five in an order.

// %% id=models
Map<String, Regressor> models = new java.util.LinkedHashMap<>();
models.put("neighbours", new Knn(5).weightedByDistance());
models.put("forest", new Forest(200).withLeaf(2));
models.put("support vectors", new SupportVectors(10).withTube(0.02));
models.put("Smile's net", SmileMlp.of(32, 32));
models.put("our net", NeuralNetwork.of(32, 32).withEpochs(500));
Map<String, Fitted> fitted = new java.util.LinkedHashMap<>();
models.forEach((name, model) ->
    fitted.put(name, model.fit(train, Rng.seeded(4))));

// %% id=parity
var parity = figure("90 states that nobody has seen").guide("p = y", 0, 0, 4, 4)
    .axes("P measured", "P predicted");
for (String name : List.of("forest", "our net")) {
    parity.points(name, test.y(), fitted.get(name).predict(test.x()));
    parity.note(name + ": " + fitted.get(name).score(test));
}
captioned(parity, "Predicted against measured pressures: forest and network")

// %% id=beside
double[] rmse(Observations of) {
    return fitted.values().stream().mapToDouble(f -> f.score(of).rmse()).toArray();
}
captioned(bar("Errors of five machines", List.copyOf(fitted.keySet()))
    .bars("train", rmse(train)).bars("test", rmse(test))
    .axes("", "RMSE / (ε/σ²)"),
    "RMSE of five machines on training and test set")

// %% [markdown] id=beside-answer
// Look at the blue bars first, and forget them: the neighbours have none (a row at distance 0 counts alone), the forest's
// is half of its orange one. On unknown states the support vectors and the networks lie close together; the forest is last.
// Its leaves make steps, and steps are a poor way to draw a slope. (Forests shine where inputs are many, of all kinds, and
// not smooth.) Do not read more out of it: with another split the first four change places, as section 9 will show.

// %% [markdown] id=floor-text
// ## 4 The floor
//
// Can more effort bring the test's error down to nothing? The measured pressures have errors of their own. How large? Measure
// the same state twice: the difference of two results has twice the variance of one, so
//
// $$\text{floor} = \sqrt{\langle (P_1 - P_2)^2 \rangle / 2}.$$
//
// Who predicted the *exact* pressure would still miss the measured one by so much. No honest test error can lie much below
// this **noise floor**; if one does, look for a leak.

// %% id=floor
var again = Rng.seeded(18);
double floor = sqrt(states.subList(0, 100).stream().mapToDouble(s ->
    pow(measure(s.T(), s.rho(), 50, again).P() - s.P(), 2) / 2)
    .average().orElseThrow());
display("noise floor of the short runs: " + Digits.of(floor, 2));

// %% [markdown] id=exam-text
// But it says nothing against the models. To see how far they are from the truth we buy dear points: 100 new states, runs
// sixteen times as long. And a sixth competitor may sit the exam, who does not calculate at all but *measures* each
// state, by one short run. **Before you run the next cells:** machines that learned from bad data only: can they be better
// than their data?

// %% id=exam
var dear = survey(100, 800, Rng.seeded(5));
var exam = table(dear);
double[] shortRun = dear.stream()
    .mapToDouble(s -> measure(s.T(), s.rho(), 50, again).P()).toArray();

// %% id=exam-picture
List<String> names = new ArrayList<>(fitted.keySet());
names.add("a short run");
double[] marks = Arrays.copyOf(rmse(exam), 6);
marks[5] = Score.of(exam.y(), shortRun).rmse();
captioned(bar("100 long runs as judges", names, marks)
    .axes("", "RMSE / (ε/σ²)"),
    "RMSE of five machines and of a short run against long runs")

// %% [markdown] id=exam-answer
// On the test all five ended above the floor of 0.15, the best just above it. Yet before these judges *each* of them is better
// than a short run, the best one more than twice as good. **A model can be better than its data.** That is no magic. A smooth
// surface through many points averages over their errors, as the mean of ten measurements is better than each. (The short run
// has 0.19 here, the floor was 0.15: both numbers hang on a few dense states, where the pressure fluctuates most.)
//
// With targets that are noisy a test cannot show this. But independent errors add in squares, so one can subtract: a test
// error of 0.165 over a floor of 0.145 leaves $\sqrt{0.165^2 - 0.145^2} \approx 0.08$ for the model (exercise 7).

// %% [markdown] id=live-text
// ## 5 Overfitting, live
//
// A network with many weights and few points, an isotherm: twelve very short runs at $T = 1$, a network 1-64-64-1 (4,353
// weights), and Adam, who never tires. Twelve more runs, which it does not learn from, watch over it. **Before you run the
// next cells:** draw the two errors, on the twelve known and on the twelve unknown, against the time of training.

// %% id=isotherm
double[] rhos = IntStream.range(0, 24).mapToDouble(k -> 0.05 + 0.028 * k).toArray();
double[] P = Arrays.stream(rhos)
    .map(d -> measure(1, d, 24, Rng.seeded(round(1000 * d))).P()).toArray();
double[][] scaled = Arrays.stream(rhos)
    .mapToObj(d -> new double[]{(d - 0.37) / 0.2}).toArray(double[][]::new);
Examples every(int first) {
    int[] rows = IntStream.range(0, 12).map(k -> 2 * k + first).toArray();
    return Examples.of(Arrays.stream(rows).mapToObj(i -> scaled[i]).toArray(double[][]::new),
        Arrays.stream(rows).mapToDouble(i -> P[i]).toArray());
}

// %% id=live
var greedy = Training.of(Loss.MEAN_SQUARED_ERROR, new Adam(0.003))
    .withEpochs(4000).withBatch(12);
var wide = Network.of(1, new Dense(64), Activation.TANH, new Dense(64),
    Activation.TANH, new Dense(1)).model(Rng.seeded(6));
var history = greedy.fit(wide, every(0), every(1), Rng.seeded(7)).history();
captioned(figure("Known and unknown").logX().logY()
    .line("twelve known", history.numbers(), history.training())
    .line("twelve unknown", history.numbers(), history.validation())
    .axes("epoch", "mean square error / (ε/σ²)²"),
    "Mean square errors on known and unknown points against the epoch")

// %% id=film
double[] fine = IntStream.rangeClosed(0, 130).mapToDouble(k -> 0.05 + 0.005 * k).toArray();
Tensor everywhere = Tensor.column(Arrays.stream(fine)
    .map(d -> (d - 0.37) / 0.2).toArray());
var run = greedy.start(wide, every(0), null, Rng.seeded(7));
int[] moments = {1, 10, 30, 60, 200, 800, 2000, 3000, 4000};
List<double[]> curves = new ArrayList<>();
for (int moment : moments) {
    run.advance(moment - run.history().epochs().size());
    curves.add(run.result().model().predict(everywhere).column(0));
}

// %% id=film-picture
double[] half(double[] all, int first) {
    return IntStream.range(0, 12).mapToDouble(k -> all[2 * k + first]).toArray();
}
animation("Learning too much", moments.length, k ->
    figure("After " + moments[k] + " epochs").line("network", fine, curves.get(k))
        .points("known", half(rhos, 0), half(P, 0))
        .points("unknown", half(rhos, 1), half(P, 1))
        .axes("density ρ σ²", "pressure P σ² / ε").rangeY(-0.5, 2.5)).every(600)

// %% [markdown] id=live-answer
// At first both errors fall: what the network learns is true of both halves. Then the error on the unknown stays where it
// is and rises in the end, while the one on the known falls by three more powers of ten. From there on it learns *these
// twelve errors of measurement*; the film shows how the curve begins to visit each point. (The spikes at the end are
// Adam's, lesson 11.)
//
// The cure in practice is to watch a set that is not learned from, and to keep the weights of the best moment: **early
// stopping**. In the kit it is `NeuralNetwork.of(32, 32).withValidation(0.2, 50)`, which takes a fifth of the rows for that
// and ends after 50 epochs without progress. Mind that this fifth has then been used, and is no test set any more.

// %% [markdown] id=choose-text
// ## 6 How many neighbours?
//
// The same in a machine without time. With $k = 1$ the neighbours' mean follows each error of measurement; with $k = 100$ it
// is a flat, tired average. Dials such as $k$ that are not learned are called **hyper-parameters**. Who chooses $k$ by
// the training error takes 1. Who chooses it by the test set has *used* the test set: it is no longer unseen.
//
// The way out costs nothing but time. Deal the training rows into five **folds**; four teach, the fifth examines; each has
// its turn. This is **cross-validation**, and the test set stays locked. **Before you run the next cells:** where is the
// best $k$, roughly?

// %% id=choose
double[] ks = {1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 60, 80};
double[] known = new double[ks.length], crossed = new double[ks.length];
for (int i = 0; i < ks.length; i++) {
    var knn = new Knn((int) ks[i]);
    known[i] = knn.fit(train, Rng.seeded(8)).score(train).rmse();
    crossed[i] = CrossValidation.of(knn, train, 5, Rng.seeded(9)).overall().rmse();
}
figure("One dial").logX().line("training rows", ks, known)
    .line("5 folds", ks, crossed).axes("neighbours k", "RMSE / (ε/σ²)")

// %% id=chosen
int best = 0;
for (int i = 0; i < ks.length; i++) if (crossed[i] < crossed[best]) best = i;
var chosen = new Knn((int) ks[best]);
display("k = " + (int) ks[best] + ", "
    + CrossValidation.of(chosen, train, 5, Rng.seeded(9)));
display("and now, once, the test set: "
    + chosen.fit(train, Rng.seeded(8)).score(test));

// %% [markdown] id=chosen-answer
// Two branches: to the left the machine is too supple and learns noise (**overfitting**: a small error on known rows, a
// large one on unknown), to the right too stiff (**underfitting**: both are large). The `spread` tells how
// much the folds differ; two machines that differ by less are equals, whatever the last digit says.
//
// ## 7 Choosing is learning
//
// How bad is it to choose by the test set? Take twenty test results that are pure noise, and 500 fortune-tellers, each of
// whom draws twenty predictions from a hat and may then scale them as fits best. We publish the winner. **Before you run
// the next cell:** $R^2$ on the twenty? And on two thousand new ones?

// %% id=fortune
double[] noise(int n, Rng rng) { return rng.doubles(n).map(v -> v - 0.5).toArray(); }
double agreement(double[] a, double[] b) {
    double ab = 0, aa = 0, bb = 0;
    for (int i = 0; i < a.length; i++) {
        ab += a[i] * b[i];
        aa += a[i] * a[i];
        bb += b[i] * b[i];
    }
    return ab / sqrt(aa * bb);
}

// %% id=fortune-run
var hat = Rng.seeded(10);
double[] seen = noise(20, hat), unseen = noise(2000, hat);
double champion = 0, later = 0;
for (int k = 0; k < 500; k++) {
    double r = agreement(noise(20, hat), seen);
    double next = agreement(noise(2000, hat), unseen);
    if (r > champion) {
        champion = r;
        later = next;
    }
}
display("R² of the best of 500: " + Digits.of(champion * champion, 2));
display("R² of the same on new results: " + Digits.of(later * later, 1));

// %% [markdown] id=fortune-answer
// $R^2 = 0.38$ on the twenty results that were used to choose, and nothing on new ones. Nobody cheated; every one of the
// 500 was examined on data that it had not seen. But the *choice* has seen them. Each time you look at the test set and
// then change something, you hold such a contest. So: choose by cross-validation, and open the test set once.

// %% [markdown] id=leak-text
// ## 8 Leaks
//
// The test set can be used without being touched. Forty samples, 1,000 properties measured on each, and a target; *all of
// it random numbers*. A colleague keeps the ten properties that correlate best with the target, and then, very properly,
// cross-validates. **Before you run the next cells:** what $R^2$ will be reported? And if the choice is made anew within
// each fold?

// %% id=columns
double[][] thousand = new double[40][];
var lots = Rng.seeded(11);
for (int i = 0; i < 40; i++) thousand[i] = noise(1000, lots);
double[] target = noise(40, lots);
int[] tenBest(double[][] x, double[] y) {
    double[] score = IntStream.range(0, 1000).mapToDouble(j -> abs(agreement(
        Arrays.stream(x).mapToDouble(row -> row[j]).toArray(), y))).toArray();
    double tenth = Arrays.stream(score).sorted().toArray()[990];
    return IntStream.range(0, 1000).filter(j -> score[j] >= tenth).toArray();
}

// %% id=only
double[][] only(int[] columns, double[][] x) {
    return Arrays.stream(x).map(row -> Arrays.stream(columns)
        .mapToDouble(j -> row[j]).toArray()).toArray(double[][]::new);
}

// %% id=leak
var machine = new SupportVectors(1);
var leaky = Observations.of(only(tenBest(thousand, target), thousand), target);
display("chosen first:  " + CrossValidation.of(machine, leaky, 5, Rng.seeded(12)).overall());
Regressor careful = (rows, rng) -> {
    int[] columns = tenBest(rows.x(), rows.y());
    var inner = machine.fit(Observations.of(only(columns, rows.x()), rows.y()), rng);
    return x -> inner.predict(only(columns, x));
};
display("chosen inside: " + CrossValidation.of(careful, Observations.of(thousand, target),
    5, Rng.seeded(12)).overall());

// %% [markdown] id=leak-answer
// Six tenths of the variance of *nothing* explained, by a perfectly executed cross-validation. The choice of columns had
// seen all rows, those of the later examiners too. Done within each fold, on the rows that teach, the truth comes out, and
// it is negative: the machine is worse than somebody who always says the mean.
//
// The law is: **whatever is learned from the data belongs inside the fit**. The mean and the deviation by which inputs are
// scaled are learned from the data too. (That leak is small, for a mean does not tell much; it is a leak all the same, and
// in a short table with an outlier it is no longer small.) The regressors of the kit scale within `fit`, so that here it
// cannot happen; the exercises show how it happens elsewhere.
//
// One can catch a leak without reading the code. Think of the whole procedure as one piece that learns from `train` and
// predicts the rows of `test`; exercise 8 is about what may change its answer, and what may not.

// %% id=pipeline role=setup
interface Pipeline { double[] predict(Observations train, Observations test); }

// %% [markdown] id=relatives-text
// Another leak has no bug in any line: **relatives**. From each of 40 runs we note the pressure four times, a few sweeps
// apart. 160 rows! But four of them are nearly the same measurement. **Before you run the next cells:** which of the two
// errors below is the honest one, and which is smaller?

// %% id=relatives
List<double[]> inputs = new ArrayList<>();
List<Double> readings = new ArrayList<>();
var kin = Rng.seeded(13);
for (int k = 0; k < 40; k++) {
    double T = 0.6 + 1.4 * kin.nextDouble(), rho = 0.05 + 0.65 * kin.nextDouble();
    double[] series = new Nvt(T).run(Fluid.squareLattice(6, rho), lj,
        Sweeps.of(4).after(100), kin).pressure();
    for (int j = 0; j < 4; j++) {
        inputs.add(new double[]{T, rho});
        readings.add(series[j]);
    }
}
var related = Observations.of(inputs.toArray(double[][]::new),
    readings.stream().mapToDouble(v -> v).toArray());

// %% id=relatives-shown
display("rows dealt:  " + CrossValidation.of(new Knn(3), related, 5, Rng.seeded(14)).overall());
double[] guess = new double[160];
for (int fold = 0; fold < 5; fold++) {
    int f = fold;
    int[] held = IntStream.range(0, 160).filter(i -> i / 4 % 5 == f).toArray();
    int[] others = IntStream.range(0, 160).filter(i -> i / 4 % 5 != f).toArray();
    double[] p = new Knn(3).fit(related.pick(others), Rng.seeded(15))
        .predict(related.pick(held).x());
    for (int i = 0; i < held.length; i++) guess[held[i]] = p[i];
}
display("runs dealt:  " + Score.of(related.y(), guess));

// %% [markdown] id=relatives-answer
// If rows are dealt, most rows meet a brother in the training set, and the machine repeats what he said, with the
// fluctuation that they share. Deal whole runs, and the error is half as large again. That is what you will see on the next
// *new* run, and so it is the honest one. Frames of one trajectory, patches of one image, samples of one patient: all these
// are relatives.

// %% [markdown] id=curves-text
// ## 9 Would more data help?
//
// Or a better machine? The **learning curve** tells: the error against the number of rows learned from, each point from
// several splits, so that it has a spread. **Before you run the next cell:** the floor is a horizontal line. Which machine
// comes down to it first?

// %% id=curves
var sizes = List.of(10, 20, 40, 80, 220);
var falling = figure("Learning curves").logX().logY().axes("rows learned from", "RMSE on unknown rows");
for (String name : List.of("neighbours", "forest", "support vectors", "our net")) {
    var curve = LearningCurve.of(name.equals("forest") ? new Forest(40).withLeaf(2)
        : models.get(name), data, sizes, 5, 0.25, Rng.seeded(16));
    falling.errorBars(name, curve.sizes(), curve.points().stream()
        .map(p -> new Estimate(p.test().mean(), p.test().deviation())).toList());
}
falling.curve("noise floor", n -> floor, 10, 220).rangeY(0.1, 1);
captioned(falling, "RMSE of four machines against the rows learned from, with its spread over 5 splits")

// %% [markdown] id=curves-answer
// All come down, and not equally fast: with all its 220 rows the forest is about where the support vectors were with 40. The
// bars are not errors of the mean; they show how much five splits of the same data differ. With few rows they overlap
// nearly all, and who has made only one split could report any order.
//
// Two more things can be read. Where a curve lies far above the floor and still falls, more rows will help. Where it has
// reached the floor, more of the same rows help the test no more; then better *measurements* would.

// %% [markdown] id=beyond-text
// ## 10 Beyond the data
//
// All tests so far asked for states *among* those known. **Before you run the next cells:** the isotherm $T = 1.2$, which
// all know up to $\rho = 0.7$. Draw what a forest, the support vectors and a network will say for $\rho = 0.7$ to 0.9.
// A tree ends in a leaf; bells die out; a network of ReLUs is made of straight pieces.

// %% id=beyond
double[] far = IntStream.rangeClosed(0, 90).mapToDouble(k -> 0.01 * k).toArray();
double[][] isotherm = Arrays.stream(far).mapToObj(d -> new double[]{1.2, d})
    .toArray(double[][]::new);
double[] places = IntStream.rangeClosed(1, 17).mapToDouble(k -> 0.05 * k).toArray();
double[] proof = Arrays.stream(places)
    .map(d -> measure(1.2, d, 1000, Rng.seeded(17)).P()).toArray();
var beyond = figure("Beyond ρ = 0.7 nobody has data").rangeY(0, 7)
    .axes("density ρ σ²", "pressure P σ² / ε").points("measured", places, proof);
for (String name : List.of("neighbours", "forest", "support vectors", "our net"))
    beyond.line(name, far, fitted.get(name).predict(isotherm));
captioned(beyond, "An isotherm within the data and beyond: four machines")

// %% [markdown] id=beyond-answer
// Neighbours and forest say for ever what they said last. The support vectors bend back to the mean of all they know. The
// network of ReLUs goes straight on. The fluid has its own mind: disks get in each other's way, and the pressure shoots up.
// All four had the same data and good marks, and **none of them gave a warning**. A test set drawn from the same states as
// the training set cannot give one either. Before you trust a prediction look whether it lies among the data.
//
// One more thing can be done, and it is physics. At low density every fluid is an ideal gas, $P = \rho T$. So let the machine
// learn only what we do not know, $Z = P / \rho T$, and give the rest by hand. The wrapper is short, for a regressor is a
// lambda. **Before you run the next cells:** will this help within the data, beyond them, or both?

// %% id=physics
Regressor knowing(Regressor inner) {
    return (rows, rng) -> {
        double[][] x = rows.x();
        double[] Z = rows.y();
        for (int i = 0; i < Z.length; i++) Z[i] /= x[i][0] * x[i][1];
        var learned = inner.fit(Observations.of(x, Z), rng);
        return q -> Arrays.stream(q)
            .mapToDouble(s -> s[0] * s[1] * learned.predictOne(s)).toArray();
    };
}

// %% id=physics-curves
var vectors = models.get("support vectors");
var alone = LearningCurve.of(vectors, data, sizes, 12, 0.25, Rng.seeded(19));
var helped = LearningCurve.of(knowing(vectors), data, sizes, 12, 0.25, Rng.seeded(19));
figure("What one line of physics is worth").logX().logY()
    .line("support vectors", alone.sizes(), alone.test())
    .line("with the ideal gas", helped.sizes(), helped.test())
    .curve("noise floor", n -> floor, 10, 220).rangeY(0.1, 1)
    .axes("rows learned from", "RMSE on unknown rows")

// %% id=physics-picture
var wise = knowing(models.get("our net")).fit(train, Rng.seeded(4));
captioned(figure("A network that knows the ideal gas").rangeY(0, 7)
    .axes("density ρ σ²", "pressure P σ² / ε").points("measured", places, proof)
    .line("our net", far, fitted.get("our net").predict(isotherm))
    .line("with the ideal gas", far, wise.predict(isotherm)),
    "An isotherm within the data and beyond: a network alone, and one that is given the ideal gas")

// %% [markdown] id=physics-answer
// With ten rows the error falls from 0.44 to 0.32, which otherwise takes twice as many rows; with 220 both are equal, for
// then the data have told by themselves what the formula says. And beyond the data it hardly helps: the ideal gas is the
// physics of *low* density. Physics helps where data are few, if it is the physics of that place.

// %% [markdown] id=learned
// ## What we learned
//
// - The error on known rows says nothing; a test set says something *once*.
// - The noise of the data is a floor for the test, and not for the model.
// - Overfitting: the error on the known falls, that on the unknown rises.
// - Dials are chosen by cross-validation within the training set. Choosing is learning.
// - Whatever is learned from data, scaling included, belongs inside the fit. Relatives stay together.
// - Machines interpolate. Beyond the data they guess, each in its own way, and without a warning.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Eight honest numbers
//
// Where a generator is handed to you, all chance has to come from it. The kit's `Observations`, `Regressor`,
// `CrossValidation` and the machines of the lecture are there for you, and `CrossValidation.of(regressor, data, 5,
// rng).overall().rmse()` is a number.

// %% [markdown] id=r2-task
// ### 1 R² (2 points)
//
// Write `rSquared(truth, predicted)`, $1 - \sum (p - y)^2 / \sum (y - \bar y)^2$.

// %% id=r2 role=answer
double rSquared(double[] truth, double[] predicted) {
    // BEGIN SOLUTION
    double mean = Arrays.stream(truth).average().orElseThrow();
    double squares = 0, scatter = 0;
    for (int i = 0; i < truth.length; i++) {
        squares += pow(predicted[i] - truth[i], 2);
        scatter += pow(truth[i] - mean, 2);
    }
    return 1 - squares / scatter;
    // END SOLUTION
}

// %% [markdown] id=r2-hint role=hint of=r2
// Two sums. Of which of the two arrays is $\bar y$ the mean?

// %% [markdown] id=r2-hint-2 role=hint of=r2
// First $\bar y$, the mean of `truth`, in a loop of its own; then `squares` and `scatter` in a second one.

// %% id=r2-test role=test of=r2 points=2
checkNear(rSquared(new double[]{1, 2, 3}, new double[]{1, 2, 3}), 1, 1e-12, "perfect predictions");
checkNear(rSquared(new double[]{1, 2, 3}, new double[]{2, 2, 2}), 0, 1e-12,
    "always the mean of the truth");
checkNear(rSquared(new double[]{1, 2, 3}, new double[]{11, 12, 13}), -149, 1e-9,
    "all too large by 10", "a correlation does not see that");
// BEGIN HIDDEN TESTS
double[] truth1 = {0.3, -1.2, 2.5, 4, 0.9}, said1 = {1.3, 0.2, 2.9, 5.5, 1.4};
checkNear(rSquared(truth1, said1), Score.of(truth1, said1).r2(), 1e-12, "five predictions, against the kit");
checkNear(rSquared(new double[]{4, 4, 4, 8}, new double[]{1, 1, 1, 1}), 1 - 76.0 / 12, 1e-12, "always 1");
// END HIDDEN TESTS

// %% id=r2-wrong-mean role=wrong of=r2
double rSquared(double[] truth, double[] predicted) {
    double mean = Arrays.stream(predicted).average().orElseThrow();
    double squares = 0, scatter = 0;
    for (int i = 0; i < truth.length; i++) {
        squares += pow(predicted[i] - truth[i], 2);
        scatter += pow(truth[i] - mean, 2);
    }
    return 1 - squares / scatter;
}

// %% id=r2-wrong-correlation role=wrong of=r2
double rSquared(double[] truth, double[] predicted) {
    double a = Arrays.stream(truth).average().orElseThrow();
    double b = Arrays.stream(predicted).average().orElseThrow();
    double ab = 0, aa = 0, bb = 1e-300;
    for (int i = 0; i < truth.length; i++) {
        ab += (truth[i] - a) * (predicted[i] - b);
        aa += pow(truth[i] - a, 2);
        bb += pow(predicted[i] - b, 2);
    }
    return ab * ab / (aa * bb);
}

// %% id=r2-wrong-explained role=wrong of=r2
double rSquared(double[] truth, double[] predicted) {
    double mean = Arrays.stream(truth).average().orElseThrow();
    double explained = 0, scatter = 0;
    for (int i = 0; i < truth.length; i++) {
        explained += pow(predicted[i] - mean, 2);
        scatter += pow(truth[i] - mean, 2);
    }
    return explained / scatter;
}

// %% [markdown] id=scaled-task
// ### 2 Find the bug: scaling that leaks (2 points)
//
// This brings each column to mean 0 and standard deviation 1 (of $n$), and returns the scaled training rows and the scaled
// test rows.
//
// ```java
// double[][][] scaled(double[][] train, double[][] test) {
//     double[][] all = Stream.concat(Arrays.stream(train), Arrays.stream(test)).toArray(double[][]::new);
//     double[][][] z = {new double[train.length][], new double[test.length][]};
//     for (int i = 0; i < train.length; i++) z[0][i] = train[i].clone();
//     for (int i = 0; i < test.length; i++) z[1][i] = test[i].clone();
//     for (int j = 0; j < all[0].length; j++) {
//         double mean = 0, square = 0;
//         for (double[] row : all) mean += row[j] / all.length;
//         for (double[] row : all) square += pow(row[j] - mean, 2) / all.length;
//         for (double[][] part : z)
//             for (double[] row : part) row[j] = (row[j] - mean) / sqrt(square);
//     }
//     return z;
// }
// ```
//
// Its author finds that predictions of a test row change when other test rows are left out. Write it as it was meant. And
// there is a second bug: a column that does not vary in what was learned from should only be moved, not divided.

// %% id=scaled-answer role=answer
double[][][] scaled(double[][] train, double[][] test) {
    // BEGIN SOLUTION
    double[][][] z = {new double[train.length][], new double[test.length][]};
    for (int i = 0; i < train.length; i++) z[0][i] = train[i].clone();
    for (int i = 0; i < test.length; i++) z[1][i] = test[i].clone();
    for (int j = 0; j < train[0].length; j++) {
        double mean = 0, square = 0;
        for (double[] row : train) mean += row[j] / train.length;
        for (double[] row : train) square += pow(row[j] - mean, 2) / train.length;
        double deviation = square > 0 ? sqrt(square) : 1;
        for (double[][] part : z)
            for (double[] row : part) row[j] = (row[j] - mean) / deviation;
    }
    return z;
    // END SOLUTION
}

// %% [markdown] id=scaled-hint role=hint of=scaled-answer
// From which rows may a mean be learned? And which rows have to be moved by it?

// %% [markdown] id=scaled-hint-2 role=hint of=scaled-answer
// Mean and deviation from `train` alone; *both* parts are moved and divided by these same two numbers.

// %% [markdown] id=scaled-hint-3 role=hint of=scaled-answer
// `double deviation = square > 0 ? sqrt(square) : 1;`

// %% id=scaled-test role=test of=scaled-answer points=2
double[][] train2 = {{0, 5}, {2, 5}}, test2 = {{3, 5}, {7, 6}};
double[][][] z2 = scaled(train2, test2);
checkNear(z2[0], new double[][]{{-1, 0}, {1, 0}}, 1e-12, "training rows 0, 5 and 2, 5",
    "the first column has mean 1 and deviation 1, the second does not vary");
checkNear(z2[1], new double[][]{{2, 0}, {6, 1}}, 1e-12, "test rows 3, 5 and 7, 6",
    "by the mean and the deviation of the training rows");
checkNear(train2[0], new double[]{0, 5}, 0, "your input after that", "work on copies");
// BEGIN HIDDEN TESTS
var rng2 = Rng.seeded(102);
double[][] more2 = Stream.generate(() -> new double[]{1e3 * rng2.nextGaussian(), rng2.nextDouble(), 3})
    .limit(26).toArray(double[][]::new);
double[][] first2 = Arrays.copyOf(more2, 16), last2 = Arrays.copyOfRange(more2, 16, 26);
checkNear(scaled(first2, last2)[0], Scaler.of(first2).apply(first2), 1e-9, "16 training rows, against the kit");
checkNear(scaled(first2, last2)[1], Scaler.of(first2).apply(last2), 1e-9, "10 test rows, against the kit");
// END HIDDEN TESTS

// %% id=scaled-wrong-as-given role=wrong of=scaled-answer
double[][][] scaled(double[][] train, double[][] test) {
    double[][] all = Stream.concat(Arrays.stream(train), Arrays.stream(test)).toArray(double[][]::new);
    double[][][] z = {new double[train.length][], new double[test.length][]};
    for (int i = 0; i < train.length; i++) z[0][i] = train[i].clone();
    for (int i = 0; i < test.length; i++) z[1][i] = test[i].clone();
    for (int j = 0; j < all[0].length; j++) {
        double mean = 0, square = 0;
        for (double[] row : all) mean += row[j] / all.length;
        for (double[] row : all) square += pow(row[j] - mean, 2) / all.length;
        for (double[][] part : z)
            for (double[] row : part) row[j] = (row[j] - mean) / sqrt(square);
    }
    return z;
}

// %% id=scaled-wrong-each role=wrong of=scaled-answer
double[][][] scaled(double[][] train, double[][] test) {
    return new double[][][]{Scaler.of(train).apply(train), Scaler.of(test).apply(test)};
}

// %% id=scaled-wrong-nought role=wrong of=scaled-answer
double[][][] scaled(double[][] train, double[][] test) {
    double[][][] z = {new double[train.length][], new double[test.length][]};
    for (int i = 0; i < train.length; i++) z[0][i] = train[i].clone();
    for (int i = 0; i < test.length; i++) z[1][i] = test[i].clone();
    for (int j = 0; j < train[0].length; j++) {
        double mean = 0, square = 0;
        for (double[] row : train) mean += row[j] / train.length;
        for (double[] row : train) square += pow(row[j] - mean, 2) / train.length;
        for (double[][] part : z)
            for (double[] row : part) row[j] = (row[j] - mean) / sqrt(square);
    }
    return z;
}

// %% id=scaled-wrong-train-only role=wrong of=scaled-answer
double[][][] scaled(double[][] train, double[][] test) {
    return new double[][][]{Scaler.of(train).apply(train), test};
}

// %% [markdown] id=folds-task
// ### 3 Folds (2 points)
//
// Write `folds(n, k, rng)`: for each of `n` rows the number of its fold, 0 to `k - 1`. Rows are dealt by chance, and the
// folds have the same size, within one row.

// %% id=folds role=answer
int[] folds(int n, int k, Rng rng) {
    // BEGIN SOLUTION
    int[] fold = new int[n];
    for (int i = 0; i < n; i++) {
        int j = rng.nextInt(i + 1);
        fold[i] = fold[j];
        fold[j] = i % k;
    }
    return fold;
    // END SOLUTION
}

// %% [markdown] id=folds-hint role=hint of=folds
// First let the sizes be right, then let chance in: what does it change if you exchange the folds of two rows?

// %% [markdown] id=folds-hint-2 role=hint of=folds
// Begin with `i % k`. Then, for `i` from `n - 1` down to 1, exchange the entries `i` and `rng.nextInt(i + 1)`.

// %% id=folds-test role=test of=folds points=2
void checkSizes(int n, int k, Rng rng) {
    int[] fold = folds(n, k, rng), size = new int[k];
    checkEqual(fold.length, n, "rows that got a fold");
    for (int f : fold) {
        check(f >= 0 && f < k, "a row is in fold " + f + "; there are 0 to " + (k - 1));
        size[f]++;
    }
    for (int s : size) check(s == n / k || s == (n + k - 1) / k,
        n + " rows in " + k + " folds: sizes " + Arrays.toString(size));
}
checkSizes(10, 5, Rng.seeded(103));
checkSizes(23, 4, Rng.seeded(104));
int together3 = 0;
for (int seed = 0; seed < 400; seed++) {
    int[] fold = folds(20, 5, Rng.seeded(seed));
    if (fold[0] == fold[5]) together3++;
}
check(together3 > 25 && together3 < 110, "rows 0 and 5 of 20 are in the same of 5 folds " + together3
    + " times in 400; by chance it is about 63 times (the bounds are 5 sigma)");
// BEGIN HIDDEN TESTS
checkSizes(7, 7, Rng.seeded(105));
checkSizes(100, 3, Rng.seeded(106));
int beside3 = 0;
for (int seed = 0; seed < 400; seed++) {
    int[] fold = folds(20, 5, Rng.seeded(1000 + seed));
    if (fold[0] == fold[1]) beside3++;
}
check(beside3 > 25 && beside3 < 110, "rows 0 and 1 of 20 are in the same of 5 folds " + beside3
    + " times in 400; by chance it is about 63 times");
// END HIDDEN TESTS

// %% id=folds-wrong-dice role=wrong of=folds
int[] folds(int n, int k, Rng rng) {
    return IntStream.range(0, n).map(i -> rng.nextInt(k)).toArray();
}

// %% id=folds-wrong-in-turn role=wrong of=folds
int[] folds(int n, int k, Rng rng) {
    return IntStream.range(0, n).map(i -> i % k).toArray();
}

// %% id=folds-wrong-blocks role=wrong of=folds
int[] folds(int n, int k, Rng rng) {
    return IntStream.range(0, n).map(i -> i * k / n).toArray();
}

// %% id=folds-wrong-rest role=wrong of=folds
int[] folds(int n, int k, Rng rng) {
    int[] fold = new int[n];
    for (int i = 0; i < n; i++) {
        int j = rng.nextInt(i + 1);
        fold[i] = fold[j];
        fold[j] = min(i / (n / k), k - 1);
    }
    return fold;
}

// %% [markdown] id=relatives-task
// ### 4 Relatives stay together (2 points)
//
// `run[i]` is the number of the run that row `i` comes from; any numbers, in any order. Write `foldsOfRuns(run, k, rng)`:
// for each row the number of its fold, 0 to `k - 1`, so that all rows of a run are in one fold. Runs are dealt by chance,
// and each fold gets the same number of *runs*, within one.

// %% id=relatives-answer-code role=answer
int[] foldsOfRuns(int[] run, int k, Rng rng) {
    // BEGIN SOLUTION
    int[] names = Arrays.stream(run).distinct().sorted().toArray();
    int[] fold = folds(names.length, k, rng);
    return Arrays.stream(run).map(name -> fold[Arrays.binarySearch(names, name)]).toArray();
    // END SOLUTION
}

// %% [markdown] id=relatives-hint role=hint of=relatives-answer-code
// What is dealt here? Not rows. How many different runs are there?

// %% [markdown] id=relatives-hint-2 role=hint of=relatives-answer-code
// `Arrays.stream(run).distinct().toArray()` are the runs, `folds` of exercise 3 deals them, and each row asks for the fold
// of its run.

// %% id=relatives-test role=test of=relatives-answer-code points=2
void checkRuns(int[] run, int k, Rng rng) {
    int[] fold = foldsOfRuns(run, k, rng), size = new int[k];
    checkEqual(fold.length, run.length, "rows that got a fold");
    Map<Integer, Integer> of = new HashMap<>();
    for (int i = 0; i < run.length; i++) {
        Integer known = of.putIfAbsent(run[i], fold[i]);
        if (known == null) size[fold[i]]++;
        else checkEqual(fold[i], known, "the fold of row " + i + ", of run " + run[i],
            "an earlier row of this run is in another fold");
    }
    for (int s : size) check(s == of.size() / k || s == (of.size() + k - 1) / k,
        of.size() + " runs in " + k + " folds: " + Arrays.toString(size) + " runs each");
}
checkRuns(new int[]{7, 7, 7, 3, 3, 3, 900, 900, 12, 12}, 2, Rng.seeded(107));
checkRuns(new int[]{1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6}, 3, Rng.seeded(108));
int apart4 = 0;
for (int seed = 0; seed < 200; seed++) {
    int[] fold = foldsOfRuns(new int[]{1, 1, 2, 2, 3, 3, 4, 4}, 2, Rng.seeded(seed));
    if (fold[0] != fold[4]) apart4++;
}
check(apart4 > 98 && apart4 < 168, "runs 1 and 3 of four are in different folds of two "
    + apart4 + " times in 200; by chance it is about 133 times (the bounds are 5 sigma)");
// BEGIN HIDDEN TESTS
checkRuns(IntStream.range(0, 120).map(i -> 10 * (i / 4)).toArray(), 5, Rng.seeded(109));
checkRuns(IntStream.range(0, 50).map(i -> (int) sqrt(i)).toArray(), 3, Rng.seeded(110));
checkRuns(new int[]{-5, 4, -5, 4, 8}, 3, Rng.seeded(111));
// END HIDDEN TESTS

// %% id=relatives-wrong-rows role=wrong of=relatives-answer-code
int[] foldsOfRuns(int[] run, int k, Rng rng) {
    return folds(run.length, k, rng);
}

// %% id=relatives-wrong-remainder role=wrong of=relatives-answer-code
int[] foldsOfRuns(int[] run, int k, Rng rng) {
    return Arrays.stream(run).map(name -> Math.floorMod(name, k)).toArray();
}

// %% id=relatives-wrong-dice role=wrong of=relatives-answer-code
int[] foldsOfRuns(int[] run, int k, Rng rng) {
    Map<Integer, Integer> fold = new HashMap<>();
    return Arrays.stream(run).map(name -> fold.computeIfAbsent(name, any -> rng.nextInt(k))).toArray();
}

// %% id=relatives-wrong-blocks role=wrong of=relatives-answer-code
int[] foldsOfRuns(int[] run, int k, Rng rng) {
    return IntStream.range(0, run.length).map(i -> i * k / run.length).toArray();
}

// %% [markdown] id=nearest-task
// ### 5 The nearest neighbours (2 points)
//
// Write `nearest(x, y, query, k)`: the mean target of the `k` rows of `x` that are nearest to `query`, by Euclid's distance
// over all columns. `x` and `y` belong to somebody else.

// %% id=nearest role=answer
double nearest(double[][] x, double[] y, double[] query, int k) {
    // BEGIN SOLUTION
    double[] square = new double[x.length];
    for (int i = 0; i < x.length; i++)
        for (int j = 0; j < query.length; j++) square[i] += pow(x[i][j] - query[j], 2);
    return IntStream.range(0, x.length).boxed()
        .sorted(java.util.Comparator.comparingDouble(i -> square[i]))
        .limit(k).mapToDouble(i -> y[i]).average().orElseThrow();
    // END SOLUTION
}

// %% [markdown] id=nearest-hint role=hint of=nearest
// Sort the *numbers of the rows* by their distances. Sorted distances alone no longer know their targets.

// %% [markdown] id=nearest-hint-2 role=hint of=nearest
// `IntStream.range(0, x.length).boxed().sorted(java.util.Comparator.comparingDouble(i -> square[i])).limit(k)` are the
// rows; map them to their targets and take the average.

// %% id=nearest-test role=test of=nearest points=2
double[][] x5 = {{0, 0}, {0, 3}, {4, 0}, {1, 1}};
double[] y5 = {10, 20, 30, 40};
checkNear(nearest(x5, y5, new double[]{0, 0.1}, 1), 10, 1e-12, "the nearest to (0, 0.1)");
checkNear(nearest(x5, y5, new double[]{0, 0.1}, 2), 25, 1e-12, "the two nearest to (0, 0.1)");
checkNear(nearest(x5, y5, new double[]{0, 0.1}, 4), 25, 1e-12, "all four");
checkNear(nearest(x5, y5, new double[]{2.5, 2}, 1), 40, 1e-12, "the nearest to (2.5, 2)",
    "both columns count");
checkNear(y5, new double[]{10, 20, 30, 40}, 0, "the targets after that");
// BEGIN HIDDEN TESTS
var rng5 = Rng.seeded(112);
double[][] many5 = Stream.generate(() -> new double[]{rng5.nextDouble(), rng5.nextDouble(), rng5.nextDouble()})
    .limit(50).toArray(double[][]::new);
double[] targets5 = rng5.doubles(50).toArray();
var kit5 = new Knn(7).unscaled().fit(Observations.of(many5, targets5), Rng.seeded(1));
for (int trial = 0; trial < 20; trial++) {
    double[] query = {rng5.nextDouble(), rng5.nextDouble(), rng5.nextDouble()};
    checkNear(nearest(many5, targets5, query, 7), kit5.predictOne(query), 1e-9, "7 of 50 rows, against the kit");
}
// END HIDDEN TESTS

// %% id=nearest-wrong-sum role=wrong of=nearest
double nearest(double[][] x, double[] y, double[] query, int k) {
    double[] square = new double[x.length];
    for (int i = 0; i < x.length; i++)
        for (int j = 0; j < query.length; j++) square[i] += pow(x[i][j] - query[j], 2);
    return IntStream.range(0, x.length).boxed().sorted(java.util.Comparator.comparingDouble(i -> square[i]))
        .limit(k).mapToDouble(i -> y[i]).sum();
}

// %% id=nearest-wrong-column role=wrong of=nearest
double nearest(double[][] x, double[] y, double[] query, int k) {
    return IntStream.range(0, x.length).boxed()
        .sorted(java.util.Comparator.comparingDouble(i -> abs(x[i][0] - query[0])))
        .limit(k).mapToDouble(i -> y[i]).average().orElseThrow();
}

// %% id=nearest-wrong-sign role=wrong of=nearest
double nearest(double[][] x, double[] y, double[] query, int k) {
    double[] off = new double[x.length];
    for (int i = 0; i < x.length; i++)
        for (int j = 0; j < query.length; j++) off[i] += x[i][j] - query[j];
    return IntStream.range(0, x.length).boxed().sorted(java.util.Comparator.comparingDouble(i -> abs(off[i])))
        .limit(k).mapToDouble(i -> y[i]).average().orElseThrow();
}

// %% id=nearest-wrong-farthest role=wrong of=nearest
double nearest(double[][] x, double[] y, double[] query, int k) {
    double[] square = new double[x.length];
    for (int i = 0; i < x.length; i++)
        for (int j = 0; j < query.length; j++) square[i] -= pow(x[i][j] - query[j], 2);
    return IntStream.range(0, x.length).boxed().sorted(java.util.Comparator.comparingDouble(i -> square[i]))
        .limit(k).mapToDouble(i -> y[i]).average().orElseThrow();
}

// %% [markdown] id=choose-task
// ### 6 An honest choice (3 points)
//
// Write `choose(candidates, train, test, rng)`. Of these regressors it takes the one with the smallest RMSE in a five-fold
// cross-validation of the training set, fits it to *all* training rows, and says which it was (from 0) and its RMSE on the
// test set.

// %% id=choice role=answer
record Choice(int which, double rmse) {}
Choice choose(List<Regressor> candidates, Observations train, Observations test, Rng rng) {
    // BEGIN SOLUTION
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < candidates.size(); c++) {
        double rmse = CrossValidation.of(candidates.get(c), train, 5, rng).overall().rmse();
        if (rmse < least) {
            least = rmse;
            best = c;
        }
    }
    return new Choice(best, candidates.get(best).fit(train, rng).score(test).rmse());
    // END SOLUTION
}

// %% [markdown] id=choice-hint role=hint of=choice
// Which of the two tables is needed for the choice? When is the other one unlocked, and how many times?

// %% [markdown] id=choice-hint-2 role=hint of=choice
// A loop over the candidates with `CrossValidation.of(candidate, train, 5, rng).overall().rmse()`. After the loop one
// `fit(train, rng)` and one `score(test)`.

// %% id=choice-test role=test of=choice points=3
Observations wave(int n, double from, Rng rng) {
    double[][] x = new double[n][1];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
        x[i][0] = from + 3 * rng.nextDouble();
        y[i] = sin(x[i][0]) + 0.3 * rng.nextGaussian();
    }
    return Observations.of(x, y);
}
Observations train6 = wave(100, 0, Rng.seeded(113)), test6 = wave(50, 0, Rng.seeded(114));
List<Regressor> three6 = List.of(new Knn(1), new Knn(12), new Knn(75));
Choice taken6 = choose(three6, train6, test6, Rng.seeded(115));
checkEqual(taken6.which(), 1, "the choice between 1, 12 and 75 neighbours",
    "the training error is smallest for 1 neighbour, for it knows all by heart");
checkNear(taken6.rmse(), new Knn(12).fit(train6, Rng.seeded(1)).score(test6).rmse(), 1e-9,
    "the RMSE on the test set", "of a fit to all training rows");
int[] asked6 = {0};
Regressor spy6 = (rows, rng) -> x -> {
    if (x.length == 50) asked6[0]++;
    return new double[x.length];
};
choose(List.of(spy6, spy6, spy6), train6, test6, Rng.seeded(116));
checkEqual(asked6[0], 1, "how many times the test set was predicted");
// BEGIN HIDDEN TESTS
Observations far6 = wave(50, 30, Rng.seeded(117));
Regressor lucky6 = (rows, rng) -> x -> Arrays.stream(x).mapToDouble(row -> row[0] > 5 ? sin(row[0]) : 7).toArray();
Choice other6 = choose(List.of(lucky6, new Knn(75), new Knn(12)), train6, far6, Rng.seeded(118));
checkEqual(other6.which(), 2, "the choice where another one happens to be best on the test set");
checkNear(other6.rmse(), new Knn(12).fit(train6, Rng.seeded(1)).score(far6).rmse(), 1e-9, "its RMSE");
checkEqual(choose(List.of(new Knn(3)), train6, test6, Rng.seeded(119)).which(), 0, "a choice of one");
// END HIDDEN TESTS

// %% id=choice-wrong-test role=wrong of=choice
record Choice(int which, double rmse) {}
Choice choose(List<Regressor> candidates, Observations train, Observations test, Rng rng) {
    Choice best = new Choice(0, Double.POSITIVE_INFINITY);
    for (int c = 0; c < candidates.size(); c++) {
        double rmse = candidates.get(c).fit(train, rng).score(test).rmse();
        if (rmse < best.rmse()) best = new Choice(c, rmse);
    }
    return best;
}

// %% id=choice-wrong-train role=wrong of=choice
record Choice(int which, double rmse) {}
Choice choose(List<Regressor> candidates, Observations train, Observations test, Rng rng) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < candidates.size(); c++) {
        double rmse = candidates.get(c).fit(train, rng).score(train).rmse();
        if (rmse < least) {
            least = rmse;
            best = c;
        }
    }
    return new Choice(best, candidates.get(best).fit(train, rng).score(test).rmse());
}

// %% id=choice-wrong-crossed role=wrong of=choice
record Choice(int which, double rmse) {}
Choice choose(List<Regressor> candidates, Observations train, Observations test, Rng rng) {
    Choice best = new Choice(0, Double.POSITIVE_INFINITY);
    for (int c = 0; c < candidates.size(); c++) {
        double rmse = CrossValidation.of(candidates.get(c), train, 5, rng).overall().rmse();
        if (rmse < best.rmse()) best = new Choice(c, rmse);
    }
    return best;
}

// %% id=choice-wrong-part role=wrong of=choice
record Choice(int which, double rmse) {}
Choice choose(List<Regressor> candidates, Observations train, Observations test, Rng rng) {
    var parts = train.split(0.8, rng);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < candidates.size(); c++) {
        double rmse = candidates.get(c).fit(parts.train(), rng).score(parts.test()).rmse();
        if (rmse < least) {
            least = rmse;
            best = c;
        }
    }
    return new Choice(best, candidates.get(best).fit(parts.train(), rng).score(test).rmse());
}

// %% [markdown] id=noise-task
// ### 7 The model's own error (2 points)
//
// A test's error has two sources, the model and the measurement. They are independent, so their *squares* add: the mean
// square error is the model's mean square error plus the mean of $\sigma_i^2$. Write `withoutNoise(predicted, measured,
// sigma)`: the model's own RMSE. Where chance would make its square negative, the answer is 0.

// %% id=noise-answer role=answer
double withoutNoise(double[] predicted, double[] measured, double[] sigma) {
    // BEGIN SOLUTION
    double square = 0;
    for (int i = 0; i < sigma.length; i++)
        square += (pow(predicted[i] - measured[i], 2) - sigma[i] * sigma[i]) / sigma.length;
    return sqrt(max(0, square));
    // END SOLUTION
}

// %% [markdown] id=noise-hint role=hint of=noise-answer
// A model misses by 4 and the measurement by 3. By how much do they differ, on average? (Not by 7.)

// %% [markdown] id=noise-hint-2 role=hint of=noise-answer
// The mean of $(p_i - y_i)^2 - \sigma_i^2$ over all rows, at least 0, and the root of it.

// %% id=noise-test role=test of=noise-answer points=2
checkNear(withoutNoise(new double[]{5, 5}, new double[]{0, 10}, new double[]{3, 3}), 4, 1e-12,
    "errors of 5 where the noise is 3", "squares are subtracted, 25 - 9");
checkNear(withoutNoise(new double[]{1, 2}, new double[]{1, 2}, new double[]{3, 3}), 0, 1e-12,
    "no error at all where the noise is 3", "0, and not NaN");
// BEGIN HIDDEN TESTS
checkNear(withoutNoise(new double[]{5, 5}, new double[]{0, 10}, new double[]{0, 4}), sqrt(17), 1e-12,
    "errors of 5 where the noise is 0 and 4");
var rng7 = Rng.seeded(120);
double[] measured7 = new double[20_000], sigma7 = new double[20_000], said7 = new double[20_000];
for (int i = 0; i < 20_000; i++) {
    sigma7[i] = 1.5 * rng7.nextDouble();
    measured7[i] = sigma7[i] * rng7.nextGaussian();
    said7[i] = i % 2 == 0 ? 0.5 : -0.5;
}
checkNear(withoutNoise(said7, measured7, sigma7), 0.5, 0.08, "a model that is off by 0.5");
// END HIDDEN TESTS

// %% id=noise-wrong-roots role=wrong of=noise-answer
double withoutNoise(double[] predicted, double[] measured, double[] sigma) {
    double error = 0, noise = 0;
    for (int i = 0; i < sigma.length; i++) {
        error += pow(predicted[i] - measured[i], 2) / sigma.length;
        noise += sigma[i] * sigma[i] / sigma.length;
    }
    return max(0, sqrt(error) - sqrt(noise));
}

// %% id=noise-wrong-mean role=wrong of=noise-answer
double withoutNoise(double[] predicted, double[] measured, double[] sigma) {
    double error = 0;
    for (int i = 0; i < sigma.length; i++) error += pow(predicted[i] - measured[i], 2) / sigma.length;
    double noise = Arrays.stream(sigma).average().orElseThrow();
    return sqrt(max(0, error - noise * noise));
}

// %% id=noise-wrong-negative role=wrong of=noise-answer
double withoutNoise(double[] predicted, double[] measured, double[] sigma) {
    double square = 0;
    for (int i = 0; i < sigma.length; i++)
        square += (pow(predicted[i] - measured[i], 2) - sigma[i] * sigma[i]) / sigma.length;
    return sqrt(square);
}

// %% id=noise-wrong-each role=wrong of=noise-answer
double withoutNoise(double[] predicted, double[] measured, double[] sigma) {
    double square = 0;
    for (int i = 0; i < sigma.length; i++)
        square += max(0, pow(predicted[i] - measured[i], 2) - sigma[i] * sigma[i]) / sigma.length;
    return sqrt(square);
}

// %% [markdown] id=leaks-task
// ### 8 The leak detector (4 points)
//
// Now you are the referee. `Pipeline` of the lecture is a whole procedure in one piece: it learns from `train` and predicts
// the rows of `test`. (It is handed the test's targets too, and shall not look at them.) Write `checkHonest(pipeline)`,
// which throws (by `checkNear`, say) if the pipeline uses the test set in any way other than to predict it row by row, and
// returns if it is honest. You need not read its code: what may the prediction of a row depend on, and what may it not? You
// earn by the leaks that you catch, and nothing at all if you accuse an honest pipeline, however bad its predictions are.
// Pipelines draw no chance but from seeds of their own: the same input gives the same output.

// %% id=leaks role=answer
void checkHonest(Pipeline pipeline) {
    // BEGIN SOLUTION
    var rng = Rng.seeded(77);
    double[][] x = new double[60][];
    double[] y = new double[60], other = new double[60];
    for (int i = 0; i < 60; i++) {
        x[i] = new double[]{(i < 40 ? 1 : 2) * rng.nextGaussian(), 5 * rng.nextDouble()};
        y[i] = x[i][0] + x[i][1] + rng.nextGaussian();
        other[i] = 50 - 3 * y[i];
    }
    int[] first = IntStream.range(0, 40).toArray(), last = IntStream.range(40, 60).toArray();
    var train = Observations.of(x, y).pick(first);
    double[] said = pipeline.predict(train, Observations.of(x, y).pick(last));
    checkNear(pipeline.predict(train, Observations.of(x, other).pick(last)), said, 1e-9, "with other targets");
    for (int i = 0; i < 20; i++)
        checkNear(pipeline.predict(train, Observations.of(x, y).pick(40 + i))[0], said[i], 1e-9,
            "row " + i + " alone");
    // END SOLUTION
}

// %% [markdown] id=leaks-hint role=hint of=leaks
// The prediction of a row may depend on `train` and on the inputs of this row. So what must *not* change it?

// %% [markdown] id=leaks-hint-2 role=hint of=leaks
// Make a training set and a test set by chance, with inputs of different spread. Predict. Then give the test set other
// targets and predict again. Then predict each row alone.

// %% id=leaks-test role=test of=leaks points=4
Fitted learn8(Observations rows) {
    return new Knn(3).weightedByDistance().unscaled().fit(rows, Rng.seeded(1));
}
var hunt = new BugHunt<Pipeline>(p -> checkHonest(p))
    .right("neighbours", (train, test) -> learn8(train).predict(test.x()))
    .right("always 0", (train, test) -> new double[test.size()])
    .bug("reads the answers", (train, test) -> test.y())
    .bug("the mean of the test", (train, test) -> {
        double[] p = new double[test.size()];
        Arrays.fill(p, Arrays.stream(test.y()).average().orElseThrow());
        return p;
    });
// BEGIN HIDDEN TESTS
Observations moved8(Observations rows, Scaler scaler) {
    return Observations.of(scaler.apply(rows.x()), rows.y());
}
Observations both8(Observations a, Observations b) {
    return Observations.of(Stream.concat(Arrays.stream(a.x()), Arrays.stream(b.x())).toArray(double[][]::new),
        DoubleStream.concat(Arrays.stream(a.y()), Arrays.stream(b.y())).toArray());
}
double[] with8(Scaler forTrain, Scaler forTest, Observations train, Observations test) {
    return learn8(moved8(train, forTrain)).predict(moved8(test, forTest).x());
}
hunt.hidden()
    .right("scaled by the training rows", (train, test) ->
        with8(Scaler.of(train.x()), Scaler.of(train.x()), train, test))
    .right("a forest", (train, test) -> new Forest(5).fit(train, Rng.seeded(2)).predict(test.x()))
    .right("the mean of the training rows", (train, test) -> {
        double[] p = new double[test.size()];
        Arrays.fill(p, Arrays.stream(train.y()).average().orElseThrow());
        return p;
    })
    .bug("scaled by all rows", (train, test) -> {
        Scaler all = Scaler.of(both8(train, test).x());
        return with8(all, all, train, test);
    })
    .bug("test scaled by itself", (train, test) ->
        with8(Scaler.of(train.x()), Scaler.of(test.x()), train, test))
    .bug("learned from all rows", (train, test) ->
        new Forest(5).fit(both8(train, test), Rng.seeded(3)).predict(test.x()))
    .bug("neighbours chosen by the test", (train, test) -> {
        Fitted one = new Knn(1).fit(train, Rng.seeded(4)), ten = new Knn(10).fit(train, Rng.seeded(4));
        return (one.score(test).rmse() < ten.score(test).rmse() ? one : ten).predict(test.x());
    })
    .bug("moved to the mean of the test", (train, test) -> {
        double[] p = learn8(train).predict(test.x());
        double shift = Arrays.stream(test.y()).average().orElseThrow() - Arrays.stream(p).average().orElseThrow();
        return Arrays.stream(p).map(v -> v + shift).toArray();
    })
    .bug("sorted", (train, test) -> Arrays.stream(learn8(train).predict(test.x())).sorted().toArray());
// END HIDDEN TESTS
display(hunt.report());
hunt.points(4)

// %% id=leaks-wrong-targets role=wrong of=leaks
void checkHonest(Pipeline pipeline) {
    var data = Observations.of(new double[][]{{0, 1}, {1, 5}, {2, 3}, {3, 0}, {4, 2}}, new double[]{1, 2, 3, 4, 5});
    var train = data.pick(0, 1, 2);
    double[] said = pipeline.predict(train, data.pick(3, 4));
    var other = Observations.of(data.pick(3, 4).x(), new double[]{-40, 80});
    checkNear(pipeline.predict(train, other), said, 1e-9, "with other targets");
}

// %% id=leaks-wrong-too-good role=wrong of=leaks
void checkHonest(Pipeline pipeline) {
    var rng = Rng.seeded(5);
    double[][] x = new double[40][];
    for (int i = 0; i < 40; i++) x[i] = new double[]{rng.nextDouble(), rng.nextDouble()};
    var data = Observations.of(x, rng.doubles(40).toArray());
    var parts = data.split(0.7, rng);
    double r2 = Score.of(parts.test().y(), pipeline.predict(parts.train(), parts.test())).r2();
    check(r2 < 0.3, "R² of noise is " + r2);
}

// %% id=leaks-wrong-nothing role=wrong of=leaks
void checkHonest(Pipeline pipeline) {
}

// %% id=leaks-wrong-strict role=wrong of=leaks
void checkHonest(Pipeline pipeline) {
    var data = Observations.of(new double[][]{{0, 1}, {1, 5}, {2, 3}, {3, 0}, {4, 2}}, new double[]{1, 2, 3, 4, 5});
    var train = data.pick(0, 1, 2, 3);
    checkNear(pipeline.predict(train, data.pick(4)),
        new Knn(3).weightedByDistance().unscaled().fit(train, Rng.seeded(1)).predict(data.pick(4).x()), 1e-9,
        "against the neighbours");
}

// %% [markdown] id=well-done
// All green? Then you know more about regression than its machines do: you know when they are wrong.
