// %% [markdown] id=question
// # TITLE
//
// Begin with a question that the reader can guess an answer to. How long does it take a random walker to come back?
//
// You need: what the reader should know before.

// %% id=home role=setup
double home = 0;

// %% [markdown] id=idea
// ## 1 The idea
//
// A walker steps left or right with probability $1/2$ each. Its place after $n$ steps is a sum of $n$ signs,
//
// $$x_n = \sum_{k=1}^{n} s_k, \qquad \langle x_n^2 \rangle = n.$$
//
// **Before you run the next cell:** guess how far the walker is after 1000 steps.

// %% id=walk
var rng = Rng.seeded(1);
double[] place = new double[1001];
place[0] = home;
for (int n = 1; n < place.length; n++) {
    place[n] = place[n - 1] + (rng.nextDouble() < 0.5 ? -1 : 1);
}
line("A random walk", place).axes("step n", "place x")

// %% [markdown] id=learned
// ## What we learned
//
// Say it in one sentence: a walker is $\sqrt{n}$ away after $n$ steps, not $n$.

// %% [exercises]

// %% [markdown] id=task-mean-square
// ## 1 The mean square
//
// Write `meanSquare(x)`: the mean square of the distances of the walker's places `x` from `home`.

// %% id=answer-mean-square role=answer
double meanSquare(double[] x) {
    // BEGIN SOLUTION
    double sum = 0;
    for (double value : x) {
        sum += (value - home) * (value - home);
    }
    return sum / x.length;
    // END SOLUTION
}

// %% id=hint-mean-square role=hint of=answer-mean-square
// Which comes first, the square or the mean?

// %% id=hint-mean-square-2 role=hint of=answer-mean-square
// Square each distance, add them up, and divide by how many there are: `x.length`.

// %% id=test-mean-square role=test points=1
checkNear(meanSquare(new double[]{1, -1, 2, -2}), 2.5, 1e-12, "mean square of 1, -1, 2, -2");
// BEGIN HIDDEN TESTS
checkNear(meanSquare(new double[]{3}), 9, 1e-12, "mean square of 3 alone");
// END HIDDEN TESTS

// %% id=wrong-square-of-mean role=wrong of=answer-mean-square
double meanSquare(double[] x) {
    double sum = 0;
    for (double value : x) {
        sum += value;
    }
    return sum * sum / x.length;
}

// %% id=wrong-sum role=wrong of=answer-mean-square
double meanSquare(double[] x) {
    double sum = 0;
    for (double value : x) {
        sum += value * value;
    }
    return sum;
}
