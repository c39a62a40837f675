// Passkeys are the one thing here that a browser does with scripts alone.
'use strict';

(() => {
  const toBytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const toText = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const withBytes = list => (list ?? []).map(entry => ({ ...entry, id: toBytes(entry.id) }));

  const create = async options => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        user: { ...options.user, id: toBytes(options.user.id) },
        excludeCredentials: withBytes(options.excludeCredentials),
      },
    });
    return {
      ...head(made),
      response: {
        clientDataJSON: toText(made.response.clientDataJSON),
        attestationObject: toText(made.response.attestationObject),
        transports: made.response.getTransports?.() ?? [],
      },
    };
  };

  const get = async options => {
    const used = await navigator.credentials.get({
      publicKey: { ...options, challenge: toBytes(options.challenge), allowCredentials: withBytes(options.allowCredentials) },
    });
    return {
      ...head(used),
      response: {
        clientDataJSON: toText(used.response.clientDataJSON),
        authenticatorData: toText(used.response.authenticatorData),
        signature: toText(used.response.signature),
        userHandle: used.response.userHandle ? toText(used.response.userHandle) : null,
      },
    };
  };

  const head = credential => ({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
  });

  const ask = async form => {
    const answer = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'error' });
    if (!answer.ok) throw new Error(String(answer.status));
    const { state, options } = await answer.json();
    const credential = await (form.dataset.passkey === 'create' ? create : get)(options);
    form.elements['Passkey.State'].value = state;
    form.elements['Passkey.Credential'].value = JSON.stringify(credential);
    form.submit();
  };

  if (!window.PublicKeyCredential) return;
  document.querySelectorAll('form[data-passkey]').forEach(form => {
    const failed = form.querySelector('[data-passkey-failed]');
    let busy = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      failed.textContent = '';
      try {
        await ask(form);
      } catch {
        failed.textContent = failed.dataset.passkeyFailed;
      } finally {
        busy = false;
      }
    });
  });
})();
