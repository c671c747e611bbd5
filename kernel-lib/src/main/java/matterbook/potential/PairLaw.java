package matterbook.potential;

import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;

/**
 * A cut potential as the fast kernels need it: force over distance, and energy, of many pairs at once, from the squares
 * of their distances, all within the cut-off. Even powers need no square root.
 */
public sealed interface PairLaw {
    /** Writes f(r) / r of the first n pairs. */
    void forces(double[] squared, double[] out, int n);

    /** The sum of the energies of the first n pairs. */
    double energy(double[] squared, int n);

    /** The fastest form of this potential. */
    static PairLaw of(CutPotential cut) {
        PairLaw twelveSix = TwelveSix.of(cut);
        if (twelveSix != null) {
            return twelveSix;
        }
        if (cut.cut() != Cut.FORCE_SHIFTED && cut.potential() instanceof InversePower power
                && power.exponent() % 2 == 0) {
            return new EvenPower(power.exponent() / 2, power.strength(), cut.energyShift());
        }
        return new General(cut);
    }

    /** Returns the force if it is a number; or says in one line what is wrong at this distance. */
    static double checked(double force, double r) {
        if (Double.isFinite(force)) {
            return force;
        }
        throw new UserError(r < 1e-6
                ? "two particles overlap: the distance between them is " + r
                : "the potential's force at r = " + r + " is " + force + "; it must be a finite number");
    }

    /** u = a r<sup>-12</sup> + b r<sup>-6</sup> - shift: Lennard-Jones, r<sup>-12</sup>, r<sup>-6</sup> and WCA. */
    record TwelveSix(double a, double b, double shift) implements PairLaw {
        static @Nullable TwelveSix of(CutPotential cut) {
            if (cut.cut() == Cut.FORCE_SHIFTED) {
                return null;
            }
            double shift = cut.energyShift();
            return switch (cut.potential()) {
                case LennardJones lj -> {
                    double s6 = Math.pow(lj.sigma(), 6);
                    yield new TwelveSix(4 * lj.epsilon() * s6 * s6, -4 * lj.epsilon() * s6, shift);
                }
                case InversePower power -> switch (power.exponent()) {
                    case 12 -> new TwelveSix(power.strength(), 0, shift);
                    case 6 -> new TwelveSix(0, power.strength(), shift);
                    default -> null;
                };
                // cut farther out than it reaches it has two parts
                case Wca _ -> cut.cutoff() <= Wca.RANGE ? new TwelveSix(4, -4, shift - 1) : null;
                default -> null;
            };
        }

        @Override
        public void forces(double[] squared, double[] out, int n) {
            double a12 = 12 * a;
            double b6 = 6 * b;
            for (int k = 0; k < n; k++) {
                double inverse = 1 / squared[k];
                double sixth = inverse * inverse * inverse;
                out[k] = (a12 * sixth + b6) * sixth * inverse;
            }
        }

        @Override
        public double energy(double[] squared, int n) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                double inverse = 1 / squared[k];
                double sixth = inverse * inverse * inverse;
                sum += (a * sixth + b) * sixth;
            }
            return sum - n * shift;
        }
    }

    /** u = strength · (r²)<sup>-half</sup> - shift. */
    record EvenPower(int half, double strength, double shift) implements PairLaw {
        @Override
        public void forces(double[] squared, double[] out, int n) {
            for (int k = 0; k < n; k++) {
                out[k] = 2 * half * strength * power(1 / squared[k], half + 1);
            }
        }

        @Override
        public double energy(double[] squared, int n) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += power(1 / squared[k], half);
            }
            return strength * sum - n * shift;
        }

        private static double power(double base, int exponent) {
            double result = 1;
            double square = base;
            for (int left = exponent; left > 0; left >>= 1) {
                if ((left & 1) == 1) {
                    result *= square;
                }
                square *= square;
            }
            return result;
        }
    }

    /** Any potential, also a student's: one call a pair. */
    record General(CutPotential cut) implements PairLaw {
        @Override
        public void forces(double[] squared, double[] out, int n) {
            double shift = cut.forceShift();
            PairPotential potential = cut.potential();
            for (int k = 0; k < n; k++) {
                double r = Math.sqrt(squared[k]);
                out[k] = checked(potential.force(r) - shift, r) / r;
            }
        }

        @Override
        public double energy(double[] squared, int n) {
            double energyShift = cut.energyShift();
            double forceShift = cut.forceShift();
            double sum = 0;
            for (int k = 0; k < n; k++) {
                double r = Math.sqrt(squared[k]);
                sum += cut.potential().energy(r) - energyShift + (r - cut.cutoff()) * forceShift;
            }
            return sum;
        }
    }
}
