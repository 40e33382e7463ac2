import { mount } from "svelte";

import App from "./app/App.svelte";
import { firstWords } from "./app/language";
import { keepPlace, lastPlace, putBack } from "./app/place";
import { parseHash } from "./app/router.svelte";
import { readScreen } from "./app/screens.svelte";
import "./styles/base.css";

const report = (thrown: unknown) => console.error(thrown);
const target = document.getElementById("app");
if (target)
  void Promise.all([lastPlace(), firstWords().catch(report)]).then(async ([place]) => {
    // A window without words is better than none.
    await readScreen(parseHash(location.hash).name).catch(report);
    mount(App, { target });
    if (place) putBack(place);
    keepPlace();
  });
