// A small lesson for the tests of grading.

// %% [markdown] id=title
// # Small sums
//
// Three functions of a few numbers.

// %% id=numbers role=setup
int[] numbers = {1, 2, 3, 4};

// %% [exercises]

// %% [markdown] id=sum-task
// ## 1. The sum

// %% id=sum role=answer
int sum(int[] x) {
    // BEGIN SOLUTION
    return Arrays.stream(x).sum();
    // END SOLUTION
}

// %% id=sum-hint role=hint of=sum
// Begin with zero; the sum of nothing is $0$.

// %% id=sum-test role=test of=sum points=2
checkEqual(sum(numbers), 10, "sum of 1 2 3 4");
// BEGIN HIDDEN TESTS
checkEqual(sum(new int[]{7, -4711}), -4704, "sum of the secret numbers");
// END HIDDEN TESTS

// %% id=sum-wrong-first role=wrong of=sum
int sum(int[] x) { return x[0]; }

// %% id=sum-wrong-product role=wrong of=sum
int sum(int[] x) { return x[0] * x.length; }

// %% [markdown] id=mean-task
// ## 2. The mean

// %% id=mean role=answer
double mean(int[] x) {
    // BEGIN SOLUTION
    return (double) Arrays.stream(x).sum() / x.length;
    // END SOLUTION
}

// %% id=mean-test role=test of=mean points=1
checkNear(mean(numbers), 2.5, 1e-12, "mean of 1 2 3 4", "integers divide to integers");

// %% id=mean-wrong-integers role=wrong of=mean
double mean(int[] x) { return Arrays.stream(x).sum() / x.length; }

// %% id=mean-wrong-first role=wrong of=mean
double mean(int[] x) { return x[0]; }

// %% [markdown] id=largest-task
// ## 3. The largest

// %% id=largest role=answer
int largest(int[] x) {
    // BEGIN SOLUTION
    return Arrays.stream(x).max().orElseThrow();
    // END SOLUTION
}

// %% id=largest-test role=test of=largest points=3
checkEqual(largest(numbers), 4, "largest of 1 2 3 4");
// BEGIN HIDDEN TESTS
checkEqual(largest(new int[]{-9, -3}), -3, "largest of the hidden negatives");
// END HIDDEN TESTS

// %% id=largest-wrong-last role=wrong of=largest
int largest(int[] x) { return x[0]; }

// %% id=largest-wrong-zero role=wrong of=largest
int largest(int[] x) { return 0; }
