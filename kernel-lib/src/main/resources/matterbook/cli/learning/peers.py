"""What LearningBench measures, by torch or by scikit-learn: the argument says by which.

Answers each line with one, as the bench's own child does: times in milliseconds, rates in rows a millisecond, NaN for what
this library does not do; "there" with yes if the library is, "name" with what multiplies matrices.
"""
import sys
import time

ROWS, FEATURES, MANY, BATCH = 2400, 432, 4096, 32
WORDS, LENGTH, SEQUENCES, UNITS = 40, 60, 100, 300
NEIGHBOURS = 5
LEAST_SECONDS = 1.0


def repeat(task):
    begin, times = time.thread_time(), 0
    while time.thread_time() - begin < LEAST_SECONDS:
        task()
        times += 1
    return (time.thread_time() - begin) * 1000 / times


def milliseconds(task):
    """Of one repetition; the first ones are not counted."""
    repeat(task)
    return repeat(task)


def data():
    import numpy as np
    rng = np.random.default_rng(1)
    return [rng.normal(size=shape).astype(np.float32) for shape in ((ROWS, FEATURES), (ROWS, 1), (MANY, FEATURES))]


class Torch:
    nearest = None

    def __init__(self):
        import torch
        torch.set_num_threads(1)
        torch.manual_seed(1)
        self.torch = torch
        self.x, self.y, self.many = (torch.from_numpy(part) for part in data())
        self.rows = [self.many[i:i + 1] for i in range(MANY)]
        layers, inputs = [], FEATURES
        for _ in range(5):
            layers += [torch.nn.Linear(inputs, 50), torch.nn.ReLU()]
            inputs = 50
        self.net = torch.nn.Sequential(*layers, torch.nn.Linear(50, 1))
        self.adam = torch.optim.Adam(self.net.parameters(), 1e-3)
        self.embedding = torch.nn.Embedding(WORDS, UNITS)
        self.lstm = torch.nn.LSTM(UNITS, UNITS, batch_first=True)
        self.dense = torch.nn.Linear(UNITS, WORDS)
        self.next = torch.randint(WORDS, (SEQUENCES, LENGTH))
        self.words = torch.cat([torch.zeros(SEQUENCES, 1, dtype=torch.long), self.next[:, :-1]], 1)
        parameters = [p for part in (self.embedding, self.lstm, self.dense) for p in part.parameters()]
        self.sequence_adam = torch.optim.Adam(parameters, 1e-3)

    def epoch(self):
        loss = self.torch.nn.MSELoss()
        order = self.torch.randperm(ROWS)
        for i in range(0, ROWS, BATCH):
            rows = order[i:i + BATCH]
            self.adam.zero_grad()
            loss(self.net(self.x[rows]), self.y[rows]).backward()
            self.adam.step()

    def one(self):
        with self.torch.inference_mode():
            for row in self.rows:
                self.net(row)

    def all_rows(self):
        with self.torch.inference_mode():
            self.net(self.many)

    def sequence(self):
        self.sequence_adam.zero_grad()
        logits = self.dense(self.lstm(self.embedding(self.words))[0])
        self.torch.nn.functional.cross_entropy(logits.reshape(-1, WORDS), self.next.reshape(-1)).backward()
        self.sequence_adam.step()


class Sklearn:
    sequence = None

    def __init__(self):
        import numpy as np
        from sklearn.neighbors import KNeighborsRegressor
        from sklearn.neural_network import MLPRegressor
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler
        self.x, y, self.many = data()
        self.y = y[:, 0]
        self.rows = [self.many[i:i + 1] for i in range(MANY)]
        self.net = MLPRegressor((50,) * 5, batch_size=BATCH, random_state=1)
        self.epoch()
        self.queries = self.many.astype(np.float64)
        neighbours = KNeighborsRegressor(NEIGHBOURS)
        self.neighbours = make_pipeline(StandardScaler(), neighbours).fit(self.x.astype(np.float64), self.y)

    def epoch(self):
        self.net.partial_fit(self.x, self.y)

    def one(self):
        for row in self.rows:
            self.net.predict(row)

    def all_rows(self):
        self.net.predict(self.many)

    def nearest(self):
        self.neighbours.predict(self.queries)


def there(program):
    try:
        __import__({"torch": "torch", "scikit-learn": "sklearn"}[program])
        return "yes"
    except ImportError:
        return "no"


def start(program):
    """From nothing but Python to the first product."""
    begin = time.perf_counter()
    if program != "torch":
        return float("nan")
    import torch
    torch.set_num_threads(1)
    torch.nn.functional.linear(torch.zeros(32, 50), torch.zeros(50, 50), torch.zeros(50))
    return (time.perf_counter() - begin) * 1000


def name():
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return "unknown (no threadpoolctl)"
    found = [f"{i['internal_api']} {i.get('version')} {i.get('architecture', '')}" for i in threadpool_info()
             if i["user_api"] == "blas"]
    return ", ".join(sorted(set(found))) or "unknown"


def answer(request, program, tasks):
    if request == "name":
        return name()
    work = {"epoch": tasks.epoch, "one": tasks.one, "many": tasks.all_rows, "sequence": tasks.sequence,
            "nearest": tasks.nearest}[request]
    if work is None:
        return float("nan")
    taken = milliseconds(work)
    return MANY / taken if request in ("one", "many", "nearest") else taken


def main(program):
    tasks = None
    for line in sys.stdin:
        request = line.strip()
        if request == "there":
            said = there(program)
        elif request == "start":
            said = start(program)
        else:
            tasks = tasks or (Torch() if program == "torch" else Sklearn())
            said = answer(request, program, tasks)
        print(str(said).replace("nan", "NaN"), flush=True)


main(sys.argv[1])
