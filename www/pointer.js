// Whether a mouse button or a finger is down. What moves under it is missed: the click that was meant never happens.

let down = false;
const waiting = new Set();

addEventListener("pointerdown", () => (down = true), true);
for (const name of ["pointerup", "pointercancel"]) addEventListener(name, released, true);

function released() {
  down = false;
  // The click comes first.
  setTimeout(() => {
    for (const act of waiting) act();
    waiting.clear();
  });
}

/** Does at once what moves things, or after the click that is just happening. */
export function whenReleased(act) {
  if (down) waiting.add(act);
  else act();
}
