// Comfort only: every form and link works without this file.
'use strict';

(() => {
  const draftDelay = 3000;
  const resendDelay = 10000;

  // A press on "Save" twice must not send twice. The server refuses a repeated idempotency key anyway; this spares the surprise.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, resendDelay);
  });
  addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent);
  });

  // <form data-autosave="/address"> with a <p data-autosave-status data-failed="…" role="status">: the address answers
  // with the sentence to show ("Draft saved 12:04 UTC−6"), so that its language and zone are the server's.
  const autosave = form => {
    const status = form.querySelector('[data-autosave-status]');
    let timer = 0;
    let saved = '';

    const typed = () => {
      const data = new FormData(form);
      for (const [name, value] of [...data]) {
        if (value instanceof File) data.delete(name);
      }
      return new URLSearchParams(data);
    };
    const say = words => {
      if (status && status.textContent !== words) status.textContent = words;
    };
    const save = async leaving => {
      clearTimeout(timer);
      const body = typed();
      if (form.dataset.sent || body.toString() === saved) return;
      try {
        const answer = await fetch(form.dataset.autosave, { method: 'POST', body, keepalive: leaving, redirect: 'manual' });
        if (!answer.ok) throw new Error(String(answer.status));
        saved = body.toString();
        say(await answer.text());
      } catch {
        say(status?.dataset.failed ?? '');
      }
    };

    saved = typed().toString();
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(save, draftDelay, false);
    };
    form.addEventListener('input', later);
    form.addEventListener('change', later);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') save(true);
    });
  };

  document.querySelectorAll('form[data-autosave]').forEach(autosave);

  // A page with several forms: language and colours keep the one that was typed in last, not only the page's main one.
  let typedIn = null;
  document.addEventListener('input', event => {
    typedIn = event.target.closest('form[data-again]') ?? typedIn;
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-display]');
    if (!button || !typedIn) return;
    typedIn.id ||= 'typed-in';
    button.setAttribute('form', typedIn.id);
    button.name = 'display';
    button.value = button.dataset.display;
  });
  document.querySelector('[data-focus]')?.focus();

  // Opened menus of the header close on Escape and on a press elsewhere.
  const menus = () => document.querySelectorAll('.bar-menu[open], .nav-group[open], .site-nav-narrow[open]');
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    menus().forEach(menu => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  });
  document.addEventListener('click', event => {
    menus().forEach(menu => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
})();
