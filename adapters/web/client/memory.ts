/** Marks a tab with a conversation, so that a reload resumes it. */
const IN_CONVERSATION = 'petition-chat';

/** On it, the tabs of one browser tell each other that the person has ended the conversation. */
const ENDED = 'petition-chat-ended';

/** Some browsers refuse to store anything. Then the person resumes with the button. */
export function isRemembered(): boolean {
  try {
    return sessionStorage.getItem(IN_CONVERSATION) !== null;
  } catch {
    return false;
  }
}

export function remember(): void {
  try {
    sessionStorage.setItem(IN_CONVERSATION, 'yes');
  } catch {
    // The person can still resume with the button.
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(IN_CONVERSATION);
  } catch {
    // Then nothing is stored.
  }
}

/**
 * Listens for the end of the conversation in other tabs: they share one session.
 * @returns a function that tells the other tabs
 */
export function onEndElsewhere(ended: () => void): () => void {
  try {
    const channel = new BroadcastChannel(ENDED);
    channel.addEventListener('message', ended);
    return () => channel.postMessage(ENDED);
  } catch {
    // A browser that refuses to store anything can refuse this too. A person can still close the other tabs.
    return () => undefined;
  }
}
