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
