// Sets the theme before the first paint. A file of its own, because the content security policy takes no inline script.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch {
    // Storage may be switched off; the system's theme is right then.
  }
  var dark = chosen === "DARK" || (chosen !== "LIGHT" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
