// %% [markdown] id=question
// # Java, data and plots for this course
//
// A computer adds 77777.7 and 1.23456 and gets 77778.94. A tenth, added ten million times, comes to more than a
// million. And if you ask for a slope with a finer and finer step, the answer gets better for a while and then worse
// and worse. None of this is a fault; all of it happens in simulations, and you will meet it within the hour.
//
// This lesson is for people who have programmed a little, in C or Python say, and who are new to Java or to
// notebooks. It shows the tools of the course: cells, arrays, records, streams, tables and charts. Then it spends a
// page on the numbers themselves, and ends with what a graded cell is.
//
// **How to read it:** before many cells there is a question. Answer it, with a number, before you run the cell. A
// wrong guess that you wrote down teaches more than a right answer that you read.

// %% [markdown] id=cells
// ## 1 A notebook
//
// A notebook is a row of **cells**. Run one with Shift and Enter. Its last expression, if no semicolon follows, is
// its value and is shown; `display(...)` shows others on the way. What a cell declares stays there for the cells you
// run after it, so run them from top to bottom.

// %% id=first-cell
int days = 365;
days * 24

// %% [markdown] id=division-question
// `int` is a whole number, `double` one with a fraction, `String` a text; with `var` the right side decides.
// **Before you run the next cell:** what is 7 divided by 2?

// %% id=division
display(7 / 2);
display(7 / 2.0);
7 % 2

// %% [markdown] id=division-answer
// Between whole numbers `/` drops the remainder, as in C, and as `//` does in Python for positive numbers. Half of the
// wrong results in beginners' simulations are a `1 / 2` that is 0. Write `1 / 2.0`.
//
// Whole numbers also have an end. An `int` has 32 bits, so it stops a little above two thousand million; a `long` has
// 64. **Before you run the next cell:** what does Java say to two thousand million, doubled?

// %% id=overflow
int many = 2_000_000_000;
display(many + many);
2L * many

// %% [markdown] id=overflow-answer
// No error, no warning: it counts on from the other end. When you count molecules or steps, use `long`.
//
// | | C | Python | Java |
// |--|--|--|--|
// | a number | `double x = 2;` | `x = 2.0` | `double x = 2;` or `var x = 2.0;` |
// | five zeros | `double a[5] = {0};` | `a = [0.0] * 5` | `double[] a = new double[5];` |
// | a loop | `for (int i = 0; i < 5; i++)` | `for i in range(5):` | `for (int i = 0; i < 5; i++)` |
// | over its values | | `for v in a:` | `for (double v : a)` |
// | a function | `double f(double x) { ... }` | `def f(x): ...` | `double f(double x) { ... }` |
// | a power | `pow(x, 3)` | `x ** 3` | `pow(x, 3)` |
// | same text? | `strcmp(a, b) == 0` | `a == b` | `a.equals(b)` |
// | and, or, not | `&& \|\| !` | `and or not` | `&& \|\| !` |

// %% [markdown] id=arrays
// ## 2 Arrays
//
// An array holds a fixed number of values of one kind, counted from 0. **Before you run the next cell:** `b` is set to
// `a`, then one entry of `b` is changed. What happens to `a`?

// %% id=arrays-shared
double[] a = {1, 2, 3};
double[] b = a;
double[] c = a.clone();
b[0] = 100;
c[1] = 200;
a

// %% [markdown] id=arrays-answer
// `a` and `b` are two names of the **same** array, as with a Python list or a C pointer; `clone()` makes a copy. A
// method that changes an array it was handed changes the caller's. So copy first, unless you mean it.
//
// A method takes values and returns one. Here is the height of a ball, thrown upwards with 12 m/s.

// %% id=method
double height(double t) {
    return 12 * t - 9.81 / 2 * t * t;
}
double[] seconds = new double[26];
double[] metres = new double[26];
for (int i = 0; i < 26; i++) {
    seconds[i] = 0.1 * i;
    metres[i] = height(seconds[i]);
}

// %% id=first-chart
line("A ball thrown upwards at 12 m/s", seconds, metres)
    .axes("time / s", "height / m")

// %% [markdown] id=chart-words
// That was your first chart. It has what each chart of yours should have: a title that says what one sees, and on each
// axis a quantity **and its unit**. *Time / s* is meant literally: a time divided by a second is a number, and numbers
// are what an axis can show.
//
// **Before you go on:** read off the chart when the ball comes back to the ground. Then work it out: $2 v / g$.

// %% [markdown] id=records
// ## 3 Records
//
// Numbers that belong together get a name together. A **record** is a value with named parts that never change; it
// compares by its contents and shows itself. Its *compact constructor* (`public Site { ... }`, without parentheses) may
// refuse nonsense, the moment it is made.

// %% id=record
record Site(String element, double x, double y) {
    public Site {
        if (element.isBlank())
            throw new IllegalArgumentException("a site needs an element");
    }
    double distanceTo(Site other) {
        return sqrt(pow(x - other.x, 2) + pow(y - other.y, 2));
    }
}
var carbon = new Site("C", 0, 0);
var oxygen = new Site("O", 1.16, 0);

// %% id=record-use
display(carbon);
display(carbon.distanceTo(oxygen));
oxygen.equals(new Site("O", 1.16, 0))

// %% [markdown] id=streams
// ## 4 Lists and streams
//
// A `List` holds any number of values. A **stream** sends them through a row of steps, each of which says *what* is to
// be done: keep some (`filter`), turn each into another (`map`), make one of all (`sum`, `max`, `toList`). It reads
// like Python's comprehensions.

// %% id=streams-show
var sites = List.of(carbon, oxygen, new Site("O", -1.16, 0));
display(sites.stream().filter(s -> s.element().equals("O")).count());
var distances = sites.stream().mapToDouble(s -> s.distanceTo(carbon));
display(distances.max().getAsDouble());
IntStream.rangeClosed(1, 5).map(n -> n * n).boxed().toList()

// %% [markdown] id=chance
// The little arrow makes a function without a name: `n -> n * n` takes `n` and gives its square.
//
// Numbers drawn at random come from a **generator with a seed**, `Rng.seeded(7)`. The same seed gives the same numbers,
// today, tomorrow and on your neighbour's machine; that is why everybody in this course sees the same pictures.
//
// **Before you run the next cell:** two dice are thrown 10,000 times. Which sum is the most frequent, and how many
// times more frequent is it than a 2?

// %% id=dice
var rng = Rng.seeded(7);
long[] seen = new long[13];
for (int i = 0; i < 10_000; i++) seen[rng.nextInt(1, 7) + rng.nextInt(1, 7)]++;
var sums = IntStream.rangeClosed(2, 12).boxed().toList();
bar("Two dice, thrown 10,000 times", sums.stream().map(s -> "" + s).toList(),
    sums.stream().mapToDouble(s -> seen[s]).toArray())
    .axes("sum of the two", "times seen")

// %% [markdown] id=dice-answer
// Of the 36 pairs six make a 7 and one makes a 2: six times. Here 1,619 against 284, that is 5.7 times. By how much
// such counts may be off, the next lesson says.

// %% [markdown] id=tables
// ## 5 Tables
//
// Data come in columns: a table has named columns of equal length, each of one kind. Ours are those of Tablesaw. You
// may read one from a file, take one of the course's data sets (`Datasets.table("daily-weather")`), or make one. Here
// are the noble gases with their boiling points at 1 atm and their critical temperatures, above which no pressure
// makes them liquid (NIST Chemistry WebBook, rounded to three digits).

// %% id=table role=setup
var gases = Table.create("noble gases",
    StringColumn.create("gas", "helium", "neon", "argon", "krypton", "xenon"),
    DoubleColumn.create("molar mass (g/mol)", 4.00, 20.2, 39.9, 83.8, 131),
    DoubleColumn.create("boils (K)", 4.22, 27.1, 87.3, 120, 165),
    DoubleColumn.create("critical (K)", 5.20, 44.5, 151, 209, 290));

// %% id=table-show
gases

// %% [markdown] id=table-words
// Columns can be taken out, computed with and put back; rows can be filtered and sorted; a column turns into an array
// with `asDoubleArray()`.

// %% id=table-ratio
var boiling = gases.doubleColumn("boils (K)");
var ratio = boiling.divide(gases.doubleColumn("critical (K)"));
var withRatio = gases.copy().addColumns(ratio.setName("ratio"));
withRatio.sortDescendingOn("boils (K)").selectColumns("gas", "boils (K)", "ratio")

// %% id=table-filter
gases.where(boiling.isGreaterThan(77)).selectColumns("gas", "boils (K)")

// %% [markdown] id=table-question
// Those three condense in liquid nitrogen (77 K). Now look at the ratios. Argon, krypton and xenon boil at
// very different temperatures, yet at the *same fraction* of the critical one. **Before you run the next cell:** do
// you expect neon and helium on the same line?

// %% id=table-chart
double[] critical = gases.doubleColumn("critical (K)").asDoubleArray();
double[] boils = boiling.asDoubleArray();
figure("Boiling points of the noble gases").logX().logY()
    .points("helium to xenon", critical, boils)
    .curve("0.57 · critical temperature", t -> 0.57 * t)
    .axes("critical temperature / K", "boiling point / K")

// %% [markdown] id=table-answer
// The three heavy ones agree within two per cent; neon lies a little above and helium far above, at 0.81. If atoms
// attract each other by a law of one shape, with nothing but its depth and width to tell them apart, then such ratios
// must be equal: the *law of corresponding states* (E. A. Guggenheim, *J. Chem. Phys.* 13, 253 (1945)). Light atoms
// break it, because they are waves too. We will simulate the law of that shape in later lessons; it has one depth and
// one width, and in its own units argon, krypton and xenon are a single substance.

// %% [markdown] id=floats
// ## 6 Numbers that are not quite numbers
//
// A `double` keeps 53 binary digits, some 16 decimal ones; a `float` keeps 24, some 7. The rest is **rounded** away.
// **Before you run the next cell:** the exact sum is 77778.93456. What will seven digits make of it?

// %% id=rounding
display(77777.7f + 1.23456f);
display(77777.7 + 1.23456);
0.1 + 0.2

// %% [markdown] id=rounding-answer
// Near 77,778 the floats stand 1/128 apart, and the sum is moved to the nearest of them. Even 0.1 is not a finite
// binary fraction, hence the 4 at the end of the last sum: **never ask whether two doubles are equal**, ask whether
// they are near.
//
// How near is near? The **machine epsilon** is the distance from 1 to the next larger double. We find it by halving.

// %% id=epsilon
double epsilon = 1;
while (1 + epsilon / 2 > 1) epsilon /= 2;
display(epsilon);
pow(2, -52)

// %% [markdown] id=sum-question
// Each single operation is right to half of that, relatively. A long sum is another matter. **Before you run the next
// cell:** a tenth, added ten million times as `float`: how far from a million does it end? And as `double`?

// %% id=long-sum
float inFloat = 0;
double inDouble = 0;
for (int i = 0; i < 10_000_000; i++) {
    inFloat += 0.1f;
    inDouble += 0.1;
}
display(inFloat);
inDouble

// %% [markdown] id=sum-answer
// The float is wrong by nine per cent. Once the sum is beyond $2^{19} = 524{,}288$, floats stand 1/16 apart, and each
// tenth goes in as two sixteenths. The double has the same illness, almost nine digits milder.
//
// The worst loss is **cancellation**: two nearly equal numbers are subtracted, the digits they share disappear, and
// what is left is the rounding of both. Take $(1 - \cos x)/x^2$, which tends to $\tfrac12$ for small $x$. The same
// quantity, written without a subtraction, is $2 \sin^2(x/2) / x^2$.
//
// **Before you run the next cell:** what does the first formula give for $x = 10^{-8}$?

// %% id=cancellation
double[] x = new double[401];
Arrays.setAll(x, i -> pow(10, -9 + i * 0.02));
figure("The same quantity twice").logX()
    .points("(1 - cos x) / x²", x,
        Arrays.stream(x).map(v -> (1 - cos(v)) / (v * v)).toArray())
    .line("2 sin²(x/2) / x²", x,
        Arrays.stream(x).map(v -> 2 * pow(sin(v / 2) / v, 2)).toArray())
    .axes("x", "value, exact limit 0.5").rangeY(0, 1.2)

// %% [markdown] id=cancellation-answer
// It gives 0: the cosine of $10^{-8}$ differs from 1 by $5 \cdot 10^{-17}$, less than half the way to the next double
// below 1, and is rounded to 1. On the way there the formula jumps, for $1 - \cos x$ can only be a multiple of
// $\epsilon/2$. More digits would move the trouble to the left; the second formula has none.

// %% [markdown] id=step
// ## 7 Too large is wrong, too small is wrong
//
// Everything comes together when we take a slope, as each simulation does: a force is the slope of an energy. The
// slope of the sine at 1 is $\cos 1$. Instead of the limit we take a small step $h$,
//
// $$\frac{\sin(1 + h) - \sin 1}{h} = \cos 1 - \frac{h}{2} \sin 1 + \dots$$
//
// The step makes an error near $0.42\,h$; the cancellation one of up to about $\epsilon / (2h)$. **Before you run the
// last picture:** at which $h$ is the sum of both least: $10^{-13}$, $10^{-8}$ or $10^{-3}$?

// %% id=slope-error
double[] h = new double[121], off = new double[121];
Arrays.setAll(h, i -> pow(10, -13 + i * 0.1));
Arrays.setAll(off, i -> abs((sin(1 + h[i]) - sin(1)) / h[i] - cos(1)));
figure("The error of a slope against the step").logX().logY()
    .points("measured", h, off)
    .curve("0.42 h, the step", s -> 0.42 * s, 1e-10, 0.1)
    .curve("ε / (2h), the digits", s -> epsilon / 2 / s, 1e-13, 1e-6)
    .axes("step h", "error of the slope").rangeY(1e-10, 0.1)

// %% [markdown] id=slope-answer
// Near $\sqrt\epsilon \approx 10^{-8}$, where both errors are alike; half of the sixteen digits are gone even there.
// You will see this V again with time steps in molecular dynamics and with differences that check forces.

// %% [markdown] id=graded
// ## 8 What a graded cell is
//
// Each lesson has exercises, a notebook of its own. An exercise is three cells: the task, your **answer**, and a
// **check** that is locked. An answer begins as
//
// ```java
// double mean(double[] x) {
//     throw new UnsupportedOperationException("YOUR CODE HERE");
// }
// ```
//
// Replace the line in the middle and keep the first one, since the checks call your method by its name. A check that
// is satisfied says nothing. One that is not says what it looked at, what it expected and what it got:

// %% id=graded-show
double mean(double[] x) {
    return Arrays.stream(x).sum() / 2;
}
try {
    checkNear(mean(new double[]{1, 2, 6}), 3, 1e-12, "the mean of 1, 2, 6",
        "divide by how many there are");
} catch (CheckFailure failure) {
    display(failure.getMessage());
}

// %% [markdown] id=learned
// Some checks are hidden: your teacher runs your method on numbers you have not seen. So solve the task, not the
// check. Random methods are checked with a fixed seed and a band wide enough that a right answer nearly never falls
// outside; each check says how nearly.
//
// ## What we learned
//
// - `7 / 2` is 3, and `int` ends near two thousand million.
// - Two names may mean one array; a record is a value that keeps its promises.
// - A chart has a title, quantities and units.
// - Ask whether doubles are near, not whether they are equal; expect $10^{-16}$ a step.
// - Subtract near-equal numbers only if you must; a step can be too small.

// %% [exercises]

// %% [markdown] id=exercise-rules
// ## Six warm-ups
//
// Short methods, each with a trap that catches people who come from another language. Run the check below your answer
// as often as you like; ask for a hint when you are stuck. `gases` is the table of the lecture.

// %% [markdown] id=kelvin-task
// ### 1 Fahrenheit to kelvin (1 point)
//
// Write `kelvin(f)`: a temperature of `f` °F in kelvin, $(f - 32) \cdot 5/9 + 273.15$.

// %% id=kelvin role=answer
double kelvin(double f) {
    // BEGIN SOLUTION
    return (f - 32) * 5 / 9 + 273.15;
    // END SOLUTION
}

// %% [markdown] id=kelvin-hint role=hint of=kelvin
// Write the formula as it stands, from left to right, then look at the kind of each number in it.

// %% [markdown] id=kelvin-hint-2 role=hint of=kelvin
// What is `5 / 9` in Java? Two whole numbers make a whole number.

// %% [markdown] id=kelvin-hint-3 role=hint of=kelvin
// `(f - 32) * 5 / 9` is worked out from the left and is a `double` from the first bracket on; `5 / 9.0` helps too.

// %% id=kelvin-test role=test of=kelvin points=1
checkNear(kelvin(32), 273.15, 1e-9, "32 °F in kelvin", "ice melts at 273.15 K");
checkNear(kelvin(212), 373.15, 1e-9,
    "212 °F in kelvin", "water boils at 373.15 K; 5 / 9 of two ints is 0");
// BEGIN HIDDEN TESTS
checkNear(kelvin(-459.67), 0, 1e-9, "the absolute zero, -459.67 °F, in kelvin");
// END HIDDEN TESTS

// %% id=kelvin-wrong-ints role=wrong of=kelvin
double kelvin(double f) {
    return 5 / 9 * (f - 32) + 273.15;
}

// %% id=kelvin-wrong-brackets role=wrong of=kelvin
double kelvin(double f) {
    return f - 32 * 5 / 9.0 + 273.15;
}

// %% id=kelvin-wrong-way role=wrong of=kelvin
double kelvin(double f) {
    return (f - 32) * 9 / 5 + 273.15;
}

// %% [markdown] id=faces-task
// ### 2 Counting faces (2 points)
//
// Write `faces(dice)`: six counts, how often the faces 1 to 6 stand in `dice`. Leave `dice` as it was.

// %% id=faces role=answer
int[] faces(int[] dice) {
    // BEGIN SOLUTION
    int[] counts = new int[6];
    for (int face : dice) counts[face - 1]++;
    return counts;
    // END SOLUTION
}

// %% [markdown] id=faces-hint role=hint of=faces
// Six counters that start at 0, and one pass over the dice that adds 1 to the counter of each face.

// %% [markdown] id=faces-hint-2 role=hint of=faces
// Faces count from 1, arrays from 0: which entry belongs to face 1, and which to face 6?

// %% [markdown] id=faces-hint-3 role=hint of=faces
// `int[] counts = new int[6];`, then for each `face` in `dice` raise `counts[face - 1]`. Nothing needs sorting.

// %% id=faces-test role=test of=faces points=2
int[] thrown = {3, 6, 3, 1, 3, 6};
checkEqual(faces(thrown), new int[]{1, 0, 3, 0, 0, 2}, "the faces of 3 6 3 1 3 6",
    "six counts, the first one for face 1");
checkEqual(thrown, new int[]{3, 6, 3, 1, 3, 6},
    "the dice handed in", "sort a copy, if you sort");
checkEqual(faces(new int[0]), new int[6], "the faces of no dice at all");
// BEGIN HIDDEN TESTS
checkEqual(faces(IntStream.range(0, 6000).map(i -> i % 6 + 1).toArray()),
    new int[]{1000, 1000, 1000, 1000, 1000, 1000}, "the faces of 6,000 dice");
// END HIDDEN TESTS

// %% id=faces-wrong-seven role=wrong of=faces
int[] faces(int[] dice) {
    int[] counts = new int[7];
    for (int face : dice) counts[face]++;
    return counts;
}

// %% id=faces-wrong-shift role=wrong of=faces
int[] faces(int[] dice) {
    int[] counts = new int[6];
    for (int face : dice) counts[face % 6]++;
    return counts;
}

// %% id=faces-wrong-sorts role=wrong of=faces
int[] faces(int[] dice) {
    Arrays.sort(dice);
    int[] counts = new int[6];
    for (int face : dice) counts[face - 1]++;
    return counts;
}

// %% [markdown] id=ball-task
// ### 3 A record that refuses nonsense (2 points)
//
// Complete `Ball`, a ball of `mass` kg with the velocity `(vx, vy)` in m/s. Its `kineticEnergy()` in joule is
// $\tfrac12 m v^2$. A mass that is not above 0 is refused with an `IllegalArgumentException`.

// %% id=ball role=answer
record Ball(double mass, double vx, double vy) {
    public Ball {
        // BEGIN SOLUTION
        if (!(mass > 0)) throw new IllegalArgumentException("mass must be above 0, not " + mass);
        // END SOLUTION
    }
    double kineticEnergy() {
        // BEGIN SOLUTION
        return 0.5 * mass * (vx * vx + vy * vy);
        // END SOLUTION
    }
}

// %% [markdown] id=ball-hint role=hint of=ball
// Two places wait for you: the compact constructor runs before the record is made, `kineticEnergy()` when it is
// called.

// %% [markdown] id=ball-hint-2 role=hint of=ball
// $v^2 = v_x^2 + v_y^2$, and mind that `1 / 2` is 0.

// %% [markdown] id=ball-hint-3 role=hint of=ball
// NaN, "not a number", is neither above 0 nor below: ask whether the mass is right, `if (!(mass > 0))`, not whether
// it is wrong; then `throw new IllegalArgumentException(...)`.

// %% id=ball-test role=test of=ball points=2
checkNear(new Ball(2, 3, 4).kineticEnergy(), 25, 1e-12,
    "energy of 2 kg at (3, 4) m/s in J", "v² = 3² + 4²");
checkThrows(IllegalArgumentException.class, () -> new Ball(-1, 0, 0),
    "a ball of -1 kg");
checkThrows(IllegalArgumentException.class, () -> new Ball(0, 1, 1),
    "a ball of 0 kg");
// BEGIN HIDDEN TESTS
checkNear(new Ball(1, -3, 0).kineticEnergy(), 4.5, 1e-12,
    "energy of 1 kg at (-3, 0) m/s in J");
checkThrows(IllegalArgumentException.class, () -> new Ball(Double.NaN, 1, 1),
    "a ball whose mass is NaN");
// END HIDDEN TESTS

// %% id=ball-wrong-square-of-sum role=wrong of=ball
record Ball(double mass, double vx, double vy) {
    public Ball {
        if (!(mass > 0)) throw new IllegalArgumentException("mass must be above 0, not " + mass);
    }
    double kineticEnergy() {
        return 0.5 * mass * pow(vx + vy, 2);
    }
}

// %% id=ball-wrong-half role=wrong of=ball
record Ball(double mass, double vx, double vy) {
    public Ball {
        if (!(mass > 0)) throw new IllegalArgumentException("mass must be above 0, not " + mass);
    }
    double kineticEnergy() {
        return 1 / 2 * mass * (vx * vx + vy * vy);
    }
}

// %% id=ball-wrong-nan role=wrong of=ball
record Ball(double mass, double vx, double vy) {
    public Ball {
        if (mass <= 0) throw new IllegalArgumentException("mass must be above 0, not " + mass);
    }
    double kineticEnergy() {
        return 0.5 * mass * (vx * vx + vy * vy);
    }
}

// %% id=ball-wrong-zero role=wrong of=ball
record Ball(double mass, double vx, double vy) {
    public Ball {
        if (!(mass >= 0)) throw new IllegalArgumentException("mass must not be negative: " + mass);
    }
    double kineticEnergy() {
        return 0.5 * mass * (vx * vx + vy * vy);
    }
}

// %% [markdown] id=share-task
// ### 4 Asking a table (2 points)
//
// Write `share(table, column, kelvin)`: the share of the rows, between 0 and 1, whose number in `column` is **above**
// `kelvin`. `table.doubleColumn(column)` is the column, `asDoubleArray()` makes an array of it.

// %% id=share role=answer
double share(Table table, String column, double kelvin) {
    // BEGIN SOLUTION
    return (double) table.doubleColumn(column).isGreaterThan(kelvin).size() / table.rowCount();
    // END SOLUTION
}

// %% [markdown] id=share-hint role=hint of=share
// Two numbers are wanted: how many rows lie above, and how many there are. `table.rowCount()` is the second.

// %% [markdown] id=share-hint-2 role=hint of=share
// For the first, go through `table.doubleColumn(column).asDoubleArray()` and count. Above means `>`.

// %% [markdown] id=share-hint-3 role=hint of=share
// A count divided by a count is a division of whole numbers, unless you make one of them a `double` first: `(double)
// 3 / 5`.

// %% id=share-test role=test of=share points=2
checkNear(share(gases, "boils (K)", 77), 0.6, 1e-12,
    "share of the gases that boil above 77 K", "3 of 5, not 0 of 5");
checkNear(share(gases, "boils (K)", 87.3), 0.4, 1e-12,
    "share that boils above 87.3 K", "argon boils at 87.3 K, not above");
checkNear(share(gases, "critical (K)", 5), 1, 1e-12,
    "share with a critical temperature above 5 K", "use the column asked for");
// BEGIN HIDDEN TESTS
checkNear(share(gases.first(2), "critical (K)", 30), 0.5, 1e-12,
    "share of helium and neon with a critical point above 30 K");
// END HIDDEN TESTS

// %% id=share-wrong-ints role=wrong of=share
double share(Table table, String column, double kelvin) {
    return table.doubleColumn(column).isGreaterThan(kelvin).size() / table.rowCount();
}

// %% id=share-wrong-equal role=wrong of=share
double share(Table table, String column, double kelvin) {
    return (double) table.doubleColumn(column).isGreaterThanOrEqualTo(kelvin).size() / table.rowCount();
}

// %% id=share-wrong-column role=wrong of=share
double share(Table table, String column, double kelvin) {
    return (double) table.doubleColumn("boils (K)").isGreaterThan(kelvin).size() / table.rowCount();
}

// %% id=share-wrong-five role=wrong of=share
double share(Table table, String column, double kelvin) {
    return table.doubleColumn(column).isGreaterThan(kelvin).size() / 5.0;
}

// %% [markdown] id=root-task
// ### 5 The small root (2 points)
//
// Write `smallRoot(b, c)`: the smaller root of $x^2 - 2 b x + c = 0$ for $0 < c < b^2$ and $b > 0$. The school's
// formula is $b - \sqrt{b^2 - c}$; the check wants twelve digits for $b = 10^8$ as well.

// %% id=root role=answer
double smallRoot(double b, double c) {
    // BEGIN SOLUTION
    return c / (b + sqrt(b * b - c));
    // END SOLUTION
}

// %% [markdown] id=root-hint role=hint of=root
// For $b = 10^8$ the root of $b^2 - c$ is nearly $b$: that difference loses almost all digits. Is there a way
// without it?

// %% [markdown] id=root-hint-2 role=hint of=root
// The larger root $b + \sqrt{b^2 - c}$ cancels nothing. And the product of the two roots is $c$.

// %% [markdown] id=root-hint-3 role=hint of=root
// So the smaller one is $c$ divided by the larger one.

// %% id=root-test role=test of=root points=2
checkNearRelative(smallRoot(5, 9), 1, 1e-12,
    "the smaller root of x² - 10 x + 9 = 0", "the other one is 9");
checkNearRelative(smallRoot(1e8, 1), 5e-9, 1e-12,
    "the smaller root for b = 1e8, c = 1",
    "b and the square root are nearly equal: avoid their difference");
// BEGIN HIDDEN TESTS
checkNearRelative(smallRoot(2e5, 4e4), 0.100000025000012, 1e-12,
    "the smaller root for b = 200,000, c = 40,000");
// END HIDDEN TESTS

// %% id=root-wrong-school role=wrong of=root
double smallRoot(double b, double c) {
    return b - sqrt(b * b - c);
}

// %% id=root-wrong-large role=wrong of=root
double smallRoot(double b, double c) {
    return b + sqrt(b * b - c);
}

// %% id=root-wrong-first-order role=wrong of=root
double smallRoot(double b, double c) {
    return c / (2 * b);
}

// %% [markdown] id=variance-task
// ### 6 A variance that survives (3 points)
//
// Write `variance(x)`: $\frac{1}{n-1} \sum_i (x_i - \bar x)^2$ for at least two numbers. Many books also offer
// $\overline{x^2} - \bar x^2$, which needs only one pass. Think of numbers near $10^9$ before you trust it.

// %% id=variance role=answer
double variance(double[] x) {
    // BEGIN SOLUTION
    double mean = Arrays.stream(x).average().getAsDouble();
    return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
    // END SOLUTION
}

// %% [markdown] id=variance-hint role=hint of=variance
// The one-pass formula takes the difference of two numbers near $10^{18}$, of which a `double` knows 16 digits.

// %% [markdown] id=variance-hint-2 role=hint of=variance
// Two passes: first the mean, then the squares of the distances from it.

// %% [markdown] id=variance-hint-3 role=hint of=variance
// The sum of `(v - mean) * (v - mean)` over all `v`, divided by `x.length - 1`: one number was spent on the mean.

// %% id=variance-test role=test of=variance points=3
double[] small = {4, 7, 13, 16};
checkNear(variance(small), 30, 1e-9,
    "the variance of 4, 7, 13, 16", "(36 + 9 + 9 + 36) / 3");
double[] large = Arrays.stream(small).map(v -> v + 1e9).toArray();
checkNear(variance(large), 30, 1e-9,
    "the variance of the same numbers plus a thousand million",
    "nothing has moved but the mean: do not subtract squares");
// BEGIN HIDDEN TESTS
checkNear(variance(new double[]{2, 2}), 0, 1e-12, "the variance of 2 and 2");
checkNear(variance(new double[]{-1, 1}), 2, 1e-12, "the variance of -1 and 1");
// END HIDDEN TESTS

// %% id=variance-wrong-cancels role=wrong of=variance
double variance(double[] x) {
    double mean = Arrays.stream(x).average().getAsDouble();
    double squares = Arrays.stream(x).map(v -> v * v).average().getAsDouble();
    return (squares - mean * mean) * x.length / (x.length - 1);
}

// %% id=variance-wrong-n role=wrong of=variance
double variance(double[] x) {
    double mean = Arrays.stream(x).average().getAsDouble();
    return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
}

// %% id=variance-wrong-root role=wrong of=variance
double variance(double[] x) {
    double mean = Arrays.stream(x).average().getAsDouble();
    return sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1));
}

// %% [markdown] id=well-done
// All silent? Then you know enough Java for the whole course. The next lesson throws darts.
