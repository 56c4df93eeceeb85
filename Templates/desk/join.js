// The code is for one device and two minutes: what has changed is taken from the page as it is now, and whoever types here goes on typing.
'use strict';

setInterval(async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch('/join', { cache: 'no-store' });
    if (!answer.ok) return;
    const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const id of ['digits', 'picture', 'devices']) {
      const shown = document.getElementById(id), fresh = now.getElementById(id);
      if (fresh && !shown.isEqualNode(fresh)) shown.replaceWith(fresh);
    }
  } catch { /* the next time */ }
}, 5000);
