// When a form is judged, and when its fields begin to speak.

/** Listens to a form until the function is called that is returned. `doing` says what is to be done. */
export function listen(form, doing) {
  const { places, touch, update, leave, click, submit, reset } = doing;
  const listening = new AbortController();
  const { signal } = listening;
  let composing = false;
  let isDown = false;
  let isWaiting = false;
  let timer;

  const isControl = (target) => places().controls.some(({ element }) => element === target);
  const later = (act) => (timer = setTimeout(() => signal.aborted || act()));

  // What moves under a finger is missed: the click that was meant would never happen. So messages wait for it.
  function updateWhenReleased() {
    if (isDown) isWaiting = true;
    else update();
  }

  const listeners = {
    input({ target, isComposing }) {
      if (!isControl(target)) return;
      touch(target);
      // What is being composed is no text yet.
      if (!isComposing && !composing) update();
    },
    compositionstart: () => (composing = true),
    compositionend({ target }) {
      composing = false;
      if (isControl(target)) update();
    },
    change({ target }) {
      if (!isControl(target)) return;
      touch(target);
      // Filled in by the browser: nobody is there to leave it.
      if (form.getRootNode().activeElement !== target) leave(target);
      updateWhenReleased();
    },
    focusout({ target, relatedTarget }) {
      composing = false;
      const isLeft = ({ kind, element }) =>
        kind === "control" ? element === target : element.contains(target) && !element.contains(relatedTarget);
      const leaving = places().all.filter(isLeft);
      for (const { element } of leaving) leave(element);
      if (leaving.length > 0) updateWhenReleased();
    },
  };

  function listenTo(target) {
    for (const [name, act] of Object.entries(listeners)) target.addEventListener(name, act, { signal });
  }

  function released() {
    isDown = false;
    // The click comes first.
    if (isWaiting) later(update);
    isWaiting = false;
  }

  // Once everybody was asked who could prevent it: at the root, or afterwards where the event does not get there.
  function resetUnlessPrevented(event) {
    let isDone = false;
    function act() {
      if (isDone || event.defaultPrevented) return;
      isDone = true;
      reset();
    }
    form.getRootNode().addEventListener("reset", act, { once: true, signal });
    later(act);
  }

  listenTo(form);
  // Controls can stand elsewhere and belong to the form by their attribute.
  for (const control of form.elements) if (!form.contains(control)) listenTo(control);
  form.addEventListener("click", click, { signal });
  form.addEventListener("submit", submit, { signal });
  form.addEventListener("reset", resetUnlessPrevented, { signal });
  const { ownerDocument: page } = form;
  page.addEventListener("pointerdown", () => (isDown = true), { signal, capture: true });
  for (const name of ["pointerup", "pointercancel"]) page.addEventListener(name, released, { signal, capture: true });
  // Browsers put back what was typed before a reload or a step back, and tell nobody.
  page.defaultView?.addEventListener("pageshow", () => update(), { signal });

  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}
