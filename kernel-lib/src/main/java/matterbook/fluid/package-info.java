/**
 * Fluids by command: potentials by name, runs described by a small file of settings, the course's systems as such files,
 * checkpoints, and what a run leaves in its folder.
 */
@NullMarked
package matterbook.fluid;

import org.jspecify.annotations.NullMarked;
