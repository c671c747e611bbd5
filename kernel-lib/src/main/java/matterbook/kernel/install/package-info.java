/**
 * Installing the kernel: an immutable copy of the jars with a start-up cache, and a kernelspec that points only
 * there.
 */
@NullMarked
package matterbook.kernel.install;

import org.jspecify.annotations.NullMarked;
