package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;

/** How such a run is made again, and what of it nobody can fix or know. */
final class Repetition {

  private static final String REPORT = "java -jar analysis/target/counterpoint.jar report ";

  private Repetition() {}

  static List<Block> of(Run run) {
    List<Block> blocks = new ArrayList<>();
    boolean isKnown = run.plan().map(plan -> !plan.command().isBlank()).orElse(false);
    if (isKnown) {
      Plan plan = run.plan().orElseThrow();
      blocks.add(new Block.Paragraph("In a checkout of " + commit(run) + ":"));
      blocks.add(new Block.Command(plan.command()));
      blocks.add(new Block.Bullets(open(run, plan)));
    } else {
      blocks.add(
          new Block.Paragraph(
              "The command is not known: a plain JMH file does not hold it. How often and how long"
                  + " was measured stands above, under what it ran on, as far as the file says."));
    }
    blocks.add(
        new Block.Paragraph(
            "This report is made from the same forks by this, with the path of what is reported:"));
    blocks.add(new Block.Command(REPORT + quoted(run.name())));
    return blocks;
  }

  private static String commit(Run run) {
    return run.environment()
        .map(Environment::commit)
        .filter(commit -> !commit.isBlank() && !commit.equals("unknown"))
        .map(commit -> "commit " + commit)
        .orElse("the commit, which is not known");
  }

  /** What another run would have otherwise. */
  private static List<String> open(Run run, Plan plan) {
    List<String> items = new ArrayList<>();
    items.add(
        "The order of the forks is drawn anew. Here it was drawn from the seed "
            + plan.seed()
            + ", which no setting names.");
    items.add(
        "The command names the suite, and JDKs by their release or not at all: "
            + Words.list(run.jdks().stream().map(Repetition::build).toList())
            + " measured here.");
    if (plan.stopsEarly()) {
      items.add(
          "A run ends where its questions are decided, so another one may make more forks, or"
              + " fewer.");
    }
    if (commit(run).endsWith("-dirty")) {
      items.add("The checkout had changes that are in no commit, so nobody has it but its owner.");
    }
    items.add(
        "Another machine gives other figures. This one: " + Circumstances.ofMachine(run) + ".");
    return items;
  }

  private static String build(Jdk jdk) {
    return jdk.vmName() + " " + jdk.vmVersion();
  }

  /** A folder's name may have anything in it; in single quotes a shell reads it as it stands. */
  private static String quoted(String name) {
    return name.matches("[\\w./:=+-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
