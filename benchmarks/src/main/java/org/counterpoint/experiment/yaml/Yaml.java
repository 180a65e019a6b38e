package org.counterpoint.experiment.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * YAML 1.2, of which only texts, lists and mappings are understood: no alias (a few lines of them
 * can stand for gigabytes), no tag (in other readers, the name of a class to be made), no merging
 * of keys, no second document. Built from the parser's events, so that nothing is ever constructed
 * on the file's word and every value keeps its place.
 */
public final class Yaml {

  private static final int DEEPEST = 8;

  private final String file;
  private final Iterator<Event> events;
  private Place last;

  private Yaml(String file, String text) {
    this.file = file;
    this.events = new Parse(LoadSettings.builder().build()).parseString(text).iterator();
    this.last = new Place(file, 1, 1);
  }

  /**
   * The one document of that text.
   *
   * @param file what messages call it
   * @throws InvalidYaml with the first thing that is wrong, and its place
   */
  public static YamlNode parse(String file, String text) throws InvalidYaml {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Characters.check(file, body);
    return new Yaml(file, body).document();
  }

  private YamlNode document() throws InvalidYaml {
    next();
    if (next() instanceof StreamEndEvent) {
      throw new Place(file, 1, 1).refuse("there is nothing in this file");
    }
    YamlNode root = node(next(), 1);
    next();
    if (next() instanceof DocumentStartEvent) {
      throw last.refuse("a second document; a file holds one");
    }
    return root;
  }

  private YamlNode node(Event event, int depth) throws InvalidYaml {
    Place place = last;
    if (event instanceof AliasEvent) {
      throw place.refuse("an alias (*), which is not understood; write the value itself");
    }
    if (event instanceof NodeEvent node) {
      Optional<Anchor> anchor = node.getAnchor();
      if (anchor.isPresent()) {
        throw place.refuse("an anchor (&), which is not understood; write the value alone");
      }
    }
    if (event instanceof ScalarEvent scalar) {
      requireNoTag(place, scalar.getTag());
      return new YamlNode.Scalar(place, scalar.getValue());
    }
    if (!(event instanceof CollectionStartEvent start)) {
      throw place.refuse("not YAML: a value is missing");
    }
    requireNoTag(place, start.getTag());
    if (depth > DEEPEST) {
      throw place.refuse("nested more than " + DEEPEST + " deep");
    }
    return start instanceof SequenceStartEvent ? sequence(place, depth) : mapping(place, depth);
  }

  private static void requireNoTag(Place place, Optional<String> tag) throws InvalidYaml {
    if (tag.isPresent()) {
      throw place.refuse("a tag (!), which is not understood; write the value alone");
    }
  }

  private YamlNode.Sequence sequence(Place place, int depth) throws InvalidYaml {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); !(event instanceof CollectionEndEvent); event = next()) {
      items.add(node(event, depth + 1));
    }
    return new YamlNode.Sequence(place, items);
  }

  private YamlNode.Mapping mapping(Place place, int depth) throws InvalidYaml {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    for (Event event = next(); !(event instanceof CollectionEndEvent); event = next()) {
      Place at = last;
      if (!(node(event, depth + 1) instanceof YamlNode.Scalar key) || key.text().isEmpty()) {
        throw at.refuse("a key must be a text, such as \"forks\" in \"forks: 10\"");
      }
      Place before = seen.put(key.text(), key.place());
      if (before != null) {
        throw key.place().refuse(key.described() + " comes twice, first in line " + before.line());
      }
      entries.add(new YamlNode.Entry(key, node(next(), depth + 1)));
    }
    return new YamlNode.Mapping(place, entries);
  }

  private Event next() throws InvalidYaml {
    try {
      Event event = events.next();
      event.getStartMark().ifPresent(mark -> last = place(mark));
      return event;
    } catch (MarkedYamlEngineException broken) {
      Optional<Mark> mark = broken.getProblemMark().or(broken::getContextMark);
      throw mark.map(this::place).orElse(last).refuse("not YAML: " + brief(broken.getProblem()));
    } catch (RuntimeException broken) {
      // A parser of foreign text: whatever it stumbles over, the text is to blame.
      throw last.refuse("not YAML: " + brief(String.valueOf(broken.getMessage())));
    }
  }

  private Place place(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** Its first line, without the advice on indentation that it gives for every odd character. */
  private static String brief(String problem) {
    return problem.lines().findFirst().orElse("").replaceFirst("\\. \\(Do not use .*", "");
  }
}
