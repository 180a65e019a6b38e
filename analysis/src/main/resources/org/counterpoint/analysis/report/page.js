"use strict";
(() => {
  // Without this script everything is there and can be read; it sorts, filters and unfolds.

  const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/;

  /** What a number's cell is sorted by; nothing where it holds words: what was not measured. */
  const numberIn = (text) => {
    const found = NUMBER.exec(text);
    return found ? Number(found[0]) : null;
  };

  class Explorer {
    constructor(section) {
      this.id = section.id;
      this.table = section.querySelector("table");
      this.rows = Array.from(this.table.tBodies[0].rows);
      this.heads = Array.from(this.table.tHead.rows[0].cells);
      this.keys = this.heads.map((head) => head.dataset.key);
      this.filters = Array.from(section.querySelectorAll("select[data-filter]"));
      this.search = section.querySelector("input[type=search]");
      this.status = section.querySelector("[role=status]");
      this.sort = "";
      this.isDescending = false;
      this.section = section;
      this.texts = new Map(
        this.rows.map((row) => [row, Array.from(row.cells, (cell) => cell.textContent)]),
      );
      this.heads.forEach((head, i) => this.addButton(head, this.keys[i]));
      this.filters.forEach((filter) => filter.addEventListener("change", () => this.changed()));
      this.search.addEventListener("input", () => this.changed());
      section.querySelector("button[data-reset]").addEventListener("click", () => {
        this.take(new URLSearchParams());
        this.changed();
      });
      section.querySelector(".filters").hidden = false;
      this.show();
    }

    addButton(head, key) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        this.isDescending = this.sort === key && !this.isDescending;
        this.sort = key;
        this.changed();
      });
    }

    /** Takes a state; what it does not name, or what there is not, is as at first. */
    take(state) {
      this.filters.forEach((filter) => {
        const wanted = state.get(filter.dataset.filter) || "";
        const known = Array.from(filter.options).some((option) => option.value === wanted);
        filter.value = known ? wanted : "";
      });
      this.search.value = state.get("search") || "";
      const sort = state.get("sort") || "";
      this.sort = this.keys.includes(sort) ? sort : "";
      this.isDescending = this.sort !== "" && state.get("order") === "descending";
      this.show();
    }

    state() {
      const state = new URLSearchParams();
      this.filters
        .filter((filter) => filter.value)
        .forEach((filter) => state.set(filter.dataset.filter, filter.value));
      if (this.search.value) {
        state.set("search", this.search.value);
      }
      if (this.sort) {
        state.set("sort", this.sort);
        state.set("order", this.isDescending ? "descending" : "ascending");
      }
      return state;
    }

    changed() {
      this.show();
      const state = this.state().toString();
      try {
        history.replaceState(null, "", "#" + this.id + (state ? "?" + state : ""));
      } catch (notAllowed) {
        // Some viewers of artifacts forbid it; then a view can't be linked, and works all the same.
      }
    }

    show() {
      const body = this.table.tBodies[0];
      const sorted = this.sorted();
      let shown = 0;
      sorted.forEach((row) => {
        row.hidden = !this.isWanted(this.texts.get(row));
        shown += row.hidden ? 0 : 1;
      });
      body.append(...sorted);
      this.heads.forEach((head, i) => {
        if (this.sort && this.keys[i] === this.sort) {
          head.setAttribute("aria-sort", this.isDescending ? "descending" : "ascending");
        } else {
          head.removeAttribute("aria-sort");
        }
      });
      const index = this.keys.indexOf(this.sort);
      this.status.textContent =
        "Showing " + shown + " of " + this.rows.length + " rows" +
        (index < 0
          ? "."
          : ", sorted by " + this.heads[index].textContent +
            (this.isDescending ? ", descending." : ", ascending."));
    }

    isWanted(texts) {
      const words = this.search.value.toLowerCase().split(/\s+/).filter((word) => word);
      const all = texts.join(" ").toLowerCase();
      return (
        words.every((word) => all.includes(word)) &&
        this.filters.every(
          (filter) =>
            !filter.value || texts[this.keys.indexOf(filter.dataset.filter)] === filter.value,
        )
      );
    }

    /** Rows that are equal stay in the order of the page. */
    sorted() {
      const column = this.keys.indexOf(this.sort);
      if (column < 0) {
        return this.rows;
      }
      const sign = this.isDescending ? -1 : 1;
      const isNumber = this.heads[column].classList.contains("n");
      return this.rows.slice().sort((one, other) => {
        const a = this.texts.get(one)[column];
        const b = this.texts.get(other)[column];
        if (!isNumber) {
          return sign * a.localeCompare(b, "en", { numeric: true });
        }
        const x = numberIn(a);
        const y = numberIn(b);
        if (x === null || y === null) {
          return (x === null ? 1 : 0) - (y === null ? 1 : 0);
        }
        return sign * (x - y);
      });
    }
  }

  const explorers = Array.from(document.querySelectorAll("[data-explorer]"), (section) =>
    new Explorer(section),
  );

  /** Unfolds what a link leads to, and takes the state that stands behind it. */
  const follow = () => {
    const [id, state] = location.hash.slice(1).split("?");
    const target = id ? document.getElementById(id) : null;
    if (!target) {
      return;
    }
    for (
      let fold = target.closest("details");
      fold;
      fold = fold.parentElement.closest("details")
    ) {
      fold.open = true;
    }
    explorers
      .filter((explorer) => explorer.id === id && state !== undefined)
      .forEach((explorer) => explorer.take(new URLSearchParams(state)));
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", follow);
  follow();

  // Paper can't be unfolded.
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = Array.from(document.querySelectorAll("details:not([open])"));
    unfolded.forEach((fold) => { fold.open = true; });
  });
  window.addEventListener("afterprint", () => {
    unfolded.forEach((fold) => { fold.open = false; });
  });
})();
