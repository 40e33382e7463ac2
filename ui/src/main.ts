import { mount } from "svelte";

import App from "./app/App.svelte";
import { firstWords } from "./app/language";
import { keepPlace, lastPlace, putBack } from "./app/place";
import { parseHash } from "./app/router.svelte";
import { readScreen } from "./app/screens.svelte";
import "./styles/base.css";

const target = document.getElementById("app");
if (target)
  void lastPlace().then(async (place) => {
    // A window without words is better than none.
    await firstWords()
      .then(() => readScreen(parseHash(location.hash).name))
      .catch((thrown: unknown) => console.error(thrown));
    mount(App, { target });
    if (place) putBack(place);
    keepPlace();
  });
