// A small lesson for the tests of pools and of checks that learners write.

// %% [markdown] id=title
// # A classroom
//
// A mean that the class measures together, and a check that hunts for bugs.

// %% id=largest role=setup
interface Largest { int of(int[] x); }

// %% [exercises]

// %% [markdown] id=mean-task
// ## 1. The mean of uniform numbers

// %% id=mean role=answer
double mean(int n, Rng rng) {
    // BEGIN SOLUTION
    return rng.doubles(n).average().orElse(0);
    // END SOLUTION
}
long mySeed() {
    // BEGIN SOLUTION
    return 20_260_101;
    // END SOLUTION
}

// %% id=mean-test role=test points=1
checkNear(mean(10_000, Rng.seeded(1)), 0.5, 0.015, "mean of 10,000 numbers");
checkEqual(mySeed(), mySeed(), "your seed, asked for twice");

// %% id=mean-wrong-half role=wrong of=mean
double mean(int n, Rng rng) { return rng.doubles(n).sum() / 2; }
long mySeed() { return 1; }

// %% id=mean-wrong-clock role=wrong of=mean
double mean(int n, Rng rng) { return rng.doubles(n).average().orElse(0); }
long mySeed() { return System.nanoTime(); }

// %% id=class-mean role=pool exact=0.5
new Replicate(mySeed(), mean(100, Rng.seeded(mySeed())))

// %% [markdown] id=check-task
// ## 2. A check of the largest number

// %% id=check role=answer
void checkLargest(Largest largest) {
    // BEGIN SOLUTION
    checkEqual(largest.of(new int[]{1, 3, 2}), 3, "largest of 1 3 2");
    checkEqual(largest.of(new int[]{-3, -1, -2}), -1, "largest of -3 -1 -2");
    // END SOLUTION
}

// %% id=check-hint role=hint of=check
// Try negative numbers.

// %% id=check-test role=test points=4
var hunt = new BugHunt<Largest>(largest -> checkLargest(largest))
    .right("a stream", x -> Arrays.stream(x).max().getAsInt())
    .bug("the first", x -> x[0]);
// BEGIN HIDDEN TESTS
hunt.hidden().bug("secretly from zero on", x -> Math.max(0, Arrays.stream(x).max().getAsInt()))
    .bug("secretly the last", x -> x[x.length - 1]);
// END HIDDEN TESTS
display(hunt.report());
hunt.points(4)

// %% id=check-wrong-nothing role=wrong of=check
void checkLargest(Largest largest) { }

// %% id=check-wrong-everything role=wrong of=check
void checkLargest(Largest largest) { check(false, "never right"); }

// %% id=check-wrong-part role=wrong of=check
void checkLargest(Largest largest) { checkEqual(largest.of(new int[]{1, 3, 2}), 3, "largest of 1 3 2"); }
