// What is said to those who do not see it happen.

const PAUSE = 700;
let timer;
let last = "";

/** Says something at once, again if it was the last thing said. */
export function announce(text) {
  clearTimeout(timer);
  last = text;
  const announcer = document.getElementById("announcer");
  announcer.textContent = "";
  timer = setTimeout(() => (announcer.textContent = text), 50);
}

/** Says something when typing has paused, if it is news. */
export function announceLater(text) {
  clearTimeout(timer);
  if (text === last) return;
  timer = setTimeout(() => announce(text), PAUSE);
}
