import { mount } from "svelte";

import App from "./app/App.svelte";
import { keepPlace, lastPlace, putBack } from "./app/place";
import "./styles/base.css";

const target = document.getElementById("app");
if (target)
  void lastPlace().then((place) => {
    mount(App, { target });
    if (place) putBack(place);
    keepPlace();
  });
