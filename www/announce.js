// What is said to those who do not see it happen.

const PAUSE = 700;
let soon;
let later;
let lastVerdict;

/** Says something at once, again if it was the last thing said. */
export function announce(text) {
  clearTimeout(soon);
  const announcer = document.getElementById("announcer");
  announcer.textContent = "";
  soon = setTimeout(() => (announcer.textContent = text), 50);
}

/** Says a verdict when typing has paused, if it is another one than before. */
export function announceVerdict(text) {
  clearTimeout(later);
  if (text === lastVerdict) return;
  later = setTimeout(() => {
    lastVerdict = text;
    announce(text);
  }, PAUSE);
}
