// A small lesson for the tests of weaving, running and checking.

// %% [markdown] id=title
// # Counting by a formula
//
// The sum of the first $n$ numbers is $S_n = n(n+1)/2$. A table makes it plain:
//
// | n | sum |
// |--:|----:|
// | 1 | 1   |
// | 3 | 6   |

// %% id=kit role=setup
import java.util.ArrayList;
import static matterbook.check.Check.check;
record Sum(int n, long value) {}

// %% id=loop
var sums = new ArrayList<Sum>();
long total = 0;
for (int n = 1; n <= 4; n++) {
    total += n;
    sums.add(new Sum(n, total));
}
sums

// %% id=printed
System.out.println("the last is " + sums.getLast());

// %% [markdown] id=next
// ## What comes next
// Write the formula yourself.

// %% [exercises]

// %% [markdown] id=task-formula
// ## 1. The formula
// Give the sum of the first $n$ numbers without a loop.

// %% id=answer-formula role=answer
Sum sum(int n) {
    // BEGIN SOLUTION
    return new Sum(n, (long) n * (n + 1) / 2);
    // END SOLUTION
}

// %% id=hint-formula role=hint of=answer-formula
// Pair the first with the last: each pair gives $n + 1$.

// %% id=test-formula role=test points=2
check(sum(4).value() == 10, "expected 10, got " + sum(4).value());
// BEGIN HIDDEN TESTS
check(sum(100_000).value() == 5_000_050_000L, "does the product fit into an int?");
// END HIDDEN TESTS

// %% id=wrong-off-by-one role=wrong of=answer-formula
Sum sum(int n) {
    return new Sum(n, (long) n * (n - 1) / 2);
}

// %% id=wrong-overflow role=wrong of=answer-formula
Sum sum(int n) {
    return new Sum(n, n * (n + 1) / 2);
}
