package matterbook.reproduce;

/** One part of a publication that can be tried on its own. */
public interface Study {
    /** One word for the command line, such as {@code rings}. */
    String id();

    /** A heading, with the figure or table of the publication that it is about. */
    String title();

    /** Tries it; what was tried before and is in {@code memory} is not tried again. Same settings, same findings. */
    Findings run(Memory memory);
}
