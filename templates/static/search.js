/* Suggestions under the search boxes (the combobox pattern of the ARIA Authoring Practices), and a filter for long
   lists of facet values. Without this file everything works; with it, typing is shorter. */
"use strict";

const KINDS = { instrument: "Instrument", provision: "Provision", place: "Place", concept: "Term" };
const WAIT = 120;

function element(name, attributes, text) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

class Suggestions {
  constructor(input) {
    this.input = input;
    this.list = element("ul", { id: `${input.id}-suggestions`, role: "listbox", "aria-label": "Suggestions", class: "suggestions", hidden: "" });
    this.status = element("p", { role: "status", class: "vh" });
    input.closest(".ask").append(this.list, this.status);
    for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id })) input.setAttribute(key, value);
    this.active = -1;
    this.asked = 0;
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(this.input.value.trim()), WAIT);
  }

  async ask(text) {
    const turn = ++this.asked;
    if (text.length < 2) return this.close();
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(text)}`);
      const said = answer.ok ? await answer.json() : { results: [] };
      if (turn === this.asked && document.activeElement === this.input) this.show(said.results);
    } catch {
      this.close();
    }
  }

  show(results) {
    this.list.replaceChildren(...results.map((each, number) => this.option(each, number)));
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.expand(results.length > 0);
    this.status.textContent = results.length ? `${results.length} suggestions, use the arrow keys` : "No suggestion";
  }

  option(each, number) {
    const option = element("li", { role: "option", id: `${this.list.id}-${number}`, "aria-selected": "false", "data-url": each.url });
    option.append(element("span", {}, each.label), element("small", {}, [each.matched, each.detail, KINDS[each.kind]].filter((part, at, all) => part && all.indexOf(part) === at).join(" · ")));
    option.addEventListener("click", () => { location.href = each.url; });
    return option;
  }

  key(event) {
    const options = this.list.children;
    if (event.key === "Escape" && !this.list.hidden) { this.close(); event.preventDefault(); }
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      const places = options.length + 1; // the last place is the box itself
      const here = this.active < 0 ? options.length : this.active;
      this.expand(true);
      this.move((here + (event.key === "ArrowDown" ? 1 : places - 1)) % places);
      event.preventDefault();
    } else if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
      location.href = options[this.active].dataset.url;
      event.preventDefault();
    }
  }

  move(to) {
    const options = [...this.list.children];
    this.active = to >= options.length ? -1 : to;
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === this.active)));
    if (this.active < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", options[this.active].id);
    options[this.active].scrollIntoView({ block: "nearest" });
  }

  expand(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  close() {
    this.asked += 1;
    this.expand(false);
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = "";
  }
}

function filterLong(facet) {
  const values = [...facet.querySelectorAll("li")];
  if (values.length < 12) return;
  const name = facet.querySelector("summary").textContent.trim();
  const box = element("input", { type: "search", class: "find", placeholder: "Find", "aria-label": `Find in ${name}` });
  const more = facet.querySelector("details");
  box.addEventListener("input", () => {
    const wanted = box.value.trim().toLowerCase();
    if (wanted && more) more.open = true;
    for (const value of values) value.hidden = wanted !== "" && !value.textContent.toLowerCase().includes(wanted);
  });
  facet.querySelector("summary").after(box);
}

for (const input of document.querySelectorAll('.ask input[type="search"]')) new Suggestions(input);
for (const facet of document.querySelectorAll("details.facet")) filterLong(facet);
