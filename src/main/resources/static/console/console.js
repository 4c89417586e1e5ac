/* Only makes the pages smoother: each works without it. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const stale = document.getElementById("stale");
  const answered = (isStale) => { if (stale) { stale.hidden = !isStale; } };
  document.body.addEventListener("htmx:responseError", () => answered(true));
  document.body.addEventListener("htmx:sendError", () => answered(true));
  document.body.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.xhr.status < 400) { answered(false); }
  });
  // a part that comes again leaves open what is open, and the focus and the place where they are
  const usable = "a, button, summary, [tabindex]";
  const same = (one) => one.id || one.getAttribute("href");
  let kept = [];
  const isFilledIn = (field) => field.type !== "hidden" &&
    (field.value !== field.defaultValue || field.checked !== field.defaultChecked);
  const keep = (event) => {
    const part = event.detail.target;
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    if ((focused && focused.matches("input, select, textarea")) ||
        [...part.querySelectorAll("details[open] input, details[open] textarea")].some(isFilledIn)) {
      event.detail.shouldSwap = false;
      return;
    }
    kept.push({
      id: part.id,
      open: [...part.querySelectorAll("details")].map((each) => each.open),
      left: [...part.querySelectorAll(".scroll")].map((each) => each.scrollLeft),
      focused: focused && same(focused),
      at: focused ? [...part.querySelectorAll(usable)].indexOf(focused) : -1,
    });
  };
  document.body.addEventListener("htmx:beforeSwap", keep);
  document.body.addEventListener("htmx:oobBeforeSwap", keep);
  document.body.addEventListener("htmx:afterSettle", () => {
    kept.forEach((was) => {
      const part = document.getElementById(was.id);
      if (!part) { return; }
      part.querySelectorAll("details").forEach((each, index) => { each.open = each.open || was.open[index] === true; });
      part.querySelectorAll(".scroll").forEach((each, index) => { each.scrollLeft = was.left[index] || 0; });
      const all = [...part.querySelectorAll(usable)];
      const again = (was.focused && all.find((each) => same(each) === was.focused)) || all[was.at];
      if (again) { again.focus({ preventScroll: true }); }
    });
    kept = [];
  });
  // a choice that stands in no form of fields is made at once
  document.body.addEventListener("change", (event) => {
    const form = event.target.closest("form.choose");
    if (form) { form.requestSubmit(); }
  });
  // one box that checks all of its column
  document.body.addEventListener("click", (event) => {
    const all = event.target.closest("[data-checks]");
    if (all) {
      document.querySelectorAll(`input[name="${all.dataset.checks}"]`).forEach((box) => { box.checked = all.checked; });
    }
  });
});
