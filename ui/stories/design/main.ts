/** The parts the window is made of, for whoever works on it: `npm --prefix ui run dev`, then `/design.html`. */
import { mount } from "svelte";

import "../../src/styles/base.css";
import Design from "./Design.svelte";

const target = document.getElementById("app");
if (target) mount(Design, { target });
