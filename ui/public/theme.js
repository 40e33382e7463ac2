// Sets the theme, the language and its direction before the first paint. A file of its own, because the content security
// policy takes no inline script.
(function () {
  var root = document.documentElement;
  var chosen = null;
  var spoken = null;
  try {
    chosen = localStorage.getItem("theme");
    spoken = localStorage.getItem("language");
  } catch {
    // Storage may be switched off; the system's theme and language are right then.
  }
  var dark = chosen === "DARK" || (chosen !== "LIGHT" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "dark" : "light";
  spoken = spoken || (/^(fr|ar)\b/.exec(navigator.language.toLowerCase()) || ["en"])[0];
  root.lang = spoken;
  root.dir = spoken === "ar" ? "rtl" : "ltr";
})();
