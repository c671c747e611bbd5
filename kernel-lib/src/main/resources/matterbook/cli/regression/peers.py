"""What RegressionBench measures, by torch and scikit-learn: processor time of one thread.

Writes "ready" when all is warm, then answers each line it reads (torch or sklearn) with the four rates, as the bench's own:
epochs a second, rows a second one by one, rows a second in thousands, neighbours' rows a second; NaN where there is none.
"""
import sys
import time
import warnings

import numpy as np

warnings.simplefilter("ignore")
ROWS, FEATURES, MANY, BATCH = 2400, 432, 4096, 32
rng = np.random.default_rng(1)
x, many = rng.normal(size=(ROWS, FEATURES)), rng.normal(size=(MANY, FEATURES))
y = np.sin(x[:, 0]) + 0.1 * rng.normal(size=ROWS)


def rate(work, amount, least=0.5):
    """amount of work over its time, done for at least so many seconds."""
    start, times = time.thread_time(), 0
    while time.thread_time() - start < least:
        work()
        times += 1
    return times * amount / (time.thread_time() - start)


def torch_rates():
    import torch
    torch.set_num_threads(1)
    torch.manual_seed(1)
    layers, inputs = [], FEATURES
    for _ in range(5):
        layers += [torch.nn.Linear(inputs, 50), torch.nn.ReLU()]
        inputs = 50
    net = torch.nn.Sequential(*layers, torch.nn.Linear(50, 1))
    adam, loss = torch.optim.Adam(net.parameters(), 1e-3), torch.nn.MSELoss()
    xs, ys, ms = (torch.tensor(v, dtype=torch.float32) for v in (x, y[:, None], many))

    def epoch():
        order = torch.randperm(ROWS)
        for i in range(0, ROWS, BATCH):
            rows = order[i:i + BATCH]
            adam.zero_grad()
            loss(net(xs[rows]), ys[rows]).backward()
            adam.step()

    def one():
        with torch.inference_mode():
            for i in range(100):
                net(ms[i:i + 1])

    def all_rows():
        with torch.inference_mode():
            net(ms)

    return lambda: [rate(epoch, 1), rate(one, 100), rate(all_rows, MANY), float("nan")]


def sklearn_rates():
    from sklearn.neighbors import KNeighborsRegressor
    from sklearn.neural_network import MLPRegressor
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    xs, ms = x.astype(np.float32), many.astype(np.float32)
    net = MLPRegressor((50,) * 5, batch_size=BATCH, random_state=1)
    near = make_pipeline(StandardScaler(), KNeighborsRegressor(5)).fit(x, y)

    def epoch():
        net.partial_fit(xs, y)

    def one():
        for i in range(100):
            net.predict(ms[i:i + 1])

    epoch()
    return lambda: [rate(epoch, 1), rate(one, 100), rate(lambda: net.predict(ms), MANY),
                    rate(lambda: near.predict(many), MANY)]


peers = {}
for name, make in (("torch", torch_rates), ("sklearn", sklearn_rates)):
    try:
        peers[name] = make()
        peers[name]()
    except ImportError:
        peers[name] = None
print("ready", flush=True)
for line in sys.stdin:
    measure = peers[line.strip()]
    print(*[str(v).replace("nan", "NaN") for v in (measure() if measure else [float("nan")] * 4)], flush=True)
