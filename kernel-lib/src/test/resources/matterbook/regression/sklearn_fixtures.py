"""Numbers that SklearnTest compares with. Written by scikit-learn 1.2.1 of Debian 12 (package python3-sklearn):

    /usr/bin/python3 sklearn_fixtures.py > sklearn_fixtures.txt

One array a line: its name, then its numbers, rows one after another.
"""
import numpy as np
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
from sklearn.neighbors import KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR
from sklearn.tree import DecisionTreeRegressor

rng = np.random.default_rng(13)


def show(name, numbers):
    print(name, *[repr(float(v)) for v in np.asarray(numbers).reshape(-1)])


def observations(n):
    """Three inputs of very different sizes; the third matters least."""
    x = rng.normal(size=(n, 3)) * [1, 300, 0.01] + [2, 1000, 0]
    y = np.sin(1.5 * x[:, 0]) + (x[:, 1] / 1000) ** 2 + 20 * x[:, 2] + 0.05 * rng.normal(size=n)
    return x, y


x, y = observations(150)
q, truth = observations(60)
show("x", x)
show("y", y)
show("q", q)
show("truth", truth)

scaler = StandardScaler().fit(x)
show("mean", scaler.mean_)
show("scale", scaler.scale_)

for name, model in {
        "knn": make_pipeline(StandardScaler(), KNeighborsRegressor(5)),
        "knn_distance": make_pipeline(StandardScaler(), KNeighborsRegressor(7, weights="distance")),
        "knn_unscaled": KNeighborsRegressor(3)}.items():
    predicted = model.fit(x, y).predict(q)
    show(name, predicted)
    show(name + "_score", [np.sqrt(mean_squared_error(truth, predicted)), mean_absolute_error(truth, predicted),
                           r2_score(truth, predicted)])

# support vectors: targets scaled too, tube and width in that scale
centre, spread = y.mean(), y.std()
model = make_pipeline(StandardScaler(), SVR(C=3, epsilon=0.1, gamma=1 / 3, tol=1e-8)).fit(x, (y - centre) / spread)
show("svr", model.predict(q) * spread + centre)

# forests agree in what they leave over, not tree by tree: RMSE of the queries over 20 seeds. Rows are drawn here, because
# RandomForestRegressor counts a row that is drawn twice once when it asks how many are in a leaf; Smile counts it twice
def forest(chance):
    trees = []
    for tree in range(100):
        drawn = chance.integers(len(y), size=len(y))
        trees.append(DecisionTreeRegressor(min_samples_leaf=5, max_features=1, random_state=int(chance.integers(1 << 30)))
                     .fit(x[drawn], y[drawn]).predict(q))
    return np.mean(trees, axis=0)


rmse = [np.sqrt(mean_squared_error(truth, forest(np.random.default_rng(seed)))) for seed in range(20)]
show("forest", [np.mean(rmse), np.std(rmse, ddof=1)])
