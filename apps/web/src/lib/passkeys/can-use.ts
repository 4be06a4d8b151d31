const ADDRESS = /^(\d+\.){3}\d+$|^\[/;

/** Whether passkeys can be used here: a browser that has them, a safe way, and a host with a name. */
export const canUsePasskeys = (): boolean =>
  window.isSecureContext &&
  typeof window.PublicKeyCredential === 'function' &&
  !ADDRESS.test(window.location.hostname);
