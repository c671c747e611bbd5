package matterbook.regression;

/**
 * What predicts scaled targets from scaled inputs: plain numbers, whoever found them. It does not change, so threads may
 * share it.
 */
sealed interface Rule permits NearestRule, Trees, KernelSum, NetworkRule {
    /** A number for each row. */
    double[] predict(double[][] z);
}
