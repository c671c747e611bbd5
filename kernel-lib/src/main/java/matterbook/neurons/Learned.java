package matterbook.neurons;

import matterbook.nn.Model;

/** A network at the end of an attempt. */
public record Learned(Model model, Attempt attempt) {}
