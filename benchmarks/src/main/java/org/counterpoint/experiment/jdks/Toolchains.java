package org.counterpoint.experiment.jdks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.counterpoint.analysis.jmh.IoReason;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the JDKs off Maven's {@code toolchains.xml}. A file with a document type is refused, so
 * that none can have other files or addresses read, or grow without end.
 */
final class Toolchains {

  private Toolchains() {}

  /**
   * A JDK that the file names.
   *
   * @param jdkHome as it is written
   * @param line where
   */
  record Named(String jdkHome, int line) {}

  /** The message is one line that goes on behind the file's name and a colon. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private Unreadable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** In the order of the file. */
  static List<Named> read(Path file) throws Unreadable {
    Handler handler = new Handler();
    try (InputStream in = Files.newInputStream(file)) {
      parser().parse(in, handler);
    } catch (IOException e) {
      throw new Unreadable(" " + IoReason.of(e), e);
    } catch (SAXParseException e) {
      String message = String.valueOf(e.getMessage());
      throw new Unreadable(
          e.getLineNumber()
              + ": "
              + (message.contains("DOCTYPE")
                  ? "it has a document type, which is not read for safety's sake"
                  : "not XML: " + message.lines().findFirst().orElse("")),
          e);
    } catch (SAXException e) {
      throw new Unreadable(" not XML: " + e.getMessage(), e);
    }
    return handler.named;
  }

  private static SAXParser parser() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return parser;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the JDK's own parser knows these", e);
    }
  }

  private static final class Handler extends DefaultHandler {

    private final List<Named> named = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Locator locator;
    private String type = "";
    private String jdkHome = "";
    private int line;

    @Override
    public void setDocumentLocator(Locator given) {
      locator = given;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      path.addLast(name);
      text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      switch (String.join("/", path)) {
        case "toolchains/toolchain/type" -> type = text.toString().strip();
        case "toolchains/toolchain/configuration/jdkHome" -> {
          jdkHome = text.toString().strip();
          line = locator == null ? 1 : locator.getLineNumber();
        }
        case "toolchains/toolchain" -> {
          if (type.equals("jdk") && !jdkHome.isEmpty()) {
            named.add(new Named(jdkHome, line));
          }
          type = "";
          jdkHome = "";
        }
        default -> {}
      }
      path.removeLast();
      text.setLength(0);
    }
  }
}
