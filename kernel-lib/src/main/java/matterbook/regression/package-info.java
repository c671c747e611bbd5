/**
 * Learning a number from numbers: one face, {@link matterbook.regression.Regressor}, over nearest neighbours
 * ({@link matterbook.regression.Knn}), forests, support vectors and networks of Smile ({@link matterbook.regression.Forest},
 * {@link matterbook.regression.SupportVectors}, {@link matterbook.regression.SmileMlp}) and networks of our own
 * ({@link matterbook.regression.NeuralNetwork}).
 *
 * <pre>{@code
 * var data   = Observations.of(table, "density");
 * var parts  = data.split(0.8, Rng.seeded(1));
 * var fitted = new Forest(200).fit(parts.train(), Rng.seeded(2));
 * fitted.score(parts.test())                                    // RMSE, MAE, R²
 * CrossValidation.of(new Knn(5), data, 5, Rng.seeded(3))        // the same for five folds
 * }</pre>
 *
 * <p>Inputs and targets are in whatever units the observations have; predictions and errors are in the target's. Scaling
 * belongs to the regressor, which sees the observations it is fitted to and no others: what is kept for a test cannot leak.
 *
 * <p>Smile fits; what it found is kept as plain numbers ({@link matterbook.regression.FittedModel}), which predict and are
 * saved without Smile.
 */
@NullMarked
package matterbook.regression;

import org.jspecify.annotations.NullMarked;
