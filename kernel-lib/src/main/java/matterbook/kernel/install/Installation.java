package matterbook.kernel.install;

import java.nio.file.Path;

/**
 * What an install did.
 *
 * @param kernelspec folder that Jupyter finds
 * @param bundle immutable folder of jars and cache
 * @param fresh false where this very content was installed before
 * @param cacheProblem why there is no start-up cache; empty where there is one
 */
public record Installation(Path kernelspec, Path bundle, boolean fresh, String cacheProblem) {}
