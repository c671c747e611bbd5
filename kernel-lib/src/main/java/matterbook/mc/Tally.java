package matterbook.mc;

/** Counts moves. */
final class Tally {
    private long taken;
    private long proposed;

    void count(boolean wasTaken) {
        proposed++;
        taken += wasTaken ? 1 : 0;
    }

    void reset() {
        taken = 0;
        proposed = 0;
    }

    Acceptance acceptance() {
        return new Acceptance(taken, proposed);
    }
}
