package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Walks over one JSON document, token by token, and turns everything that can go wrong on the way
 * into {@link UnreadableInput} with its place. Holds one buffer of the file, never the file.
 */
final class JsonCursor implements Closeable {

  private static final int DEEPEST = 64;
  private static final int LONGEST_QUOTE = 40;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          // JMH before 1.22 wrote a bare NaN.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final Path file;
  private final String remedy;
  private final JsonParser parser;

  private JsonCursor(Path file, String remedy, JsonParser parser) {
    this.file = file;
    this.remedy = remedy;
    this.parser = parser;
  }

  /** On a file, with the remedy for what has no better one. */
  static JsonCursor open(Path file, String remedy) throws UnreadableInput {
    return open(file, remedy, Files::newInputStream);
  }

  /** The same on a file that is had in another way. */
  static JsonCursor open(Path file, String remedy, ForkFiles.Source source) throws UnreadableInput {
    try {
      return over(file, remedy, source.open(file));
    } catch (UnreadableInput bad) {
      throw bad;
    } catch (IOException failure) {
      throw new UnreadableInput(file, IoReason.of(failure), "check the path");
    }
  }

  /** On bytes at hand; {@code file} is what messages call them. Closes the stream. */
  static JsonCursor over(Path file, String remedy, InputStream bytes) throws UnreadableInput {
    try {
      return new JsonCursor(file, remedy, JSON.createParser(bytes));
    } catch (IOException failure) {
      try (bytes) {
        throw translate(failure, new At(file, 1, 1, remedy));
      } catch (UnreadableInput bad) {
        throw bad;
      } catch (IOException alsoOnClose) {
        throw new UnreadableInput(file, IoReason.of(alsoOnClose), "check the disk");
      }
    }
  }

  /** The first token of the document. */
  JsonToken start() throws UnreadableInput {
    JsonToken token = advance();
    if (token == JsonToken.NOT_AVAILABLE) {
      throw new At(file, 1, 1, remedy).refuse("the file is empty", "re-run what was to write it");
    }
    return token;
  }

  /** The next token, which there must be. */
  JsonToken next() throws UnreadableInput {
    JsonToken token = advance();
    if (token == JsonToken.NOT_AVAILABLE) {
      throw cutOff(at(parser.currentLocation()));
    }
    return token;
  }

  /** Checks that nothing but white space is left. */
  void end() throws UnreadableInput {
    if (advance() != JsonToken.NOT_AVAILABLE) {
      throw here()
          .refuse("more text after the end of the JSON", "keep one JSON document in the file");
    }
  }

  /** Goes to the end of the object or array that begins here; stays on anything else. */
  void skip() throws UnreadableInput {
    try {
      parser.skipChildren();
    } catch (IOException failure) {
      throw translate(failure, at(parser.currentLocation()));
    }
  }

  private JsonToken advance() throws UnreadableInput {
    try {
      JsonToken token = parser.nextToken();
      return token == null ? JsonToken.NOT_AVAILABLE : token;
    } catch (IOException failure) {
      throw translate(failure, at(parser.currentLocation()));
    }
  }

  JsonToken token() {
    JsonToken token = parser.currentToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  /** Where the current token begins. */
  At here() {
    return at(parser.currentTokenLocation());
  }

  /** The current token must begin an object, of which {@code what} is the name. */
  void requireObject(String what) throws UnreadableInput {
    if (token() != JsonToken.START_OBJECT) {
      throw here().refuse(what + " is " + described() + ", not an object");
    }
  }

  /** The current token must begin an array, of which {@code what} is the name. */
  void requireArray(String what) throws UnreadableInput {
    requireArray("", what);
  }

  /**
   * The same of a part, such as {@code "a fork in "}, of a whole: a file has millions of parts, and
   * the two are joined for a message only.
   */
  void requireArray(String part, String whole) throws UnreadableInput {
    if (token() != JsonToken.START_ARRAY) {
      throw here().refuse(part + whole + " is " + described() + ", not an array");
    }
  }

  /** Names seen in one object, to refuse one that comes twice. */
  final class Keys {

    private final SeenNames seen = new SeenNames();
    private String current = "";

    /** Moves to the next key's value; false, and at the end of the object, if there is none. */
    boolean next() throws UnreadableInput {
      if (JsonCursor.this.next() == JsonToken.END_OBJECT) {
        return false;
      }
      current = text();
      if (!seen.add(current)) {
        throw here().refuse("\"" + current + "\" comes twice in one object");
      }
      JsonCursor.this.next();
      return true;
    }

    /** The name of the value at which the cursor stands. */
    String current() {
      return current;
    }
  }

  /** Starts on the object that begins here. */
  Keys keys() {
    return new Keys();
  }

  /** The current token as a text. */
  String string(String what) throws UnreadableInput {
    if (token() != JsonToken.VALUE_STRING) {
      throw here().refuse(what + " is " + described() + ", not a text");
    }
    return text();
  }

  /** The current token as a text, where a number or a truth value is one, too. */
  String scalar(String what) throws UnreadableInput {
    return switch (token()) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> text();
      default -> throw here().refuse(what + " is " + described() + ", not a text");
    };
  }

  /** The current token as a whole number that is at least {@code least}. */
  int whole(String what, int least) throws UnreadableInput {
    long number = count(what);
    if (number < least || number > Integer.MAX_VALUE) {
      throw here().refuse(what + " is " + number + ", not a whole number of " + least + " or more");
    }
    return (int) number;
  }

  /** The current token as a whole number. */
  long count(String what) throws UnreadableInput {
    return count("", what);
  }

  /** The same of a part of a whole, joined as in {@link #requireArray(String, String)}. */
  long count(String part, String whole) throws UnreadableInput {
    try {
      if (token() == JsonToken.VALUE_NUMBER_INT
          && parser.getNumberType() != NumberType.BIG_INTEGER) {
        return parser.getLongValue();
      }
    } catch (IOException failure) {
      throw translate(failure, at(parser.currentTokenLocation()));
    }
    boolean tooLarge = token() == JsonToken.VALUE_NUMBER_INT;
    throw here()
        .refuse(
            part
                + whole
                + " is "
                + described()
                + (tooLarge ? ", too large" : ", not a whole number"));
  }

  /**
   * The current token as a number: NaN and the infinities are numbers here, also in quotes, as JMH
   * writes them.
   */
  double number(String what) throws UnreadableInput {
    return number("", what);
  }

  /** The same of a part of a whole, joined as in {@link #requireArray(String, String)}. */
  double number(String part, String whole) throws UnreadableInput {
    JsonToken token = parser.currentToken();
    // Nearly all of a large file is this, so it is kept small enough to be compiled into its
    // callers.
    return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT
        ? decoded()
        : namedNumber(part + whole);
  }

  private double decoded() throws UnreadableInput {
    try {
      // Straight from the parser's buffer: getDoubleValue() makes a String of each number first.
      return parser.isNaN()
          ? parser.getDoubleValue()
          : NumberInput.parseDouble(
              parser.getTextCharacters(),
              parser.getTextOffset(),
              parser.getTextLength(),
              /* useFastParser= */ true);
    } catch (IOException failure) {
      throw translate(failure, at(parser.currentTokenLocation()));
    }
  }

  private double namedNumber(String what) throws UnreadableInput {
    if (token() == JsonToken.VALUE_STRING) {
      switch (text()) {
        case "NaN" -> {
          return Double.NaN;
        }
        case "+INF" -> {
          return Double.POSITIVE_INFINITY;
        }
        case "-INF" -> {
          return Double.NEGATIVE_INFINITY;
        }
        default -> {
          // A text, refused below like anything else that is no number.
        }
      }
    }
    throw here().refuse(what + " is " + described() + ", not a number");
  }

  /** The current token in words, for a message. */
  String described() throws UnreadableInput {
    return switch (token()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_NULL -> "null";
      case VALUE_STRING -> "\"" + quoted() + "\"";
      default -> quoted();
    };
  }

  private String quoted() throws UnreadableInput {
    String text = text();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  private String text() throws UnreadableInput {
    try {
      return parser.getText();
    } catch (IOException failure) {
      throw translate(failure, at(parser.currentTokenLocation()));
    }
  }

  private At at(JsonLocation place) {
    return new At(file, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), remedy);
  }

  private static UnreadableInput cutOff(At at) {
    return at.refuse("the file ends in the middle of its JSON", "copy it again or re-run");
  }

  private static UnreadableInput translate(IOException failure, At place) {
    if (failure instanceof JsonEOFException) {
      return cutOff(place);
    }
    if (failure instanceof StreamConstraintsException) {
      return place.refuse("nested too deeply, or with a name or number too long, to be JMH's");
    }
    if (failure instanceof JsonProcessingException broken) {
      String message = broken.getOriginalMessage();
      return message.startsWith("Unexpected end-of-input")
          ? cutOff(place)
          : place.refuse("not JSON: " + JsonMessage.brief(message));
    }
    if (failure instanceof CharConversionException) {
      return place.refuse("not JSON: not text in a Unicode encoding");
    }
    return place.refuse("cannot be read: " + IoReason.of(failure), "check the disk");
  }

  @Override
  public void close() throws UnreadableInput {
    try {
      parser.close();
    } catch (IOException failure) {
      throw new UnreadableInput(
          file, "cannot be closed: " + IoReason.of(failure), "check the disk");
    }
  }
}
