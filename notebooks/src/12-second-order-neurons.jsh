// %% [markdown] id=question
// # Second-order neurons
//
// An ordinary neuron adds: weights times inputs, and the sum decides. Whatever its weights are, it divides the plane by a
// *straight line*. In 2018 F. Fan, W. Cong and G. Wang proposed a neuron that also *multiplies*: a polynomial of second
// degree, whose border is an ellipse, a hyperbola, two lines. **One such neuron can do what one ordinary neuron cannot.** But it
// has three times as many weights. Is it better, or only bigger?
//
// That is a question about a published claim, and this lesson treats it as one: we derive the formulas and find that some
// were misprinted, let both kinds of neurons learn the same tasks from many random starts, count parameters, and say
// what holds and what does not.
//
// You need: lesson 11 (backpropagation, differences as a check) and lesson 01 (intervals).

// %% [markdown] id=line-text
// ## 1 What a line cannot do
//
// "Exclusive or" (XOR) is true if one of $a$ and $b$ is 1 but not both. Four points; an ordinary neuron says "true" where
// $w_1 a + w_2 b + v > 0$. **Before you run the next cell:** we draw a hundred thousand neurons by chance and keep the one
// that is right most often. At how many of the four points?

// %% id=line
double[][] corners = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
int[] truth = {0, 1, 1, 0};
int rightOf(double w1, double w2, double v) {
    int right = 0;
    for (int k = 0; k < 4; k++)
        if (w1 * corners[k][0] + w2 * corners[k][1] + v > 0 == (truth[k] == 1)) right++;
    return right;
}
var dice = Rng.seeded(1);
IntStream.range(0, 100_000).map(n -> rightOf(dice.nextGaussian(),
    dice.nextGaussian(), dice.nextGaussian())).max().getAsInt()

// %% [markdown] id=line-answer
// Three, and no search would find four. To be right everywhere it takes $w_1 + v > 0$ and $w_2 + v > 0$, so
// $w_1 + w_2 + 2v > 0$; and $v \le 0$ and $w_1 + w_2 + v \le 0$, so $w_1 + w_2 + 2v \le 0$. Both cannot be. This little
// contradiction, in a book of 1969 (M. Minsky and S. Papert), cooled the field for a decade. The usual way out is a *layer* of
// neurons. The other way out is a better neuron.

// %% [markdown] id=neuron-text
// ## 2 A neuron that multiplies
//
// The second-order neuron makes two sums of its inputs, multiplies them, and adds the inputs' squares:
//
// $$\text{net} = r\,g + b, \qquad r = \sum_k w^r_k x_k + b_r, \quad g = \sum_k w^g_k x_k + b_g, \quad
// b = \sum_k w^b_k x_k^2 + c.$$
//
// (Red, green and blue, as in its authors' pictures.) With $n$ inputs these are $3n + 3$ numbers to learn instead of $n + 1$.

// %% id=neuron role=setup
double dot(double[] w, double[] x) {
    return IntStream.range(0, w.length).mapToDouble(k -> w[k] * x[k]).sum();
}
double[] squares(double... x) {
    return Arrays.stream(x).map(v -> v * v).toArray();
}
record Neuron(double[] wr, double br, double[] wg, double bg, double[] wb, double c) {
    double r(double... x) { return dot(wr, x) + br; }
    double g(double... x) { return dot(wg, x) + bg; }
    double b(double... x) { return dot(wb, squares(x)) + c; }
    double net(double... x) { return r(x) * g(x) + b(x); }
}

// %% [markdown] id=parts-text
// What do the parts draw? We colour the plane from $-2$ to 2 by the sign of each. **Before you run the next cell,** sketch the
// three borders: where is $r\,g = 0$, for $r = x + y - \tfrac12$ and $g = x - 2y$? Where is $b = 0$, for
// $b = x^2 + 4 y^2 - 2$? And what might the border of their sum look like?

// %% id=parts
double[][] signs(ToDoubleFunction<double[]> f) {
    double[][] sign = new double[80][80];
    for (int i = 0; i < 80; i++)
        for (int j = 0; j < 80; j++)
            sign[i][j] = f.applyAsDouble(
                new double[]{-2 + (j + 0.5) / 20, 2 - (i + 0.5) / 20}) > 0 ? 1 : 0;
    return sign;
}
var sample = new Neuron(new double[]{1, 1}, -0.5, new double[]{1, -2}, 0,
    new double[]{1, 4}, -2);
tiles("Where a neuron is positive", List.of("r g", "b", "r g + b"),
    signs(x -> sample.r(x) * sample.g(x)), signs(x -> sample.b(x)),
    signs(x -> sample.net(x)))

// %% [markdown] id=parts-answer
// A product changes its sign where one of its factors does: **two lines**. The squares draw **an ellipse whose axes lie along
// the coordinates**. The sum is any conic section that you like, tilted too: its terms of second degree are
// $x^T A\, x$ with
//
// $$A = \tfrac12 \left(w^r {w^g}^T + w^g {w^r}^T\right) + \operatorname{diag}(w^b),$$
//
// and in two dimensions it is an ellipse if $\det A > 0$, a hyperbola if $\det A < 0$. Ours is $2x^2 - xy + 2y^2$, so
// $\det A = 2 \cdot 2 - \tfrac14$, an ellipse, and $xy$ tilts it: neither part could have drawn it alone.

// %% [markdown] id=xor-text
// And XOR? **Before you run the next cell,** find one: two factors $r$ and $g$ that have the same sign at $(0,1)$ and
// $(1,0)$, and opposite signs at the other two. Two lines!

// %% id=xor
var byHand = new Neuron(new double[]{1, -1}, 0, new double[]{1, -1}, 0,
    new double[2], 0);
for (double[] p : corners)
    display(Arrays.toString(p) + ": " + byHand.net(p));

// %% [markdown] id=xor-answer
// Ours is $(a - b)^2$: 0, 1, 1, 0. One neuron, not a layer.

// %% [markdown] id=gradient-text
// ## 3 How it learns
//
// By lesson 11, all that is needed are the slopes of $\text{net}$: by its parameters, to change them, and by its inputs, to
// hand the gradient on to the layer before. For one input $x$ the product rule gives the latter at once:
//
// $$\frac{d\,\text{net}}{dx} = w^r g + w^g r + 2 w^b x.$$
//
// For many inputs this is what stands in the paper (in our letters; its equations 9 and 11):
//
// $$\frac{\partial\,\text{net}}{\partial x_j} = w^r_j\, g + w^g_j\, r + 2 \sum_i w^b_i x_i \tag{9}$$
//
// $$\frac{\partial\,\text{net}}{\partial w^r_k} = x_k \Big(\sum_i w^g_i x_i + b_r\Big), \quad
// \frac{\partial\,\text{net}}{\partial w^g_k} = x_k \Big(\sum_i w^r_i x_i + b_g\Big), \quad
// \frac{\partial\,\text{net}}{\partial w^b_k} = x_k^2, \quad
// \frac{\partial\,\text{net}}{\partial b_r} = g, \quad \frac{\partial\,\text{net}}{\partial b_g} = r. \tag{11}$$
//
// For $\partial\,\text{net} / \partial c$ there is no line; equation 6 puts $\partial\,\text{net} / \partial b_g$ in its place.
// **Never believe a gradient that was not checked.** The kit's `QuadraticNeuron` has the equations as printed, for this
// purpose. We compare them with differences, for neurons of 1, 2 and 5 inputs drawn by chance.

// %% id=printed
double[] differences(ToDoubleFunction<double[]> f, double[] at) {
    return IntStream.range(0, at.length).mapToDouble(k -> {
        double[] up = at.clone(), down = at.clone();
        up[k] += 1e-5;
        down[k] -= 1e-5;
        return (f.applyAsDouble(up) - f.applyAsDouble(down)) / 2e-5;
    }).toArray();
}
double farthest(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(k -> abs(a[k] - b[k])).max().getAsDouble();
}
double[] drawn(int n, Rng rng) {
    return IntStream.range(0, n).mapToDouble(k -> rng.nextGaussian()).toArray();
}

// %% [markdown] id=printed-question
// **Before you run the next cell:** of the two sets of equations, which will agree for one input, and which for two?

// %% id=printed-shown
var random = Rng.seeded(2);
for (int n : new int[]{1, 2, 5}) {
    double[] p = drawn(3 * n + 3, random), x = drawn(n, random);
    var neuron = QuadraticNeuron.of(p);
    double nine = farthest(neuron.printedInputGradient(x), differences(neuron::net, x));
    double eleven = farthest(neuron.printedGradient(x),
        differences(q -> QuadraticNeuron.of(q).net(x), p));
    display("inputs: " + n + "; eq. 9 differs by " + (nine < 1e-6 ? "nothing" : Digits.of(nine, 2))
        + ", eq. 11 by " + Digits.of(eleven, 2));
}

// %% [markdown] id=printed-answer
// Equation 9 passes for one input and fails for two; equation 11 fails always. Whoever had tried it with one input only would
// have believed equation 9. Misprints like these are no scandal (the authors' program most likely had it right, or it would
// not have learned), but whoever programs from the page gets a network that learns a little, badly, and nobody knows why: a
// wrong gradient often still points downhill. **What would be right is your exercises 2 and 3.**
//
// The kit's engine needs no formula: its tape knows products and sums, and here is its check by differences.

// %% id=engine
var network = Networks.quadratic(2, 3, 2, 1);
display(network);
GradientCheck.of(network.model(Rng.seeded(1)), Loss.MEAN_SQUARED_ERROR,
    Gate.XOR.samples(4), 1).error() < 0.01

// %% [markdown] id=gates-text
// ## 4 Fuzzy logic, learned by one neuron
//
// In fuzzy logic truth is a number between 0 and 1: "and" is $a\,b$, "not $a$" is $1 - a$, so XOR is $a + b - 2ab$.
// The neuron shall learn such a surface from a grid of 11 x 11 truths, by a thousand steps of Adam. An ordinary neuron gets
// the same chance.

// %% id=gates
var surface = Gate.XOR.samples(11);
var fitted = Fit.of(Networks.quadratic(2, 1), surface, 0.05, 1000, 2);
var plane = Fit.of(Networks.firstOrder(2, 1), surface, 0.05, 1000, 2);
double[][] wanted = new double[40][40];
for (int i = 0; i < 40; i++)
    for (int j = 0; j < 40; j++)
        wanted[i][j] = Gate.XOR.of((j + 0.5) / 40, 1 - (i + 0.5) / 40);
captioned(tiles("XOR of fuzzy logic", List.of("wanted", "one second-order neuron",
    "one ordinary neuron"), wanted,
    DecisionMap.of(fitted.model(), false, 0, 1, 40).value(),
    DecisionMap.of(plane.model(), false, 0, 1, 40).value()),
    "Fuzzy XOR: as wanted, as learned by a second-order and by an ordinary neuron")

// %% [markdown] id=gates-answer
// The ordinary neuron gives up and says one half everywhere. That was one start. **Before you run the next cell:** six gates,
// ten random starts each. Will all of them arrive (error below 0.01)?

// %% id=gates-all
Proportion learned(Gate gate, Network net) {
    int good = 0;
    for (int seed = 1; seed <= 10; seed++)
        if (Fit.of(net, gate.samples(11), 0.05, 1000, seed).error() < 0.01) good++;
    return new Proportion(good, 10);
}
for (Gate gate : Gate.values())
    display(gate + ": second order " + learned(gate, Networks.quadratic(2, 1))
        + ", first order " + learned(gate, Networks.firstOrder(2, 1)));

// %% [markdown] id=gates-all-answer
// (In brackets the 95 % interval of the chance, lesson 01.) Most arrive, none of the ordinary ones does: the first claim
// **holds**, as it must, since each gate *is* a polynomial of second degree. And not *all* arrive: the neuron can be the gate
// exactly, and yet some starts roll into another hollow or are too slow. What a network can *be* and what it *learns* are two
// questions.

// %% [markdown] id=relinear-text
// ## 5 Why begin as an ordinary neuron
//
// Random weights for everything? A product of two sums is of second degree, and a stack of $L$ layers of degree $2^L$.
// **Before you run the next cell:** signals of size 0.3, 1 and 2 go through four layers of 20 such neurons, without any
// activation between them. What comes out?

// %% id=relinear
double size(QuadraticStart start, int layers, double in) {
    Layer[] stack = new Layer[layers];
    Arrays.fill(stack, new Quadratic(20, Initialiser.XAVIER, start, 1));
    double[][] x = new double[50][20];
    var rng = Rng.seeded(3);
    for (double[] row : x) for (int k = 0; k < 20; k++) row[k] = in * rng.nextGaussian();
    float[] y = Network.of(20, stack).model(Rng.seeded(4)).predict(Tensor.of(x)).toArray();
    return sqrt(IntStream.range(0, y.length).mapToDouble(k -> (double) y[k] * y[k])
        .average().getAsDouble());
}

// %% id=relinear-picture
double[] depths = {1, 2, 3, 4};
var passing = figure("Signals through layers").logY()
    .axes("layer", "size of the signal").rangeY(1e-4, 1e12);
double[] passed(QuadraticStart start, double in) {
    return Arrays.stream(depths).map(d -> size(start, (int) d, in)).toArray();
}
for (double in : new double[]{2, 1, 0.3})
    passing.line("random, " + Digits.shortest(in, 2), depths,
        passed(QuadraticStart.RANDOM, in));
passing.line("ReLinear, 1", depths, passed(QuadraticStart.RELINEAR, 1));
captioned(passing, "Signals of 0.3, 1 and 2 after one to four layers: random starts part"
    + " by twelve powers of ten, the ReLinear one stays")

// %% [markdown] id=relinear-answer
// Squares of squares: what is large explodes, what is small vanishes, worse with every layer. An activation that saturates
// (tanh) hides the explosion and kills the gradient instead. The remedy has a name, **ReLinear** (F. Fan and others, 2020):
// begin with $w^g = 0$, $b_g = 1$, $w^b = 0$, $c = 0$. Then $g = 1$, $b = 0$, and $\text{net} = r$: **every neuron starts as
// an ordinary one**, and all that is known about starting those (lesson 11) applies. The quadratic part grows only where the
// gradient asks for it, and it asks: $\partial\,\text{net} / \partial w^g_k = x_k r \ne 0$.
//
// Does it matter? Four rings, 60 points each, by turns of one class and the other; a network 2-3-2-1; forty starts each.

// %% id=recipes
Recipe recipe(String name, Network net, double rate, int budget) {
    return new Recipe(name, net, Loss.BINARY_CROSS_ENTROPY, new Adam(rate), budget);
}
String told(Trial trial) {
    return String.format(Locale.ROOT, "%-26s %5d parameters  solved %-23s iterations %s",
        trial.recipe().name(), trial.recipe().network().parameterCount(),
        trial.solved(), trial.spread());
}
String tried(Examples points, int starts, Recipe... recipes) {
    return Arrays.stream(recipes).map(r -> told(RandomStarts.of(starts).of(r, points)))
        .collect(Collectors.joining("\n"));
}

// %% id=relinear-rings
display(tried(Rings.samples(), 40,
    recipe("ReLinear 2-3-2-1", Networks.quadratic(2, 3, 2, 1), 0.1, 1000),
    recipe("all at random 2-3-2-1",
        Networks.quadratic(QuadraticStart.RANDOM, 1, 2, 3, 2, 1), 0.1, 1000)));

// %% [markdown] id=relinear-rings-answer
// (An iteration is one step along the gradient of all points, by Adam; solved means that all 240 points are on their side within
// 1,000 iterations; iterations are the median, with the quarters in brackets.) 39 of 40 against 29 of 40, and the intervals
// do not overlap: the start matters.

// %% [markdown] id=spirals-text
// ## 6 Two spirals
//
// The classic torture of networks (K. Lang and M. Witbrock, 1988): two spirals of three turns wound into each other, 97 points
// each. Their plain networks could not do it without shortcuts past layers. Ours is 2-20-20-1, all
// neurons of second order. **Before you run the next cell:** where will the network get it right first, inside or outside? And in
// how many iterations?

// %% id=spirals
var spirals = Spirals.centred();
var second = recipe("second order 2-20-20-1", Networks.quadratic(2, 20, 20, 1), 0.03, 2000);
Film film = second.film(spirals, 1, 12, 64);
double[][] painted(Film film, Film.Frame frame) {
    double[][] map = frame.map().value();
    double low = frame.map().low(), h = (frame.map().high() - low) / map.length;
    float[] x = film.samples().x().toArray();
    for (int k = 0; k < film.samples().size(); k++)
        map[map.length - 1 - (int) ((x[2 * k + 1] - low) / h)][(int) ((x[2 * k] - low) / h)]
            = film.samples().y().get(k, 0) > 0.5 ? 1.3 : -0.3;
    return map;
}

// %% id=spirals-film
Animation shown(String title, Film film) {
    return animation(title, film.frames().size(), k -> {
        var frame = film.frames().get(k);
        return tiles(title, List.of("iteration " + frame.iteration() + ": " + frame.right()
            + " points right"), painted(film, frame));
    }).every(400);
}
display(film);
shown("A network learns two spirals", film)

// %% [markdown] id=spirals-answer
// The colour is the chance that the network gives to the first class, the dots are the points. It begins almost straight,
// since it begins with ordinary neurons; then the border bends, and the turns come out one after the other, **from the outside
// in**. (The authors trained theirs in this order on purpose, the outer turns first. Ours saw all points from the beginning, and
// chose the order itself: outside, neighbouring turns differ most in the size of $x^2$ and $y^2$.)
//
// And the rings, with sixty parameters in all:

// %% id=rings-film
var ringFilm = recipe("rings", Networks.quadratic(2, 3, 2, 1), 0.1, 1000)
    .film(Rings.samples(), 1, 2, 64);
display(ringFilm);
shown("A network of 60 parameters learns four rings", ringFilm)

// %% [markdown] id=ellipses-text
// What did the first layer's three neurons make? $\det A$ tells:

// %% id=ellipses
for (int unit = 0; unit < 3; unit++) {
    double[][] a = QuadraticNeuron.of(ringFilm.learned().model(), 0, unit).form();
    double det = a[0][0] * a[1][1] - a[0][1] * a[1][0];
    display("neuron " + unit + ": " + (det > 0 ? "an ellipse" : "a hyperbola"));
}

// %% [markdown] id=fair-text
// ## 7 Fair comparison
//
// "Ours is better than the old one" is easy to show: give ours more parameters, tune it, and show its best start. So: each
// second-order network stands beside a first-order one **of equal widths** and one **of equal parameter count**; all have the
// same loss, rule and budget (1,000 iterations for the rings, 2,000 for the spirals); the learning rate of each is the best
// of three, chosen by starts that do not count (docs/reproduction.md); ten random starts, and all are reported. A layer of
// $m$ ordinary neurons with $n$ inputs has $(n + 1)\,m$ parameters, one of second order $3\,(n + 1)\,m$.
//
// The paper says: (1) the second-order 2-20-20-1 network tells the spirals apart; (2) networks of ordinary neurons without
// shortcuts cannot; (3) the second-order 2-3-2-1 network separates the rings within 1,000 iterations; (4) a first-order
// 2-20-10-1 network cannot; (5) second-order networks can be simpler. **Before you run the next cells, bet on each.**

// %% id=fair-rings
display(tried(Rings.samples(), 10,
    recipe("second order 2-3-2-1", Networks.quadratic(2, 3, 2, 1), 0.1, 1000),
    recipe("first order 2-3-2-1", Networks.firstOrder(2, 3, 2, 1), 0.03, 1000),
    recipe("first order 2-7-4-1", Networks.firstOrder(2, 7, 4, 1), 0.03, 1000),
    recipe("first order 2-20-10-1", Networks.firstOrder(2, 20, 10, 1), 0.1, 1000)));

// %% id=fair-spirals
display(tried(spirals, 10, second,
    recipe("first order 2-37-36-1", Networks.firstOrder(2, 37, 36, 1), 0.03, 2000)));

// %% id=fair-spirals-small
display(tried(spirals, 10,
    recipe("second order 2-11-10-1", Networks.quadratic(2, 11, 10, 1), 0.03, 2000),
    recipe("first order 2-20-20-1", Networks.firstOrder(2, 20, 20, 1), 0.03, 2000)));

// %% [markdown] id=fair-answer
// (1) **Holds:** ten of ten, in about a hundred iterations. (2) **Fails:** eight of ten ordinary networks of the same widths
// do it, nine of ten of the larger ones. "Cannot" was true of a descent, not of the neurons: by momentum, as it was usual in
// 1988, no start of ten solves it in 20,000 iterations (ordinary neurons, 2-7-7-7-1), by QuickProp of the same year four do
// (`./matterbook reproduce neurons baselines`). (3) **Holds:** ten of ten, three quarters of them within 65 iterations.
// (4) **Fails:** ten of ten. The paper shows one run with a gap in one ring; one run proves that something *can* be, never
// that it cannot.
//
// (5) **Holds, in this sense:** at *equal parameter count* the rings are solved by ten of ten against two of ten (60 and 58
// parameters), and the intervals are apart. For the spirals the chances cannot be told apart, but the iterations can: 98
// against 515, and 115 against 867. An iteration takes work in proportion to the parameters, so at equal count these are the
// costs.
//
// So the good claim is not "others cannot" but "this suits rings and spirals": borders that are round are cheap for neurons that
// draw conics. Would you expect the same for a chessboard?

// %% [markdown] id=polynomials-text
// ## 8 A polynomial, read off
//
// Two layers of second-order neurons without activation *are* a polynomial of fourth degree, with coefficients that can be
// multiplied out. Let us show such a network Chebyshev's $T_4 = 8x^4 - 8x^2 + 1$ at 64 points from $-1$ to 1, and an ordinary
// network with tanh of about as many parameters too. **Before you run the next cells:** which will know the polynomial
// at $x = 1.3$, where neither has seen anything?

// %% id=polynomials
double[] t4 = {1, 0, -8, 0, 8};
double[][] seen = IntStream.range(0, 64)
    .mapToObj(k -> new double[]{-1 + 2 * k / 63.0}).toArray(double[][]::new);
var shownPoints = Examples.of(seen, Arrays.stream(seen)
    .mapToDouble(x -> Polynomials.value(t4, x[0])).toArray());
var start = QuadraticStart.RANDOM;
var stack = Network.of(1, new Quadratic(2, Initialiser.XAVIER, start, 1),
    new Quadratic(1, Initialiser.XAVIER, start, 1));
var multiplied = Fit.of(stack, shownPoints, 0.03, 3000, 1);
var added = Fit.of(Networks.firstOrder(1, 7, 1), shownPoints, 0.03, 3000, 1);
for (double coefficient : Polynomials.of(multiplied.model()))
    display(round(1000 * coefficient) / 1000.0);

// %% id=polynomials-picture
double[] wide = IntStream.rangeClosed(0, 60).mapToDouble(k -> -1.5 + k / 20.0).toArray();
double[] says(Model model) {
    return Arrays.stream(wide).map(x ->
        model.predict(Tensor.of(new double[][]{{x}})).scalar()).toArray();
}
captioned(figure("Beyond what was seen, from -1 to 1")
    .points("second order", wide, says(multiplied.model()))
    .line("first order", wide, says(added.model()))
    .curve("8x⁴ - 8x² + 1", x -> Polynomials.value(t4, x), -1.5, 1.5)
    .axes("x", "y").rangeY(-3, 10),
    "Both networks and the polynomial from -1.5 to 1.5: the first-order one leaves it outside")

// %% [markdown] id=polynomials-answer
// The coefficients come out to three digits, and with them the continuation. The tanh network agrees with the points and knows
// nothing beyond. This is no miracle: **the truth was of the kind that the network can be.** Had it been a tanh, the other
// would have won. A network that suits its problem beats a larger one that does not.

// %% [markdown] id=images-text
// ## 9 Images: CT or MR?
//
// The paper's last test sorts patches of medical images by how they were made: computed tomography (bright bone, soft tissue
// nearly alike) or magnetic resonance (dark bone, soft tissue full of contrast). Its images, from the Internet, are not
// to be had. **Ours are drawings**, synthetic phantoms with the typical contrast and noise of either: what they show is how
// such a comparison is made; they can neither confirm nor refute the paper's percentages. Here is one phantom, seen both
// ways.

// %% id=images
double[][] rows(double[] image, int side) {
    return IntStream.range(0, side).mapToObj(i ->
        Arrays.copyOfRange(image, i * side, (i + 1) * side)).toArray(double[][]::new);
}
var phantom = Phantom.random(Rng.seeded(7));
tiles("One synthetic phantom", List.of("as by CT", "as by MR"),
    rows(phantom.image(Phantom.Modality.CT, 96, Rng.seeded(8)), 96),
    rows(phantom.image(Phantom.Modality.MR, 96, Rng.seeded(9)), 96))

// %% [markdown] id=images-question
// A convolution of 5 x 5 pixels (the same few neurons look at every place), ReLU, the maximum of each 2 x 2, and one neuron
// that decides. Learned from 80 patches of 28 x 28, tested on 80 patches of **other** phantoms: patches of one phantom
// in both sets would let the network recognise the phantom. **Before you run the next cell:** two second-order channels, two
// ordinary ones, six ordinary ones (about as many parameters as the first). Which order?

// %% id=images-nets
Network channels(Layer convolution, Layer last) {
    return Network.of(Shape.image(1, 28, 28), convolution, Activation.RELU,
        new Pool(Pool.Kind.MAX, 2), last);
}
var patches = Patches.of(16, 5, Rng.seeded(101));
var others = Patches.of(16, 5, Rng.seeded(102));
int rightOn(Examples samples, Model model) {
    Tensor y = model.predict(samples.x());
    return (int) IntStream.range(0, samples.size())
        .filter(k -> y.get(k, 0) > 0 == samples.y().get(k, 0) > 0.5).count();
}

// %% id=images-run
String sorted(String name, Network net) {
    var way = new Recipe(name, net, Loss.BINARY_CROSS_ENTROPY, new Adam(0.01), 20);
    double[] right = IntStream.rangeClosed(1, 5).mapToDouble(seed -> 100.0 / others.size()
        * rightOn(others, way.learn(patches, seed).model())).toArray();
    var mean = MeanInterval.of(right, 0.95);
    return String.format(Locale.ROOT, "%-24s %5d parameters  %.0f %% (%.0f to %.0f)", name,
        net.parameterCount(), Arrays.stream(right).average().getAsDouble(),
        mean.low(), mean.high());
}
display(sorted("second order, 2 channels",
    channels(new QuadraticConv2d(2, 5), new Quadratic(1))) + "\n"
    + sorted("first order, 2 channels", channels(new Conv2d(2, 5), new Dense(1))) + "\n"
    + sorted("first order, 6 channels", channels(new Conv2d(6, 5), new Dense(1))));

// %% [markdown] id=images-answer
// The second-order network is ahead in the mean, and the intervals overlap, for five starts: **open**. (The intervals are
// those of the mean over starts; other phantoms would add to them.) Twenty starts of larger networks, each start with phantoms
// of its own and each network at the best of several learning rates (docs/reproduction.md, synthetic images too), leave
// nothing of the lead: 91 % against 90 % for the first-order network of *equal width* and 91 % at *equal parameter count*.
// For the other configuration second order is *behind*, 91 % against 94 and 95 %. **Whoever gives two networks the same rate
// compares rates**, and whoever compares at equal width only, as the paper does, compares a network with one three times as
// large.

// %% [markdown] id=learned
// ## What we learned
//
// - One ordinary neuron draws a line; one of second order draws conic sections, and XOR is one of them.
// - A printed gradient is a claim like any other. Differences with *several* inputs decide.
// - ReLinear: begin as what is understood, become more where the gradient asks for it.
// - Compare at equal width **and** at equal parameter count, from many starts, and give the interval.
// - A claim can hold for its reason (a conic needs a conic) and fail in its wording ("cannot").
// - What a network can be, and what it learns, are two questions.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Eight steps of second order
//
// The record `Neuron` of the lecture is there for you, with `wr()`, `br()`, `wg()`, `bg()`, `wb()` and `c()`, and with `r(x)`,
// `g(x)`, `b(x)` and `net(x)`; so are `dot` and `squares`.

// %% [markdown] id=xor-task
// ### 1 Exclusive or, at every truth (2 points)
//
// $(a - b)^2$ is XOR at the corners only: for $a = b = \tfrac12$ it says 0. Give one neuron `xorNeuron()` whose net is
// $a + b - 2ab$ for *all* $a$ and $b$.

// %% id=xor-answer-cell role=answer
Neuron xorNeuron() {
    // BEGIN SOLUTION
    return new Neuron(new double[]{1, 0}, -0.5, new double[]{0, -2}, 1,
        new double[2], 0.5);
    // END SOLUTION
}

// %% [markdown] id=xor-hint role=hint of=xor-answer-cell
// Which term of $a + b - 2ab$ can only come from the product $r\,g$? Can the squares stay away altogether?

// %% [markdown] id=xor-hint-2 role=hint of=xor-answer-cell
// $r = a + b_r$ and $g = -2b + b_g$: multiply out, and choose $b_r$ and $b_g$ so that $a$ and $b$ stand there once each. What is
// left is for $c$.

// %% [markdown] id=xor-hint-3 role=hint of=xor-answer-cell
// $b_g = 1$ and $b_r = -\tfrac12$ leave a constant of $-\tfrac12$.

// %% id=xor-test role=test of=xor-answer-cell points=2
Neuron xor1 = xorNeuron();
checkNear(xor1.net(0, 1), 1, 1e-12, "0 xor 1");
checkNear(xor1.net(1, 1), 0, 1e-12, "1 xor 1");
checkNear(xor1.net(0.5, 0.5), 0.5, 1e-12, "half true xor half true",
    "a + b - 2ab has no squares of a or b");
// BEGIN HIDDEN TESTS
for (double a = 0; a <= 1; a += 0.125)
    for (double b = 0; b <= 1; b += 0.125)
        checkNear(xor1.net(a, b), a + b - 2 * a * b, 1e-12, a + " xor " + b);
// END HIDDEN TESTS

// %% id=xor-wrong-corners role=wrong of=xor-answer-cell
Neuron xorNeuron() {
    return new Neuron(new double[]{1, -1}, 0, new double[]{1, -1}, 0, new double[2], 0);
}

// %% id=xor-wrong-constant role=wrong of=xor-answer-cell
Neuron xorNeuron() {
    return new Neuron(new double[]{1, 0}, -0.5, new double[]{0, -2}, 1, new double[2], 0);
}

// %% id=xor-wrong-or role=wrong of=xor-answer-cell
Neuron xorNeuron() {
    return new Neuron(new double[]{1, 0}, -1, new double[]{0, -1}, 1, new double[2], 1);
}

// %% [markdown] id=inputs-task
// ### 2 Find the misprint: equation 9 (3 points)
//
// Derive $\partial\,\text{net} / \partial x_j$ on paper, for several inputs, and compare it with equation 9 as printed in
// section 3. Then write `inputGradient(n, x)`: one number for each input, as it ought to be. It will be compared with
// differences.

// %% id=inputs role=answer
double[] inputGradient(Neuron n, double[] x) {
    // BEGIN SOLUTION
    double r = n.r(x), g = n.g(x);
    double[] d = new double[x.length];
    for (int j = 0; j < x.length; j++)
        d[j] = n.wr()[j] * g + n.wg()[j] * r + 2 * n.wb()[j] * x[j];
    return d;
    // END SOLUTION
}

// %% [markdown] id=inputs-hint role=hint of=inputs
// In $\sum_i w^b_i x_i^2$, how many of the terms contain $x_j$?

// %% [markdown] id=inputs-hint-2 role=hint of=inputs
// The product rule for $r\,g$ gives $w^r_j\, g + w^g_j\, r$, as printed. Of the squares only the one with $i = j$ answers to
// $x_j$: the sum sign is the misprint.

// %% id=inputs-test role=test of=inputs points=3
var n2 = new Neuron(new double[]{1, 2}, 0.5, new double[]{-1, 1}, 2,
    new double[]{0.5, -1}, 3);
checkNear(inputGradient(n2, new double[]{1, 2}), new double[]{-1.5, 7.5}, 1e-12,
    "r = 5.5, g = 3, wr = (1, 2), wg = (-1, 1), wb = (0.5, -1), x = (1, 2)",
    "1 * 3 - 1 * 5.5 + 2 * 0.5 * 1 for the first; which squares contain the first input?");
checkNear(inputGradient(n2, new double[]{0, 0}), new double[]{1.5, 4.5}, 1e-12,
    "the same at (0, 0), where the squares are flat", "r = 0.5 and g = 2 there");
// BEGIN HIDDEN TESTS
var rng2 = Rng.seeded(22);
double[] normal2(int n) { return IntStream.range(0, n).mapToDouble(k -> rng2.nextGaussian()).toArray(); }
for (int n = 1; n <= 6; n++) {
    var some2 = new Neuron(normal2(n), rng2.nextGaussian(), normal2(n), rng2.nextGaussian(), normal2(n), 1);
    double[] at2 = normal2(n), tried2 = new double[n];
    for (int k = 0; k < n; k++) {
        double[] up = at2.clone(), down = at2.clone();
        up[k] += 1e-4;
        down[k] -= 1e-4;
        tried2[k] = (some2.net(up) - some2.net(down)) / 2e-4;
    }
    checkNear(inputGradient(some2, at2), tried2, 1e-7, "differences, " + n + " inputs");
}
// END HIDDEN TESTS

// %% id=inputs-wrong-printed role=wrong of=inputs
double[] inputGradient(Neuron n, double[] x) {
    double r = n.r(x), g = n.g(x);
    double[] d = new double[x.length];
    for (int j = 0; j < x.length; j++)
        d[j] = n.wr()[j] * g + n.wg()[j] * r + 2 * dot(n.wb(), x);
    return d;
}

// %% id=inputs-wrong-crossed role=wrong of=inputs
double[] inputGradient(Neuron n, double[] x) {
    double r = n.r(x), g = n.g(x);
    double[] d = new double[x.length];
    for (int j = 0; j < x.length; j++)
        d[j] = n.wr()[j] * r + n.wg()[j] * g + 2 * n.wb()[j] * x[j];
    return d;
}

// %% id=inputs-wrong-two role=wrong of=inputs
double[] inputGradient(Neuron n, double[] x) {
    double r = n.r(x), g = n.g(x);
    double[] d = new double[x.length];
    for (int j = 0; j < x.length; j++)
        d[j] = n.wr()[j] * g + n.wg()[j] * r + n.wb()[j] * x[j];
    return d;
}

// %% [markdown] id=parameters-task
// ### 3 Find the misprints: equation 11 (3 points)
//
// Now the slopes by the parameters, for which equation 11 has two misprints and a gap, filled wrongly by equation 6. Write
// `parameterGradient(n, x)`: $3n + 3$ numbers in the order $w^r$, $b_r$, $w^g$, $b_g$, $w^b$, $c$.

// %% id=parameters role=answer
double[] parameterGradient(Neuron n, double[] x) {
    // BEGIN SOLUTION
    int m = x.length;
    double r = n.r(x), g = n.g(x);
    double[] d = new double[3 * m + 3];
    for (int k = 0; k < m; k++) {
        d[k] = x[k] * g;
        d[m + 1 + k] = x[k] * r;
        d[2 * m + 2 + k] = x[k] * x[k];
    }
    d[m] = g;
    d[2 * m + 1] = r;
    d[3 * m + 2] = 1;
    return d;
    // END SOLUTION
}

// %% [markdown] id=parameters-hint role=hint of=parameters
// $w^r_k$ stands in $r$ only, and $r$ is multiplied by... which sum, with which bias?

// %% [markdown] id=parameters-hint-2 role=hint of=parameters
// $\partial\,\text{net} / \partial w^r_k = x_k\, g$ with the whole of $g$, its own $b_g$ included; likewise $x_k\, r$. And
// how does net change if $c$ grows by 1?

// %% id=parameters-test role=test of=parameters points=3
var n3 = new Neuron(new double[]{1, 2}, 0.5, new double[]{-1, 1}, 2,
    new double[]{0.5, -1}, 3);
double[] d3 = parameterGradient(n3, new double[]{1, 2});
checkEqual(d3.length, 9, "parameters of a neuron with two inputs");
checkNear(Arrays.copyOf(d3, 3), new double[]{3, 6, 3}, 1e-12, "by wr and br",
    "r is multiplied by g = 3, with bg in it and not br");
checkNear(Arrays.copyOfRange(d3, 3, 6), new double[]{5.5, 11, 5.5}, 1e-12, "by wg and bg",
    "g is multiplied by r = 5.5, with br in it and not bg");
checkNear(Arrays.copyOfRange(d3, 6, 9), new double[]{1, 4, 1}, 1e-12, "by wb and c",
    "c is added and nothing else: its slope is 1");
// BEGIN HIDDEN TESTS
var rng3 = Rng.seeded(33);
for (int n = 1; n <= 6; n++) {
    double[] p3 = IntStream.range(0, 3 * n + 3).mapToDouble(k -> rng3.nextGaussian()).toArray();
    double[] x3 = IntStream.range(0, n).mapToDouble(k -> rng3.nextGaussian()).toArray();
    double[] tried3 = new double[p3.length];
    for (int k = 0; k < p3.length; k++) {
        double[] up = p3.clone(), down = p3.clone();
        up[k] += 1e-4;
        down[k] -= 1e-4;
        tried3[k] = (QuadraticNeuron.of(up).net(x3) - QuadraticNeuron.of(down).net(x3)) / 2e-4;
    }
    var some3 = new Neuron(Arrays.copyOf(p3, n), p3[n], Arrays.copyOfRange(p3, n + 1, 2 * n + 1), p3[2 * n + 1],
        Arrays.copyOfRange(p3, 2 * n + 2, 3 * n + 2), p3[3 * n + 2]);
    checkNear(parameterGradient(some3, x3), tried3, 1e-7, "differences, " + n + " inputs");
}
// END HIDDEN TESTS

// %% id=parameters-wrong-printed role=wrong of=parameters
double[] parameterGradient(Neuron n, double[] x) {
    int m = x.length;
    double r = n.r(x), g = n.g(x);
    double[] d = new double[3 * m + 3];
    for (int k = 0; k < m; k++) {
        d[k] = x[k] * (g - n.bg() + n.br());
        d[m + 1 + k] = x[k] * (r - n.br() + n.bg());
        d[2 * m + 2 + k] = x[k] * x[k];
    }
    d[m] = g;
    d[2 * m + 1] = r;
    d[3 * m + 2] = r;
    return d;
}

// %% id=parameters-wrong-c role=wrong of=parameters
double[] parameterGradient(Neuron n, double[] x) {
    int m = x.length;
    double r = n.r(x), g = n.g(x);
    double[] d = new double[3 * m + 3];
    for (int k = 0; k < m; k++) {
        d[k] = x[k] * g;
        d[m + 1 + k] = x[k] * r;
        d[2 * m + 2 + k] = x[k] * x[k];
    }
    d[m] = g;
    d[2 * m + 1] = r;
    d[3 * m + 2] = r;
    return d;
}

// %% id=parameters-wrong-own role=wrong of=parameters
double[] parameterGradient(Neuron n, double[] x) {
    int m = x.length;
    double r = n.r(x), g = n.g(x);
    double[] d = new double[3 * m + 3];
    for (int k = 0; k < m; k++) {
        d[k] = x[k] * r;
        d[m + 1 + k] = x[k] * g;
        d[2 * m + 2 + k] = x[k] * x[k];
    }
    d[m] = r;
    d[2 * m + 1] = g;
    d[3 * m + 2] = 1;
    return d;
}

// %% id=parameters-wrong-squares role=wrong of=parameters
double[] parameterGradient(Neuron n, double[] x) {
    int m = x.length;
    double r = n.r(x), g = n.g(x);
    double[] d = new double[3 * m + 3];
    for (int k = 0; k < m; k++) {
        d[k] = x[k] * g;
        d[m + 1 + k] = x[k] * r;
        d[2 * m + 2 + k] = 2 * n.wb()[k] * x[k];
    }
    d[m] = g;
    d[2 * m + 1] = r;
    d[3 * m + 2] = 1;
    return d;
}

// %% [markdown] id=count-task
// ### 4 Count (2 points)
//
// Write `count(secondOrder, widths)`: how many parameters has a network whose layers are connected one to the next, biases
// included? `widths` is 2, 3, 2, 1 for two inputs, layers of three and two neurons, and one output; the inputs have no
// parameters.

// %% id=count role=answer
int count(boolean secondOrder, int... widths) {
    // BEGIN SOLUTION
    int sum = 0;
    for (int k = 1; k < widths.length; k++)
        sum += (widths[k - 1] + 1) * widths[k];
    return secondOrder ? 3 * sum : sum;
    // END SOLUTION
}

// %% [markdown] id=count-hint role=hint of=count
// How many numbers has one neuron with $n$ inputs, of either kind? Section 2 says it.

// %% [markdown] id=count-hint-2 role=hint of=count
// A layer has $(n + 1)\,m$, or three times that: the neuron has three weights for each input, and $b_r$, $b_g$ and $c$. Sum
// over all layers but the inputs.

// %% id=count-test role=test of=count points=2
checkEqual(count(false, 2, 1), 3, "one ordinary neuron with two inputs");
checkEqual(count(true, 2, 1), 9, "one second-order neuron with two inputs",
    "wr, wg and wb for each input, and three numbers that stand alone");
checkEqual(count(true, 2, 3, 2, 1), 60, "second order 2-3-2-1");
// BEGIN HIDDEN TESTS
for (int[] widths4 : new int[][]{{2, 20, 20, 1}, {2, 37, 36, 1}, {5, 4}, {1, 7, 1}, {3, 2, 9, 4, 6}}) {
    checkEqual(count(true, widths4), Networks.quadratic(widths4).parameterCount(),
        "second order " + Arrays.toString(widths4));
    checkEqual(count(false, widths4), Networks.firstOrder(widths4).parameterCount(),
        "first order " + Arrays.toString(widths4));
}
// END HIDDEN TESTS

// %% id=count-wrong-biases role=wrong of=count
int count(boolean secondOrder, int... widths) {
    int sum = 0;
    for (int k = 1; k < widths.length; k++) sum += widths[k - 1] * widths[k];
    return secondOrder ? 3 * sum : sum;
}

// %% id=count-wrong-one-bias role=wrong of=count
int count(boolean secondOrder, int... widths) {
    int sum = 0;
    for (int k = 1; k < widths.length; k++)
        sum += (secondOrder ? 3 : 1) * widths[k - 1] * widths[k] + widths[k];
    return sum;
}

// %% id=count-wrong-last role=wrong of=count
int count(boolean secondOrder, int... widths) {
    int sum = 0;
    for (int k = 1; k < widths.length - 1; k++) sum += (widths[k - 1] + 1) * widths[k];
    return secondOrder ? 3 * sum : sum;
}

// %% [markdown] id=fair-task
// ### 5 A fair opponent (2 points)
//
// Write `fairWidth(h)`: the width $n$ for which the *first-order* network 2-$n$-$n$-1 comes closest in its number of
// parameters to the *second-order* network 2-$h$-$h$-1. (Of two that are equally close, the smaller.)

// %% id=fair role=answer
int fairWidth(int h) {
    // BEGIN SOLUTION
    int wanted = count(true, 2, h, h, 1), best = 1;
    for (int n = 2; n <= 3 * h; n++)
        if (abs(count(false, 2, n, n, 1) - wanted)
                < abs(count(false, 2, best, best, 1) - wanted)) best = n;
    return best;
    // END SOLUTION
}

// %% [markdown] id=fair-hint role=hint of=fair
// Three times the parameters: is that three times the width? Between two layers of width $n$ there are $n^2$ weights.

// %% [markdown] id=fair-hint-2 role=hint of=fair
// No formula is needed: try $n = 1, 2, 3, \dots$ with your `count`, and keep the one with the smallest absolute difference.

// %% id=fair-test role=test of=fair points=2
checkEqual(fairWidth(20), 36, "the width beside second order 2-20-20-1",
    "1503 parameters; first order 2-36-36-1 has 1477, 2-37-37-1 has 1555");
checkEqual(fairWidth(10), 19, "the width beside second order 2-10-10-1",
    "453 parameters; first order 2-19-19-1 has 457 and 2-18-18-1 has 415");
// BEGIN HIDDEN TESTS
checkEqual(fairWidth(1), 3, "the width beside second order 2-1-1-1: 21 parameters, 2-3-3-1 has 25 and 2-2-2-1 has 15");
checkEqual(fairWidth(3), 6, "the width beside second order 2-3-3-1: 75 parameters, 2-6-6-1 has 67 and 2-7-7-1 has 85");
// END HIDDEN TESTS

// %% id=fair-wrong-three role=wrong of=fair
int fairWidth(int h) {
    return 3 * h;
}

// %% id=fair-wrong-root role=wrong of=fair
int fairWidth(int h) {
    return (int) round(sqrt(3) * h);
}

// %% id=fair-wrong-first role=wrong of=fair
int fairWidth(int h) {
    int n = 1;
    while (count(false, 2, n, n, 1) < count(true, 2, h, h, 1)) n++;
    return n;
}

// %% id=fair-wrong-below role=wrong of=fair
int fairWidth(int h) {
    int n = 1;
    while (count(false, 2, n + 1, n + 1, 1) <= count(true, 2, h, h, 1)) n++;
    return n;
}

// %% [markdown] id=conic-task
// ### 6 Ellipse or hyperbola (2 points)
//
// Write `determinant(n)`, the determinant of the matrix $A$ of section 2 for a neuron with two inputs: above 0 the border is
// an ellipse (or nothing at all), below 0 a hyperbola or two lines.

// %% id=conic role=answer
double determinant(Neuron n) {
    // BEGIN SOLUTION
    double a = n.wr()[0] * n.wg()[0] + n.wb()[0];
    double d = n.wr()[1] * n.wg()[1] + n.wb()[1];
    double off = (n.wr()[0] * n.wg()[1] + n.wg()[0] * n.wr()[1]) / 2;
    return a * d - off * off;
    // END SOLUTION
}

// %% [markdown] id=conic-hint role=hint of=conic
// Multiply $r\,g + b$ out: what are the factors of $x^2$, of $y^2$ and of $xy$?

// %% [markdown] id=conic-hint-2 role=hint of=conic
// $A_{11} = w^r_1 w^g_1 + w^b_1$, $A_{22}$ likewise, and $A_{12} = A_{21}$ is *half* of the factor of $xy$, because it is counted
// twice.

// %% id=conic-test role=test of=conic points=2
checkNear(determinant(new Neuron(new double[2], 0, new double[2], 0,
    new double[]{1, 4}, -1)), 4, 1e-12, "x² + 4y² - 1, an ellipse");
checkNear(determinant(new Neuron(new double[]{1, 0}, 0, new double[]{0, 1}, 0,
    new double[2], -1)), -0.25, 1e-12, "xy - 1, a hyperbola",
    "the factor of xy is shared by two elements of A");
// BEGIN HIDDEN TESTS
checkNear(determinant(new Neuron(new double[]{1, 1}, -0.5, new double[]{1, -2}, 0, new double[]{1, 4}, -2)), 3.75,
    1e-12, "the neuron of section 2");
var rng6 = Rng.seeded(66);
for (int trial = 0; trial < 5; trial++) {
    double[] p6 = IntStream.range(0, 9).mapToDouble(k -> rng6.nextGaussian()).toArray();
    double[][] form6 = QuadraticNeuron.of(p6).form();
    checkNear(determinant(new Neuron(new double[]{p6[0], p6[1]}, p6[2], new double[]{p6[3], p6[4]}, p6[5],
        new double[]{p6[6], p6[7]}, p6[8])), form6[0][0] * form6[1][1] - form6[0][1] * form6[1][0], 1e-9,
        "a neuron drawn by chance");
}
// END HIDDEN TESTS

// %% id=conic-wrong-half role=wrong of=conic
double determinant(Neuron n) {
    double a = n.wr()[0] * n.wg()[0] + n.wb()[0];
    double d = n.wr()[1] * n.wg()[1] + n.wb()[1];
    double off = n.wr()[0] * n.wg()[1] + n.wg()[0] * n.wr()[1];
    return a * d - off * off;
}

// %% id=conic-wrong-squares role=wrong of=conic
double determinant(Neuron n) {
    return n.wb()[0] * n.wb()[1];
}

// %% id=conic-wrong-diagonal role=wrong of=conic
double determinant(Neuron n) {
    double a = n.wr()[0] * n.wg()[0] + n.wb()[0];
    double d = n.wr()[1] * n.wg()[1] + n.wb()[1];
    return a * d;
}

// %% [markdown] id=multiply-task
// ### 7 Read the polynomial (2 points)
//
// A neuron with *one* input is a polynomial $p_0 + p_1 x + p_2 x^2$. Write `polynomial(n)`: these three coefficients, the
// constant first.

// %% id=multiply role=answer
double[] polynomial(Neuron n) {
    // BEGIN SOLUTION
    double wr = n.wr()[0], wg = n.wg()[0];
    return new double[]{n.br() * n.bg() + n.c(),
        wr * n.bg() + wg * n.br(), wr * wg + n.wb()[0]};
    // END SOLUTION
}

// %% [markdown] id=multiply-hint role=hint of=multiply
// Multiply $(w^r x + b_r)(w^g x + b_g)$ out: four terms.

// %% [markdown] id=multiply-hint-2 role=hint of=multiply
// The constant is $b_r b_g + c$; two of the four terms have one $x$, with the *other* factor's bias; and $x^2$ comes from the
// product and from $w^b$.

// %% id=multiply-test role=test of=multiply points=2
checkNear(polynomial(new Neuron(new double[]{2}, 1, new double[]{-3}, 4, new double[]{5}, 6)),
    new double[]{10, 5, -1}, 1e-12, "(2x + 1)(-3x + 4) + 5x² + 6",
    "1 * 4 + 6, then 2 * 4 - 3 * 1, then 2 * (-3) + 5");
// BEGIN HIDDEN TESTS
var rng7 = Rng.seeded(77);
for (int trial = 0; trial < 5; trial++) {
    double[] p7 = IntStream.range(0, 6).mapToDouble(k -> rng7.nextGaussian()).toArray();
    var some7 = new Neuron(new double[]{p7[0]}, p7[1], new double[]{p7[2]}, p7[3], new double[]{p7[4]}, p7[5]);
    double[] c7 = polynomial(some7);
    checkEqual(c7.length, 3, "how many coefficients");
    for (double x : new double[]{0, 1, -2})
        checkNear(c7[0] + c7[1] * x + c7[2] * x * x, some7.net(x), 1e-9, "the polynomial at x = " + x);
}
// END HIDDEN TESTS

// %% id=multiply-wrong-own role=wrong of=multiply
double[] polynomial(Neuron n) {
    double wr = n.wr()[0], wg = n.wg()[0];
    return new double[]{n.br() * n.bg() + n.c(), wr * n.br() + wg * n.bg(), wr * wg + n.wb()[0]};
}

// %% id=multiply-wrong-squares role=wrong of=multiply
double[] polynomial(Neuron n) {
    double wr = n.wr()[0], wg = n.wg()[0];
    return new double[]{n.br() * n.bg() + n.c(), wr * n.bg() + wg * n.br(), wr * wg};
}

// %% id=multiply-wrong-c role=wrong of=multiply
double[] polynomial(Neuron n) {
    double wr = n.wr()[0], wg = n.wg()[0];
    return new double[]{n.br() * n.bg(), wr * n.bg() + wg * n.br(), wr * wg + n.wb()[0]};
}

// %% [markdown] id=verdict-task
// ### 8 A verdict (2 points)
//
// Two networks were tried from random starts. The claim is "ours succeeds more often". Write `verdict(ours, theirs)`:
// `"holds"` if the 95 % intervals of both chances do not overlap and ours lies above, `"fails"` if they do not overlap and
// ours lies below, `"open"` otherwise. A `Proportion p` has `p.low(0.95)` and `p.high(0.95)`.

// %% id=verdict role=answer
String verdict(Proportion ours, Proportion theirs) {
    // BEGIN SOLUTION
    if (ours.low(0.95) > theirs.high(0.95)) return "holds";
    if (ours.high(0.95) < theirs.low(0.95)) return "fails";
    return "open";
    // END SOLUTION
}

// %% [markdown] id=verdict-hint role=hint of=verdict
// Two intervals on a line do not overlap if one of them ends before the other begins. Which end of which is compared with
// which end of which?

// %% [markdown] id=verdict-hint-2 role=hint of=verdict
// It holds if *our* lower end lies above *their* upper end; it fails the other way round.

// %% id=verdict-test role=test of=verdict points=2
checkEqual(verdict(new Proportion(10, 10), new Proportion(2, 10)), "holds",
    "10 of 10 (72 to 100 %) against 2 of 10 (6 to 51 %)");
checkEqual(verdict(new Proportion(10, 10), new Proportion(7, 10)), "open",
    "10 of 10 (72 to 100 %) against 7 of 10 (40 to 89 %)");
checkEqual(verdict(new Proportion(0, 20), new Proportion(20, 20)), "fails",
    "0 of 20 against 20 of 20");
// BEGIN HIDDEN TESTS
checkEqual(verdict(new Proportion(19, 20), new Proportion(14, 20)), "open",
    "19 of 20 (76 to 99 %) against 14 of 20 (48 to 85 %)");
checkEqual(verdict(new Proportion(7, 10), new Proportion(10, 10)), "open", "7 of 10 against 10 of 10");
checkEqual(verdict(new Proportion(190, 200), new Proportion(140, 200)), "holds", "190 of 200 against 140 of 200");
checkEqual(verdict(new Proportion(1, 1), new Proportion(0, 1)), "open", "one start each");
// END HIDDEN TESTS

// %% id=verdict-wrong-values role=wrong of=verdict
String verdict(Proportion ours, Proportion theirs) {
    return ours.value() > theirs.value() ? "holds" : ours.value() < theirs.value() ? "fails" : "open";
}

// %% id=verdict-wrong-value-outside role=wrong of=verdict
String verdict(Proportion ours, Proportion theirs) {
    if (ours.value() > theirs.high(0.95)) return "holds";
    if (ours.value() < theirs.low(0.95)) return "fails";
    return "open";
}

// %% id=verdict-wrong-never-fails role=wrong of=verdict
String verdict(Proportion ours, Proportion theirs) {
    return ours.low(0.95) > theirs.high(0.95) ? "holds" : "open";
}

// %% [markdown] id=well-done
// All green? Then you have corrected a published equation, and judged a published claim by the same measure on both sides.
