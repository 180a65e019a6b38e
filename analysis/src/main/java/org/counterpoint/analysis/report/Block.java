package org.counterpoint.analysis.report;

import java.util.List;
import java.util.stream.Stream;

/** A part of a document; text is plain, and each page escapes it in its own way. */
sealed interface Block {

  /** Shows this block on a page. */
  void on(Page page);

  /** A kind of page: HTML, Markdown. */
  interface Page {
    void heading(Heading heading);

    void paragraph(Paragraph paragraph);

    void notice(Notice notice);

    void bullets(Bullets bullets);

    void links(Links links);

    void table(Table table);

    void figure(Figure figure);

    void strip(Strip strip);

    void details(Details details);

    void explorer(Explorer explorer);

    void command(Command command);
  }

  /** All blocks of a document, with those that are folded away, in their order. */
  static Stream<Block> flat(List<Block> document) {
    return document.stream()
        .flatMap(
            block ->
                block instanceof Details details
                    ? Stream.concat(Stream.of(block), flat(details.content()))
                    : Stream.of(block));
  }

  /**
   * A heading.
   *
   * @param level 1 is the document's title
   * @param anchor by which it is linked to; empty when nothing does
   */
  record Heading(int level, String text, String anchor) implements Block {
    @Override
    public void on(Page page) {
      page.heading(this);
    }
  }

  record Paragraph(String text) implements Block {
    @Override
    public void on(Page page) {
      page.paragraph(this);
    }
  }

  /** What nobody may overlook. */
  record Notice(String text) implements Block {
    @Override
    public void on(Page page) {
      page.notice(this);
    }
  }

  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }

    @Override
    public void on(Page page) {
      page.bullets(this);
    }
  }

  /** Sentences, each with the chart that shows it. */
  record Links(List<Link> items) implements Block {
    public Links {
      items = List.copyOf(items);
    }

    @Override
    public void on(Page page) {
      page.links(this);
    }
  }

  /**
   * A sentence with its chart.
   *
   * @param chart the chart's id; empty where none was drawn
   */
  record Link(String text, String chart) {}

  /**
   * A table whose first column names its rows.
   *
   * @param caption what is shown, and the circumstances
   * @param columns as many as every row has cells
   */
  record Table(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(row + " does not fit " + columns);
        }
      }
    }

    @Override
    public void on(Page page) {
      page.table(this);
    }
  }

  /**
   * A column's head.
   *
   * @param isNumber whether it is set flush right
   */
  record Column(String name, boolean isNumber) {}

  /**
   * A cell.
   *
   * @param below a second line; empty for none
   */
  record Cell(String text, String below) {
    static Cell of(String text) {
      return new Cell(text, "");
    }
  }

  /** A chart. */
  record Figure(Chart chart) implements Block {
    @Override
    public void on(Page page) {
      page.figure(this);
    }
  }

  /**
   * The forks behind a table. A page on a screen draws them; there is no file of them, since there
   * may be hundreds.
   */
  record Strip(Chart chart) implements Block {
    @Override
    public void on(Page page) {
      page.strip(this);
    }
  }

  /**
   * A part that is folded away until somebody asks for it.
   *
   * @param level of its heading, which stays in sight
   * @param anchor by which the heading is linked to; empty when nothing does
   */
  record Details(int level, String heading, String anchor, List<Block> content) implements Block {
    public Details {
      content = List.copyOf(content);
    }

    @Override
    public void on(Page page) {
      page.details(this);
    }
  }

  /**
   * A long table that can be sorted by every column and filtered, where the page can do that.
   *
   * @param anchor by which a state of it is linked to
   */
  record Explorer(String anchor, Table table, List<Filter> filters) implements Block {
    public Explorer {
      filters = List.copyOf(filters);
      List<String> names = table.columns().stream().map(Column::name).toList();
      for (Filter filter : filters) {
        if (!names.contains(filter.column())) {
          throw new IllegalArgumentException(filter + " is for no column of " + names);
        }
      }
    }

    @Override
    public void on(Page page) {
      page.explorer(this);
    }
  }

  /**
   * One of a column's values can be chosen.
   *
   * @param column its name
   * @param values in the order in which they are offered
   */
  record Filter(String column, List<String> values) {
    public Filter {
      values = List.copyOf(values);
    }
  }

  /** A line for a shell, to be copied as it stands. */
  record Command(String line) implements Block {
    @Override
    public void on(Page page) {
      page.command(this);
    }
  }
}
