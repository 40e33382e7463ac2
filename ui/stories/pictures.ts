/** Little drawn scenes that stand in for the stills of real videos. */

function scene(sky: string, ground: string, shapes: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky}"/><stop offset="1" stop-color="${ground}"/></linearGradient></defs><rect width="320" height="180" fill="url(#s)"/>${shapes}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

export const CHAIR = scene(
  "#e9d8c0",
  "#b98f63",
  `<rect y="138" width="320" height="42" fill="#7a5a3c"/><g stroke="#5b3b20" stroke-width="8" stroke-linecap="round" fill="none"><path d="M125 40v104M195 96v48M125 98h70M125 52h46M125 70h46M171 40v58"/></g><circle cx="256" cy="46" r="22" fill="#f8eddb"/>`,
);
export const WORKSHOP = scene(
  "#2f4858",
  "#18242d",
  `<rect y="128" width="320" height="52" fill="#8b6a45"/><rect x="36" y="60" width="60" height="68" rx="4" fill="#44606f"/><rect x="116" y="84" width="88" height="44" rx="4" fill="#c9a36f"/><path d="M236 128l26-78 10 4-24 76z" fill="#d7dde0"/><circle cx="160" cy="30" r="46" fill="#ffd58a" opacity=".25"/>`,
);
export const ROAD = scene(
  "#9cc4e4",
  "#f3d9b1",
  `<path d="M0 120l70-46 60 40 54-58 136 76v48H0z" fill="#6f8f6b"/><path d="M130 180l26-70h10l34 70z" fill="#4a4d55"/><path d="M160 176v-14M161 148v-10" stroke="#f4f1e6" stroke-width="3"/>`,
);
export const CERAMIC = scene(
  "#f2e6e2",
  "#d9bdb2",
  `<rect y="140" width="320" height="40" fill="#a2776a"/><path d="M128 140c-16-30-14-58 6-74h54c20 16 22 44 6 74z" fill="#3f6f7a"/><path d="M136 66h48" stroke="#2c5059" stroke-width="6"/><circle cx="244" cy="118" r="22" fill="#e9e2d6"/>`,
);
