package org.counterpoint.analysis.report;

import java.util.List;

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
}
