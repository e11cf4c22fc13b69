/** Sharing: the device's own window where there is one, and copying. */

const part = document.querySelector<HTMLElement>('[data-share-text]');
if (part !== null) offer(part);

function offer(part: HTMLElement): void {
  const { shareText: text = '', shareUrl: url = '', copied = '', failed = '', shared = '' } = part.dataset;
  const status = part.querySelector<HTMLElement>('[data-share-status]');
  const share = part.querySelector<HTMLElement>('[data-share]');

  function say(words: string): void {
    if (status) status.textContent = words;
  }

  if (share?.parentElement && 'share' in navigator) share.parentElement.hidden = false;
  share?.addEventListener('click', () => {
    navigator.share({ text, url }).then(
      () => say(shared),
      (error: unknown) => {
        // A person who closes the window has decided not to share.
        if (!(error instanceof DOMException && error.name === 'AbortError')) say(failed);
      },
    );
  });
  part.querySelector('[data-copy]')?.addEventListener('click', () => {
    // Browsers copy only on https and on this computer: elsewhere `clipboard` is missing.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(`${text}\n${url}`))
      .then(
        () => say(copied),
        () => say(failed),
      );
  });
}
