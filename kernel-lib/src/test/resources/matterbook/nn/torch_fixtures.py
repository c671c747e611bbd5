"""Numbers that TorchTest compares with. Written by torch 1.13 of Debian 12 (package python3-torch):

    /usr/bin/python3 torch_fixtures.py > torch_fixtures.txt

One array a line: its name, then its numbers. Weights are in the order of Matterbook: x W + b, layer by layer.
"""
import torch
import torch.nn.functional as F

torch.set_num_threads(1)
torch.manual_seed(20)


def show(name, *tensors):
    numbers = torch.cat([t.detach().reshape(-1) for t in tensors])
    print(name, *[repr(v).replace("nan", "NaN") for v in numbers.double().tolist()])


def dense(inputs, units):
    return [torch.randn(inputs, units) * 0.6, torch.randn(1, units) * 0.3]


def quadratic(inputs, units):
    return dense(inputs, units) + dense(inputs, units) + dense(inputs, units)


def linear(x, p):
    return x @ p[0] + p[1]


def second_order(x, p):
    return linear(x, p[0:2]) * linear(x, p[2:4]) + linear(x * x, p[4:6])


def leaf(parameters):
    return [p.clone().requires_grad_(True) for p in parameters]


def case(name, parameters, forward, loss, x, y):
    p = leaf(parameters)
    x = x.clone().requires_grad_(True)
    output = forward(x, p)
    value = loss(output, y)
    value.backward()
    show(name + ".x", x)
    show(name + ".y", y)
    show(name + ".weights", *parameters)
    show(name + ".output", output)
    show(name + ".loss", value)
    show(name + ".dx", x.grad)
    show(name + ".dweights", *[q.grad for q in p])


def deep(x, p):
    x = torch.tanh(linear(x, p[0:2]))
    x = torch.sigmoid(linear(x, p[2:4]))
    x = F.leaky_relu(linear(x, p[4:6]))
    return linear(x, p[6:8])


x = torch.randn(7, 4)
y = torch.randn(7, 2)
stack = dense(4, 6) + dense(6, 5) + dense(5, 3) + dense(3, 2)
case("deep", stack, deep, F.mse_loss, x, y)

normed = dense(4, 6) + [1 + 0.2 * torch.randn(1, 6), 0.2 * torch.randn(1, 6)] + dense(6, 2)
case("normed", normed, lambda x, p: linear(F.relu(F.layer_norm(linear(x, p[0:2]), (6,), p[2][0], p[3][0])), p[4:6]),
     F.binary_cross_entropy_with_logits, x, torch.rand(7, 2))


def masked(z, y):
    return F.cross_entropy(z, torch.nan_to_num(y[:, 0], nan=-100.0).long())


classes = torch.tensor([[0.0], [2.0], [1.0], [float("nan")], [2.0], [0.0], [float("nan")]])
case("classes", dense(4, 5) + dense(5, 3), lambda x, p: linear(F.relu(linear(x, p[0:2])), p[2:4]), masked, x, classes)

case("quadratic", quadratic(4, 3) + quadratic(3, 2), lambda x, p: second_order(torch.tanh(second_order(x, p[0:6])), p[6:12]),
     F.mse_loss, x, y)

rules = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.01),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=0.01),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.1),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
}
for name, rule in rules.items():
    p = leaf(stack)
    optimiser = rule(p)
    for _ in range(20):
        optimiser.zero_grad()
        F.mse_loss(deep(x, p), y).backward()
        optimiser.step()
    show(name + ".weights", *p)


def conv(x, w, b, size, **how):
    """Weights as Matterbook has them: (channels x size x size) rows, a column for each channel that comes out."""
    return F.conv2d(x, w.T.reshape(w.shape[1], -1, size, size), b[0], **how)


def images(x, p):
    x = torch.tanh(conv(x.reshape(-1, 2, 6, 5), p[0], p[1], 3, stride=2, padding=1))
    x = F.leaky_relu(conv(F.avg_pool2d(x, 1), p[2], p[3], 2))
    return linear(F.max_pool2d(x, 2).reshape(x.shape[0], -1), p[4:6])


def quadratic_images(x, p):
    x = x.reshape(-1, 2, 6, 5)
    how = dict(padding=1)
    r = conv(x, p[0], p[1], 2, **how)
    g = conv(x, p[2], p[3], 2, **how)
    x = torch.tanh(r * g + conv(x * x, p[4], p[5], 2, **how))
    return linear(F.avg_pool2d(x, 3).reshape(x.shape[0], -1), p[6:8])


pixels = torch.randn(7, 60)
case("images", dense(18, 3) + dense(12, 4) + dense(4, 2), images, F.mse_loss, pixels, y)
case("quadratic_images", quadratic(8, 3) + dense(12, 2), quadratic_images, F.mse_loss, pixels, y)


def ours_to_torch(w):
    """Gates i, f, o, g in columns -> i, f, g, o in rows."""
    i, f, o, g = w.T.chunk(4)
    return torch.cat([i, f, g, o])


def memory(words, p):
    """Embedding, LSTM over as many steps as there are words, a dense layer on the last state."""
    lengths = (~torch.isnan(words)).sum(1)
    vectors = p[0][torch.nan_to_num(words).long()]
    packed = torch.nn.utils.rnn.pack_padded_sequence(vectors, lengths, batch_first=True, enforce_sorted=False)
    zeros = torch.zeros(1, words.shape[0], p[2].shape[0])
    weights = [ours_to_torch(p[1]), ours_to_torch(p[2]), ours_to_torch(p[3])[:, 0], torch.zeros(p[3].shape[1])]
    # what torch.nn.LSTM calls, with weights that can be differentiated
    _, h, _ = torch._VF.lstm(packed.data, packed.batch_sizes, (zeros, zeros), weights, True, 1, 0.0, True, False)
    h = h[:, packed.unsorted_indices]
    return linear(h[0], p[4:6])


def memory_case(name, words, p):
    p = leaf(p)
    output = memory(words, p)
    loss = F.mse_loss(output, y)
    loss.backward()
    show(name + ".x", words)
    show(name + ".y", y)
    show(name + ".weights", *p)
    show(name + ".output", output)
    show(name + ".loss", loss)
    show(name + ".dx", torch.zeros_like(words))
    show(name + ".dweights", *[q.grad for q in p])


sentences = torch.randint(0, 9, (7, 6)).float()
for row, length in enumerate([6, 1, 4, 6, 2, 5, 3]):
    sentences[row, length:] = float("nan")
memory_case("memory", sentences, [torch.randn(9, 4)] + [0.4 * torch.randn(*s) for s in ((4, 20), (5, 20), (1, 20))] + dense(5, 2))
