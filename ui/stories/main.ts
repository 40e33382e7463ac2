/** Opens the whole window over a fake core in one named state: `stories.html?story=home-full&theme=dark&lang=ar`. */
import { mount } from "svelte";

import App from "../src/app/App.svelte";
import { readScreens } from "../src/app/screens.svelte";
import { FakeCore } from "../src/ipc/fake";
import { replaceCore } from "../src/ipc";
import "../src/styles/base.css";
import { need, speak } from "../src/words/fluent.svelte";
import { isLanguage } from "../src/words/locale";
import { AREAS } from "../src/words/messages";
import { STORIES } from "./stories";

const query = new URLSearchParams(location.search);
const name = query.get("story") ?? "home-full";
const story = STORIES[name];
const target = document.getElementById("app");

Object.assign(window, { storyNames: Object.keys(STORIES) });
if (story && target) {
  const core = new FakeCore(story.world?.());
  const theme = query.get("theme");
  if (theme) core.world.settings.theme = theme === "dark" ? "DARK" : "LIGHT";
  const lang = query.get("lang") ?? "en";
  core.world.settings.language = lang;
  if (query.get("text")) document.documentElement.style.fontSize = `${query.get("text")}%`;
  story.prepare?.(core);
  replaceCore(core);
  location.hash = story.hash;
  await speak(isLanguage(lang) ? lang : "en");
  await Promise.all([need(...AREAS), readScreens()]);
  mount(story.page ?? App, { target });
  // Some screens are read when they are opened.
  const begin = () => {
    if (story.page || document.querySelector("main h1")) setTimeout(act, 120);
    else requestAnimationFrame(begin);
  };
  const act = () => {
    story.then?.(core);
    const look = () => {
      if (!story.until || story.until()) document.body.dataset.ready = "true";
      else requestAnimationFrame(look);
    };
    look();
  };
  begin();
}
