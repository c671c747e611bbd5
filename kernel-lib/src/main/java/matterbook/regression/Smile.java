package matterbook.regression;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.nn.blas.Blas;
import smile.math.MathEx;

/** How Smile is called: with chance from our generators, on one thread, with the OpenBLAS that we load. */
final class Smile {
    private Smile() {}

    /** Smile keeps a random generator for each thread; this one's starts anew from {@code rng}. */
    static <T> T seeded(Rng rng, Supplier<T> work) {
        MathEx.setSeed(rng.nextLong());
        return work.get();
    }

    /**
     * On one thread of its own. Smile's trees are grown in parallel streams, whose threads each have a generator: only with
     * one is the result the same whatever machine it runs on.
     */
    static <T> T onOneThread(Supplier<T> work) {
        try (ForkJoinPool pool = new ForkJoinPool(1)) {
            return pool.submit(ForkJoinTask.adapt(work::get)).join();
        }
    }

    /**
     * Smile looks for OpenBLAS by its name. Once ours is loaded, Linux and Windows take that one; macOS has a BLAS of its own.
     *
     * @throws UserError if there is none
     */
    static <T> T withBlas(Supplier<T> work) {
        String ours = Blas.best().name();
        try {
            return work.get();
        } catch (ExceptionInInitializerError | NoClassDefFoundError | UnsatisfiedLinkError missing) {
            throw new UserError("Smile's network needs OpenBLAS's native file and finds none (our own products: " + ours
                    + "); use NeuralNetwork, or build Matterbook on this machine if it is Linux, macOS or Windows "
                    + "on x86-64, or Linux or macOS on ARM", missing);
        }
    }
}
