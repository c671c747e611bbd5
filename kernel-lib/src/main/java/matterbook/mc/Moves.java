package matterbook.mc;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import matterbook.core.Rng;
import matterbook.particles.Fluid;
import org.jspecify.annotations.Nullable;

/** The moves of an ensemble, and which of them is next. */
final class Moves {
    private static final double SHIFTS = 0.5;

    private final Shift shift;
    private final @Nullable VolumeChange volume;
    private final @Nullable Insertion insertion;
    private final @Nullable Deletion deletion;
    private final List<Move> all;

    private Moves(Shift shift, @Nullable VolumeChange volume, @Nullable Insertion insertion,
            @Nullable Deletion deletion) {
        this.shift = shift;
        this.volume = volume;
        this.insertion = insertion;
        this.deletion = deletion;
        all = Stream.<@Nullable Move>of(shift, volume, insertion, deletion).filter(Objects::nonNull)
                .map(Move.class::cast)
                .toList();
    }

    static Moves of(Ensemble ensemble, Fluid start) {
        Shift shift = new Shift(ensemble.step(), start.box().shortestSide() / 2, start.dimensions() == 2);
        return switch (ensemble) {
            case Nvt _ -> new Moves(shift, null, null, null);
            case Npt npt ->
                new Moves(shift, new VolumeChange(npt, start.size(), start.box().volume()), null, null);
            case GrandCanonical open ->
                new Moves(shift, null, new Insertion(open.activity()), new Deletion(open.activity()));
        };
    }

    /** The number of moves in a sweep of this many particles. */
    int length(int particles) {
        return volume == null ? particles : particles + 1;
    }

    /** Draws one. The probabilities of adding and of taking out are the same. */
    Move next(int particles, Rng rng) {
        if (volume != null) {
            return rng.nextInt(particles + 1) == particles ? volume : shift;
        }
        if (insertion != null && deletion != null && rng.nextDouble() >= SHIFTS) {
            return rng.nextDouble() < SHIFTS ? insertion : deletion;
        }
        return shift;
    }

    List<Move> all() {
        return all;
    }

    Shift shift() {
        return shift;
    }

    /** The longest step of the volume, in ln V or in the volume at the start; NaN if it does not change. */
    double volumeStep() {
        return volume == null ? Double.NaN : volume.step();
    }

    static Acceptance of(@Nullable Move move) {
        return move == null ? new Acceptance(0, 0) : move.tally().acceptance();
    }

    Acceptance volumeChanges() {
        return of(volume);
    }

    Acceptance insertions() {
        return of(insertion);
    }

    Acceptance deletions() {
        return of(deletion);
    }
}
