/** Reads YAML as texts, lists and mappings, each with its place; refuses what is more than that. */
@NullMarked
package org.counterpoint.experiment.yaml;

import org.jspecify.annotations.NullMarked;
