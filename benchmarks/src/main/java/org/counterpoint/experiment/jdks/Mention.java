package org.counterpoint.experiment.jdks;

import java.nio.file.Path;

/**
 * Somebody says that a JDK is there.
 *
 * @param source who: {@code JAVA_HOME_17_X64}, {@code /usr/lib/jvm}
 * @param place as the source has it: links, and what does not exist, included
 */
record Mention(String source, Path place) {}
